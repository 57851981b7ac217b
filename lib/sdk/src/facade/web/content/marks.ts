import type { Extension, ExtensionOutcome, Reaction, Receipt, UserFace } from '@tim-node/protocol';
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
