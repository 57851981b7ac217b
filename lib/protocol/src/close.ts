/**
 * WebSocket close codes and what a client does next. Both sides read this table; nothing else decides.
 *
 * - `reconnect`: dial again with back-off, then resume the session
 * - `spread`: the same, but wait for the time that the server named first
 * - `park`: stay disconnected until the next login
 * - `end`: the session is over; never dial again by itself
 * - `ignore`: this client has closed the connection itself
 */
export type CloseAction = 'reconnect' | 'spread' | 'park' | 'end' | 'ignore';

export interface CloseReason {
  readonly code: number;
  readonly meaning: string;
  readonly action: CloseAction;
}

export const CLOSE = {
  normal: { code: 1000, meaning: 'the client has finished', action: 'ignore' },
  goingAway: { code: 1001, meaning: 'the server is going away', action: 'spread' },
  protocol: { code: 1002, meaning: 'a WebSocket protocol error', action: 'reconnect' },
  binary: { code: 1003, meaning: 'binary frames are not accepted', action: 'reconnect' },
  abnormal: { code: 1006, meaning: 'the connection was lost', action: 'reconnect' },
  invalidUtf8: { code: 1007, meaning: 'a text frame was not valid UTF-8', action: 'reconnect' },
  policy: { code: 1008, meaning: 'the peer broke a rule', action: 'reconnect' },
  tooBig: { code: 1009, meaning: 'a frame was too big', action: 'reconnect' },
  internal: { code: 1011, meaning: 'the server failed', action: 'reconnect' },
  badFrame: { code: 4000, meaning: 'a frame could not be read', action: 'reconnect' },
  loginTimeout: { code: 4001, meaning: 'nobody logged in in time', action: 'park' },
  beforeLogin: { code: 4002, meaning: 'too much traffic before login', action: 'reconnect' },
  heartbeat: { code: 4003, meaning: 'a ping was not answered', action: 'reconnect' },
  slowConsumer: { code: 4004, meaning: 'the reader was too slow', action: 'reconnect' },
  tooManyConnections: { code: 4005, meaning: 'too many connections from this address', action: 'reconnect' },
  replaced: { code: 4006, meaning: 'the session goes on over another connection', action: 'ignore' },
  sessionLost: { code: 4007, meaning: 'the server does not know the session any more', action: 'reconnect' },
  loggedOut: { code: 4008, meaning: 'the session was ended by logout', action: 'ignore' },
  kicked: { code: 4010, meaning: 'the session was kicked', action: 'end' },
  userSigExpired: { code: 4011, meaning: 'the UserSig has expired', action: 'end' },
  clientStale: { code: 4020, meaning: 'the server fell silent', action: 'reconnect' },
  clientProtocol: { code: 4021, meaning: 'the server broke the protocol', action: 'reconnect' },
} as const satisfies Record<string, CloseReason>;

export type CloseName = keyof typeof CLOSE;

const actions = new Map<number, CloseAction>(Object.values(CLOSE).map(({ code, action }) => [code, action]));

/** What to do after a close with this code; unknown codes are treated as a lost connection. */
export function closeAction(code: number): CloseAction {
  return actions.get(code) ?? 'reconnect';
}
