import { isRecord, type HistoryResult, type Target } from '@tim-node/protocol';
import type { Wanted } from '../../../feature/history.js';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import type { MessageBox } from '../content/box.js';
import { targetNamed } from '../content/ids.js';
import type { GetMessageListHoppingOptions, GetMessageListOptions } from '../generated/structs.js';
import type { Message } from '../shapes/message.js';

/** Messages of a page. */
const PAGE = 15;

/** A page of a conversation's messages. */
export interface MessageList {
  /** The oldest first. */
  messageList: Message[];
  /** For the page before this one; empty when there is none. */
  nextReqMessageID: string;
  /** There are no older messages. */
  isCompleted: boolean;
}

/** A page of messages around a place. */
export interface MessageListHopping {
  /** The oldest first. */
  messageList: Message[];
  /** There are no further ones in this direction. */
  isCompleted: boolean;
  /** Groups: `sequence` for the next page. */
  nextMessageSeq?: number | '';
  /** One-to-one: `time` for the next page. */
  nextMessageTime?: number | '';
}

/** Functions that read the messages of a conversation. */
export function historyRows(calls: Calls) {
  const { desk } = calls.client;
  return {
    /** Reads a page of a conversation's messages: the newest ones, or those before `nextReqMessageID`. */
    getMessageList: calls.promise(
      'getMessageList',
      (options: GetMessageListOptions & { count?: number | undefined }) => {
        const target = targetIn('getMessageList', options);
        const { nextReqMessageID: next, count } = options;
        const from = next === undefined || next === '' ? {} : { from: placeBefore(desk.box, next) };
        return { target, ...from, count: countOf('getMessageList', count) };
      },
      async (wanted): Promise<MessageList> => {
        const found = await answer<HistoryResult>((settle) => desk.history.list(wanted, settle));
        const messageList = desk.show(wanted.target, found).toReversed();
        return {
          messageList,
          nextReqMessageID: found.finished ? '' : (messageList[0]?.ID ?? String(found.next ?? '')),
          isCompleted: found.finished,
        };
      },
    ),
    /** Reads messages around a place in a conversation: of a group by `sequence`, one-to-one by `time`. */
    getMessageListHopping: calls.promise(
      'getMessageListHopping',
      (options: GetMessageListHoppingOptions & { count?: number | undefined }) => {
        const target = targetIn('getMessageListHopping', options);
        const { direction = 0 } = options;
        check(direction === 0 || direction === 1, 'getMessageListHopping: direction must be 0 or 1');
        const count = countOf('getMessageListHopping', options.count);
        return { target, count, ...hop(target, options, direction === 1) };
      },
      async (wanted) => {
        const found = await answer<HistoryResult>((settle) => desk.history.list(wanted, settle));
        const shown = desk.show(wanted.target, found);
        return hopped(wanted, shown, found.finished);
      },
    ),
  };
}

function targetIn(api: string, options: unknown): Target {
  check(isRecord(options), `${api}: options must be an object`);
  return targetNamed(api, options['conversationID']);
}

function countOf(api: string, count: unknown): number {
  if (count === undefined) return PAGE;
  const isCount = typeof count === 'number' && Number.isInteger(count) && count > 0;
  check(isCount, `${api}: count must be a positive whole number`);
  return Math.min(count, PAGE);
}

/** The place of the message that a page ended with. */
function placeBefore(box: MessageBox, next: unknown): number {
  const known = typeof next === 'string' ? box.byId(next)?.sequence : undefined;
  const place = known ?? (typeof next === 'string' && /^\d{1,15}$/.test(next) ? Number(next) : undefined);
  check(place !== undefined, 'getMessageList: nextReqMessageID must be what the page before has told');
  return place;
}

/** The message that is named is among those that come. */
function hop(
  target: Target,
  { sequence, time }: GetMessageListHoppingOptions,
  forward: boolean,
): Omit<Wanted, 'target' | 'count'> {
  if (target.type === 'group') {
    check(sequence === undefined || isWhole(sequence), 'getMessageListHopping: sequence must be a whole number');
    if (sequence === undefined) return { forward };
    return { forward, from: Math.max(forward ? sequence - 1 : sequence + 1, 0) };
  }
  check(time === undefined || isWhole(time), 'getMessageListHopping: time must be a whole number');
  if (time === undefined) return { forward };
  return forward ? { forward, since: time } : { forward, until: time };
}

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function hopped({ target, forward }: Wanted, shown: Message[], isCompleted: boolean): MessageListHopping {
  const last = shown.at(-1);
  const step = forward === true ? 1 : -1;
  const messageList = forward === true ? shown : shown.toReversed();
  const next = isCompleted || last === undefined ? '' : undefined;
  return target.type === 'group'
    ? { messageList, isCompleted, nextMessageSeq: next ?? (last?.sequence ?? 0) + step }
    : { messageList, isCompleted, nextMessageTime: next ?? last?.time ?? '' };
}
