export { CLOSE, closeAction, type CloseAction, type CloseName, type CloseReason } from './close.js';
export {
  ERRORS,
  errorEntry,
  timError,
  TIMError,
  type ErrorEntry,
  type ErrorName,
  type Retry,
  type TIMErrorOptions,
} from './errors.js';
export {
  decodeFrames,
  encodeFrame,
  FrameError,
  packFrames,
  type ErrorFrame,
  type Frame,
  type PingFrame,
  type PongFrame,
  type PushFrame,
  type RequestFrame,
  type ResultFrame,
  type WireError,
} from './frame.js';
export { JsonError, parseJson } from './json.js';
export { DEFAULT_PORT, LIMITS } from './limits.js';
export type { LogEntry, MessageEntry, Position } from './model/log.js';
export type {
  CustomElem,
  Elem,
  FaceElem,
  LocationElem,
  Message,
  MessageBody,
  Target,
  TextElem,
} from './model/message.js';
export { isUserId, KICK_REASONS, PLATFORMS, type KickReason, type Platform } from './model/user.js';
export type { Handlers, Op, OpTable, ParamsOf, ResultOf } from './op.js';
export { isOpName, ops, type OpName, type Ops } from './ops/index.js';
export type { SendParams, SendResult } from './ops/message.js';
export type {
  LoginParams,
  LoginResult,
  LogoutParams,
  RenewParams,
  RenewResult,
  ResumeParams,
  SessionInfo,
  SessionTicket,
} from './ops/session.js';
export type { AckParams, PullParams, PullResult } from './ops/sync.js';
export {
  isPushName,
  PROTOCOL_VERSION,
  pushes,
  type Drain,
  type Hello,
  type LogPush,
  type Pushes,
  type PushName,
  type SessionEnd,
} from './pushes.js';
export { isRecord, utf8Length, type Nothing, type Schema } from './schema.js';
