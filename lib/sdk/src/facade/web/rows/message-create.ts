import { ERRORS, TIMError } from '@tim-node/protocol';
import type { Calls } from '../calls.js';
import { check } from '../check.js';
import { webError } from '../codes.js';
import { checkDraft } from '../content/draft.js';
import {
  customContent,
  faceContent,
  locationContent,
  mentionsIn,
  mergerContent,
  textContent,
} from '../content/from-app.js';
import { elemsOf } from '../content/to-domain.js';
import { toElement } from '../content/to-web.js';
import { TYPES } from '../generated/constants.js';
import type { MessageOptions } from '../generated/structs.js';
import type { Message, MessageElement, Payloads } from '../shapes/message.js';

/** Options of a message with the content of its kind. */
export type MessageOptionsOf<P> = Omit<MessageOptions, 'payload'> & { payload: P };

type Made<T extends keyof Payloads> = Extract<Message, { type: T }>;
type Given = Readonly<Record<string, unknown>>;

/** What a text that mentions members of a group is made of. */
export interface TextAtPayload {
  text: string;
  /** UserIDs, `TYPES.MSG_AT_ALL`. */
  atUserList?: string[] | undefined;
}

/** What a merged message is made of. */
export interface MergerOptions {
  messageList: Message[];
  title?: string | undefined;
  abstractList?: string[] | undefined;
  /** Shown by versions that know no merged messages. */
  compatibleText: string;
}

type Some<P> = { [K in keyof P]?: P[K] | undefined };

/** Functions that make messages. They send nothing. */
export function messageCreateRows(calls: Calls) {
  const { client } = calls;
  function make<T extends keyof Payloads, P>(
    api: string,
    type: T,
    contentOf: (api: string, given: Given) => Payloads[T],
  ) {
    return calls.value(api, (options: MessageOptionsOf<P>): Made<T> => {
      const { options: checked, payload } = checkDraft(api, options);
      const element = { type, content: contentOf(api, payload) } as unknown as MessageElement;
      return client.desk.compose(checked, [element]) as Made<T>;
    });
  }
  return {
    /** Makes a text message. */
    createTextMessage: make<'TIMTextElem', Payloads['TIMTextElem']>('createTextMessage', TYPES.MSG_TEXT, textContent),
    /** Makes a text message that mentions members of a group. */
    createTextAtMessage: calls.value('createTextAtMessage', (options: MessageOptionsOf<TextAtPayload>) => {
      const { options: checked, payload } = checkDraft('createTextAtMessage', options);
      const content = textContent('createTextAtMessage', payload);
      const message = client.desk.compose(checked, [{ type: TYPES.MSG_TEXT, content }]);
      message.atUserList = mentionsIn('createTextAtMessage', payload);
      return message as Made<'TIMTextElem'>;
    }),
    /** Makes a message with content of the app's own. */
    createCustomMessage: make<'TIMCustomElem', Some<Payloads['TIMCustomElem']>>(
      'createCustomMessage',
      TYPES.MSG_CUSTOM,
      customContent,
    ),
    /** Makes a sticker message. */
    createFaceMessage: make<'TIMFaceElem', Payloads['TIMFaceElem']>('createFaceMessage', TYPES.MSG_FACE, faceContent),
    /** Makes a message that shows a place. */
    createLocationMessage: make<'TIMLocationElem', Payloads['TIMLocationElem']>(
      'createLocationMessage',
      TYPES.MSG_LOCATION,
      locationContent,
    ),
    /** Makes one message out of several. */
    createMergerMessage: make<'TIMRelayElem', MergerOptions>('createMergerMessage', TYPES.MSG_MERGER, mergerContent),
    /** Makes a message that passes another one on: `payload` is that message. */
    createForwardMessage: calls.value('createForwardMessage', (options: MessageOptionsOf<Message>) => {
      const { options: checked, payload } = checkDraft('createForwardMessage', options);
      return client.desk.compose(checked, forwarded(payload as unknown as Message, checked.to));
    }),
  };
}

/** The content of a message for another one. */
function forwarded(message: Message, to: string): MessageElement[] {
  check(typeof message.ID === 'string', 'createForwardMessage: payload must be a message');
  if (!Array.isArray(message._elements)) throw webError('MSG_FORWARD_INVALID_ELEMENTS', 'createForwardMessage');
  try {
    return elemsOf(message).map((elem) => toElement(elem, { links: () => '', to }));
  } catch (error) {
    const isUnknown = error instanceof TIMError && error.code === ERRORS.notSupported.code;
    throw isUnknown ? webError('MSG_FORWARD_TYPE_INVALID', `createForwardMessage ${message.type}`) : error;
  }
}
