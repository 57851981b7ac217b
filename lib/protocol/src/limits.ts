/** Sizes, counts and times that both sides obey. Bytes are UTF-8 bytes, times are milliseconds unless named otherwise. */
export const LIMITS = {
  /** Deepest nesting of any JSON text. */
  jsonDepth: 32,
  /** Longest UserID, in bytes. */
  userIdBytes: 32,
  /** Longest UserSig text; a real one is well under 1 KiB. */
  userSigBytes: 4096,
  /** Largest UserSig after inflation. */
  userSigInflatedBytes: 8192,
  /** How far in the future a UserSig may have been issued (clock skew). */
  userSigSkewSeconds: 600,
  /** Largest frame before login. */
  frameBytesBeforeLogin: 8 * 1024,
  /** All bytes that a socket may send before login. */
  totalBytesBeforeLogin: 32 * 1024,
  /** All frames that a socket may send before login. */
  framesBeforeLogin: 16,
  /** Largest frame after login. */
  frameBytes: 1024 * 1024,
  /** Most fragments of one frame. */
  frameFragments: 64,
  /** Largest number of chunks that a half-received frame may occupy. */
  frameChunks: 1024,
  /** Bytes waiting for one slow reader before it is cut. */
  outQueueBytes: 1024 * 1024,
  /** A socket must log in within this time. */
  loginTimeout: 10_000,
  /** The server pings this often. */
  heartbeat: 25_000,
  /** An answer to a ping must come within this time. */
  heartbeatGrace: 10_000,
  /** Every API call is settled within this time unless set otherwise. */
  callDeadline: 30_000,
  /** Requests of one client that may wait for an answer at the same time. */
  pendingRequests: 1000,
  /** Largest message body as JSON text. */
  messageBytes: 12 * 1024,
  /** Sending the same client message id again within this time returns the first answer. */
  sendDedup: 7 * 24 * 3600 * 1000,
  /** Log entries in one page of `sync.pull`. */
  pullPage: 200,
  /** Failed UserSig checks of one user within a minute before 70050. */
  loginFailuresPerMinute: 10,
} as const;

/** Port of a server that was not given one. */
export const DEFAULT_PORT = 7750;
