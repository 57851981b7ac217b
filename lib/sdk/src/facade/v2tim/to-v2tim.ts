import type { Message, MessageName, Target } from '@tim-node/protocol';
import { targetOf, type KeptConversation } from '../../feature/conversation-change.js';
import { textOfDraft } from '../../feature/drafts.js';
import { elemFields } from './elements.js';
import type { KeptMessage, KeptStatus } from '../../local/store.js';
import { MessagePriorityEnum, MessageStatus, type V2TimConversation, type V2TimMessage } from './models.js';

/** The same for all who see the message, in all styles. */
export function messageIdOf({ sender, clientTime, random }: Omit<MessageName, 'seq' | 'time'>): string {
  return `${sender}-${clientTime}-${random}`;
}

/** `c2c_` and UserID or `group_` and group id. */
export function conversationIdOf({ type, id }: Target): string {
  return `${type}_${id}`;
}

/** What a conversation id names; nothing for other texts. */
export function targetNamed(conversationID: unknown): Target | undefined {
  if (typeof conversationID !== 'string') return undefined;
  const [, type, id] = /^(c2c|group)_(.+)$/s.exec(conversationID) ?? [];
  return type === undefined || id === undefined ? undefined : { type: type === 'c2c' ? 'c2c' : 'group', id };
}

/** The conversation with a user or of a group; nothing unless there is one of both. */
export function targetFor(options: { userID?: string | undefined; groupID?: string | undefined }): Target | undefined {
  const { userID = '', groupID = '' } = options;
  if ((userID === '') === (groupID === '')) return undefined;
  return groupID === '' ? { type: 'c2c', id: userID } : { type: 'group', id: groupID };
}

/** By the number in the protocol: high, normal, low, lowest. */
export const PRIORITIES = [
  MessagePriorityEnum.V2TIM_PRIORITY_HIGH,
  MessagePriorityEnum.V2TIM_PRIORITY_NORMAL,
  MessagePriorityEnum.V2TIM_PRIORITY_LOW,
  MessagePriorityEnum.V2TIM_PRIORITY_LOW,
] as const;

/** How far the conversation was read, where that is known. */
export interface ReadUpTo {
  readonly readSeq?: number;
  readonly peerReadSeq?: number;
}

/** Who looks at a message. */
export interface Viewer {
  readonly self: string;
  /** Where he can load a file from now; empty when he cannot. */
  readonly urlOf: (mediaId: string) => string;
}

/** A message as this style shows it to a user. */
export function toMessage(message: Message, { self, urlOf }: Viewer, read: ReadUpTo = {}): V2TimMessage {
  const { body, seq } = message;
  return {
    msgID: messageIdOf(message),
    timestamp: message.time,
    ...senderFields(message),
    ...elemFields(body.elems, { groupID: message.target.id, time: message.time, urlOf }),
    cloudCustomData: body.cloudData ?? '',
    localCustomData: '',
    localCustomInt: 0,
    ...readFields(message, self, read),
    random: message.random,
    seq: String(seq),
    isOnlineOnly: seq === 0,
    hasRiskContent: false,
    ...bodyFields(message),
    ...revocationFields(message),
  };
}

function senderFields({ sender, profile }: Message) {
  const { nick = '', faceUrl = '', nameCard = '' } = profile ?? {};
  return { sender, nickName: nick, faceUrl, nameCard };
}

function readFields(message: Message, self: string, { readSeq = 0, peerReadSeq = 0 }: ReadUpTo) {
  const target = targetOf(message, self);
  const isSelf = message.sender === self;
  const { seq } = message;
  return {
    ...(target.type === 'group' ? { groupID: target.id } : { userID: target.id }),
    isSelf,
    isRead: isSelf || seq <= readSeq,
    isPeerRead: isSelf && target.type === 'c2c' && seq > 0 && seq <= peerReadSeq,
  };
}

function revocationFields({ revoked }: Message) {
  if (revoked === undefined) return { status: MessageStatus.V2TIM_MSG_STATUS_SEND_SUCC, revokeReason: '' };
  return {
    status: MessageStatus.V2TIM_MSG_STATUS_LOCAL_REVOKED,
    revokeReason: revoked.reason,
    revokerInfo: { userID: revoked.by },
  };
}

function bodyFields({ body }: Message) {
  return {
    priority: PRIORITIES[body.priority ?? 1] ?? MessagePriorityEnum.V2TIM_PRIORITY_NORMAL,
    groupAtUserList: [...(body.mentions ?? [])],
    isExcludedFromUnreadCount: body.uncounted ?? false,
    isExcludedFromLastMessage: body.notLast ?? false,
    isSupportMessageExtension: body.extensible ?? false,
    needReadReceipt: body.needReceipt ?? false,
  };
}

const MARK_BITS = 64;

/** A conversation as this style shows it to a user. */
export function toConversation(kept: KeptConversation, viewer: Viewer): V2TimConversation {
  const { target, face, draft, readSeq, peerReadSeq } = kept;
  const bits = BigInt(kept.marks);
  const isGroup = target.type === 'group';
  return {
    conversationID: conversationIdOf(target),
    type: isGroup ? 2 : 1,
    ...(isGroup ? { groupID: target.id, groupType: face.groupType ?? '' } : { userID: target.id }),
    showName: face.name === '' ? target.id : face.name,
    faceUrl: face.faceUrl,
    unreadCount: kept.unread,
    ...(kept.last === null ? {} : { lastMessage: toMessage(kept.last, viewer, { readSeq, peerReadSeq }) }),
    draftText: textOfDraft(draft),
    draftTimestamp: draft?.time ?? 0,
    isPinned: kept.pinned,
    recvOpt: kept.option,
    groupAtInfoList: kept.mentions.map(({ seq, me, all }) => ({
      seq: String(seq),
      atType: (me ? 1 : 0) + (all ? 2 : 0),
    })),
    orderkey: Math.max(kept.active, draft?.time ?? 0),
    markList: Array.from({ length: MARK_BITS }, (_each, at) => 2 ** at).filter(
      (_mark, at) => (bits >> BigInt(at)) & 1n,
    ),
    customData: kept.custom,
    conversationGroupList: [...kept.groups],
    c2cReadTimestamp: isGroup ? 0 : kept.readTime,
    groupReadSequence: isGroup ? readSeq : 0,
  };
}

/** A message that is kept on this machine; nothing for one that another style has made and the server does not have. */
export function toKeptMessage(kept: KeptMessage, viewer: Viewer, read: ReadUpTo = {}): V2TimMessage | undefined {
  const { message, status, customStr: localCustomData, customInt: localCustomInt } = kept;
  if (message === undefined) return undefined;
  return { ...toMessage(message, viewer, read), status: STATUS[status], localCustomData, localCustomInt };
}

const STATUS: Readonly<Record<KeptStatus, MessageStatus>> = {
  sending: MessageStatus.V2TIM_MSG_STATUS_SENDING,
  sent: MessageStatus.V2TIM_MSG_STATUS_SEND_SUCC,
  failed: MessageStatus.V2TIM_MSG_STATUS_SEND_FAIL,
  deleted: MessageStatus.V2TIM_MSG_STATUS_HAS_DELETED,
  imported: MessageStatus.V2TIM_MSG_STATUS_LOCAL_IMPORTED,
  revoked: MessageStatus.V2TIM_MSG_STATUS_LOCAL_REVOKED,
};
