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
export type {
  AccountReceiveOption,
  Conversation,
  ConversationState,
  Face,
  GroupType,
  Mention,
  ReceiveOption,
} from './model/conversation.js';
export { GROUP_TYPES } from './model/conversation.js';
export {
  ELEM_TYPES,
  type CustomElem,
  type Elem,
  type ElemType,
  type FaceElem,
  type FileElem,
  type GroupTip,
  type GroupTipElem,
  type ImageElem,
  type LocationElem,
  type MergerElem,
  type Picture,
  type SoundElem,
  type TextElem,
  type VideoElem,
} from './model/elem.js';
export { mediaOf, mergersOf } from './model/elem-refs.js';
export type {
  CustomField,
  Group,
  GroupApplication,
  GroupFields,
  GroupRole,
  JoinOption,
  Member,
} from './model/group.js';
export type {
  ApplicationEntry,
  LogChange,
  LogEntry,
  MessageEntry,
  MessageName,
  Position,
  RevokedEntry,
} from './model/log.js';
export type { Extension, NamedReceipt, Reaction, Receipt, UserFace } from './model/marks.js';
export {
  MENTION_ALL,
  revokedBody,
  message,
  type Message,
  type MessageBody,
  type Revocation,
  type SenderProfile,
  type Target,
} from './model/message.js';
export { isUserId, KICK_REASONS, PLATFORMS, type KickReason, type Platform } from './model/user.js';
export type { Op, OpTable, ParamsOf, ResultOf } from './op.js';
export { isOpName, ops, type OpName, type Ops } from './ops/index.js';
export type {
  ConversationsPage,
  ConversationsParams,
  ConversationsResult,
  ConvGroupParams,
  CustomDataParams,
  MarkParams,
  OptionParams,
  OptionsResult,
  Outcomes,
  PinConversationParams,
  ReadParams,
  RemoveParams,
  RenameConvGroupParams,
  TargetsParams,
} from './ops/conversation.js';
export type {
  CreateGroupParams,
  GroupOutcome,
  GroupOutcomes,
  GroupRef,
  InviteParams,
  JoinedPage,
  JoinedParams,
  JoinResult,
  ApplicationPlace,
  ApplicationsPage,
  ApplicationsParams,
  HandleApplicationParams,
  KickMembersParams,
  MembersPage,
  MembersParams,
  ModifyGroupParams,
  ModifyMemberParams,
  Reading,
  UserOutcomes,
} from './ops/group.js';
export type {
  DeleteExtensionsParams,
  ExtensionOutcome,
  ExtensionOutcomes,
  Pinned,
  PinnedMessages,
  PinParams,
  ReactionParams,
  ReactionsParams,
  ReactionsResult,
  ReactorsParams,
  ReadersParams,
  ReceiptsResult,
  SetExtensionsParams,
  UsersResult,
} from './ops/marks.js';
export { MEDIA_KINDS, type MediaKind, type MediaLink, type UploadParams, type UploadPlace } from './ops/media.js';
export type {
  HistoryParams,
  HistoryResult,
  MergerContent,
  MergerKey,
  PutMergerParams,
  MessagesResult,
  ModifyParams,
  ModifyResult,
  PlaceParams,
  PlacesParams,
  ReadMarks,
  RevokeParams,
  SearchItem,
  SearchParams,
  SearchResult,
  SendParams,
  SendResult,
  TranslateParams,
  TranslateResult,
  VoiceParams,
  VoiceResult,
} from './ops/message.js';
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
  type HeadPush,
  type LogPush,
  type OnlinePush,
  type Pushes,
  type PushName,
  type SessionEnd,
} from './pushes.js';
export { isRecord, utf8Length, type Nothing, type Schema } from './schema.js';
