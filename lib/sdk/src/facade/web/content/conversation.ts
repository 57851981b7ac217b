import type { Face, Mention, Target } from '@tim-node/protocol';
import type { KeptConversation } from '../../../feature/conversation-change.js';
import { textOfDraft } from '../../../feature/drafts.js';
import { TYPES } from '../generated/constants.js';
import type { Conversation, GroupAtInfo, LastMessage } from '../shapes/conversation.js';
import type { Message, Payloads } from '../shapes/message.js';
import { blankGroup } from './group.js';
import { remindTypeOf } from './remind.js';
import { conversationIdOf } from './ids.js';

/** A conversation as a new object. `last` is its last message as the app has it. */
export function toConversation(kept: KeptConversation, last: Message | undefined): Conversation {
  const { target, face, pinned, option, custom, mentions, groups, peerReadSeq } = kept;
  const isRead = last?.flow === 'out' && target.type === 'c2c' && last.sequence <= peerReadSeq;
  return {
    conversationID: conversationIdOf(target),
    type: target.type === 'c2c' ? TYPES.CONV_C2C : TYPES.CONV_GROUP,
    subType: face.groupType ?? '',
    unreadCount: kept.unread,
    lastMessage: { ...lastMessageOf(last), isPeerRead: isRead },
    ...profileOf(target, face),
    groupAtInfoList: mentions.map((mention) => atInfo(target.id, mention)),
    peerReadTime: isRead ? last.time : 0,
    remark: '',
    isPinned: pinned,
    messageRemindType: remindTypeOf(option),
    markList: marksOf(kept.marks),
    customData: custom,
    conversationGroupList: [...groups],
    draftText: textOfDraft(kept.draft),
  };
}

function profileOf(target: Target, face: Face): Pick<Conversation, 'userProfile' | 'groupProfile'> {
  const { name, faceUrl, groupType = '', owner = '' } = face;
  if (target.type === 'c2c') return { userProfile: { userID: target.id, nick: name, avatar: faceUrl } };
  return { groupProfile: { ...blankGroup(target.id), name, avatar: faceUrl, type: groupType, ownerID: owner } };
}

/** What stands for contents that are no text. */
const SHOWN: Readonly<Record<Exclude<keyof Payloads, 'TIMTextElem'>, string>> = {
  TIMImageElem: '[Image]',
  TIMSoundElem: '[Voice]',
  TIMFileElem: '[File]',
  TIMFaceElem: '[Animated Sticker]',
  TIMVideoFileElem: '[Video]',
  TIMLocationElem: '[Location]',
  TIMGroupTipElem: '[Group Notification]',
  TIMCustomElem: '[Custom Messages]',
  TIMRelayElem: '[Chat Record]',
};

const NO_MESSAGE: LastMessage = {
  lastTime: 0,
  lastSequence: 0,
  fromAccount: '',
  messageForShow: '',
  type: '',
  payload: null,
  isRevoked: false,
  revoker: null,
  cloudCustomData: '',
  onlineOnlyFlag: false,
  nick: '',
  nameCard: '',
  version: 0,
  isPeerRead: false,
};

function lastMessageOf(message: Message | undefined): LastMessage {
  if (message === undefined) return NO_MESSAGE;
  const { type, payload, isRevoked, revoker, cloudCustomData, nick, nameCard, version } = message;
  return {
    ...NO_MESSAGE,
    lastTime: message.time,
    lastSequence: message.sequence,
    fromAccount: message.from,
    messageForShow: shownAs(message),
    type,
    payload,
    isRevoked,
    revoker: isRevoked ? revoker : null,
    cloudCustomData,
    nick,
    nameCard,
    version,
  };
}

function shownAs(message: Message): string {
  return message.type === TYPES.MSG_TEXT ? message.payload.text : SHOWN[message.type];
}

function atInfo(groupID: string, { seq, me, all }: Mention): GroupAtInfo {
  const both = me && all;
  return {
    groupID,
    messageSequence: seq,
    atTypeArray: [both ? TYPES.CONV_AT_ALL_AT_ME : me ? TYPES.CONV_AT_ME : TYPES.CONV_AT_ALL],
  };
}

const MARK_BITS = 64;

/** The marks of a set of bits. */
function marksOf(marks: string): number[] {
  const bits = BigInt(marks);
  return Array.from({ length: MARK_BITS }, (_each, at) => 2 ** at).filter((_mark, at) => (bits >> BigInt(at)) & 1n);
}
