import type { Extension, Reaction, Receipt, Target, UserFace } from '@tim-node/protocol';
import type { V2TimMessageReceipt, V2TimUserInfo } from './models.js';
import type { V2TimMessageExtension, V2TimMessageReaction } from './models-message.js';

/* What is put to messages, as this style shows it. */

/** How far a message was read. Between two users there is one who can read it. */
export function receiptOf({ type, id }: Target, msgID: string, receipt: Receipt): V2TimMessageReceipt {
  const { time: timestamp, read: readCount, unread: unreadCount } = receipt;
  return type === 'group'
    ? { userID: '', msgID, timestamp, groupID: id, readCount, unreadCount }
    : { userID: id, msgID, timestamp, isPeerRead: readCount > 0 };
}

export function toExtension({ key, value }: Extension): V2TimMessageExtension {
  return { extensionKey: key, extensionValue: value };
}

export function toReaction({ id, count, users, mine }: Reaction): V2TimMessageReaction {
  return { reactionID: id, totalUserCount: count, partialUserList: users.map(userOf), reactedByMyself: mine };
}

export function userOf({ user, nick = '', faceUrl = '' }: UserFace): V2TimUserInfo {
  return { userID: user, nickName: nick, faceUrl };
}
