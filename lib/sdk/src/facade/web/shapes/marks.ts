import type { UserInfo } from '../generated/structs.js';
import type { Message } from './message.js';

/** A key and its value, kept with a message. */
export interface MessageExtension {
  key: string;
  value: string;
}

/** What has become of one key. */
export interface MessageExtensionResult extends MessageExtension {
  /** 0, or why not. */
  code: number;
}

/** One kind of reaction to a message. */
export interface MessageReaction {
  reactionID: string;
  totalUserCount: number;
  /** Some of the users, the first ones first. */
  partialUserList: UserInfo[];
  reactedByMyself: boolean;
}

/** The reactions to one message. */
export interface MessageReactions {
  messageID: string;
  reactionList: MessageReaction[];
}

/** A message of this user was read. In a group: by how many. */
export type MessageReadReceipt =
  | { messageID: string; userID: string; isPeerRead: boolean; timestamp: number }
  | { messageID: string; groupID: string; readCount: number; unreadCount: number };

/** A page of those who have read a group message, or have not. */
export interface ReadMemberList {
  messageID: string;
  /** For the next page. */
  cursor: string;
  isCompleted: boolean;
  readUserIDList: string[];
  unreadUserIDList: string[];
}

/** A group message was pinned or is not any more. */
export interface PinnedGroupMessage {
  groupID: string;
  message: Message;
  isPinned: boolean;
  operatorInfo: UserInfo;
}
