import {
  CLOSE,
  isUserId,
  timError,
  type KickReason,
  type LogEntry,
  type Message,
  type OpName,
  type Ops,
  type ParamsOf,
  type Platform,
  type Position,
  type ResultOf,
  type SessionEnd,
  type SessionInfo,
  type TIMError,
} from '@tim-node/protocol';
import type { ServerPush } from '../connection/connection.js';
import type { Link } from '../connection/link.js';
import type { Requests, Settle, Withdraw } from '../connection/requests.js';
import { after, type Clock } from '../host/clock.js';
import { Scope } from '../host/scope.js';
import type { TransportEnd } from '../transport/transport.js';
import type { Authenticator } from './authenticator.js';
import { watchExpiry, type Expiring } from './expiry.js';
import type { Positions } from './positions.js';
import { Recent } from './recent.js';
import { Resumption } from './resumption.js';
import type { ServerClock } from './server-clock.js';
import {
  STATES,
  type Account,
  type ActiveSession,
  type Done,
  type SessionState,
  type TransitionReason,
} from './states.js';
import { Sync } from './sync.js';

/** Why and by whom a session was ended. */
export interface Kick {
  readonly reason: KickReason;
  readonly byPlatform?: Platform;
}

export interface SessionEvents {
  onTransition(from: SessionState['name'], to: SessionState['name'], reason: TransitionReason): void;
  onKicked(kick: Kick): void;
  onUserSigExpired(): void;
  onEntries(entries: readonly LogEntry[], position: Position): void;
  /** A message came that nobody keeps. */
  onOnline(message: Message): void;
  /** The log of the server was replaced; nothing that was told of it counts any more. */
  onReset(position: Position): void;
  /** The session is attached to the log, and goes on from this place. */
  onAttached(position: Position): void;
}

export interface SessionParts {
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly link: Link;
  readonly requests: Requests;
  readonly authenticator: Authenticator;
  readonly positions: Positions;
}

/**
 * The login of one client: who is logged in, and keeping it so over lost connections.
 * `enter` is the only place where the state changes; it ends everything that belonged to the old one.
 */
export class Session implements Expiring {
  private state: SessionState = { name: 'Uninit' };
  /** Ends when the state is left. */
  private stay = new Scope();
  private readonly recent = new Recent();
  /** Newest entry of the log when the session was attached. */
  private headAtStart = 0;
  private readonly sync: Sync;

  constructor(
    private readonly parts: SessionParts,
    private readonly events: SessionEvents,
  ) {
    this.sync = new Sync(parts.requests, parts.clock, events);
  }

  /** Init. */
  begin(): void {
    this.enter({ name: 'UnLogined' }, 'init');
  }

  /** `TIMLoginStatus`. */
  get status(): 1 | 2 | 3 | 4 {
    return STATES[this.state.name].status;
  }

  /** The logged-in user, or the empty string. */
  get userId(): string {
    return this.state.name === 'Logined' ? this.state.session.account.userId : '';
  }

  /** What opens files of messages, or the empty string. */
  get mediaToken(): string {
    return this.state.name === 'Logined' ? this.state.session.mediaToken : '';
  }

  /** Whether nothing had ever happened to the user when his session began: his log was empty. */
  get isNewcomer(): boolean {
    return this.state.name === 'Logined' && this.headAtStart === 0;
  }

  /** Unix seconds. */
  get expireAt(): number {
    return this.state.name === 'Logined' ? this.state.session.expireAt : Infinity;
  }

  get stateName(): SessionState['name'] {
    return this.state.name;
  }

  login(account: Account, done: Done): void {
    if (!isUserId(account.userId)) {
      done(timError('invalidUserId'));
      return;
    }
    const { state } = this;
    switch (state.name) {
      case 'Uninit':
        done(timError('notInitialized'));
        break;
      case 'UnLogined':
        this.beginLogin(account, done, 'login called');
        break;
      case 'Logining':
        this.loginAgain(state, account, done);
        break;
      case 'Logined':
        this.loginOver(state.session, account, done);
        break;
      case 'Logouting':
        this.loginNext(state, account, done);
        break;
    }
  }

