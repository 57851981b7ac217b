import type { UserInfo } from '../generated/structs.js';
import type { Group } from './group.js';
import type { MessageBase, Payloads } from './message.js';

/** What a list shows of the last message. */
export interface LastMessage {
  /** Unix seconds; 0 when there is no message. */
  lastTime: number;
  lastSequence: number;
  fromAccount: string;
  /** The text, or what stands for it: `[Image]`. */
  messageForShow: string;
  type: keyof Payloads | '';
  payload: Payloads[keyof Payloads] | null;
  isRevoked: boolean;
  revoker: string | null;
  cloudCustomData: string;
  onlineOnlyFlag: boolean;
  nick: string;
  nameCard: string;
  version: number;
  isPeerRead: boolean;
}

/** A message that mentions the user and was not read. */
export interface GroupAtInfo {
  groupID: string;
  messageSequence: number;
  /** `TYPES.CONV_AT_*` */
  atTypeArray: number[];
}

/** A conversation. */
export interface Conversation {
  conversationID: string;
  type: MessageBase['conversationType'];
  /** Groups: `TYPES.GRP_*`. */
  subType: string;
  unreadCount: number;
  lastMessage: LastMessage;
  /** One-to-one. */
  userProfile?: UserInfo;
  /** Groups. */
  groupProfile?: Group;
  groupAtInfoList: GroupAtInfo[];
  /** Time of the last own message, once the other one has read it; unix seconds. */
  peerReadTime: number;
  remark: string;
  isPinned: boolean;
  /** `TYPES.MSG_REMIND_*` */
  messageRemindType: string;
  /** `TYPES.CONV_MARK_TYPE_*` */
  markList: number[];
  customData: string;
  conversationGroupList: string[];
  draftText: string;
}

/** What has become of each of several conversations. */
export interface ConversationOutcomes {
  successConversationIDList: string[];
  failureConversationIDList: { conversationID: string; code: number; message: string }[];
}

/** Quiet hours of the account. */
export interface AllReceiveMessageOpt {
  /** `TYPES.MSG_REMIND_*` */
  messageRemindType: string;
  /** Unix seconds; 0 for none. */
  startTime: number;
  /** Unix seconds; 0 for none. */
  endTime: number;
  /** Every day at that time. */
  isRepeated: boolean;
}
