import type { Elem, GroupTip, Message, MessageName, Target } from '@tim-node/protocol';
import { targetOf, type KeptConversation } from '../../feature/conversation-change.js';
import { textOfDraft } from '../../feature/drafts.js';
import {
  MessageElemType,
  MessagePriorityEnum,
  MessageStatus,
  type V2TimConversation,
  type V2TimMessage,
} from './models.js';

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

/** A message as this style shows it to the user `self`. */
export function toMessage(message: Message, self: string, read: ReadUpTo = {}): V2TimMessage {
  const { body, seq } = message;
  return {
    msgID: messageIdOf(message),
    timestamp: message.time,
    ...senderFields(message),
    ...elemFields(body.elems[0], message.target.id),
    cloudCustomData: body.cloudData ?? '',
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

type ElemFields = Pick<
  V2TimMessage,
  'elemType' | 'textElem' | 'customElem' | 'faceElem' | 'locationElem' | 'groupTipsElem'
>;

const TIP_TYPES: Readonly<Record<GroupTip, number>> = {
  join: 1,
  invite: 2,
  quit: 3,
  kick: 4,
  setAdmin: 5,
  cancelAdmin: 6,
  groupInfo: 7,
  memberInfo: 8,
};

/** The first element; contents that this version does not show have their type alone. */
export function elemFields(elem: Elem | undefined, groupID: string): ElemFields {
  if (elem === undefined) return { elemType: MessageElemType.V2TIM_ELEM_TYPE_NONE };
  switch (elem.type) {
    case 'text':
      return { elemType: MessageElemType.V2TIM_ELEM_TYPE_TEXT, textElem: { text: elem.text } };
    case 'custom':
      return {
        elemType: MessageElemType.V2TIM_ELEM_TYPE_CUSTOM,
        customElem: { data: elem.data, desc: elem.desc, extension: elem.ext },
      };
    case 'face':
      return { elemType: MessageElemType.V2TIM_ELEM_TYPE_FACE, faceElem: { index: elem.index, data: elem.data } };
    case 'location':
      return {
        elemType: MessageElemType.V2TIM_ELEM_TYPE_LOCATION,
        locationElem: { desc: elem.desc, longitude: elem.longitude, latitude: elem.latitude },
      };
    case 'groupTip':
      return {
        elemType: MessageElemType.V2TIM_ELEM_TYPE_GROUP_TIPS,
        groupTipsElem: {
          groupID,
          type: TIP_TYPES[elem.tip],
          opMember: { userID: elem.by },
          memberList: elem.users.map((userID) => ({ userID })),
          memberCount: elem.memberCount,
        },
      };
    case 'image':
    case 'sound':
    case 'video':
    case 'file':
    case 'merger':
      return { elemType: OTHER_TYPES[elem.type] };
  }
}

const OTHER_TYPES = {
  image: MessageElemType.V2TIM_ELEM_TYPE_IMAGE,
  sound: MessageElemType.V2TIM_ELEM_TYPE_SOUND,
  video: MessageElemType.V2TIM_ELEM_TYPE_VIDEO,
  file: MessageElemType.V2TIM_ELEM_TYPE_FILE,
  merger: MessageElemType.V2TIM_ELEM_TYPE_MERGER,
} as const;

const MARK_BITS = 64;

/** A conversation as this style shows it to the user `self`. */
export function toConversation(kept: KeptConversation, self: string): V2TimConversation {
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
    ...(kept.last === null ? {} : { lastMessage: toMessage(kept.last, self, { readSeq, peerReadSeq }) }),
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