  /** Waits for the end of a logout; another login may wait there already. */
  private loginNext(state: SessionState & { name: 'Logouting' }, account: Account, done: Done): void {
    if (state.next?.account.userId === account.userId) {
      done(timError('loginInProgress'));
      return;
    }
    state.next?.done(timError('loginOvertaken'));
    state.next = { account, done };
  }

  private loginAgain(state: SessionState & { name: 'Logining' }, account: Account, done: Done): void {
    if (state.account.userId === account.userId) {
      done(timError('loginInProgress'));
      return;
    }
    state.done(timError('loginOvertaken'));
    this.beginLogin(account, done, 'login overtaken');
  }

  private loginOver(session: ActiveSession, account: Account, done: Done): void {
    if (session.account.userId === account.userId) {
      this.renew(session, account.userSig);
      done();
      return;
    }
    this.detach('an account switch');
    this.parts.authenticator.logout(this.sync.position.seq);
    this.beginLogin(account, done, 'account switch');
  }

  /** A newer UserSig moves the end of the session. A bad one is told in the log and the old one stays. */
  private renew(session: ActiveSession, userSig: string): void {
    if (session.account.userSig === userSig) return;
    const scope = this.stay;
    this.parts.requests.call('session.renew', { userSig }, (outcome) => {
      if (scope.isOver || !('value' in outcome)) return;
      session.account = { userId: session.account.userId, userSig };
      session.expireAt = outcome.value.expireAt;
    });
  }

  private beginLogin(account: Account, done: Done, reason: TransitionReason): void {
    this.enter({ name: 'Logining', account, done }, reason);
    const scope = this.stay;
    const { clock, link, positions, requests } = this.parts;
    after(clock, requests.deadline, scope, () => {
      this.loginFailed(done, timError(link.isOpen ? 'answerTimeout' : 'connectTimeout'));
    });
    positions.find(account.userId, (position) => {
      if (!scope.isOver) this.authenticate(account, done, position, scope);
    });
  }

  private authenticate(account: Account, done: Done, position: Position | undefined, scope: Scope): void {
    const { authenticator } = this.parts;
    authenticator.login(account, position === undefined ? {} : { position }, scope, (outcome) => {
      if ('error' in outcome) {
        this.loginFailed(done, outcome.error);
        return;
      }
      const { sessionId, token, expireAt, mediaToken = '' } = outcome.value;
      const session = { account, ticket: { sessionId, token }, expireAt, mediaToken, failedResumes: 0 };
      this.enter({ name: 'Logined', session }, 'login succeeded');
      this.sync.position = position ?? NOWHERE;
      this.attached(outcome.value);
      // The UserSig may have ended meanwhile: then the app hears of the login first, and of its end after it.
      done();
      watchExpiry(this.parts, this, this.stay);
    });
  }

  private loginFailed(done: Done, error: TIMError): void {
    this.enter({ name: 'UnLogined' }, 'login failed');
    done(error);
  }

  logout(done: Done): void {
    const { state } = this;
    switch (state.name) {
      case 'Uninit':
        done(timError('notInitialized'));
        break;
      case 'UnLogined':
        done();
        break;
      case 'Logining':
        this.enter({ name: 'UnLogined' }, 'logout called');
        state.done(timError('loginOvertaken'));
        done();
        break;
      case 'Logined':
        this.beginLogout(done);
        break;
      case 'Logouting':
        state.done.push(done);
        state.next?.done(timError('loginOvertaken'));
        delete state.next;
        break;
    }
  }

  private beginLogout(done: Done): void {
    this.detach('a logout');
    const state: SessionState & { name: 'Logouting' } = { name: 'Logouting', done: [done] };
    this.enter(state, 'logout called');
    const scope = this.stay;
    this.parts.authenticator.logout(this.sync.position.seq, () => {
      if (scope.isOver) return;
      this.enter({ name: 'UnLogined' }, 'logout finished');
      for (const finished of state.done) finished();
      if (state.next !== undefined) this.login(state.next.account, state.next.done);
    });
  }

