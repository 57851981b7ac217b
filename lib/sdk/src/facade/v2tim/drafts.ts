import type { Elem, MessageBody, SendParams, Target } from '@tim-node/protocol';
import { refused } from './answers.js';
import { MessagePriorityEnum, MessageStatus, type V2TimMessage } from './models.js';
import { elemFields } from './to-v2tim.js';

/** A message that was made and not sent. */
export interface Draft {
  readonly elem: Elem;
  readonly mentions: readonly string[];
  readonly clientId: string;
  readonly random: number;
  /** Unix seconds. */
  readonly clientTime: number;
}

/** How a message is sent. */
export interface V2TimSendOptions {
  /** What the function that has made the message gave. */
  id?: string | undefined;
  /** The message itself, in place of `id`. */
  message?: V2TimMessage | undefined;
  /** UserID; empty for a message to a group. */
  receiver: string;
  /** Group id; empty for a message to a user. */
  groupID: string;
  priority?: MessagePriorityEnum | undefined;
  /** Only for those who are online now: not stored. */
  onlineUserOnly?: boolean | undefined;
  isExcludedFromUnreadCount?: boolean | undefined;
  isExcludedFromLastMessage?: boolean | undefined;
  isSupportMessageExtension?: boolean | undefined;
  needReadReceipt?: boolean | undefined;
  cloudCustomData?: string | undefined;
}

const PROTOCOL_PRIORITY: Readonly<Record<MessagePriorityEnum, number | undefined>> = {
  [MessagePriorityEnum.V2TIM_PRIORITY_DEFAULT]: undefined,
  [MessagePriorityEnum.V2TIM_PRIORITY_HIGH]: 0,
  [MessagePriorityEnum.V2TIM_PRIORITY_NORMAL]: undefined,
  [MessagePriorityEnum.V2TIM_PRIORITY_LOW]: 2,
};

/** @throws TIMError 6017 unless there is one of a user and a group */
export function targetOfSend({ receiver, groupID }: Pick<V2TimSendOptions, 'receiver' | 'groupID'>): Target {
  const isUser = typeof receiver === 'string' && receiver !== '';
  const isGroup = typeof groupID === 'string' && groupID !== '';
  if (isUser === isGroup) throw refused('there must be either a receiver or a groupID');
  return isGroup ? { type: 'group', id: groupID } : { type: 'c2c', id: receiver };
}

/** What is sent of a draft. */
export function outgoingOf(draft: Draft, options: V2TimSendOptions): SendParams {
  const { clientId, random, clientTime } = draft;
  return {
    target: targetOfSend(options),
    clientId,
    random,
    clientTime,
    body: bodyOf(draft, options),
    ...(options.onlineUserOnly === true ? { onlineOnly: true } : {}),
  };
}

function bodyOf({ elem, mentions }: Draft, options: V2TimSendOptions): MessageBody {
  const { cloudCustomData: cloudData = '', priority = MessagePriorityEnum.V2TIM_PRIORITY_DEFAULT } = options;
  const level = PROTOCOL_PRIORITY[priority];
  return {
    elems: [elem],
    ...(cloudData === '' ? {} : { cloudData }),
    ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
    ...(level === undefined ? {} : { priority: level }),
    ...(options.needReadReceipt === true ? { needReceipt: true } : {}),
    ...(options.isSupportMessageExtension === true ? { extensible: true } : {}),
    ...(options.isExcludedFromUnreadCount === true ? { uncounted: true } : {}),
    ...(options.isExcludedFromLastMessage === true ? { notLast: true } : {}),
  };
}

/** A message that was made, as this style shows it. */
export function showDraft({ elem, mentions, random, clientTime }: Draft, id: string, self: string): V2TimMessage {
  return {
    msgID: '',
    id,
    timestamp: clientTime,
    sender: self,
    nickName: '',
    faceUrl: '',
    nameCard: '',
    status: MessageStatus.V2TIM_MSG_STATUS_SENDING,
    ...elemFields(elem, ''),
    cloudCustomData: '',
    isSelf: true,
    isRead: true,
    isPeerRead: false,
    priority: MessagePriorityEnum.V2TIM_PRIORITY_NORMAL,
    groupAtUserList: [...mentions],
    seq: '0',
    random,
    isExcludedFromUnreadCount: false,
    isExcludedFromLastMessage: false,
    isSupportMessageExtension: false,
    needReadReceipt: false,
    isOnlineOnly: false,
    hasRiskContent: false,
    revokeReason: '',
  };
}
