import {
  LIMITS,
  timError,
  type Elem,
  type Message,
  type MessageBody,
  type SendParams,
  type Target,
} from '@tim-node/protocol';
import { refused } from './answers.js';
import { elemFields, type LocalPaths } from './elements.js';
import { MessagePriorityEnum, MessageStatus, type V2TimMessage } from './models.js';
import type { V2TimOfflinePushInfo } from './push.js';
import { pushOf } from './push.js';

/** A file of this machine that goes out with a message. */
export interface FilePart {
  readonly kind: 'image' | 'sound' | 'video' | 'file';
  readonly path: string;
  /** Name to show. */
  readonly name?: string | undefined;
  /** Seconds. */
  readonly duration?: number;
  /** Of a video: the extension of its file name. */
  readonly format?: string;
  readonly snapshotPath?: string;
}

/** Messages that go out put together. */
export interface MergerPart {
  readonly title: string;
  readonly abstracts: string[];
  readonly compatibleText: string;
  readonly messages: readonly Message[];
}

/** What an element is made of: itself, or what has to go to the server first. */
export type Part = { readonly elem: Elem } | { readonly file: FilePart } | { readonly merger: MergerPart };

/** A message that was made and not sent. */
export interface Draft {
  readonly id: string;
  /** What has gone to the server is replaced by its element, so that it goes there once. */
  parts: readonly Part[];
  readonly mentions: readonly string[];
  /** The members whom a group message is for, when not for all. */
  readonly onlyFor?: readonly string[];
  readonly clientId: string;
  readonly random: number;
  /** Unix seconds. */
  readonly clientTime: number;
}

/** How a message is sent, whichever it is. */
export interface V2TimSendMode {
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
  /** Stays on this machine. */
  localCustomData?: string | undefined;
  /** Carried along: how an offline push is to look. */
  offlinePushInfo?: V2TimOfflinePushInfo | undefined;
}

export interface V2TimSendOptions extends V2TimSendMode {
  /** What the function that has made the message gave. */
  id?: string | undefined;
  /** The message itself, in place of `id`. */
  message?: V2TimMessage | undefined;
  /** Is told the `msgID` before the message leaves. */
  onSyncMsgID?: ((msgID: string) => unknown) | undefined;
}

const PROTOCOL_PRIORITY: Readonly<Record<MessagePriorityEnum, number | undefined>> = {
  [MessagePriorityEnum.V2TIM_PRIORITY_DEFAULT]: undefined,
  [MessagePriorityEnum.V2TIM_PRIORITY_HIGH]: 0,
  [MessagePriorityEnum.V2TIM_PRIORITY_NORMAL]: undefined,
  [MessagePriorityEnum.V2TIM_PRIORITY_LOW]: 2,
};

/** @throws TIMError 6017 unless there is one of a user and a group */
export function targetOfSend({ receiver, groupID }: Pick<V2TimSendMode, 'receiver' | 'groupID'>): Target {
  const isUser = typeof receiver === 'string' && receiver !== '';
  const isGroup = typeof groupID === 'string' && groupID !== '';
  if (isUser === isGroup) throw refused('there must be either a receiver or a groupID');
  return isGroup ? { type: 'group', id: groupID } : { type: 'c2c', id: receiver };
}

/** What is sent of a draft whose files and merged messages are on the server. */
export function outgoingOf(draft: Draft, options: V2TimSendMode): SendParams {
  const { clientId, random, clientTime, onlyFor } = draft;
  const target = targetOfSend(options);
  if (onlyFor !== undefined && target.type !== 'group')
    throw refused('receiverList: the message does not go to a group');
  return {
    target,
    clientId,
    random,
    clientTime,
    body: bodyOf(draft, options),
    ...(options.onlineUserOnly === true ? { onlineOnly: true } : {}),
    ...(onlyFor === undefined ? {} : { onlyFor: [...onlyFor] }),
  };
}

/** @throws TIMError 7013 for a draft with something that has to go to the server first */
export function elemsOf({ parts }: Draft): Elem[] {
  return parts.map((part) => {
    if ('elem' in part) return part.elem;
    throw timError('notSupported', 'a message with files or merged messages has to be sent first');
  });
}

function bodyOf(draft: Draft, options: V2TimSendMode): MessageBody {
  const { cloudCustomData: cloudData = '', priority = MessagePriorityEnum.V2TIM_PRIORITY_DEFAULT } = options;
  const level = PROTOCOL_PRIORITY[priority];
  const push = pushOf(options.offlinePushInfo);
  return {
    elems: elemsOf(draft),
    ...(cloudData === '' ? {} : { cloudData }),
    ...(draft.mentions.length === 0 ? {} : { mentions: [...draft.mentions] }),
    ...(level === undefined ? {} : { priority: level }),
    ...(push === undefined ? {} : { push }),
    ...flagsOf(options),
  };
}

function flagsOf(options: V2TimSendMode): Partial<MessageBody> {
  return {
    ...(options.needReadReceipt === true ? { needReceipt: true } : {}),
    ...(options.isSupportMessageExtension === true ? { extensible: true } : {}),
    ...(options.isExcludedFromUnreadCount === true ? { uncounted: true } : {}),
    ...(options.isExcludedFromLastMessage === true ? { notLast: true } : {}),
  };
}

/** A message that was made, as this style shows it. */
export function showDraft(draft: Draft, self: string): V2TimMessage {
  const { id, parts, mentions, random, clientTime } = draft;
  const context = { groupID: '', time: clientTime, urlOf: () => '' };
  return {
    msgID: '',
    id,
    timestamp: clientTime,
    sender: self,
    nickName: '',
    faceUrl: '',
    nameCard: '',
    status: MessageStatus.V2TIM_MSG_STATUS_SENDING,
    ...elemFields(parts.map(shownOf), context, parts.map(pathsOf)),
    cloudCustomData: '',
    localCustomData: '',
    localCustomInt: 0,
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

function pathsOf(part: Part): LocalPaths {
  if (!('file' in part)) return {};
  const { path, snapshotPath = '' } = part.file;
  return { path, snapshotPath };
}

/** What a part looks like before it is on the server. */
function shownOf(part: Part): Elem {
  if ('elem' in part) return part.elem;
  if ('file' in part) return fileElem(part.file);
  const { title, abstracts, compatibleText } = part.merger;
  return { type: 'merger', title, abstracts, compatibleText, key: '', tooDeep: false };
}

const NO_FILE = { id: '', size: 0 } as const;

function fileElem({ kind, name = '', duration = 0, format = '' }: FilePart): Elem {
  switch (kind) {
    case 'image':
      return { type: 'image', format: 0, original: { ...NO_FILE, width: 0, height: 0 } };
    case 'sound':
      return { type: 'sound', ...NO_FILE, duration };
    case 'video':
      return { type: 'video', ...NO_FILE, duration, format };
    case 'file':
      return { type: 'file', ...NO_FILE, name };
  }
}

/** @throws TIMError 6017 for what cannot be merged */
export function mergerOf(
  { title, abstractList, compatibleText }: { title: string; abstractList: string[]; compatibleText: string },
  messages: readonly Message[],
): MergerPart {
  if (messages.length === 0) throw refused('there is no message to merge');
  if (messages.length > LIMITS.mergedMessages) throw refused(`at most ${LIMITS.mergedMessages} messages can be merged`);
  if (messages.some(({ revoked, seq }) => revoked !== undefined || seq < 1)) {
    throw refused('only messages that were sent and not taken back can be merged');
  }
  return { title, abstracts: [...abstractList], compatibleText, messages };
}
