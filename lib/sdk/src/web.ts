import {
  tencentCloudChatOn,
  timOn,
  type TencentCloudChatNamespace,
  type TIMNamespace,
} from './facade/web/namespace.js';
import { webHost } from './host/web.js';

/** The Web style: `TencentCloudChat.create({ SDKAppID })`, promises and events. */
export const TencentCloudChat: TencentCloudChatNamespace = tencentCloudChatOn(webHost);

/** The Web style of 2020: `TIM.create({ SDKAppID })`. */
export const TIM: TIMNamespace = timOn(webHost);

export default TencentCloudChat;
export type { Chat } from './facade/web/chat.js';
export type { IMResponse, LoginResponseData } from './facade/web/client.js';
export type { ChatEvent, ChatEventData, ChatEventHandler } from './facade/web/events.js';
export type { ChatFactory } from './facade/web/factory.js';
export { IMError, type IMErrorData } from './facade/web/im-error.js';
export type { TencentCloudChatNamespace, TIMNamespace } from './facade/web/namespace.js';
export type { CreateOptions } from './facade/web/options.js';
export type { MergerOptions, MessageOptionsOf, TextAtPayload } from './facade/web/rows/message-create.js';
export type { FileMessageOptions } from './facade/web/rows/message-files.js';
export type { FoundMessages, MessageSearchOutcome } from './facade/web/rows/message.js';
export type { LoginOptions } from './facade/web/rows/session.js';
export type { SendOptions } from './facade/web/send-options.js';
export type {
  AllReceiveMessageOpt,
  Conversation,
  ConversationOutcomes,
  GroupAtInfo,
  LastMessage,
} from './facade/web/shapes/conversation.js';
export type { Group, GroupMember, GroupSelfInfo } from './facade/web/shapes/group.js';
export type { MessageList, MessageListHopping } from './facade/web/rows/history.js';
export type {
  MessageExtension,
  MessageExtensionResult,
  MessageReaction,
  MessageReactions,
  MessageReadReceipt,
  PinnedGroupMessage,
  ReadMemberList,
} from './facade/web/shapes/marks.js';
export type { Message, MessageBase, MessageElement, Payloads, ReadReceiptInfo } from './facade/web/shapes/message.js';
export type {
  AudioOptions,
  AudioPayload,
  ChosenFile,
  CustomPayload,
  FacePayload,
  FileOptions,
  FilePayload,
  GroupTipPayload,
  ImageInfo,
  ImagePayload,
  LocationPayload,
  MergedMessage,
  MergerPayload,
  TextPayload,
  VideoOptions,
  VideoPayload,
} from './facade/web/shapes/payloads.js';
