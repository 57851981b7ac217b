import type {
  Extension,
  ExtensionOutcome,
  Message as DomainMessage,
  Reaction,
  Receipt,
  UserFace,
} from '@tim-node/protocol';
import type { UserInfo } from '../generated/structs.js';
import type { MessageExtension, MessageExtensionResult, MessageReaction } from '../shapes/marks.js';
import type { Message } from '../shapes/message.js';

export function toUserInfo({ user, nick = '', faceUrl = '' }: UserFace): UserInfo {
  return { userID: user, nick, avatar: faceUrl };
}

export function toReaction({ id, count, users, mine }: Reaction): MessageReaction {
  return { reactionID: id, totalUserCount: count, partialUserList: users.map(toUserInfo), reactedByMyself: mine };
}

export function toExtension({ key, value }: Extension): MessageExtension {
  return { key, value };
}

export function toExtensionResult({ code, extension }: ExtensionOutcome): MessageExtensionResult {
  return { code, ...toExtension(extension) };
}

/** Puts into an own message what the server has told with it of who has read it. */
export function applyTold(view: Message, { receiptTotal, receiptRead: read = 0 }: DomainMessage): void {
  if (receiptTotal === undefined || view.flow !== 'out') return;
  const { timestamp: time } = view.readReceiptInfo;
  applyReceipt(view, { seq: view.sequence, read, unread: Math.max(0, receiptTotal - read), time });
}

/** Puts into a message who has read it. */
export function applyReceipt(message: Message, { read, unread, time }: Receipt): void {
  const info = message.readReceiptInfo;
  if (message.conversationType === 'GROUP') {
    info.readCount = read;
    info.unreadCount = unread;
  } else {
    info.isPeerRead = read > 0;
    info.timestamp = time;
    if (read > 0) message.isPeerRead = true;
  }
}
