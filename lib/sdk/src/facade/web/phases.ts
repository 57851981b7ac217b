import type { KickReason } from '@tim-node/protocol';
import { KICK_ERRORS, type WebErrorName } from './codes.js';

/** Why the server or the end of the UserSig has thrown a client out; what the Web style calls `type`. */
export type KickType = KickReason | 'userSigExpired';

/** Where a client stands, as its app has been told so far. */
export type Phase =
  | 'initial'
  | 'loggingIn'
  | 'loginFailed'
  | 'ready'
  | 'loggingOut'
  | 'loggedOut'
  | KickType
  | 'destroying'
  | 'destroyed';

/** With what error a call that needs a login is refused. */
export const NOT_READY: Readonly<Record<Exclude<Phase, 'ready'>, WebErrorName>> = {
  initial: 'USER_NOT_LOGGED_IN',
  loggingIn: 'LOGGING_IN',
  loginFailed: 'LOGIN_FAILED',
  loggingOut: 'LOGGED_OUT',
  loggedOut: 'LOGGED_OUT',
  ...KICK_ERRORS,
  destroying: 'LOGGED_OUT',
  destroyed: 'USER_NOT_LOGGED_IN',
};
