import { randomBytes } from 'node:crypto';
import {
  timError,
  type KickReason,
  type LoginResult,
  type Platform,
  type Position,
  type SessionInfo,
  type SessionTicket,
  type TIMError,
} from '@tim-node/protocol';
import type { VerifiedUserSig } from '@tim-node/protocol/usersig';
import { userKey, type Bus } from '../bus/bus.js';
import { unixSeconds, type Clock } from '../clock.js';
import type { MinuteCounter } from '../minute-counter.js';
import type { LoginRules } from '../rules/login-policy.js';
import type { EndedSession, LoginOutcome, NodeView, ResumeOutcome, Store, UserRef } from '../store/store.js';
import { applyEvent, endSession } from './events.js';
import type { Locks } from './locks.js';
import type { Notes } from './notes.js';
import type { Presence, Registry } from './registry.js';
import { Session, type Link } from './session.js';
import { newTicket, proofOf, sessionRef } from './ticket.js';
import type { Watch } from './watch.js';

export interface SessionParts {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly registry: Registry;
  /** Looks into the store for what was not heard. */
  readonly watch: Watch;
  /** This node, of several. */
  readonly node: string | undefined;
  readonly notes: Notes;
  /** Sessions of each user that logins have kicked within a minute. */
  readonly kicks: MinuteCounter;
  readonly maxKicksPerMinute: number;
  /** A session that lost its connection counts as online for this long; milliseconds. */
  readonly lingerTime: number;
  readonly rulesOf: (app: number) => LoginRules;
  /** Told when a session will end at this time, so that nobody sleeps through it; milliseconds, monotonic. */
  readonly onDeadline: (deadline: number) => void;
  readonly onKicked: (reason: KickReason) => void;
  /** What opens the files of a user as long as the session lasts. */
  readonly mediaTokenOf: (sessionId: string) => string;
}

/** A login whose UserSig has been verified. */
export interface NewLogin extends UserRef {
  readonly platform: Platform;
  readonly instanceId: string;
  readonly sig: VerifiedUserSig;
  readonly previous?: SessionTicket;
  readonly position?: Position;
}

/**
 * The life of sessions. Everything that decides about one user happens in turn; the store decides, and this
 * carries out on the connections what it has decided. A session hears the events of its user before the store
 * is asked, so that nothing falls between the answer and the first push.
 */
export class Sessions {
  constructor(private readonly parts: SessionParts) {
    parts.bus.listen((user, event) => {
      if (event.type === 'grown') parts.watch.user(user);
      applyEvent(parts.registry, user, event);
    });
  }

  login(link: Link, login: NewLogin): Promise<{ session: Session; result: LoginResult }> {
    const { app, user } = login;
    const ticket = newTicket(app, user);
    return this.inTurn(link, login, ticket.sessionId, async (session, presence) => {
      const outcome = await this.askLogin(login, ticket, session.attachment, presence);
      if (outcome.type !== 'accepted') throw this.refusal(session.key, outcome);
      session.platform = login.platform;
      this.attach(session, login.sig.expireAt);
      this.makeRoom(session, outcome, presence);
      return { session, result: { ...ticket, ...this.info(session, outcome) } };
    });
  }

  private askLogin(
    login: NewLogin,
    ticket: SessionTicket,
    attachment: string,
    presence: Presence,
  ): Promise<LoginOutcome> {
    const { store, kicks, maxKicksPerMinute, rulesOf, clock } = this.parts;
    const { app, user, platform, instanceId, sig, previous } = login;
    return store.login({
      app,
      user,
      platform,
      instanceId,
      session: proofOf(ticket),
      expireAt: sig.expireAt,
      sigTime: sig.time,
      now: unixSeconds(clock),
      ...(previous === undefined ? {} : { previous: proofOf(previous) }),
      ...this.ownPosition(login.position),
      rules: rulesOf(app),
      ...presence,
      ...this.view(attachment),
      mayKick: kicks.count(userKey(app, user)) < maxKicksPerMinute,
    });
  }