  /** Sends a request of the logged-in user. */
  call<K extends OpName>(op: K, params: ParamsOf<Ops[K]>, settle: Settle<ResultOf<Ops[K]>>): Withdraw {
    if (this.state.name === 'Logined') return this.parts.requests.call(op, params, settle);
    settle({ error: timError('notLoggedIn') });
    return () => false;
  }

  /** Uninit: everything that waits is told so. */
  end(): void {
    const { state } = this;
    const interrupted = timError('interrupted');
    if (state.name === 'Logined') this.remember(state.session);
    this.sync.acknowledge();
    this.sync.stop();
    this.enter({ name: 'Uninit' }, 'uninit');
    if (state.name === 'Logining') state.done(interrupted);
    if (state.name === 'Logouting') {
      for (const done of state.done) done(interrupted);
      state.next?.done(interrupted);
    }
    this.parts.requests.failCalls(interrupted);
  }

  /** The link has a connection. */
  connected(): void {
    if (this.state.name !== 'Logined') return;
    const { authenticator, link } = this.parts;
    const resumption = new Resumption(
      { authenticator, link, position: () => this.sync.position },
      {
        onAttached: (info) => this.attached(info),
        onKicked: (kick) => this.kicked(kick),
        onExpired: () => this.expired(),
      },
    );
    resumption.begin(this.state.session, this.stay);
  }

  /** The link has lost its connection. */
  lost(end: TransportEnd): void {
    this.sync.stop();
    if (this.state.name !== 'Logined') return;
    if (end.code === CLOSE.kicked.code) this.kicked({ reason: 'multipleAccount' });
    else if (end.code === CLOSE.userSigExpired.code) this.expired();
    // The way to the server was too slow to take the session up again in time: nobody else would dial for it.
    else if (end.code === CLOSE.loginTimeout.code) this.parts.link.retryAfter(0);
  }

  pushed(push: ServerPush): void {
    if (this.state.name !== 'Logined') return;
    if (push.name === 'log') this.sync.pushed(push.data.entries);
    else if (push.name === 'online') this.passing(push.data.message);
    else if (push.name === 'head') this.sync.reaches(push.data.seq);
    else if (push.name === 'session.end') this.endedByServer(push.data);
  }

  private passing(message: Message): void {
    if (this.recent.isNew(message)) this.events.onOnline(message);
  }

  private endedByServer(end: SessionEnd): void {
    const { reason, byPlatform } = end;
    if (reason === 'userSigExpired') this.expired();
    else this.kicked({ reason, ...(byPlatform === undefined ? {} : { byPlatform }) });
  }

  private kicked(kick: Kick): void {
    this.over('kicked');
    this.events.onKicked(kick);
  }

  expired(): void {
    this.over('UserSig expired');
    this.events.onUserSigExpired();
  }

  /** The session has ended without the user's doing. The client stays away until the next login. */
  private over(reason: 'kicked' | 'UserSig expired'): void {
    this.detach(reason === 'kicked' ? 'a kick' : 'the end of the UserSig');
    this.enter({ name: 'UnLogined' }, reason);
    this.parts.link.park();
  }

  private attached(info: SessionInfo): void {
    this.headAtStart = info.head;
    this.sync.start(info);
    this.events.onAttached(this.sync.position);
    this.parts.requests.openGate();
  }

  /** Calls of the present user end here, before another one can take over. */
  private detach(why: string): void {
    this.stay.end();
    if (this.state.name === 'Logined') this.remember(this.state.session);
    this.sync.stop();
    this.parts.requests.closeGate();
    this.parts.requests.failCalls(timError('notLoggedIn', `not login: the session was ended by ${why}`));
  }

  private remember(session: ActiveSession): void {
    this.parts.positions.set(session.account.userId, this.sync.position);
  }

  private enter(state: SessionState, reason: TransitionReason): void {
    const from = this.state.name;
    this.stay.end();
    this.stay = new Scope();
    this.state = state;
    this.events.onTransition(from, state.name, reason);
  }
}

const NOWHERE: Position = { epoch: '', seq: 0 };
