import { errorEntry, ERRORS, TIMError, type ErrorName } from '@tim-node/protocol';
import { IMError } from './im-error.js';

/** The codes that only the Web style has, with what they mean. */
export const WEB_ERRORS = {
  NO_SDKAPPID: { code: 2000, text: 'SDKAppID must be a whole number' },
  NO_IDENTIFIER: { code: 2002, text: 'userID must be a non-empty string' },
  NO_USERSIG: { code: 2003, text: 'userSig must be a non-empty string' },
  USER_NOT_LOGGED_IN: { code: 2024, text: 'nobody is logged in' },
  REPEAT_LOGIN: { code: 2025, text: 'a login is running' },
  MSG_SEND_FAIL: { code: 2100, text: 'the image could not be uploaded' },
  MSG_INSTANCE_REQUIRED: { code: 2105, text: 'the message was not made by a create function of this chat' },
  READ_RECEIPT_MSG_LIST_EMPTY: { code: 2114, text: 'none of the messages asks for a receipt' },
  MSG_I_SELECT_F_FIRST: { code: 2251, text: 'no image was chosen' },
  MSG_I_TYPES_LIMIT: { code: 2252, text: 'the image must be a JPG, PNG, GIF, BMP or WebP' },
  MSG_I_SIZE_LIMIT: { code: 2253, text: 'the image is larger than 28 MB' },
  MSG_A_UPLOAD_FAIL: { code: 2300, text: 'the sound could not be uploaded' },
  MSG_A_SIZE_LIMIT: { code: 2301, text: 'the sound is larger than 28 MB' },
  MSG_V_UPLOAD_FAIL: { code: 2350, text: 'the video could not be uploaded' },
  MSG_V_SIZE_LIMIT: { code: 2351, text: 'the video is larger than 100 MB' },
  MSG_V_TYPES_LIMIT: { code: 2352, text: 'the video must be an MP4, QuickTime or WebM' },
  MSG_F_UPLOAD_FAIL: { code: 2400, text: 'the file could not be uploaded' },
  MSG_F_SELECT_F_FIRST: { code: 2401, text: 'no file was chosen' },
  MSG_F_SIZE_LIMIT: { code: 2402, text: 'the file is larger than 100 MB' },
  MSG_MERGER_KEY_INVALID: { code: 2451, text: 'the message has no downloadKey' },
  MSG_FORWARD_TYPE_INVALID: { code: 2453, text: 'messages of this type cannot be passed on' },
  MSG_FORWARD_INVALID_ELEMENTS: { code: 2454, text: 'the message to pass on has no content' },
  MSG_MODIFY_CONFLICT: { code: 2480, text: 'somebody else has modified the message in between' },
  CONV_NOT_FOUND: { code: 2500, text: 'there is no such conversation' },
  INVALID_CONV_ID: { code: 2503, text: 'a conversation id is C2C and a userID or GROUP and a groupID' },
  ILLEGAL_GRP_TYPE: { code: 2600, text: 'there is no such kind of group' },
  NETWORK_ERROR: { code: 2800, text: 'the server cannot be reached' },
  NETWORK_TIMEOUT: { code: 2801, text: 'the server did not answer in time' },
  NO_NETWORK: { code: 2805, text: 'this machine has no network' },
  UNCAUGHT_ERROR: { code: 2903, text: 'this chat was destroyed' },
  INVALID_OPERATION: { code: 2905, text: 'an argument is not what it should be' },
  OVER_FREQUENCY_LIMIT: { code: 2996, text: 'too many calls are waiting for an answer' },
  LOGGING_IN: { code: 3000, text: 'the login is still running' },
  LOGIN_FAILED: { code: 3001, text: 'the last login failed' },
  KICKED_OUT_MULT_DEVICE: { code: 3002, text: 'kicked out by a login on another platform' },
  KICKED_OUT_MULT_ACCOUNT: { code: 3003, text: 'kicked out by a login of another instance' },
  KICKED_OUT_USERSIG_EXPIRED: { code: 3004, text: 'the UserSig has expired' },
  LOGGED_OUT: { code: 3005, text: 'logged out' },
  KICKED_OUT_REST_API: { code: 3006, text: 'kicked out by an administrator' },
} as const;

export type WebErrorName = keyof typeof WEB_ERRORS;

/**
 * What the core's errors are called here. Those without an entry keep their number: what the server answers
 * (10000 and more), and what the Web style has no number for (7003, 7013).
 */
const WEB_NAMES: Partial<Record<ErrorName, WebErrorName>> = {
  notInitialized: 'UNCAUGHT_ERROR',
  interrupted: 'UNCAUGHT_ERROR',
  internal: 'UNCAUGHT_ERROR',
  notLoggedIn: 'USER_NOT_LOGGED_IN',
  notAuthenticated: 'USER_NOT_LOGGED_IN',
  loginOvertaken: 'LOGGED_OUT',
  loginInProgress: 'REPEAT_LOGIN',
  invalidParameters: 'INVALID_OPERATION',
  invalidOperation: 'INVALID_OPERATION',
  tooManyRequests: 'OVER_FREQUENCY_LIMIT',
  disconnected: 'NETWORK_ERROR',
  connectTimeout: 'NETWORK_TIMEOUT',
  sendTimeout: 'NETWORK_TIMEOUT',
  answerTimeout: 'NETWORK_TIMEOUT',
};

const CODES = new Map<number, number>(
  Object.entries(WEB_NAMES).map(([name, webName]) => [ERRORS[name as ErrorName].code, WEB_ERRORS[webName].code]),
);
// The Web style has one code for a UserSig that has expired, whoever notices it.
CODES.set(ERRORS.userSigExpired.code, ERRORS.sigExpired.code);

/** Why a kicked client is not ready, by the reason of the kick. */
export const KICK_ERRORS = {
  multipleAccount: 'KICKED_OUT_MULT_ACCOUNT',
  multipleDevice: 'KICKED_OUT_MULT_DEVICE',
  userSigExpired: 'KICKED_OUT_USERSIG_EXPIRED',
  REST_API_Kick: 'KICKED_OUT_REST_API',
} as const satisfies Record<string, WebErrorName>;

/** Makes the error of a Web code, with more detail than its meaning where there is some. */
export function webError(name: WebErrorName, detail?: string): IMError {
  const { code, text } = WEB_ERRORS[name];
  return new IMError(code, detail === undefined ? text : `${detail}: ${text}`);
}

/** Translates an error of the core. */
export function toIMError(error: TIMError): IMError {
  const data = error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter };
  return new IMError(codeOf(error), textOf(error), data, error);
}

function textOf(error: TIMError): string {
  return error.desc === '' ? (errorEntry(error.code)?.meaning ?? `error ${error.code}`) : error.desc;
}

function codeOf(error: TIMError): number {
  if (error.code === ERRORS.kickedWhileOffline.code) {
    return WEB_ERRORS[KICK_ERRORS[error.reason ?? 'multipleAccount']].code;
  }
  const code = CODES.get(error.code) ?? error.code;
  return code === WEB_ERRORS.NETWORK_ERROR.code && isOffline() ? WEB_ERRORS.NO_NETWORK.code : code;
}

/** Whether the platform says that it has no network; only browsers do. */
function isOffline(): boolean {
  const { navigator } = globalThis as { navigator?: { readonly onLine?: boolean } };
  return navigator?.onLine === false;
}

/** Runs a step of the core; its errors come out as the Web style's. */
export function asIMError<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof TIMError ? toIMError(error) : error;
  }
}
