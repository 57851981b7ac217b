import { V2TIMManager } from './facade/v2tim/manager.js';
import { nodeHost } from './host/node.js';

/** The SDK in the style of Flutter. */
export const TencentImSDKPlugin = {
  /** The manager that a process with one account needs. */
  v2TIMManager: new V2TIMManager(nodeHost),
  /** Makes a further manager, for a further account; any number of them live side by side. */
  createManager: (): V2TIMManager => new V2TIMManager(nodeHost),
};

export type { V2TimCallback, V2TimValueCallback } from './facade/v2tim/callbacks.js';
export type { V2TIMConversationManager } from './facade/v2tim/conversation-manager.js';
export type { V2TimConversationListener } from './facade/v2tim/conversation-listener.js';
export type { V2TimSendMode, V2TimSendOptions } from './facade/v2tim/drafts.js';
export type { KickInfo, V2TimSDKListener } from './facade/v2tim/listener.js';
export {
  LoginStatus,
  LogLevelEnum,
  type InitSDKOptions,
  type V2LoginOptions,
  type V2TIMManager,
} from './facade/v2tim/manager.js';
export type { V2TIMMessageManager } from './facade/v2tim/message-manager.js';
export type { V2TimMessageRef } from './facade/v2tim/message/base.js';
export type { V2TimDownloadOptions } from './facade/v2tim/message/files.js';
export type { V2TimDraftRef } from './facade/v2tim/message/making.js';
export type { V2TimHistoryOptions } from './facade/v2tim/message/reading.js';
export type {
  V2TimGroupMessageReadMemberList,
  V2TimMessageDownloadProgress,
  V2TimMessageExtension,
  V2TimMessageExtensionResult,
  V2TimMessageOnlineUrl,
  V2TimMessageReaction,
  V2TIMMessageReactionChangeInfo,
  V2TimMessageReactionResult,
  V2TimMessageReactionUserResult,
  V2TimMessageSearchParam,
  V2TimMessageSearchResult,
  V2TimMessageSearchResultItem,
  V2TimReceiveMessageOptInfo,
} from './facade/v2tim/models-message.js';
export type { V2TimOfflinePushInfo } from './facade/v2tim/push.js';
export type { V2TimAdvancedMsgListener } from './facade/v2tim/message-listener.js';
export {
  GetGroupMessageReadMemberListFilter,
  HistoryMsgGetTypeEnum,
  MessageElemType,
  MessagePriorityEnum,
  MessageStatus,
  ReceiveMsgOptEnum,
  V2TIM_IMAGE_TYPE,
  type V2TimConversation,
  type V2TimConversationFilter,
  type V2TimConversationOperationResult,
  type V2TimConversationResult,
  type V2TimCustomElem,
  type V2TIMElem,
  type V2TimElemFields,
  type V2TimFaceElem,
  type V2TimFileElem,
  type V2TimGroupAtInfo,
  type V2TimGroupChangeInfo,
  type V2TimGroupMemberChangeInfo,
  type V2TimGroupMemberInfo,
  type V2TimGroupTipsElem,
  type V2TimImage,
  type V2TimImageElem,
  type V2TimLocationElem,
  type V2TimMergerElem,
  type V2TimMessage,
  type V2TimMessageChangeInfo,
  type V2TimMessageListResult,
  type V2TimMessageReceipt,
  type V2TimMsgCreateInfoResult,
  type V2TimSoundElem,
  type V2TimTextElem,
  type V2TimUserFullInfo,
  type V2TimUserInfo,
  type V2TimVideoElem,
} from './facade/v2tim/models.js';
