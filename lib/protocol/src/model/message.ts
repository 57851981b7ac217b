import { bool, int, list, obj, oneOf, opt, text, type Schema } from '../schema.js';
import { LIMITS } from '../limits.js';
import { elem, type Elem } from './elem.js';
import { platform, userId, type Platform } from './user.js';

/** Where a message goes, and what a conversation is named by: one user or one group. */
export interface Target {
  readonly type: 'c2c' | 'group';
  /** UserID or group id. */
  readonly id: string;
}

/** Stands for all members among those whom a message mentions. */
export const MENTION_ALL = '__kImSDK_MesssageAtALL__';

/** What the sender writes; stored as one text and never looked into by the database. */
export interface MessageBody {
  /** Empty once the message was revoked; of the rest, what the message counted as is left. */
  readonly elems: Elem[];
  /** Custom data that travels with the message. */
  readonly cloudData?: string;
  /** Whom a group message mentions: UserIDs, `MENTION_ALL`. */
  readonly mentions?: string[];
  /** `TIMMsgPriority`: 0 high, 1 normal (when absent), 2 low, 3 lowest. */
  readonly priority?: number;
  /** The sender wants to know who has read it. */
  readonly needReceipt?: boolean;
  /** Extensions may be put to it. */
  readonly extensible?: boolean;
  /** Does not count as unread. */
  readonly uncounted?: boolean;
  /** Never the last message of its conversation. */
  readonly notLast?: boolean;
  /** How an offline push is to look: JSON text of the native `OfflinePushConfig`. */
  readonly push?: string;
}

/** What is left of the body of a message that was taken back: whether it counted, and whether it could be the last one. */
export function revokedBody({ uncounted, notLast }: MessageBody): MessageBody {
  return { elems: [], ...(uncounted === true ? { uncounted } : {}), ...(notLast === true ? { notLast } : {}) };
}

/** Who a sender is, as it was when the message was stored. */
export interface SenderProfile {
  readonly nick?: string;
  readonly faceUrl?: string;
  /** Name in the group. */
  readonly nameCard?: string;
}

/** A message was taken back. */
export interface Revocation {
  readonly by: string;
  readonly reason: string;
  /** Unix seconds. */
  readonly time: number;
  /** Who did it, as it was then. */
  readonly profile?: SenderProfile;
}

/** A stored message as the server tells it. */
export interface Message {
  readonly target: Target;
  /** Place in the conversation: 1, 2, 3, … without gaps. 0 for a message that is not stored (online only). */
  readonly seq: number;
  readonly sender: string;
  /** The sender's own id of this message; unique per sender. */
  readonly clientId: string;
  /** Server time, unix seconds. */
  readonly time: number;
  /** Sender's clock, unix seconds. */
  readonly clientTime: number;
  /** 32-bit random number of the sender. */
  readonly random: number;
  /** Platform of the sending instance. */
  readonly platform: Platform;
  readonly body: MessageBody;
  /** How often the message was modified; absent for never. */
  readonly version?: number;
  readonly profile?: SenderProfile;
  readonly revoked?: Revocation;
  /** The members whom a group message is for, when not for all. */
  readonly onlyFor?: string[];
  /** How many people are to say that they have read it, when its sender wants to know. */
  readonly receiptTotal?: number;
  /** How many of them have, in answers to its sender; absent for nobody. It never goes down. */
  readonly receiptRead?: number;
  /** In answers: the user who is told this has said that he has read it. */
  readonly receiptSent?: boolean;
}

const CLIENT_ID_BYTES = 64;
export const clientId: Schema<string> = text({ maxBytes: CLIENT_ID_BYTES, nonEmpty: true });

export const groupId: Schema<string> = text({ maxBytes: LIMITS.groupIdBytes, nonEmpty: true });
export const target: Schema<Target> = obj<Target>({ type: oneOf('c2c', 'group'), id: groupId });

const MAX_ELEMS = 64;
const MENTION_BYTES = 64;
const PUSH_BYTES = 8192;
export const elems: Schema<Elem[]> = list(elem, MAX_ELEMS);

/** The size of the whole is checked by the handler, so that a too long one gets its own error code. */
export const messageBody: Schema<MessageBody> = obj<MessageBody>({
  elems,
  cloudData: opt(text()),
  mentions: opt(list(text({ maxBytes: MENTION_BYTES, nonEmpty: true }), LIMITS.mentions)),
  priority: opt(int(0, 3)),
  needReceipt: opt(bool),
  extensible: opt(bool),
  uncounted: opt(bool),
  notLast: opt(bool),
  push: opt(text({ maxBytes: PUSH_BYTES })),
});

export const uint32: Schema<number> = int(0, 0xffff_ffff);
export const unixSeconds: Schema<number> = int(0);
export const onlyFor: Schema<string[]> = list(userId, LIMITS.targetedMembers);

export const senderProfile: Schema<SenderProfile> = obj<SenderProfile>({
  nick: opt(text()),
  faceUrl: opt(text()),
  nameCard: opt(text()),
});

export const revocation: Schema<Revocation> = obj<Revocation>({
  by: userId,
  reason: text(),
  time: unixSeconds,
  profile: opt(senderProfile),
});

export const message: Schema<Message> = obj<Message>({
  target,
  seq: int(0),
  sender: userId,
  clientId,
  time: unixSeconds,
  clientTime: unixSeconds,
  random: uint32,
  platform,
  body: messageBody,
  version: opt(int(0)),
  profile: opt(senderProfile),
  revoked: opt(revocation),
  onlyFor: opt(onlyFor),
  receiptTotal: opt(int(0)),
  receiptRead: opt(int(0)),
  receiptSent: opt(bool),
});