  /** Ends whom the newcomer has kicked, everywhere. */
  private makeRoom(session: Session, outcome: LoginOutcome & { type: 'accepted' }, presence: Presence): void {
    const { bus, kicks, clock } = this.parts;
    const { key, platform: byPlatform, attachment: by } = session;
    if (outcome.replaced.length > 0) bus.publish(key, { type: 'replaced', sessionIds: outcome.replaced, by });
    if (outcome.kicked.length === 0) return;
    const online = outcome.kicked.filter(({ sessionId }) => isOnline(presence, sessionId));
    kicks.add(key, online.length);
    this.told(online);
    bus.publish(key, { type: 'ended', sessions: outcome.kicked, byPlatform, time: unixSeconds(clock) });
  }

  private told(kicked: readonly EndedSession[]): void {
    for (const { reason } of kicked) this.parts.onKicked(reason);
  }

  private refusal(key: string, outcome: Exclude<LoginOutcome, { type: 'accepted' }>): TIMError {
    switch (outcome.type) {
      case 'sigRevoked':
        return timError('sigRevoked');
      case 'kickedOffline':
        return timError('kickedWhileOffline', undefined, { reason: outcome.reason });
      case 'wouldKick':
        return timError('tooManyFailures', 'the instances of this user keep kicking each other; wait a moment', {
          retryAfter: this.parts.kicks.resetIn(key),
        });
      case 'overtaken':
        return timError('disconnected');
    }
  }

  async resume(
    link: Link,
    ticket: SessionTicket,
    position: Position | undefined,
  ): Promise<{ session: Session; result: SessionInfo }> {
    const ref = sessionRef(ticket.sessionId);
    if (ref === undefined) throw timError('sessionLost');
    return this.inTurn(link, ref, ref.sessionId, async (session) => {
      const { app, user } = ref;
      const now = unixSeconds(this.parts.clock);
      const here = this.view(session.attachment);
      const asked = { app, user, session: proofOf(ticket), now, ...this.ownPosition(position), ...here };
      const outcome = await this.parts.store.resume(asked);
      if (outcome.type !== 'accepted') throw resumeRefusal(outcome);
      // Ended by another login in the meantime; its reason was pushed.
      if (session.link === undefined) throw timError('kickedWhileOffline');
      session.platform = outcome.platform;
      this.attach(session, outcome.expireAt);
      const { key, sessionId, attachment: by } = session;
      this.parts.bus.publish(key, { type: 'replaced', sessionIds: [sessionId], by });
      return { session, result: this.info(session, outcome) };
    });
  }

  /** Runs one login or resume of a user when it is its turn, with a session that already hears events. */
  private inTurn<T>(
    link: Link,
    { app, user }: UserRef,
    sessionId: string,
    work: (session: Session, presence: Presence) => Promise<T>,
  ): Promise<T> {
    const { locks, registry } = this.parts;
    return locks.run(userKey(app, user), async () => {
      // One that nobody waits for any more must not stand in the way of a later one at another node.
      if (!link.isOpen()) throw timError('disconnected');
      const session = new Session(app, user, sessionId, randomBytes(8).toString('base64url'), link);
      const presence = registry.presence(session.key);
      link.hold();
      await registry.join(session);
      try {
        if (!link.isOpen()) throw timError('disconnected');
        return await work(session, presence);
      } catch (error) {
        registry.remove(session);
        throw error;
      } finally {
        if (session.state === 'attached' && !link.isOpen()) this.detach(session, false);
      }
    });
  }

  private attach(session: Session, expireAt: number): void {
    session.state = 'attached';
    this.setExpiry(session, expireAt);
  }

  /** The end is kept on the clock that never jumps: setting the wall clock must not end everybody's session. */
  private setExpiry(session: Session, expireAt: number): void {
    const { clock, onDeadline } = this.parts;
    session.expireAt = expireAt;
    session.deadline = clock.monotonic() + Math.max(0, expireAt * 1000 - clock.now());
    onDeadline(session.deadline);
  }

  private info(session: Session, { seq, head }: { readonly seq: number; readonly head: number }): SessionInfo {
    const { store, clock, mediaTokenOf } = this.parts;
    session.tellHead(head);
    const { expireAt, sessionId } = session;
    const mediaToken = mediaTokenOf(sessionId);
    return { serverTime: Math.floor(clock.now()), expireAt, epoch: store.epoch, seq, head, mediaToken };
  }

