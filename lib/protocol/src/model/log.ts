import { int, list, obj, oneOf, text, union, type Schema } from '../schema.js';
import { LIMITS } from '../limits.js';
import { message, type Message } from './message.js';

/**
 * A place in a user's log. `epoch` names the store: after a restore from a backup it differs, and a
 * client must not compare positions of different epochs.
 */
export interface Position {
  readonly epoch: string;
  /** Last log entry that was applied; 0 before the first. */
  readonly seq: number;
}

/** A new message for this user, or one sent by another instance of this user. */
export interface MessageEntry {
  readonly kind: 'message';
  /** Place in the user's log: 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly message: Message;
}

/** One change in a user's log. Everything a client must not miss travels through it. */
export type LogEntry = MessageEntry;

const EPOCH_BYTES = 64;
export const epoch: Schema<string> = text({ maxBytes: EPOCH_BYTES, nonEmpty: true });

export const logEntry: Schema<LogEntry> = union<LogEntry, 'kind'>('kind', {
  message: obj<MessageEntry>({ kind: oneOf('message'), seq: int(1), message }),
});

export const logEntries: Schema<LogEntry[]> = list(logEntry, LIMITS.pullPage);
