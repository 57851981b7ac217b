import type { Bus, UserKey } from '../bus/bus.js';
import type { Session } from './session.js';

/** The sessions of one account that count as online. */
export interface Presence {
  readonly attached: string[];
  readonly lingering: string[];
}

/** Who is on this node. */
export class Registry {
  private readonly byUser = new Map<UserKey, Session[]>();
  /** In the order in which they are given up. */
  private readonly lingering = new Set<Session>();

  constructor(private readonly bus: Bus) {}

  get users(): number {
    return this.byUser.size;
  }

  get lingerers(): number {
    return this.lingering.size;
  }

  /** Everybody with a session here. */
  keys(): Iterable<UserKey> {
    return this.byUser.keys();
  }

  of(user: UserKey): readonly Session[] {
    return this.byUser.get(user) ?? [];
  }

  /** From now on the session hears the events of its user. */
  async join(session: Session): Promise<void> {
    const sessions = this.byUser.get(session.key);
    if (sessions === undefined) this.byUser.set(session.key, [session]);
    else sessions.push(session);
    await this.bus.join(session.key);
  }

  /** The session is over, or at least no longer here. */
  remove(session: Session): void {
    const sessions = this.byUser.get(session.key);
    const at = sessions?.indexOf(session) ?? -1;
    session.state = 'ended';
    session.link = undefined;
    this.lingering.delete(session);
    if (sessions === undefined || at === -1) return;
    sessions.splice(at, 1);
    if (sessions.length === 0) this.byUser.delete(session.key);
    this.bus.leave(session.key);
  }

  /** The session has lost its connection and still counts as online until a time. */
  linger(session: Session, until: number): void {
    session.state = 'lingering';
    session.link = undefined;
    session.lingersUntil = until;
    this.lingering.add(session);
  }

  /** Gives up the sessions that have lingered long enough. */
  giveUp(now: number): void {
    for (const session of this.lingering) {
      if (session.lingersUntil > now) return;
      this.remove(session);
    }
  }

  presence(user: UserKey): Presence {
    const attached: string[] = [];
    const lingering: string[] = [];
    for (const { state, sessionId } of this.of(user)) {
      if (state === 'attached') attached.push(sessionId);
      else if (state === 'lingering') lingering.push(sessionId);
    }
    return { attached, lingering };
  }
}
