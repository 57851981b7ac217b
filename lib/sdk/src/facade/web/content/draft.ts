import { isRecord } from '@tim-node/protocol';
import { randomUint32 } from '../../../host/random.js';
import { check } from '../check.js';
import { TYPES } from '../generated/constants.js';
import type { MessageOptions } from '../generated/structs.js';
import type { Message, MessageElement } from '../shapes/message.js';
import { PRIORITIES, setElements, untouched } from './view.js';

/** Who makes a message, and when. */
export interface Author {
  readonly self: string;
  /** Unix seconds. */
  readonly now: number;
}

/** What the functions that make messages have looked at. */
export interface Draft {
  readonly options: MessageOptions;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** @throws IMError 2905 unless the options say where the message goes and what is in it */
export function checkDraft(api: string, options: unknown): Draft {
  check(isRecord(options), `${api}: options must be an object`);
  const { to, conversationType, payload } = options;
  check(typeof to === 'string' && to !== '', `${api}: to must be a non-empty string`);
  const known = conversationType === TYPES.CONV_C2C || conversationType === TYPES.CONV_GROUP;
  check(known, `${api}: conversationType must be CONV_C2C or CONV_GROUP`);
  check(isRecord(payload), `${api}: payload must be an object`);
  return { options: options as unknown as MessageOptions, payload };
}

/** A message that has not been sent. */
export function draftOf(options: MessageOptions, elements: MessageElement[], author: Author): Message {
  const { to, conversationType, priority, receiverList } = options;
  const random = randomUint32();
  const view: Omit<Message, 'payload' | 'type' | '_elements'> = {
    ID: `${author.self}-${author.now}-${random}`,
    conversationID: `${conversationType}${to}`,
    conversationType: conversationType as Message['conversationType'],
    time: author.now,
    sequence: 0,
    clientTime: author.now,
    random,
    nick: '',
    avatar: '',
    nameCard: '',
    from: author.self,
    to,
    flow: 'out',
    status: 'unSend',
    ...untouched(),
    isRead: true,
    priority: PRIORITIES.find((each) => each === priority) ?? TYPES.MSG_PRIORITY_NORMAL,
    cloudCustomData: options.cloudCustomData ?? '',
    atUserList: [],
    needReadReceipt: options.needReadReceipt === true,
    isSupportExtension: options.isSupportExtension === true,
    _onlineOnlyFlag: false,
    _isExcludedFromUnreadCount: false,
    _isExcludedFromLastMessage: false,
    _receiverList: Array.isArray(receiverList) ? [...receiverList] : undefined,
  };
  setElements(view as Message, elements);
  return view as Message;
}
