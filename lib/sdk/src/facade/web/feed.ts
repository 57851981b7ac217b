import type { LogEntry, Message as DomainMessage, MessageName, Revocation, Target } from '@tim-node/protocol';
import type { WebClient } from './client.js';
import { messageIdOf } from './content/ids.js';
import { applyReceipt, toExtension, toReaction } from './content/marks.js';
import { revoke } from './content/view.js';
import type { MessageReadReceipt } from './shapes/marks.js';

type EntryOf<K extends LogEntry['kind']> = Extract<LogEntry, { readonly kind: K }>;

/** Tells the app what the server says: what comes is translated into events, and shows in the objects the app has. */
export function feed(client: WebClient): void {
  const { messages, marks, history } = client.desk;
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
  history.onModified(
    own(({ desk, events, userId }, modified) => {
      events.emit(
        'onMessageModified',
        modified.map((message) => desk.box.adopt(message, userId)),
      );
    }),
  );
  history.onRevoked(own(revoked));
  client.engine.on(
    'entries',
    own((_client, entries) => {
      for (const entry of entries) if (entry.kind === 'peerRead') peerRead(client, entry);
    }),
  );
  marks.on('receipts', own(receiptsCame));
  marks.on('extensions', own(extensionsChanged));
  marks.on('reactions', own(reactionsChanged));
  marks.on('pinned', own(pinsChanged));
}

/** Those that this chat does not know come without their content. */
function revoked({ desk, events, userId }: WebClient, entries: readonly EntryOf<'revoked'>[]): void {
  const messages = entries.map(({ target, message: name, revoked: how }) => {
    const known = desk.box.byId(messageIdOf(name));
    if (known === undefined) return desk.view(nameless(target, name, how, userId));
    revoke(known, how);
    return known;
  });
  events.emit('onMessageRevoked', messages);
}

function nameless(target: Target, name: MessageName, how: Revocation, self: string): DomainMessage {
  const isIncoming = target.type === 'c2c' && name.sender !== self;
  return {
    ...name,
    target: isIncoming ? { type: 'c2c', id: self } : target,
    clientId: messageIdOf(name),
    platform: 'Web',
    body: { elems: [] },
    revoked: how,
  };
}

function peerRead({ desk, events }: WebClient, { target, readSeq }: EntryOf<'peerRead'>): void {
  const read = desk.box
    .of(target)
    .filter(({ flow, isPeerRead, sequence }) => flow === 'out' && !isPeerRead && sequence > 0 && sequence <= readSeq);
  for (const message of read) message.isPeerRead = true;
  if (read.length > 0) events.emit('onMessageReadByPeer', read);
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
