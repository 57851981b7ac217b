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
  V2TIM_MSG_STATUS_HAS_DELETED: 4,
  V2TIM_MSG_STATUS_LOCAL_IMPORTED: 5,
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

/** `ReceiveMsgOptEnum` */
export const ReceiveMsgOptEnum = {
  V2TIM_RECEIVE_MESSAGE: 0,
  V2TIM_NOT_RECEIVE_MESSAGE: 1,
  V2TIM_RECEIVE_NOT_NOTIFY_MESSAGE: 2,
  V2TIM_RECEIVE_NOT_NOTIFY_MESSAGE_EXCEPT_AT: 3,
} as const;
export type ReceiveMsgOptEnum = (typeof ReceiveMsgOptEnum)[keyof typeof ReceiveMsgOptEnum];

/** `GetGroupMessageReadMemberListFilter` */
export const GetGroupMessageReadMemberListFilter = {
  V2TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ: 0,
  V2TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_UNREAD: 1,
} as const;
export type GetGroupMessageReadMemberListFilter =
  (typeof GetGroupMessageReadMemberListFilter)[keyof typeof GetGroupMessageReadMemberListFilter];

/** `V2TIM_IMAGE_TYPE` */
export const V2TIM_IMAGE_TYPE = {
  V2TIM_IMAGE_TYPE_ORIGIN: 0,
  V2TIM_IMAGE_TYPE_THUMB: 1,
  V2TIM_IMAGE_TYPE_LARGE: 2,
} as const;
export type V2TIM_IMAGE_TYPE = (typeof V2TIM_IMAGE_TYPE)[keyof typeof V2TIM_IMAGE_TYPE];

/** What all elements have. */
export interface V2TIMElem {
  /** The element after this one, in a message of several. */
  nextElem?: V2TimElemFields;
}

export interface V2TimTextElem extends V2TIMElem {
  text: string;
}

export interface V2TimCustomElem extends V2TIMElem {
  data: string;
  desc: string;
  extension: string;
}

export interface V2TimFaceElem extends V2TIMElem {
  index: number;
  data: string;
}

export interface V2TimLocationElem extends V2TIMElem {
  desc: string;
  longitude: number;
  latitude: number;
}

/** One size of a picture. */
export interface V2TimImage {
  uuid: string;
  type: V2TIM_IMAGE_TYPE;
  /** Bytes. */
  size: number;
  width: number;
  height: number;
  /** Can be loaded as it is, as long as this user is logged in; empty when it is not known. */
  url: string;
}

export interface V2TimImageElem extends V2TIMElem {
  /** On this machine, of a message that was made here. */
  path: string;
  /** Original, thumbnail, large; empty until it was sent. */
  imageList: V2TimImage[];
}

export interface V2TimSoundElem extends V2TIMElem {
  path: string;
  UUID: string;
  /** Bytes. */
  dataSize: number;
  /** Seconds. */
  duration: number;
  url: string;
}

export interface V2TimVideoElem extends V2TIMElem {
  videoPath: string;
  UUID: string;
  /** Bytes. */
  videoSize: number;
  /** Seconds. */
  duration: number;
  videoType: string;
  videoUrl: string;
  snapshotPath: string;
  snapshotUUID: string;
  /** Bytes. */
  snapshotSize: number;
  snapshotWidth: number;
  snapshotHeight: number;
  snapshotUrl: string;
}

export interface V2TimFileElem extends V2TIMElem {
  path: string;
  fileName: string;
  UUID: string;
  /** Bytes. */
  fileSize: number;
  url: string;
}

/** Messages put together; `downloadMergerMessage` gives them. */
export interface V2TimMergerElem extends V2TIMElem {
  title: string;
  abstractList: string[];
  compatibleText: string;
  isLayersOverLimit: boolean;
}

/** What happened in a group. */
export interface V2TimGroupTipsElem extends V2TIMElem {
  groupID: string;
  /** `GroupTipsElemType` */
  type: number;
  opMember: { userID: string };
  memberList: { userID: string }[];
  memberCount: number;
  groupChangeInfoList: V2TimGroupChangeInfo[];
  memberChangeInfoList: V2TimGroupMemberChangeInfo[];
}

export interface V2TimGroupChangeInfo {
  /** `GroupChangeInfoType` */
  type: number;
  value: string;
  /** Of a field of the app's own. */
  key: string;
  /** The new value where it is an option. */
  intValue: number;
}

export interface V2TimGroupMemberChangeInfo {
  userID: string;
  /** How long he may not speak; seconds. */
  muteTime: number;
}

export interface V2TimUserInfo {
  userID: string;
  nickName: string;
  faceUrl: string;
}

export interface V2TimGroupMemberInfo extends V2TimUserInfo {
  nameCard: string;
}

export interface V2TimUserFullInfo {
  userID: string;
}

/** The element of its type is there, the others are not. */
export interface V2TimElemFields {
  elemType: MessageElemType;
  textElem?: V2TimTextElem;
  customElem?: V2TimCustomElem;
  imageElem?: V2TimImageElem;
  soundElem?: V2TimSoundElem;
  videoElem?: V2TimVideoElem;
  fileElem?: V2TimFileElem;
  locationElem?: V2TimLocationElem;
  faceElem?: V2TimFaceElem;
  groupTipsElem?: V2TimGroupTipsElem;
  mergerElem?: V2TimMergerElem;
}

/** A message. The element of its `elemType` is there, the others are not. */
export interface V2TimMessage extends V2TimElemFields {
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
  cloudCustomData: string;
  /** The app's own, on this machine. */
  localCustomData: string;
  /** The app's own, on this machine. */
  localCustomInt: number;
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
