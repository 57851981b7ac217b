import {
  isRecord,
  timError,
  type Elem,
  type ElemType,
  type Message as DomainMessage,
  type MessageBody,
} from '@tim-node/protocol';
import { TYPES } from '../generated/constants.js';
import type { Message } from '../shapes/message.js';
import { originOf, WITH_FILES } from './to-web.js';
import { NORMAL_PRIORITY, PRIORITIES } from './view.js';

type Payload = Readonly<Record<string, unknown>>;

/** Contents that apps make and change; the others only pass on what has been uploaded. */
const WRITABLE: Readonly<Record<string, (payload: Payload, origin: Elem | undefined) => Elem>> = {
  [TYPES.MSG_TEXT]: ({ text }) => ({ type: 'text', text: textOf(text) }),
  [TYPES.MSG_CUSTOM]: ({ data, description, extension }, origin) => ({
    type: 'custom',
    data: textOf(data),
    desc: textOf(description),
    ext: textOf(extension),
    // The Web style does not show it.
    sound: origin?.type === 'custom' ? origin.sound : '',
  }),
  [TYPES.MSG_FACE]: ({ index, data }) => ({ type: 'face', index: numberOf(index), data: textOf(data) }),
  [TYPES.MSG_LOCATION]: ({ description, longitude, latitude }) => ({
    type: 'location',
    desc: textOf(description),
    longitude: numberOf(longitude),
    latitude: numberOf(latitude),
  }),
  // Once it was fetched it has no key any more.
  [TYPES.MSG_MERGER]: ({ title, abstractList, compatibleText, downloadKey, layersOverLimit }, origin) => ({
    type: 'merger',
    title: textOf(title),
    abstracts: Array.isArray(abstractList) ? abstractList.map(textOf) : [],
    compatibleText: textOf(compatibleText),
    key: origin?.type === 'merger' ? origin.key : textOf(downloadKey),
    tooDeep: layersOverLimit === true,
  }),
};

/**
 * The elements of a message as the app has it now. The app changes `payload`, which stands for the first of them.
 * @throws TIMError 7013 for a content that this version cannot send
 */
export function elemsOf({ type, payload, _elements: elements }: Message): Elem[] {
  const rest = Array.isArray(elements) ? elements.slice(1) : [];
  return [elemOf(type, payload), ...rest.map(({ type: each, content }) => elemOf(each, content))];
}

function elemOf(type: string, content: unknown): Elem {
  const payload: Payload = isRecord(content) ? content : {};
  const origin = originOf(payload);
  const write = Object.hasOwn(WRITABLE, type) ? WRITABLE[type] : undefined;
  if (write !== undefined) return write(payload, origin);
  if (origin !== undefined && WITH_FILES.includes(origin.type)) return origin;
  throw timError('notSupported', `messages of type ${type} cannot be sent in this version`);
}

/** What of a message travels. */
export function bodyOf(message: Message): MessageBody {
  const priority = PRIORITIES.findIndex((each) => each === message.priority);
  return {
    elems: elemsOf(message),
    ...(message.cloudCustomData === '' ? {} : { cloudData: textOf(message.cloudCustomData) }),
    ...(message.atUserList.length === 0 ? {} : { mentions: message.atUserList.map(textOf) }),
    ...(priority < 0 || priority === NORMAL_PRIORITY ? {} : { priority }),
    ...(message.needReadReceipt ? { needReceipt: true } : {}),
    ...(message.isSupportExtension ? { extensible: true } : {}),
    ...(message._isExcludedFromUnreadCount ? { uncounted: true } : {}),
    ...(message._isExcludedFromLastMessage ? { notLast: true } : {}),
  };
}

/** A message that was sent, for a merged message. Without what only the server knows of it. */
export function domainOf(message: Message): DomainMessage {
  const { conversationType, to, nick, avatar, nameCard } = message;
  return {
    target: { type: conversationType === TYPES.CONV_GROUP ? 'group' : 'c2c', id: to },
    seq: message.sequence,
    sender: message.from,
    clientId: message.ID,
    time: message.time,
    clientTime: message.clientTime,
    random: message.random,
    platform: 'Web',
    body: bodyOf(message),
    profile: { nick, faceUrl: avatar, nameCard },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

const ELEM_TYPES: Readonly<Record<string, ElemType>> = {
  [TYPES.MSG_TEXT]: 'text',
  [TYPES.MSG_CUSTOM]: 'custom',
  [TYPES.MSG_FACE]: 'face',
  [TYPES.MSG_LOCATION]: 'location',
  [TYPES.MSG_IMAGE]: 'image',
  [TYPES.MSG_AUDIO]: 'sound',
  [TYPES.MSG_FILE]: 'file',
  [TYPES.MSG_VIDEO]: 'video',
  [TYPES.MSG_MERGER]: 'merger',
  [TYPES.MSG_GRP_TIP]: 'groupTip',
};

/** The kind of elements that a value of `type` stands for. */
export function elemTypeOf(name: string): ElemType | undefined {
  return Object.hasOwn(ELEM_TYPES, name) ? ELEM_TYPES[name] : undefined;
}
