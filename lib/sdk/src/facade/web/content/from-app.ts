import { isRecord, LIMITS, message as messageSchema, type Message as DomainMessage } from '@tim-node/protocol';
import { check } from '../check.js';
import { TYPES } from '../generated/constants.js';
import type { Message } from '../shapes/message.js';
import type {
  CustomPayload,
  FacePayload,
  LocationPayload,
  MergedMessage,
  MergerPayload,
  TextPayload,
} from '../shapes/payloads.js';
import { Aside } from './aside.js';
import { domainOf } from './to-domain.js';

/* The contents that apps hand over when they make a message, looked at and copied. Each throws an IMError 2905. */

type Given = Readonly<Record<string, unknown>>;

export function textContent(api: string, { text }: Given): TextPayload {
  check(typeof text === 'string' && text !== '', `${api}: payload.text must be a non-empty string`);
  return { text };
}

/** Whom a text mentions. */
export function mentionsIn(api: string, { atUserList }: Given): string[] {
  if (atUserList === undefined) return [];
  check(isTexts(atUserList), `${api}: payload.atUserList must be a list of strings`);
  return [...atUserList];
}

export function customContent(api: string, { data, description, extension }: Given): CustomPayload {
  const texts = [data ?? '', description ?? '', extension ?? ''];
  check(isTexts(texts), `${api}: payload.data, description and extension must be strings`);
  const [first = '', second = '', third = ''] = texts;
  check(texts.join('') !== '', `${api}: payload must have data, a description or an extension`);
  return { data: first, description: second, extension: third };
}

export function faceContent(api: string, { index, data }: Given): FacePayload {
  check(isNumber(index), `${api}: payload.index must be a number`);
  check(typeof data === 'string', `${api}: payload.data must be a string`);
  return { index, data };
}

export function locationContent(api: string, { description, longitude, latitude }: Given): LocationPayload {
  check(typeof description === 'string', `${api}: payload.description must be a string`);
  check(isNumber(longitude), `${api}: payload.longitude must be a number`);
  check(isNumber(latitude), `${api}: payload.latitude must be a number`);
  return { description, longitude, latitude };
}

export function mergerContent(api: string, { messageList, title, abstractList, compatibleText }: Given): MergerPayload {
  const isList = Array.isArray(messageList) && messageList.length > 0 && messageList.every(isRecord);
  check(isList, `${api}: payload.messageList must be a non-empty list of messages`);
  check(typeof compatibleText === 'string' && compatibleText !== '', `${api}: payload.compatibleText must be a string`);
  check(abstractList === undefined || isTexts(abstractList), `${api}: payload.abstractList must be a list of strings`);
  const messages = messageList as unknown as Message[];
  check(!messages.some(({ status }) => status === 'fail'), `${api}: payload.messageList has a message that failed`);
  check(messages.length <= LIMITS.mergedMessages, `${api}: payload.messageList has more than 300 messages`);
  const content: MergerPayload = {
    title: typeof title === 'string' ? title : '',
    abstractList: [...(abstractList ?? [])],
    compatibleText,
    downloadKey: '',
    pbDownloadKey: '',
    messageList: messages.map(mergedMessage),
    version: 1,
    layersOverLimit: false,
  };
  sources.set(
    content,
    messages.map((message) => sourceOf(api, message)),
  );
  return content;
}

/** The messages that merged ones were made of. */
const sources = new Aside<readonly DomainMessage[]>('tim-node merged messages');

/** The messages of a merged one that was made here; none for other ones. */
export function mergedIn(content: MergerPayload): readonly DomainMessage[] {
  return sources.get(content) ?? [];
}

function sourceOf(api: string, message: Message): DomainMessage {
  const isMessage = Array.isArray(message._elements) && Array.isArray(message.atUserList);
  check(isMessage, `${api}: payload.messageList must be a list of messages`);
  const source = domainOf(message);
  const problem = messageSchema.check(source, 'payload.messageList');
  check(problem === undefined, `${api}: ${problem ?? ''}`);
  return source;
}

/** A message as a merged message holds it. */
export function mergedMessage(message: Message): MergedMessage {
  const { ID, from, to, nick, avatar, time, cloudCustomData, sequence, random, clientTime } = message;
  const isGroup = message.conversationType === TYPES.CONV_GROUP;
  return {
    ID,
    from,
    nick,
    avatar,
    time,
    cloudCustomData,
    messageBody: message._elements.map(({ type, content }) => ({ type, payload: content })),
    ...(isGroup ? { receiverGroupID: to } : { receiverUserID: to }),
    messageSender: from,
    messageReceiver: to,
    messageSequence: sequence,
    messageRandom: random,
    clientTime,
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
