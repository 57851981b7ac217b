import type { LogEntry } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { messageId, toReceipt } from './codec/marks.js';
import type { TIMMsgReadedReceiptCallback } from './generated/callbacks.js';
import type { MessageReceipt } from './generated/structs.js';
import { writeJson } from './json.js';

const RECEIPTS = 'TIMSetMsgReadedReceiptCallback';

/** Tells the app that messages of this account were read. */
export const receiptForwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  TIMSetMsgReadedReceiptCallback: (client) => {
    client.marks.on('receipts', ({ target, receipts }, userId) => {
      notifyOfReceipts(client, () =>
        receipts.map((receipt) => toReceipt(target, messageId({ sender: userId, ...receipt }), receipt)),
      );
    });
    // Between two users everything up to a message is read at once.
    client.engine.on('entries', (entries) => {
      const read = entries.filter((entry) => entry.kind === 'peerRead');
      if (read.length > 0) notifyOfReceipts(client, () => read.map(toPeerReceipt));
    });
  },
};

function toPeerReceipt({ target, time }: Extract<LogEntry, { readonly kind: 'peerRead' }>): MessageReceipt {
  return { ...toReceipt(target, '', { seq: 0, read: 0, unread: 0, time }), msg_receipt_is_peer_read: true };
}

function notifyOfReceipts(client: ClientCore, make: () => MessageReceipt[]): void {
  if (!client.hasCallback(RECEIPTS)) return;
  const json = writeJson(make());
  client.notify<TIMMsgReadedReceiptCallback>(RECEIPTS, (cb, userData) => {
    cb(json, userData);
  });
}
