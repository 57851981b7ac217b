import { LIMITS } from '../limits.js';
import { bool, int, list, obj, opt, text, type Schema } from '../schema.js';
import { userId } from './user.js';

/* What others put to a message after it was sent. */

/** Who has read a message that asked for receipts. C2C: one reader. */
export interface Receipt {
  readonly seq: number;
  readonly read: number;
  readonly unread: number;
  /** When somebody has read it last, unix seconds; 0 for not yet. */
  readonly time: number;
}

/** A receipt with what else names the message to its sender. */
export interface NamedReceipt extends Receipt {
  readonly clientTime: number;
  readonly random: number;
}

/** A key and its value, kept with a message by anybody who may see it. */
export interface Extension {
  readonly key: string;
  readonly value: string;
}

/** A user as lists of users show him. */
export interface UserFace {
  readonly user: string;
  readonly nick?: string;
  readonly faceUrl?: string;
}

/** One kind of reaction to a message. */
export interface Reaction {
  readonly id: string;
  readonly count: number;
  /** Some of the users, the first ones first. */
  readonly users: UserFace[];
  /** Whether the user who is told has reacted so. */
  readonly mine: boolean;
}

const counts = { seq: int(1), read: int(0), unread: int(0), time: int(0) };
export const receipt: Schema<Receipt> = obj<Receipt>(counts);
export const namedReceipt: Schema<NamedReceipt> = obj<NamedReceipt>({
  ...counts,
  clientTime: int(0),
  random: int(0, 0xffff_ffff),
});
export const extensionKey = text({ maxBytes: LIMITS.extensionKeyBytes, nonEmpty: true });
export const extension: Schema<Extension> = obj<Extension>({
  key: extensionKey,
  value: text({ maxBytes: LIMITS.extensionValueBytes }),
});
export const userFace: Schema<UserFace> = obj<UserFace>({ user: userId, nick: opt(text()), faceUrl: opt(text()) });
export const reactionId = text({ maxBytes: LIMITS.reactionIdBytes, nonEmpty: true });
export const reaction: Schema<Reaction> = obj<Reaction>({
  id: reactionId,
  count: int(0),
  users: list(userFace, LIMITS.usersPage),
  mine: bool,
});
