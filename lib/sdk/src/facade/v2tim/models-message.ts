import type {
  V2TimFileElem,
  V2TimImageElem,
  V2TimMessage,
  V2TimSoundElem,
  V2TimUserInfo,
  V2TimVideoElem,
} from './models.js';
import type { V2TimGroupMemberInfo } from './models.js';

/* What functions on messages take and give, besides messages. */

/** A key and its value, kept with a message. */
export interface V2TimMessageExtension {
  extensionKey: string;
  extensionValue: string;
}

/** What has become of one key. */
export interface V2TimMessageExtensionResult {
  /** 0, or why not. */
  resultCode: number;
  resultInfo: string;
  /** What is there now. */
  extension: V2TimMessageExtension;
}

/** One kind of reaction to a message. */
export interface V2TimMessageReaction {
  reactionID: string;
  totalUserCount: number;
  /** Some of the users, the first ones first. */
  partialUserList: V2TimUserInfo[];
  reactedByMyself: boolean;
}

/** The reactions to one message. */
export interface V2TimMessageReactionResult {
  /** 0, or why there are none. */
  resultCode: number;
  resultInfo: string;
  msgID: string;
  reactionList: V2TimMessageReaction[];
}

/** The reactions to a message that have changed, as they are now. */
export interface V2TIMMessageReactionChangeInfo {
  messageID: string;
  reactionList: V2TimMessageReaction[];
}

/** A page of those who have reacted in one way. */
export interface V2TimMessageReactionUserResult {
  userInfoList: V2TimUserInfo[];
  /** For the next page. */
  nextSeq: number;
  isFinished: boolean;
}

/** A page of those who have read a group message, or have not. */
export interface V2TimGroupMessageReadMemberList {
  /** For the next page. */
  nextSeq: number;
  isFinished: boolean;
  memberInfoList: V2TimGroupMemberInfo[];
}

/** Whether messages of a user disturb; or, without a `userID`, those of everybody. */
export interface V2TimReceiveMessageOptInfo {
  /** One-to-one: `ReceiveMsgOptEnum`. */
  c2CReceiveMessageOpt?: number;
  userID?: string;
  /** The account: `ReceiveMsgOptEnum`. */
  allReceiveMessageOpt?: number;
  startHour?: number;
  startMinute?: number;
  startSecond?: number;
  /** Unix seconds; 0 for every day. */
  startTimeStamp?: number;
  /** Seconds. */
  duration?: number;
}

/** What is looked for among the messages on this machine. */
export interface V2TimMessageSearchParam {
  /** Without one, all conversations. */
  conversationID?: string | undefined;
  keywordList: string[];
  /** 0 one of the words is enough, 1 all must be there. */
  type?: number | undefined;
  /** Only what these have sent. */
  userIDList?: string[] | undefined;
  /** `MessageElemType` */
  messageTypeList?: number[] | undefined;
  /** End of the time; unix seconds. 0: now. */
  searchTimePosition?: number | undefined;
  /** Seconds before that; 0: any. */
  searchTimePeriod?: number | undefined;
  /** @defaultValue 100 */
  pageSize?: number | undefined;
  /** From 0. */
  pageIndex?: number | undefined;
  /** Only for `searchCloudMessages`. */
  searchCount?: number | undefined;
  /** Only for `searchCloudMessages`. */
  searchCursor?: string | undefined;
}

export interface V2TimMessageSearchResultItem {
  conversationID: string;
  messageCount: number;
  /** All of a page when one conversation was asked for; of many, the message of those with a single one. */
  messageList: V2TimMessage[];
}

export interface V2TimMessageSearchResult {
  /** Messages when one conversation was asked for, else conversations. */
  totalCount: number;
  messageSearchResultItems: V2TimMessageSearchResultItem[];
  /** Of `searchCloudMessages`: for the next page; empty when there is none. */
  searchCursor: string;
}

/** How far a download is. */
export interface V2TimMessageDownloadProgress {
  isFinish: boolean;
  isError: boolean;
  msgID: string;
  /** Bytes. */
  currentSize: number;
  /** Bytes. */
  totalSize: number;
  /** `V2TIM_IMAGE_TYPE` */
  type: number;
  isSnapshot: boolean;
  path: string;
  errorCode: number;
  errorDesc: string;
}

/** Where the files of a message can be loaded from now. */
export interface V2TimMessageOnlineUrl {
  imageElem?: V2TimImageElem;
  soundElem?: V2TimSoundElem;
  videoElem?: V2TimVideoElem;
  fileElem?: V2TimFileElem;
}
