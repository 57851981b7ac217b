import { encodeFrame } from '@tim-node/protocol';
import type { Logger } from 'pino';
import { userOf, type UserKey } from '../bus/bus.js';
import { unixSeconds, type Clock, type Timer } from '../clock.js';
import type { UserStanding } from '../store/calls/cluster.js';
import type { Store } from '../store/store.js';
import { dropSession, endSession } from './events.js';
import type { Registry } from './registry.js';
import type { Session } from './session.js';

/** Users of one question to the store. */
const PAGE = 256;
/** What is asked for in this time is asked together; milliseconds. */
const GATHER = 20;
/** When the store does not answer it is asked again after this time; milliseconds. */
const RETRY = 2000;

export interface WatchParts {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly logger: Logger;
  /** This node, of several. */
  readonly node: string | undefined;
}

/**
 * Events between nodes are hints that may be lost. This looks into the store for users who are here: clients that have
 * fallen behind are told how far their log goes, and sessions that were ended elsewhere end here.
 */
export class Watch {
  private readonly wanted = new Set<UserKey>();
  private timer: Timer | undefined;
  private looking = false;
  private stopped = false;

  constructor(private readonly parts: WatchParts) {}

  /** Looks for one user, soon. */
  user(key: UserKey): void {
    if (this.parts.registry.of(key).length === 0) return;
    this.wanted.add(key);
    this.soon(GATHER);
  }

  /** Looks for everybody here. */
  everybody(): void {
    for (const key of this.parts.registry.keys()) this.wanted.add(key);
    if (this.wanted.size > 0) this.soon(GATHER);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== undefined) this.parts.clock.clearTimeout(this.timer);
  }

  private soon(milliseconds: number): void {
    if (this.stopped || this.looking) return;
    this.timer ??= this.parts.clock.setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, milliseconds);
  }

  private async look(): Promise<void> {
    this.looking = true;
    let failed = false;
    try {
      while (this.wanted.size > 0 && !this.stopped) await this.lookAtPage();
    } catch (error) {
      failed = true;
      this.parts.logger.debug({ err: error }, 'could not compare the sessions here with the store');
    } finally {
      this.looking = false;
    }
    if (failed) this.soon(RETRY);
  }

  /** Only sessions that are here before the store is asked: it knows everything about these. */
  private async lookAtPage(): Promise<void> {
    const [first] = this.wanted;
    if (first === undefined) return;
    const { app } = userOf(first);
    const keys = [...this.wanted].filter((key) => userOf(key).app === app).slice(0, PAGE);
    const here = new Map(keys.map((key) => [userOf(key).user, this.parts.registry.of(key).filter(isSettled)]));
    const standings = await this.parts.store.standings({ app, users: [...here.keys()] });
    for (const key of keys) this.wanted.delete(key);
    for (const standing of standings) {
      for (const session of here.get(standing.user) ?? []) this.compare(session, standing);
    }
  }

  private compare(session: Session, { head, sessions }: UserStanding): void {
    if (session.state === 'ended') return;
    const { registry, clock, node } = this.parts;
    const kept = sessions.find(({ sessionId }) => sessionId === session.sessionId);
    if (kept?.state === 'kicked') {
      endSession(registry, session, { reason: kept.kickReason ?? 'multipleAccount', time: unixSeconds(clock) });
    } else if (kept !== undefined && (kept.state !== 'live' || (kept.node !== null && kept.node !== node))) {
      dropSession(registry, session);
    } else if (head > session.head) {
      session.tellHead(head);
      session.link?.push(encodeFrame({ push: 'head', data: { seq: head } }));
    }
  }
}

function isSettled({ state }: Session): boolean {
  return state === 'attached' || state === 'lingering';
}
