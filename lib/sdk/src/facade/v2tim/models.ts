/** `MessageElemType` */
export const MessageElemType = {
  V2TIM_ELEM_TYPE_NONE: 0,
  V2TIM_ELEM_TYPE_TEXT: 1,
  V2TIM_ELEM_TYPE_CUSTOM: 2,
  V2TIM_ELEM_TYPE_IMAGE: 3,
  V2TIM_ELEM_TYPE_SOUND: 4,
  V2TIM_ELEM_TYPE_VIDEO: 5,
  V2TIM_ELEM_TYPE_FILE: 6,
  V2TIM_ELEM_TYPE_LOCATION: 7,
  V2TIM_ELEM_TYPE_FACE: 8,
  V2TIM_ELEM_TYPE_GROUP_TIPS: 9,
  V2TIM_ELEM_TYPE_MERGER: 10,
} as const;
export type MessageElemType = (typeof MessageElemType)[keyof typeof MessageElemType];

/** `MessageStatus` */
export const MessageStatus = {
  V2TIM_MSG_STATUS_SENDING: 1,
  V2TIM_MSG_STATUS_SEND_SUCC: 2,
  V2TIM_MSG_STATUS_SEND_FAIL: 3,
  V2TIM_MSG_STATUS_LOCAL_REVOKED: 6,
} as const;
export type MessageStatus = (typeof MessageStatus)[keyof typeof MessageStatus];

/** `HistoryMsgGetTypeEnum`. Local and cloud are the same here. */
export const HistoryMsgGetTypeEnum = {
  V2TIM_GET_CLOUD_OLDER_MSG: 1,
  V2TIM_GET_CLOUD_NEWER_MSG: 2,
  V2TIM_GET_LOCAL_OLDER_MSG: 3,
  V2TIM_GET_LOCAL_NEWER_MSG: 4,
} as const;
export type HistoryMsgGetTypeEnum = (typeof HistoryMsgGetTypeEnum)[keyof typeof HistoryMsgGetTypeEnum];

/** `MessagePriorityEnum` */
export const MessagePriorityEnum = {
  V2TIM_PRIORITY_DEFAULT: 0,
  V2TIM_PRIORITY_HIGH: 1,
  V2TIM_PRIORITY_NORMAL: 2,
  V2TIM_PRIORITY_LOW: 3,
} as const;
export type MessagePriorityEnum = (typeof MessagePriorityEnum)[keyof typeof MessagePriorityEnum];

export interface V2TimTextElem {
  text: string;
}

export interface V2TimCustomElem {
  data: string;
  desc: string;
  extension: string;
}

export interface V2TimFaceElem {
  index: number;
  data: string;
}

export interface V2TimLocationElem {
  desc: string;
  longitude: number;
  latitude: number;
}

/** What happened in a group. */
export interface V2TimGroupTipsElem {
  groupID: string;
  /** `GroupTipsElemType` */
  type: number;
  opMember: { userID: string };
  memberList: { userID: string }[];
  memberCount: number;
}

export interface V2TimUserFullInfo {
  userID: string;
}

/** A message. The element of its `elemType` is there, the others are not. */
export interface V2TimMessage {
  msgID: string;
  /** For `sendMessage`, while it has not been sent. */
  id?: string;
  /** Unix seconds. */
  timestamp: number;
  sender: string;
  nickName: string;
  faceUrl: string;
  nameCard: string;
  /** Groups. */
  groupID?: string;
  /** One-to-one: the other one. */
  userID?: string;
  status: MessageStatus;
  elemType: MessageElemType;
  textElem?: V2TimTextElem;
  customElem?: V2TimCustomElem;
  faceElem?: V2TimFaceElem;
  locationElem?: V2TimLocationElem;
  groupTipsElem?: V2TimGroupTipsElem;
  cloudCustomData: string;
  isSelf: boolean;
  isRead: boolean;
  isPeerRead: boolean;
  priority: MessagePriorityEnum;
  groupAtUserList: string[];
  /** Place in the conversation. */
  seq: string;
  random: number;
  isExcludedFromUnreadCount: boolean;
  isExcludedFromLastMessage: boolean;
  isSupportMessageExtension: boolean;
  needReadReceipt: boolean;
  isOnlineOnly: boolean;
  hasRiskContent: boolean;
  revokeReason: string;
  revokerInfo?: V2TimUserFullInfo;
}

/** What functions that make messages give. */
export interface V2TimMsgCreateInfoResult {
  /** For `sendMessage`. */
  id: string;
  messageInfo: V2TimMessage;
}

export interface V2TimMessageListResult {
  isFinished: boolean;
  messageList: V2TimMessage[];
}

/** What has become of a change: `code` is not 0 when somebody else was faster; `message` is how it is now. */
export interface V2TimMessageChangeInfo {
  code: number;
  desc: string;
  message: V2TimMessage;
}

/** A message of this user was read. */
export interface V2TimMessageReceipt {
  userID: string;
  /** Unix seconds. */
  timestamp: number;
  groupID?: string;
  msgID?: string;
  readCount?: number;
  unreadCount?: number;
  isPeerRead?: boolean;
}

/** A message that mentions the user and was not read. */
export interface V2TimGroupAtInfo {
  seq: string;
  /** 1 the user, 2 all, 3 both. */
  atType: number;
}

/** A conversation. */
export interface V2TimConversation {
  /** `c2c_` and UserID or `group_` and group id. */
  conversationID: string;
  /** 1 one-to-one, 2 group. */
  type: 1 | 2;
  userID?: string;
  groupID?: string;
  showName: string;
  faceUrl: string;
  groupType?: string;
  unreadCount: number;
  lastMessage?: V2TimMessage;
  draftText: string;
  /** Unix seconds. */
  draftTimestamp: number;
  isPinned: boolean;
  recvOpt: number;
  groupAtInfoList: V2TimGroupAtInfo[];
  /** Unix seconds: what the list is sorted by, after `isPinned`. */
  orderkey: number;
  markList: number[];
  customData: string;
  conversationGroupList: string[];
  /** Unix seconds. */
  c2cReadTimestamp: number;
  groupReadSequence: number;
}

export interface V2TimConversationResult {
  nextSeq: string;
  isFinished: boolean;
  conversationList: V2TimConversation[];
}

export interface V2TimConversationOperationResult {
  conversationID: string;
  resultCode: number;
  resultInfo: string;
}

/** What is left out does not matter. */
export interface V2TimConversationFilter {
  /** 1 one-to-one, 2 group. */
  conversationType?: number | undefined;
  conversationGroup?: string | undefined;
  markType?: number | undefined;
  hasUnreadCount?: boolean | undefined;
  hasGroupAtInfo?: boolean | undefined;
}