  /** What the store has to know about this node. */
  view(attachment?: string): NodeView {
    const { node, lingerTime } = this.parts;
    if (node === undefined) return {};
    return { node, linger: Math.ceil(lingerTime / 1000), ...(attachment === undefined ? {} : { attachment }) };
  }

  /** A position counts only in the store that it came from. */
  private ownPosition(position: Position | undefined): { position?: number } {
    return position?.epoch === this.parts.store.epoch ? { position: position.seq } : {};
  }

  /** Puts a newer UserSig behind a session; returns the new end. */
  async renew(session: Session, sig: VerifiedUserSig): Promise<number> {
    const { app, user, sessionId } = session;
    const outcome = await this.parts.store.renew({ app, user, sessionId, expireAt: sig.expireAt, sigTime: sig.time });
    if (outcome === 'sigRevoked') throw timError('sigRevoked');
    if (outcome === 'unknown') throw timError('sessionLost');
    this.setExpiry(session, sig.expireAt);
    return sig.expireAt;
  }

  async logout(session: Session, acked: number | undefined): Promise<void> {
    const { store, registry, clock } = this.parts;
    const { app, user, sessionId } = session;
    const reached = acked === undefined ? session.acked : Math.min(acked, session.head);
    const now = unixSeconds(clock);
    await store.logout({ app, user, sessionId, now, ...(reached === undefined ? {} : { acked: reached }) });
    registry.remove(session);
  }

  acknowledge(session: Session, seq: number): void {
    const reached = Math.min(seq, session.head);
    if (reached <= (session.acked ?? -1)) return;
    session.acked = reached;
    this.parts.notes.add(session);
  }

  /** The connection of a session is gone. It can be resumed as long as the UserSig is valid. */
  detach(session: Session, deliberate: boolean): void {
    if (session.state !== 'attached') return;
    const { registry, notes, clock, lingerTime, node } = this.parts;
    const onlineUntil = deliberate ? 0 : unixSeconds(clock) + Math.ceil(lingerTime / 1000);
    notes.add(session, node === undefined ? undefined : onlineUntil);
    if (deliberate) registry.remove(session);
    else registry.linger(session, clock.monotonic() + lingerTime);
  }

  /** Ends a session whose UserSig has run out. */
  expire(session: Session): void {
    this.parts.notes.add(session);
    endSession(this.parts.registry, session, { reason: 'userSigExpired', time: unixSeconds(this.parts.clock) });
  }

  /** Ends all sessions of a user and makes the UserSigs made until now useless. False: there is no such user. */
  kick(app: number, user: string): Promise<boolean> {
    const { store, locks, registry, clock } = this.parts;
    const key = userKey(app, user);
    return locks.run(key, async () => {
      const { attached } = registry.presence(key);
      const ended = await store.kick({ app, user, now: unixSeconds(clock), attached, ...this.view() });
      if (ended === undefined) return false;
      this.endAll(key, ended);
      return true;
    });
  }

  /** Deletes an account and ends its sessions. False: there was none. */
  deleteAccount(app: number, user: string): Promise<boolean> {
    const { store, locks, clock } = this.parts;
    const key = userKey(app, user);
    return locks.run(key, async () => {
      const [answer] = await store.deleteAccounts({ app, users: [user], now: unixSeconds(clock) });
      this.endAll(key, answer?.ended ?? []);
      return answer?.existed ?? false;
    });
  }

  private endAll(key: string, sessions: readonly EndedSession[]): void {
    if (sessions.length === 0) return;
    const { bus, clock } = this.parts;
    this.told(sessions);
    bus.publish(key, { type: 'ended', sessions, time: unixSeconds(clock) });
  }
}

function isOnline({ attached, lingering }: Presence, sessionId: string): boolean {
  return attached.includes(sessionId) || lingering.includes(sessionId);
}

function resumeRefusal(outcome: Exclude<ResumeOutcome, { type: 'accepted' }>): TIMError {
  switch (outcome.type) {
    case 'unknown':
      return timError('sessionLost');
    case 'expired':
      return timError('sigExpired');
    case 'kicked':
      return timError('kickedWhileOffline', undefined, { reason: outcome.reason });
  }
}
