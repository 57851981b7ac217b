import { logEntries, type LogEntry } from './model/log.js';
import { message, type Message } from './model/message.js';
import { KICK_REASONS, platform, type KickReason, type Platform } from './model/user.js';
import { int, obj, oneOf, opt, type Schema, type TypeOf } from './schema.js';

/** First frame of every connection. */
export interface Hello {
  /** Version of this protocol. */
  readonly version: number;
  /** Server clock, unix milliseconds. */
  readonly time: number;
  /** The server pings this often; milliseconds. */
  readonly heartbeat: number;
  /** The connection is closed unless a login succeeds within this time; milliseconds. */
  readonly loginTimeout: number;
}

/** The server has ended the session; the connection closes after it. */
export interface SessionEnd {
  readonly reason: KickReason | 'userSigExpired';
  /** Platform of the instance that took the place. */
  readonly byPlatform?: Platform;
  /** Unix seconds. */
  readonly time: number;
}

/** New entries of the user's log, consecutive. A hint only: gaps are filled by `sync.pull`. */
export interface LogPush {
  readonly entries: LogEntry[];
}

/** How far the user's log goes, when entries may have been missed: what lacks is fetched by `sync.pull`. */
export interface HeadPush {
  readonly seq: number;
}

/** A message that is not stored: only who is online gets it, and perhaps not even he. */
export interface OnlinePush {
  readonly message: Message;
}

/** The server is going away: come back after a delay that differs per client. */
export interface Drain {
  /** Milliseconds. */
  readonly after: number;
}

export const PROTOCOL_VERSION = 1;

/** Everything a server says unasked. */
export const pushes = {
  hello: obj<Hello>({ version: int(1), time: int(0), heartbeat: int(1), loginTimeout: int(1) }),
  'session.end': obj<SessionEnd>({
    reason: oneOf(...KICK_REASONS, 'userSigExpired'),
    byPlatform: opt(platform),
    time: int(0),
  }),
  log: obj<LogPush>({ entries: logEntries }),
  head: obj<HeadPush>({ seq: int(0) }),
  online: obj<OnlinePush>({ message }),
  drain: obj<Drain>({ after: int(0) }),
} satisfies Record<string, Schema<unknown>>;

export type Pushes = { [K in keyof typeof pushes]: TypeOf<(typeof pushes)[K]> };
export type PushName = keyof Pushes;

export function isPushName(name: string): name is PushName {
  return Object.hasOwn(pushes, name);
}
