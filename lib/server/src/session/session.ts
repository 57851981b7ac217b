import type { CloseName, Platform } from '@tim-node/protocol';
import { userKey, type UserKey } from '../bus/bus.js';
import type { SessionRef } from '../store/store.js';

/** The connection of a session, as far as sessions care. */
export interface Link {
  isOpen(): boolean;
  /** Sends a push frame that is already encoded. */
  push(encoded: string): void;
  /** Keeps pushes back until the request at hand is answered, so that the answer comes first. */
  hold(): void;
  /** The session on this connection has ended; the connection is closed after what was pushed. */
  end(reason: CloseName): void;
}

/**
 * - `joining`: hears events, but is not known to be good yet
 * - `attached`: has a connection
 * - `lingering`: lost it a moment ago and still counts as online
 * - `ended`: over on this node
 */
export type SessionState = 'joining' | 'attached' | 'lingering' | 'ended';

/** One session on this node. Exists while it has a connection, and for a moment after. */
export class Session implements SessionRef {
  readonly key: UserKey;
  state: SessionState = 'joining';
  link: Link | undefined;
  platform: Platform = 'Linux';
  /** When the UserSig ends; unix seconds. */
  expireAt = 0;
  /** The same on the clock that never jumps; milliseconds. */
  deadline = Infinity;
  /** When a lingering session is given up; milliseconds on the clock that never jumps. */
  lingersUntil = 0;
  /** Newest log entry that the client was told of. It cannot have read further, whatever it says. */
  head = 0;
  /** Last log entry that the client has acknowledged here. */
  acked: number | undefined;

  constructor(
    readonly app: number,
    readonly user: string,
    readonly sessionId: string,
    /** Names this attachment of the session, among all nodes. */
    readonly attachment: string,
    link: Link,
  ) {
    this.key = userKey(app, user);
    this.link = link;
  }

  /** The client is told of the log up to this entry. */
  tellHead(seq: number): void {
    this.head = Math.max(this.head, seq);
  }
}
