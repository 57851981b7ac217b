import { revokedBody } from '@tim-node/protocol';
import type { Engine } from '../../core/engine.js';
import type { History } from '../../feature/history.js';
import type { Marks } from '../../feature/marks.js';
import type { Messages } from '../../feature/messages.js';
import type { Known } from './known.js';
import type { Listeners } from './listener.js';
import type { V2TimMessage, V2TimMessageReceipt, V2TimUserFullInfo } from './models.js';
import { messageIdOf, toMessage } from './to-v2tim.js';

/** Listens to messages. Every member may be left out. */
export interface V2TimAdvancedMsgListener {
  /** A new message; those from other instances of this account are new ones, too. */
  onRecvNewMessage?(message: V2TimMessage): void;
  /** A message was modified, here or elsewhere. */
  onRecvMessageModified?(message: V2TimMessage): void;
  /** A message was taken back elsewhere. */
  onRecvMessageRevoked?(msgID: string): void;
  /** The same, with who has done it. */
  onRecvMessageRevokedWithInfo?(msgID: string, operateUser: V2TimUserFullInfo, reason: string): void;
  /** The other one of a one-to-one conversation has read up to this time. */
  onRecvC2CReadReceipt?(receiptList: V2TimMessageReceipt[]): void;
  /** Own messages that ask for it were read. */
  onRecvMessageReadReceipts?(receiptList: V2TimMessageReceipt[]): void;
}

/** Where messages come from. */
export interface Sources {
  readonly engine: Engine;
  readonly messages: Messages;
  readonly history: History;
  readonly marks: Marks;
  readonly known: Known;
}

/** Tells the listeners what the server says. */
export function forwardMessages(sources: Sources, listeners: Listeners<V2TimAdvancedMsgListener>): void {
  const { engine, messages, history, marks, known } = sources;
  messages.onReceived((received, self) => {
    for (const message of received) {
      const shown = toMessage(known.keep(message), self);
      listeners.tell((each) => each.onRecvNewMessage?.(shown));
    }
  });
  history.onModified((modified, self) => {
    for (const message of modified) {
      const shown = toMessage(known.keep(message), self);
      listeners.tell((each) => each.onRecvMessageModified?.(shown));
    }
  });
  history.onRevoked((entries) => {
    for (const { message, revoked } of entries) {
      const msgID = messageIdOf(message);
      const present = known.get(msgID);
      if (present !== undefined) known.keep({ ...present, body: revokedBody(present.body), revoked });
      listeners.tell((each) => {
        each.onRecvMessageRevoked?.(msgID);
        each.onRecvMessageRevokedWithInfo?.(msgID, { userID: revoked.by }, revoked.reason);
      });
    }
  });
  engine.on('entries', (entries) => {
    for (const entry of entries) {
      if (entry.kind !== 'peerRead') continue;
      const receipt = { userID: entry.target.id, timestamp: entry.time, isPeerRead: true };
      listeners.tell((each) => each.onRecvC2CReadReceipt?.([receipt]));
    }
  });
  marks.on('receipts', ({ target, receipts, by }, self) => {
    const list = receipts.map((receipt): V2TimMessageReceipt => {
      const common = { msgID: messageIdOf({ sender: self, ...receipt }), userID: by, timestamp: receipt.time };
      return target.type === 'group'
        ? { ...common, groupID: target.id, readCount: receipt.read, unreadCount: receipt.unread }
        : { ...common, isPeerRead: receipt.read > 0 };
    });
    listeners.tell((each) => each.onRecvMessageReadReceipts?.(list));
  });
}
