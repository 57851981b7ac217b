import { revokedBody, type Message } from '@tim-node/protocol';
import type { Engine } from '../../core/engine.js';
import type { History } from '../../feature/history.js';
import type { Marks } from '../../feature/marks.js';
import type { Messages } from '../../feature/messages.js';
import type { Known } from './known.js';
import type { Listeners } from './listener.js';
import type { V2TimGroupMemberInfo, V2TimMessage, V2TimMessageReceipt, V2TimUserFullInfo } from './models.js';
import type {
  V2TimMessageDownloadProgress,
  V2TimMessageExtension,
  V2TIMMessageReactionChangeInfo,
} from './models-message.js';
import { toExtension, toReaction } from './marks.js';
import { messageIdOf } from './to-v2tim.js';

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
  /** How much of the files of a message has been sent, in percent. */
  onSendMessageProgress?(message: V2TimMessage, progress: number): void;
  /** How far a download is. */
  onMessageDownloadProgressCallback?(messageDownloadProgress: V2TimMessageDownloadProgress): void;
  /** Keys of a message were set. */
  onRecvMessageExtensionsChanged?(msgID: string, extensions: V2TimMessageExtension[]): void;
  /** Keys of a message were deleted. */
  onRecvMessageExtensionsDeleted?(msgID: string, extensionKeys: string[]): void;
  /** Reactions to messages have changed: how these are now. */
  onRecvMessageReactionsChanged?(changeInfos: V2TIMMessageReactionChangeInfo[]): void;
  /** A message of a group was pinned, or is not any more. */
  onGroupMessagePinned?(groupID: string, message: V2TimMessage, isPinned: boolean, opUser: V2TimGroupMemberInfo): void;
}

/** Where messages come from. */
export interface Sources {
  readonly engine: Engine;
  readonly messages: Messages;
  readonly history: History;
  readonly marks: Marks;
  readonly known: Known;
  /** A message as the user who was told it sees it. */
  readonly show: (message: Message, self: string) => V2TimMessage;
}

/** Tells the listeners what the server says. */
export function forwardMessages(sources: Sources, listeners: Listeners<V2TimAdvancedMsgListener>): void {
  const { engine, messages, history, marks, known, show } = sources;
  messages.onReceived((received, self) => {
    for (const message of received) {
      const shown = show(message, self);
      listeners.tell((each) => each.onRecvNewMessage?.(shown));
    }
  });
  history.onModified((modified, self) => {
    for (const message of modified) {
      const shown = show(message, self);
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
  forwardMarks(sources, listeners);
}

function forwardMarks({ marks, show }: Sources, listeners: Listeners<V2TimAdvancedMsgListener>): void {
  marks.on('extensions', ({ message, set = [], deleted = [] }) => {
    const msgID = messageIdOf(message);
    const keys = [...deleted];
    if (set.length > 0) listeners.tell((each) => each.onRecvMessageExtensionsChanged?.(msgID, set.map(toExtension)));
    if (keys.length > 0) listeners.tell((each) => each.onRecvMessageExtensionsDeleted?.(msgID, keys));
  });
  marks.on('reactions', ({ message, reactions }) => {
    const change = { messageID: messageIdOf(message), reactionList: reactions.map(toReaction) };
    listeners.tell((each) => each.onRecvMessageReactionsChanged?.([change]));
  });
  marks.on('pinned', ({ target, message, pinned, by }, self) => {
    const shown = show(message, self);
    const opUser = { userID: by, nickName: '', faceUrl: '', nameCard: '' };
    listeners.tell((each) => each.onGroupMessagePinned?.(target.id, shown, pinned, opUser));
  });
}
