import type { LogEntry } from '@tim-node/protocol';
import type { WebClient } from './client.js';
import { messageIdOf } from './content/ids.js';
import { applyReceipt, toExtension, toReaction } from './content/marks.js';
import type { MessageReadReceipt } from './shapes/marks.js';

type EntryOf<K extends LogEntry['kind']> = Extract<LogEntry, { readonly kind: K }>;

/** Tells the app what the server says: what comes is translated into events, and shows in the objects the app has. */
export function feed(client: WebClient): void {
  const { messages, marks } = client.desk;
  /** What comes for somebody who is not logged in any more is for nobody. */
  const own =
    <T>(tell: (client: WebClient, what: T) => void) =>
    (what: T, userId: string): void => {
      if (client.userId === userId) tell(client, what);
    };
  messages.onReceived(
    own(({ desk, events, userId }, received) => {
      events.emit(
        'onMessageReceived',
        received.map((message) => desk.box.adopt(message, userId)),
      );
    }),
  );
  marks.on('receipts', own(receiptsCame));
  marks.on('extensions', own(extensionsChanged));
  marks.on('reactions', own(reactionsChanged));
  marks.on('pinned', own(pinsChanged));
}

function receiptsCame({ desk, events, userId }: WebClient, { target, receipts, by }: EntryOf<'receipts'>): void {
  const told = receipts.map((receipt): MessageReadReceipt => {
    const messageID = messageIdOf({ sender: userId, ...receipt });
    const known = desk.box.byId(messageID);
    if (known !== undefined) applyReceipt(known, receipt);
    return target.type === 'group'
      ? { messageID, groupID: target.id, readCount: receipt.read, unreadCount: receipt.unread }
      : { messageID, userID: by, isPeerRead: receipt.read > 0, timestamp: receipt.time };
  });
  events.emit('onMessageReadReceiptReceived', told);
}

function extensionsChanged({ events }: WebClient, { message, set = [], deleted = [] }: EntryOf<'extensions'>): void {
  const messageID = messageIdOf(message);
  if (set.length > 0) events.emit('onMessageExtensionsUpdated', { messageID, extensions: set.map(toExtension) });
  if (deleted.length > 0) events.emit('onMessageExtensionsDeleted', { messageID, keyList: [...deleted] });
}

function reactionsChanged({ events }: WebClient, { message, reactions }: EntryOf<'reactions'>): void {
  events.emit('onMessageReactionsUpdated', {
    messageID: messageIdOf(message),
    reactionList: reactions.map(toReaction),
  });
}

function pinsChanged({ desk, events, userId }: WebClient, { target, message, pinned, by }: EntryOf<'pinned'>): void {
  events.emit('onPinnedGroupMessageUpdated', {
    groupID: target.id,
    message: desk.box.adopt(message, userId),
    isPinned: pinned,
    operatorInfo: { userID: by, nick: '', avatar: '' },
  });
}
