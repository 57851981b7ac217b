import { LIMITS, type LogEntry, type Position, type PullResult, type SessionInfo } from '@tim-node/protocol';
import type { Outcome, Requests } from '../connection/requests.js';
import { after, type Clock } from '../host/clock.js';
import { Scope } from '../host/scope.js';

/** Entries are acknowledged together, this long after the first; milliseconds. */
const ACK_DELAY = 1000;
/** Pushed entries that wait for a gap to be filled. More than these are read again from the log. */
const MAX_AHEAD = 1000;

export interface SyncEvents {
  /** Entries in the order of the log, each one once. */
  onEntries(entries: readonly LogEntry[], position: Position): void;
  /** The log cannot be continued from our position: everything else must be loaded anew. */
  onReset(position: Position): void;
}

/**
 * Keeps up with a user's log. Pushes are only a hint: the position moves over entries without gaps, and
 * what is missing is pulled. The session subscribes first, then pulls, so nothing falls between the two.
 */
export class Sync {
  private ahead: LogEntry[] = [];
  private pulling = false;
  /** Newest entry that was pushed while a page is on its way: the page may not know of it. */
  private newer = 0;
  private ackPending = false;
  private running = new Scope();

  constructor(
    private readonly requests: Requests,
    private readonly clock: Clock,
    private readonly events: SyncEvents,
    public position: Position = { epoch: '', seq: 0 },
  ) {}

  /** A session is attached to the log at this place. */
  start(info: SessionInfo): void {
    this.stop();
    this.running = new Scope();
    const { epoch } = this.position;
    if (epoch === '') this.position = { epoch: info.epoch, seq: info.seq };
    else if (epoch !== info.epoch) this.reset(info.epoch, info.head);
    if (info.head !== this.position.seq) this.pull();
  }

  /** The session is detached; the position stays. */
  stop(): void {
    this.running.end();
    this.ahead = [];
    this.pulling = false;
    this.newer = 0;
    this.ackPending = false;
  }

  pushed(entries: readonly LogEntry[]): void {
    const first = entries[0];
    if (first === undefined) return;
    if (this.pulling || first.seq > this.position.seq + 1) {
      if (this.pulling) this.newer = Math.max(this.newer, entries.at(-1)?.seq ?? 0);
      if (this.ahead.length + entries.length <= MAX_AHEAD) this.ahead.push(...entries);
      this.pull();
      return;
    }
    this.apply(entries);
  }

  /** The server says how far the log goes: pushes may have been lost on their way to it. */
  reaches(seq: number): void {
    if (seq > this.position.seq) this.pull();
  }

  /** Applies what continues the position; older entries are known, entries after a gap are not for now. */
  private apply(entries: readonly LogEntry[]): void {
    const fresh: LogEntry[] = [];
    let { seq } = this.position;
    for (const entry of entries) {
      if (entry.seq !== seq + 1) continue;
      seq += 1;
      fresh.push(entry);
    }
    if (fresh.length === 0) return;
    this.position = { epoch: this.position.epoch, seq };
    this.acknowledgeSoon();
    this.events.onEntries(fresh, this.position);
  }

  private pull(): void {
    if (this.pulling) return;
    this.pulling = true;
    const scope = this.running;
    const { epoch, seq } = this.position;
    this.requests.call('sync.pull', { epoch, after: seq, limit: LIMITS.pullPage }, (outcome) => {
      if (scope.isOver) return;
      this.pulling = false;
      this.pulled(outcome);
    });
  }

  private pulled(outcome: Outcome<PullResult>): void {
    if ('error' in outcome) {
      // Tried again soon: a page that timed out must not leave the client behind for ever.
      after(this.clock, ACK_DELAY, this.running, () => {
        this.pull();
      });
      return;
    }
    const { entries, head, reset, epoch } = outcome.value;
    if (reset) this.reset(epoch, head);
    const before = this.position.seq;
    this.apply(entries);
    const { ahead, newer } = this;
    this.ahead = [];
    this.newer = 0;
    this.apply(ahead);
    const behind = this.position.seq < Math.max(head, newer, ahead.at(-1)?.seq ?? 0);
    // A server that says there is more but gives nothing would be asked for ever.
    if (behind && (this.position.seq > before || reset || newer > 0)) this.pull();
  }

  private reset(epoch: string, head: number): void {
    this.position = { epoch, seq: head };
    this.events.onReset(this.position);
  }

  private acknowledgeSoon(): void {
    if (this.ackPending) return;
    this.ackPending = true;
    after(this.clock, ACK_DELAY, this.running, () => {
      this.acknowledge();
    });
  }

  /** Tells the server how far we have read, if it does not know yet. */
  acknowledge(): void {
    if (!this.ackPending) return;
    this.ackPending = false;
    this.requests.call('sync.ack', { seq: this.position.seq }, () => undefined);
  }
}
