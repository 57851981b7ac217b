import { double, int, list, obj, oneOf, opt, text, union, type Schema } from '../schema.js';
import { platform, userId, type Platform } from './user.js';

/** Where a message goes: one user or one group. */
export interface Target {
  readonly type: 'c2c' | 'group';
  /** UserID or group id. */
  readonly id: string;
}

export interface TextElem {
  readonly type: 'text';
  readonly text: string;
}

/** Data of the app's own making. */
export interface CustomElem {
  readonly type: 'custom';
  readonly data: string;
  readonly desc: string;
  readonly ext: string;
  /** Name of the sound of an offline push. */
  readonly sound: string;
}

/** An emoticon of the app's own set. */
export interface FaceElem {
  readonly type: 'face';
  readonly index: number;
  readonly data: string;
}

export interface LocationElem {
  readonly type: 'location';
  readonly desc: string;
  /** Degrees. */
  readonly longitude: number;
  /** Degrees. */
  readonly latitude: number;
}

/** One element of a message. A message is its elements in order. */
export type Elem = TextElem | CustomElem | FaceElem | LocationElem;

/** What the sender writes; stored as one text and never looked into by the database. */
export interface MessageBody {
  readonly elems: Elem[];
  /** Custom data that travels with the message. */
  readonly cloudData?: string;
}

/** A stored message as the server tells it. */
export interface Message {
  readonly target: Target;
  /** Place in the conversation: 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly sender: string;
  /** The sender's own id of this message; unique per sender. */
  readonly clientId: string;
  /** Server time, unix seconds. */
  readonly time: number;
  /** Sender's clock, unix seconds. */
  readonly clientTime: number;
  /** 32-bit random number of the sender. */
  readonly random: number;
  /** Platform of the sending instance. */
  readonly platform: Platform;
  readonly body: MessageBody;
}

const CLIENT_ID_BYTES = 64;
export const clientId: Schema<string> = text({ maxBytes: CLIENT_ID_BYTES, nonEmpty: true });

const GROUP_ID_BYTES = 64;
export const target: Schema<Target> = obj<Target>({
  type: oneOf('c2c', 'group'),
  id: text({ maxBytes: GROUP_ID_BYTES, nonEmpty: true }),
});

const MAX_ELEMS = 64;
const INT32 = 2 ** 31;
export const elem: Schema<Elem> = union<Elem, 'type'>('type', {
  text: obj<TextElem>({ type: oneOf('text'), text: text() }),
  custom: obj<CustomElem>({ type: oneOf('custom'), data: text(), desc: text(), ext: text(), sound: text() }),
  face: obj<FaceElem>({ type: oneOf('face'), index: int(-INT32, INT32 - 1), data: text() }),
  location: obj<LocationElem>({ type: oneOf('location'), desc: text(), longitude: double, latitude: double }),
});

/** The size of the whole is checked by the handler, so that a too long one gets its own error code. */
export const messageBody: Schema<MessageBody> = obj<MessageBody>({
  elems: list(elem, MAX_ELEMS),
  cloudData: opt(text()),
});

export const uint32: Schema<number> = int(0, 0xffff_ffff);
export const unixSeconds: Schema<number> = int(0);

export const message: Schema<Message> = obj<Message>({
  target,
  seq: int(1),
  sender: userId,
  clientId,
  time: unixSeconds,
  clientTime: unixSeconds,
  random: uint32,
  platform,
  body: messageBody,
});
