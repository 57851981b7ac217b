import { LIMITS } from '../limits.js';
import { epoch, logEntries, type LogEntry } from '../model/log.js';
import { op } from '../op.js';
import { bool, int, nothing, obj, type Nothing } from '../schema.js';

export interface PullParams {
  readonly epoch: string;
  /** Entries after this one are wanted. */
  readonly after: number;
  readonly limit: number;
}

export interface PullResult {
  readonly epoch: string;
  /** Consecutive entries that follow `after`; none when the client is up to date. */
  readonly entries: LogEntry[];
  /** Newest entry of the log. */
  readonly head: number;
  /** The position asked for is not of this store: take `head` as the new position and load everything anew. */
  readonly reset: boolean;
}

export interface AckParams {
  /** Last log entry that this instance has applied. */
  readonly seq: number;
}

/** Operations that keep a client's view of its log complete. */
export const syncOps = {
  /** Reads the user's log from a position. */
  'sync.pull': op<PullParams, PullResult>(
    obj<PullParams>({ epoch, after: int(0), limit: int(1, LIMITS.pullPage) }),
    obj<PullResult>({ epoch, entries: logEntries, head: int(0), reset: bool }),
    { needs: 'login', resend: true },
  ),
  /** Tells how far this instance has read, so that a later login starts there. */
  'sync.ack': op<AckParams, Nothing>(obj<AckParams>({ seq: int(0) }), nothing, { needs: 'login', resend: true }),
};
