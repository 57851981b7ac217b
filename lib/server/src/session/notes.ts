import type { Logger } from 'pino';
import { unixSeconds, type Clock, type Timer } from '../clock.js';
import type { SessionNote, Store } from '../store/store.js';
import type { Session } from './session.js';

/** Notes are written together, this long after the first; milliseconds. */
const WRITE_DELAY = 1000;

/** Writes down now and then how far clients have read and when they were seen. Nobody waits for it. */
export class Notes {
  private readonly waiting = new Map<string, SessionNote>();
  private timer: Timer | undefined;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @param onlineUntil when the session has left this node: until when it counts as online; unix seconds */
  add({ app, user, sessionId, attachment, acked: latest }: Session, onlineUntil?: number): void {
    const seenAt = unixSeconds(this.clock);
    // The same session on an earlier connection may have said more.
    const before = this.waiting.get(sessionId);
    const acked = latest ?? before?.acked;
    const left = onlineUntil === undefined ? before?.left : { attachment, onlineUntil };
    this.waiting.set(sessionId, {
      ...{ app, user, sessionId, seenAt },
      ...(acked === undefined ? {} : { acked }),
      ...(left === undefined ? {} : { left }),
    });
    this.timer ??= this.clock.setTimeout(() => void this.write(), WRITE_DELAY);
  }

  /** Writes what waits. A failure is told in the log only: the client will acknowledge again. */
  async write(): Promise<void> {
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer);
    this.timer = undefined;
    const notes = [...this.waiting.values()];
    this.waiting.clear();
    if (notes.length === 0) return;
    try {
      await this.store.note(notes);
    } catch (error) {
      this.logger.warn({ err: error, sessions: notes.length }, 'could not note how far sessions have read');
    }
  }
}
