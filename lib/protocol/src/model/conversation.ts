import { LIMITS } from '../limits.js';
import { bool, int, list, nullable, obj, oneOf, opt, pattern, text, type Schema } from '../schema.js';
import { message, target, unixSeconds, type Message, type Target } from './message.js';

/** Which of the messages that mention this user have not been read. */
export interface Mention {
  /** Place of the message in the conversation. */
  readonly seq: number;
  readonly me: boolean;
  readonly all: boolean;
}

/** `TIMReceiveMessageOpt`: 0 receive, 1 do not receive, 2 receive without notice, 3 the same unless mentioned. */
export type ReceiveOption = 0 | 1 | 2 | 3;

/** What of a conversation can change by itself. A text that was never set is empty. */
export interface ConversationState {
  /** Messages of others that have not been read. */
  readonly unread: number;
  /** Last message that this user has read. */
  readonly readSeq: number;
  /** Time of that message, unix seconds; 0 when nothing was read. */
  readonly readTime: number;
  /** C2C: last message that the other one has read. */
  readonly peerReadSeq: number;
  /** Where the conversation stands in a list: time of its last message or of its creation, unix seconds. */
  readonly active: number;
  /** Newest message that this user may see and that may be the last one; null for none. */
  readonly last: Message | null;
  readonly pinned: boolean;
  /** Set of `TIMConversationMarkType` bits as a decimal number of 64 bits. */
  readonly marks: string;
  /** The app's own data. */
  readonly custom: string;
  readonly option: ReceiveOption;
  readonly mentions: Mention[];
  /** Names of the groups of conversations that it is in. */
  readonly groups: string[];
}

/** What a list shows of the other side. */
export interface Face {
  /** Nick of the user or name of the group. */
  readonly name: string;
  readonly faceUrl: string;
  /** Groups: kind of group. */
  readonly groupType?: GroupType;
  /** Groups: UserID of the owner. */
  readonly owner?: string;
}

/** A conversation as one user sees it. */
export interface Conversation extends ConversationState {
  readonly target: Target;
  readonly face: Face;
  /** All of this is true after this entry of the user's log. Entries up to it change nothing any more. */
  readonly at: number;
}

/** The kinds of groups, by their older names: Private is also called Work, ChatRoom also Meeting. */
export const GROUP_TYPES = ['Public', 'Private', 'ChatRoom', 'AVChatRoom', 'Community'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];
export const groupType: Schema<GroupType> = oneOf(...GROUP_TYPES);

const MARKS = /^\d{1,20}$/;
export const marks: Schema<string> = pattern(MARKS, 20, 'a decimal number');
export const receiveOption = int(0, 3) as Schema<ReceiveOption>;
export const convGroupName: Schema<string> = text({ maxBytes: LIMITS.convGroupNameBytes, nonEmpty: true });
export const mention: Schema<Mention> = obj<Mention>({ seq: int(1), me: bool, all: bool });

const stateFields = {
  unread: int(0),
  readSeq: int(0),
  readTime: unixSeconds,
  peerReadSeq: int(0),
  active: unixSeconds,
  last: nullable(message),
  pinned: bool,
  marks,
  custom: text(),
  option: receiveOption,
  mentions: list(mention, LIMITS.keptMentions),
  groups: list(convGroupName, LIMITS.convGroups),
};

/** Some of it: what has changed. */
export const conversationChanges: Schema<Partial<ConversationState>> = obj<Partial<ConversationState>>({
  unread: opt(stateFields.unread),
  readSeq: opt(stateFields.readSeq),
  readTime: opt(stateFields.readTime),
  peerReadSeq: opt(stateFields.peerReadSeq),
  active: opt(stateFields.active),
  last: opt(stateFields.last),
  pinned: opt(stateFields.pinned),
  marks: opt(stateFields.marks),
  custom: opt(stateFields.custom),
  option: opt(stateFields.option),
  mentions: opt(stateFields.mentions),
  groups: opt(stateFields.groups),
});

export const face: Schema<Face> = obj<Face>({
  name: text(),
  faceUrl: text(),
  groupType: opt(groupType),
  owner: opt(text()),
});

export const conversation: Schema<Conversation> = obj<Conversation>({ ...stateFields, target, face, at: int(0) });

/** Do-not-disturb for the whole account. */
export interface AccountReceiveOption {
  readonly option: ReceiveOption;
  /** Every day from this second of the day on (local time of the account's owner); absent when it is not daily. */
  readonly daily?: number;
  /** Once, from this time on; unix seconds. */
  readonly from?: number;
  /** Seconds; 0 for nothing set. */
  readonly duration: number;
}

const DAY = 24 * 3600;
export const accountReceiveOption: Schema<AccountReceiveOption> = obj<AccountReceiveOption>({
  option: receiveOption,
  daily: opt(int(0, DAY - 1)),
  from: opt(unixSeconds),
  duration: int(0),
});
