import type { Message as DomainMessage, MessageBody, Revocation } from '@tim-node/protocol';
import { TYPES } from '../generated/constants.js';
import type { Message, MessageElement } from '../shapes/message.js';
import { conversationIdOf, messageIdOf, targetSeen } from './ids.js';
import { toElement, type Links } from './to-web.js';

/** By the number in the protocol. */
export const PRIORITIES = [
  TYPES.MSG_PRIORITY_HIGH,
  TYPES.MSG_PRIORITY_NORMAL,
  TYPES.MSG_PRIORITY_LOW,
  TYPES.MSG_PRIORITY_LOWEST,
] as const;
export const NORMAL_PRIORITY = 1;

/** What is in every message and does not depend on where it comes from. */
export function untouched() {
  return {
    isPeerRead: false,
    isResend: false,
    isDeleted: false,
    isSystemMessage: false,
    pinnerInfo: null,
    hasRiskContent: false,
    isBroadcastMessage: false,
    readReceiptInfo: { readCount: undefined, unreadCount: undefined, isPeerRead: undefined, timestamp: 0 },
    isRevoked: false,
    revoker: '',
    revokerInfo: { userID: '', nick: '', avatar: '' },
    revokeReason: '',
    isModified: false,
    version: 0,
  };
}

/** A message that was stored, as a new object of the app's own. */
export function viewOf(message: DomainMessage, self: string, links: Links): Message {
  const target = targetSeen(message, self);
  const isOwn = message.sender === self;
  const view: Omit<Message, 'payload' | 'type' | '_elements' | 'cloudCustomData'> = {
    ID: messageIdOf(message),
    conversationID: conversationIdOf(target),
    conversationType: target.type === 'c2c' ? TYPES.CONV_C2C : TYPES.CONV_GROUP,
    time: message.time,
    sequence: message.seq,
    clientTime: message.clientTime,
    random: message.random,
    nick: message.profile?.nick ?? '',
    avatar: message.profile?.faceUrl ?? '',
    nameCard: message.profile?.nameCard ?? '',
    from: message.sender,
    to: message.target.id,
    flow: isOwn ? 'out' : 'in',
    status: 'success',
    ...untouched(),
    ...bodyFields(message.body),
    isRead: isOwn,
    _onlineOnlyFlag: message.seq === 0,
    _receiverList: message.onlyFor === undefined ? undefined : [...message.onlyFor],
  };
  return renew(view as Message, message, links);
}

function bodyFields(body: MessageBody) {
  return {
    priority: PRIORITIES[body.priority ?? NORMAL_PRIORITY] ?? TYPES.MSG_PRIORITY_NORMAL,
    atUserList: [...(body.mentions ?? [])],
    needReadReceipt: body.needReceipt ?? false,
    isSupportExtension: body.extensible ?? false,
    _isExcludedFromUnreadCount: body.uncounted ?? false,
    _isExcludedFromLastMessage: body.notLast ?? false,
  };
}

/** Puts what can change of a message into an object that the app has already. */
export function renew(view: Message, message: DomainMessage, links: Links): Message {
  const around = { links, to: message.target.id };
  const elements = message.body.elems.map((elem) => toElement(elem, around));
  view.cloudCustomData = message.body.cloudData ?? '';
  view.version = message.version ?? 0;
  view.isModified = view.version > 0;
  // A revoked message has no content any more; what the app has of it stays.
  if (message.revoked !== undefined) revoke(view, message.revoked);
  if (message.revoked === undefined || !Object.hasOwn(view, 'payload')) setElements(view, elements);
  return view;
}

/** Says in a message that it was taken back. */
export function revoke(view: Message, { by, reason }: Pick<Revocation, 'by' | 'reason'>): void {
  view.isRevoked = true;
  view.revoker = by;
  view.revokerInfo = { userID: by, nick: '', avatar: '' };
  view.revokeReason = reason;
}

const NOTHING: MessageElement = { type: TYPES.MSG_TEXT, content: { text: '' } };

/** The first element is the `payload`; a message without any shows as an empty text. */
export function setElements(view: Message, elements: MessageElement[]): void {
  const { type, content } = elements[0] ?? structuredClone(NOTHING);
  Object.assign(view, { type, payload: content, _elements: elements });
}
