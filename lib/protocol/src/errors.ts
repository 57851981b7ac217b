import type { KickReason } from './model/user.js';

/** What a caller can do about an error. */
export type Retry =
  /** The same call will fail again. */
  | 'no'
  /** Try again later; nothing has to change. */
  | 'later'
  /** Get a fresh UserSig from your backend and log in with it. */
  | 'fresh-sig'
  /** Log in (again), then repeat the call. */
  | 'login';

export interface ErrorEntry {
  readonly code: number;
  /** The name of the native SDK where it has one. */
  readonly name: string;
  readonly meaning: string;
  readonly retry: Retry;
  /** What to do. */
  readonly remedy: string;
}

function entry(code: number, name: string, retry: Retry, meaning: string, remedy: string): ErrorEntry {
  return { code, name, retry, meaning, remedy };
}

/** Every error that a user of this SDK or server can meet, each with one entry. Rendered into docs/errors.md. */
export const ERRORS = {
  ok: entry(0, 'ERR_SUCC', 'no', 'success', 'Nothing.'),

  // The SDK itself.
  notInitialized: entry(6013, 'ERR_SDK_NOT_INITIALIZED', 'no', 'not initialized', 'Call TIMInit first.'),
  notLoggedIn: entry(6014, 'ERR_SDK_NOT_LOGGED_IN', 'login', 'not login', 'Log in and wait for the callback.'),
  invalidParameters: entry(6017, 'ERR_INVALID_PARAMETERS', 'no', 'invalid parameters', 'Correct the named parameter.'),
  sessionLost: entry(
    6020,
    'ERR_EXPIRED_SESSION_NODE',
    'login',
    'the server does not know the session any more',
    'The SDK logs in again by itself.',
  ),
  loginOvertaken: entry(
    6023,
    'ERR_LOGGED_OUT_BEFORE_LOGIN_FINISHED',
    'login',
    'the login was overtaken by a logout or by another login',
    'Log in again if that was not meant.',
  ),
  localStoreFailed: entry(
    6019,
    'ERR_DATABASE_OPERATE_FAILED',
    'later',
    'the local store cannot be used',
    'See the log: the disk may be full. The chat goes on without it.',
  ),
  userSigExpired: entry(
    6206,
    'ERR_USER_SIG_EXPIRED',
    'fresh-sig',
    'the UserSig has expired',
    'Fetch a new UserSig from your backend and log in.',
  ),
  kickedWhileOffline: entry(
    6208,
    'ERR_LOGIN_KICKED_OFF_BY_OTHER',
    'login',
    'another instance logged in while this one was offline',
    'Ask the user, then log in again; the next login succeeds.',
  ),
  invalidUserId: entry(
    7003,
    'ERR_SDK_COMM_INVALID_IDENTIFIER',
    'no',
    'a UserID is 1 to 32 of a-z A-Z 0-9 _ -',
    'Use another UserID.',
  ),
  interrupted: entry(7009, 'ERR_SDK_COMM_INTERRUPT', 'no', 'interrupted by Uninit', 'Nothing: the SDK was shut down.'),
  internal: entry(7012, 'ERR_SDK_INTERNAL_ERROR', 'no', 'internal error', 'Report it with the log.'),
  notSupported: entry(
    7013,
    'ERR_SDK_INTERFACE_NOT_SUPPORT',
    'no',
    'not supported',
    'See docs/api-coverage.md for what this version can do.',
  ),
  invalidOperation: entry(
    7014,
    'ERR_SDK_INVALID_OPERATION',
    'no',
    'the operation does not fit the state of the connection',
    'Log out before another login on the same connection.',
  ),
  fileMissing: entry(
    7004,
    'ERR_SDK_COMM_FILE_NOT_FOUND',
    'no',
    'there is no such file',
    'Check the path; a relative one begins at the working directory.',
  ),
  fileTooLarge: entry(
    7005,
    'ERR_SDK_COMM_FILE_TOO_LARGE',
    'no',
    'the file is larger than 28 MB (image, sound) or 100 MB (video, file)',
    'Make it smaller or cut it into pieces.',
  ),
  fileEmpty: entry(7006, 'ERR_SDK_COMM_FILE_SIZE_EMPTY', 'no', 'the file is empty', 'Check how the file was made.'),
  fileUnusable: entry(
    7007,
    'ERR_SDK_COMM_FILE_OPEN_FAILED',
    'no',
    'the file cannot be opened',
    'Check that it is a file, and the rights to it.',
  ),
  loginInProgress: entry(
    7501,
    'ERR_SDK_ACCOUNT_LOGIN_IN_PROCESS',
    'no',
    'a login of this user is running',
    'Wait for the callback of the first login.',
  ),
  mergerTooDeep: entry(
    8005,
    'ERR_MERGER_MSG_LAYERS_OVER_LIMIT',
    'no',
    'merged messages within merged messages are nested too deeply',
    'Merge fewer layers.',
  ),
  modifyConflict: entry(
    8006,
    'ERR_SDK_MSG_MODIFY_CONFLICT',
    'no',
    'somebody else has changed the message in the meantime',
    'The callback holds the message as it is now; change that one.',
  ),
  messageTooLong: entry(
    8001,
    'ERR_SDK_MSG_BODY_SIZE_LIMIT',
    'no',
    'the message is longer than 12 KB',
    'Send a file or several messages.',
  ),

  nothingToCancel: entry(
    8020,
    'ERR_SDK_INVALID_CANCEL_MESSAGE',
    'no',
    'no such message is being sent',
    'Nothing: it was sent, has failed, or never was.',
  ),
  sendCancelled: entry(
    8021,
    'ERR_SDK_SEND_MESSAGE_FAILED_WITH_CANCEL',
    'no',
    'the sending was cancelled',
    'Nothing: TIMMsgCancelSend has done it.',
  ),

  // Files of messages, on their way.
  transferDenied: entry(
    6006,
    'ERR_FILE_TRANS_AUTH_FAILED',
    'no',
    'the server does not allow this transfer',
    'Fetch the message again, or ask who has sent it.',
  ),
  uploadFailed: entry(6008, 'ERR_FILE_TRANS_UPLOAD_FAILED', 'later', 'the upload has failed', 'Check the network.'),
  downloadFailed: entry(
    6009,
    'ERR_FILE_TRANS_DOWNLOAD_FAILED',
    'later',
    'the download has failed',
    'Check the network; the file may be gone.',
  ),
  notImage: entry(
    6031,
    'ERR_IMAGE_UPLOAD_FAILED_NOTIMAGE',
    'no',
    'the file is no image',
    'Send a PNG, JPEG, GIF, BMP or WebP image, or send it as a file.',
  ),
  mediaUnknown: entry(
    114000,
    'ERR_SVR_RES_NOT_FOUND',
    'no',
    'there is no such file, or the sender may not see it',
    'Upload it again.',
  ),
  mediaQuota: entry(
    114002,
    'ERR_SVR_RES_SIZE_LIMIT',
    'no',
    'the files of the user take up too much',
    'Ask whoever runs the server.',
  ),

  // The network, seen by the SDK.
  notAuthenticated: entry(
    9503,
    'ERR_SDK_NET_AUTH_INVALID',
    'login',
    'the connection is not logged in',
    'Log in and wait for the callback.',
  ),
  sendTooOften: entry(
    9506,
    'ERR_SDK_NET_FREQ_LIMIT',
    'later',
    'the user sends messages too fast',
    'Wait as long as the answer says, and send less.',
  ),
  tooManyRequests: entry(
    9507,
    'ERR_SDK_NET_REQ_COUNT_LIMIT',
    'later',
    'too many requests are waiting for an answer',
    'Send less at the same time.',
  ),
  disconnected: entry(
    9508,
    'ERR_SDK_NET_DISCONNECT',
    'later',
    'no connection to the server',
    'Check the network and the server address.',
  ),
  connectTimeout: entry(
    9510,
    'ERR_SDK_NET_CONN_TIMEOUT',
    'later',
    'connecting to the server took too long',
    'Check the network and the server address.',
  ),
  sendTimeout: entry(
    9519,
    'ERR_SDK_NET_WAIT_SEND_TIMEOUT',
    'later',
    'the request could not be sent in time',
    'Try again when the connection is back.',
  ),
  answerTimeout: entry(
    9520,
    'ERR_SDK_NET_WAIT_ACK_TIMEOUT',
    'later',
    'the request was sent but not answered in time',
    'Try again; a message keeps its id and is not stored twice.',
  ),
  frameTooBig: entry(
    9522,
    'ERR_SDK_NET_PKG_SIZE_LIMIT',
    'no',
    'the request is larger than 1 MB',
    'Send less in one call.',
  ),

  // Groups, answered by the server.
  groupInternal: entry(
    10002,
    'ERR_SVR_GROUP_INTERNAL_ERROR',
    'later',
    'the server failed at something with a group',
    'Try again later; the server log tells more.',
  ),
  groupInvalid: entry(
    10004,
    'ERR_SVR_GROUP_INVALID_PARAMETERS',
    'no',
    'something that was said of the group is not possible',
    'Correct what the text names.',
  ),
  groupDenied: entry(
    10007,
    'ERR_SVR_GROUP_PERMISSION_DENY',
    'no',
    'the role in the group, or the kind of group, does not allow it',
    'Ask an administrator of the group.',
  ),
  groupOwnerStays: entry(
    10009,
    'ERR_SVR_GROUP_SUPER_NOT_ALLOW_QUIT',
    'no',
    'the owner cannot leave the group',
    'Give the group to another member first, or dismiss it.',
  ),
  groupSendTooOften: entry(
    10023,
    'ERR_SVR_GROUP_SEND_MSG_FREQ_LIMIT',
    'later',
    'messages to this group come too fast',
    'Wait as long as the answer says, and send less.',
  ),
  groupHandled: entry(
    10024,
    'ERR_SVR_GROUP_REQ_ALLREADY_BEEN_PROCESSED',
    'no',
    'the application was decided already, or there is none',
    'Fetch the applications anew.',
  ),
  groupMessageUnknown: entry(
    10030,
    'ERR_SVR_GROUP_REVOKE_MSG_NOT_FOUND',
    'no',
    'there is no such message in the group, or it was taken back',
    'Fetch the messages of the group anew.',
  ),
  groupRevokeLate: entry(
    10031,
    'ERR_SVR_GROUP_REVOKE_MSG_TIME_LIMIT',
    'no',
    'the message is too old to be taken back',
    'The setting `revokeSeconds` of the server says how long messages can be taken back.',
  ),
  groupRevokeDenied: entry(
    10032,
    'ERR_SVR_GROUP_REVOKE_MSG_DENY',
    'no',
    'only the sender of a message, administrators and the owner of the group may change it or take it back',
    'Ask an administrator of the group.',
  ),
  groupUnknown: entry(10010, 'ERR_SVR_GROUP_NOT_FOUND', 'no', 'there is no such group', 'Check the group id.'),
  groupAlreadyMember: entry(
    10013,
    'ERR_SVR_GROUP_ALLREADY_MEMBER',
    'no',
    'the user is in the group already',
    'Nothing.',
  ),
  groupFull: entry(
    10014,
    'ERR_SVR_GROUP_FULL_MEMBER_COUNT',
    'later',
    'there is no room in the group',
    'Wait until somebody leaves, or let the owner raise the limit.',
  ),
  groupIdInvalid: entry(
    10015,
    'ERR_SVR_GROUP_INVALID_GROUPID',
    'no',
    'a group id is 1 to 48 printable ASCII characters and does not begin with @TGS#',
    'Use another group id.',
  ),
  groupMuted: entry(
    10017,
    'ERR_SVR_GROUP_SHUTUP_DENY',
    'later',
    'the sender may not speak in this group now',
    'Wait until the time is over, or ask an administrator.',
  ),
  groupPinsFull: entry(
    10070,
    'ERR_SVR_GROUP_PINNED_MESSAGE_COUNT_LIMIT',
    'no',
    'at most 10 messages are pinned in a group',
    'Let another message go first.',
  ),
  groupAccountUnknown: entry(
    10019,
    'ERR_SVR_GROUP_ACCOUNT_NOT_FOUND',
    'no',
    'one of the users does not exist',
    'Import him or let him log in once.',
  ),
  groupIdTaken: entry(
    10021,
    'ERR_SVR_GROUP_GROUPID_IN_USED',
    'no',
    'the group id is taken, perhaps by a group that was dismissed',
    'Use another group id.',
  ),
  messageParty: entry(20003, 'ERR_SVR_MSG_INVALID_ID', 'no', 'the receiver is unknown', 'Check the UserID.'),
  messageInternal: entry(
    20005,
    'ERR_SVR_MSG_INTERNAL_ERROR1',
    'later',
    'the server could not store the message',
    'Try again later.',
  ),
  messageUnknown: entry(
    20022,
    'ERR_SVR_MSG_NOT_FOUND',
    'no',
    'there is no such message that this user can see or change, or it was taken back',
    'Check the conversation and the place of the message; only its sender can change it or take it back.',
  ),
  extensionConflict: entry(
    23001,
    'ERR_SVR_MSG_EXTENSION_CONFLICT',
    'no',
    'somebody else has changed the extension in between',
    'The result holds what is there now. Set or delete again where that is still wanted.',
  ),
  extensionMissing: entry(
    23004,
    'ERR_SVR_MSG_EXTENSION_NOT_EXIST',
    'no',
    'the message has no such extension',
    'Nothing: it is not there.',
  ),
  tooManyReactions: entry(
    23005,
    'ERR_SVR_MSG_REACTION_COUNT_LIMIT',
    'no',
    'a message takes at most 10 different reactions',
    'Use one of the reactions that are there.',
  ),
  tooManyReactors: entry(
    23006,
    'ERR_SVR_MSG_REACTION_USER_COUNT_LIMIT',
    'no',
    'at most 100 users react to a message in the same way',
    'Use another reaction.',
  ),
  alreadyReacted: entry(
    23007,
    'ERR_SVR_MSG_REACTION_ALREADY_CONTAIN_USER',
    'no',
    'this user has reacted to the message in this way already',
    'Nothing: it is there.',
  ),
  reactionMissing: entry(
    23008,
    'ERR_SVR_MSG_REACTION_NOT_EXISTS',
    'no',
    'nobody has reacted to the message in this way',
    'Nothing: it is not there.',
  ),
  notReacted: entry(
    23009,
    'ERR_SVR_MSG_REACTION_NOT_CONTAIN_USER',
    'no',
    'others have reacted to the message in this way, but not this user',
    'Nothing: it is not there.',
  ),

  // Conversations, answered by the server.
  conversationAccount: entry(50001, 'ERR_SVR_CONV_ACCOUNT_NOT_FOUND', 'no', 'no such user', 'Check the UserID.'),
  conversationUnknown: entry(
    50002,
    'ERR_SVR_CONV_INVALID_PARAMETERS',
    'no',
    'there is no such conversation',
    'Check the conversation id; a conversation begins with its first message.',
  ),
  conversationInternal: entry(
    50004,
    'ERR_SVR_CONV_INTERNAL_ERROR',
    'later',
    'the server failed',
    'Try again later; the server log tells more.',
  ),
  tooManyConversations: entry(
    51006,
    'ERR_SVR_CONV_CONV_MARK_REQ_COUNT_EXCEED_LIMIT',
    'no',
    'one call takes at most 100 conversations',
    'Make several calls.',
  ),
  convGroupFailed: entry(
    51007,
    'ERR_SVR_CONV_CONV_MARK_OPERATE_FAILED',
    'no',
    'there is a group of conversations of that name already',
    'Use another name.',
  ),
  tooManyMarked: entry(
    51008,
    'ERR_SVR_CONV_CONV_MARK_TOTAL_COUNT_EXCEED_LIMIT',
    'no',
    'at most 1000 conversations can be marked',
    'Remove marks from others first.',
  ),
  convGroupUnknown: entry(
    51009,
    'ERR_SVR_CONV_CONV_GROUP_NOT_EXIST',
    'no',
    'there is no such group of conversations',
    'Check its name, or make it.',
  ),
  tooManyConvGroups: entry(
    51010,
    'ERR_SVR_CONV_CONV_GROUP_TOTAL_COUNT_EXCEED_LIMIT',
    'no',
    'there can be 20 groups of conversations',
    'Delete one first.',
  ),
  convGroupNameTooLong: entry(
    51011,
    'ERR_SVR_CONV_CONV_GROUP_NAME_EXCEED_LENGTH',
    'no',
    'the name of a group of conversations is 1 to 32 bytes',
    'Use a shorter name.',
  ),

  revokeLate: entry(
    20016,
    'ERR_SVR_MSG_REVOKE_TIME_LIMIT',
    'no',
    'the message is too old to be taken back',
    'The setting `revokeSeconds` of the server says how long messages can be taken back.',
  ),
  // The UserSig and the account, answered by the server.
  sigExpired: entry(
    70001,
    'ERR_SVR_ACCOUNT_USERSIG_EXPIRED',
    'fresh-sig',
    'the UserSig has expired',
    'Fetch a new UserSig from your backend and log in.',
  ),
  sigEmpty: entry(70002, 'ERR_SVR_ACCOUNT_USERSIG_EMPTY', 'no', 'the UserSig is empty', 'Pass a UserSig.'),
  sigMalformed: entry(
    70003,
    'ERR_SVR_ACCOUNT_USERSIG_CHECK_FAILED',
    'no',
    'the UserSig is malformed',
    'Check that it was not cut or changed on its way.',
  ),
  sigWrongKey: entry(
    70009,
    'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_PUBLICKEY',
    'no',
    'the UserSig was made with another secret key',
    'Sign with the key of this app.',
  ),
  sigOtherUser: entry(
    70013,
    'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_ID',
    'no',
    'the UserSig was made for another user',
    'Sign for the UserID that logs in.',
  ),
  sigOtherApp: entry(
    70014,
    'ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID',
    'no',
    'the UserSig was made for another SDKAppID',
    'Sign for the SDKAppID that was given to Init.',
  ),
  appWithoutKey: entry(
    70016,
    'ERR_SVR_ACCOUNT_USERSIG_PUBLICKEY_NOT_FOUND',
    'no',
    'the app has no secret key',
    'Give the app a key on the server.',
  ),
  appUnknown: entry(
    70020,
    'ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND',
    'no',
    'the server does not know this SDKAppID',
    'Check the SDKAppID and the server address.',
  ),
  tooManyFailures: entry(
    70050,
    'ERR_SVR_ACCOUNT_FREQ_LIMIT',
    'later',
    'too many failed UserSig checks',
    'Wait a minute, then use a valid UserSig.',
  ),
  sigRevoked: entry(
    70052,
    'ERR_SVR_ACCOUNT_INVALID_USERSIG',
    'fresh-sig',
    'the UserSig was made useless by an administrator',
    'Fetch a new UserSig from your backend and log in.',
  ),
  accountMissing: entry(
    70107,
    'ERR_SVR_ACCOUNT_NOT_FOUND',
    'no',
    'no such account',
    'Import it or let it log in once.',
  ),
  accountInternal: entry(
    70500,
    'ERR_SVR_ACCOUNT_INTERNAL_ERROR',
    'later',
    'the server failed',
    'Try again later; the server log tells more.',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorName = keyof typeof ERRORS;

const byCode = new Map<number, ErrorEntry>(Object.values(ERRORS).map((known) => [known.code, known]));

/** The catalogue entry of a code, if it has one. */
export function errorEntry(code: number): ErrorEntry | undefined {
  return byCode.get(code);
}

export interface TIMErrorOptions {
  readonly cause?: unknown;
  /** Try again after this many milliseconds. */
  readonly retryAfter?: number;
  /** For a session that was kicked: why. */
  readonly reason?: KickReason;
}

/** A failure with a code from the catalogue. */
export class TIMError extends Error {
  override readonly name: string = 'TIMError';
  /** Try again after this many milliseconds. */
  readonly retryAfter?: number;
  /** For a session that was kicked: why. */
  readonly reason?: KickReason;

  constructor(
    readonly code: number,
    /** What went wrong, in words. */
    readonly desc: string,
    options: TIMErrorOptions = {},
  ) {
    super(`${code} ${desc}`, options.cause === undefined ? undefined : { cause: options.cause });
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
    if (options.reason !== undefined) this.reason = options.reason;
  }
}

/** Makes the error of a catalogue entry, with more detail than its meaning where there is some. */
export function timError(name: ErrorName, detail?: string, options: TIMErrorOptions = {}): TIMError {
  const { code, meaning } = ERRORS[name];
  return new TIMError(code, detail ?? meaning, options);
}
