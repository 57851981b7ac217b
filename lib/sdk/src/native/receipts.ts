import { isRecord, timError, TIMError, type ReadersParams, type ReceiptsResult } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toMemberInfo, toReceipt } from './codec/marks.js';
import { readMessage } from './codec/message.js';
import type { TIMMsgGroupMessageReadMemberListCallback } from './generated/callbacks.js';
import { TIMConvType, TIMGroupMessageReadMembersFilter, TIMMsgStatus, TIMResult } from './generated/enums.js';
import type { Message, MessageReceipt } from './generated/structs.js';
import type { Cursors } from './cursors.js';
import { writeJson } from './json.js';
import { answerDone, answerWith, attempt, placeOf, placesOf } from './located.js';
import { int, jsonThat, long, message, readArguments, Refusal, type Param } from './params.js';
import { isCallback, type Reply } from './row.js';

/** Which messages receipts are sent for, and which have some. */

/** Whether there is a message among them whose sender waits for a receipt: somebody else's that asks for one. */
export function wantReceipts(messages: readonly unknown[]): boolean {
  return messages.some(wantsReceipt);
}

function wantsReceipt(given: unknown): boolean {
  if (!isRecord(given)) return false;
  const { message_need_read_receipt: asks, message_is_from_self: isOwn } = given;
  return asks === true && isOwn === false;
}

/** TIMMsgSendMessageReadReceipts. */
export function sendReceipts({ marks }: ClientCore, [given]: readonly [Message[]], reply: Reply<void>): void {
  attempt(reply, () => {
    const { target, seqs } = placesOf(given.filter(wantsReceipt));
    marks.sendReceipts({ target, seqs }, answerDone(reply));
  });
}

/** TIMMsgGetMessageReadReceipts: of the messages that receipts are kept for. */
export function getReceipts(
  { marks }: ClientCore,
  [given]: readonly [Message[]],
  reply: Reply<MessageReceipt[]>,
): void {
  attempt(reply, () => {
    const { target, seqs, messages } = placesOf(kept(given));
    const settle = answerWith(reply, ({ receipts }: ReceiptsResult) =>
      messages.flatMap(({ message_seq: seq, message_msg_id: id }) => {
        const receipt = receipts.find((each) => each.seq === Number(seq));
        return receipt === undefined ? [] : [toReceipt(target, id, receipt)];
      }),
    );
    marks.getReceipts({ target, seqs }, settle);
  });
}

const CONVERSATIONS: readonly TIMConvType[] = [TIMConvType.kTIMConv_C2C, TIMConvType.kTIMConv_Group];

/** Whether receipts are kept for any of them. */
export function areReceiptsKept(value: unknown): boolean {
  return kept(value).length > 0;
}

/** Whether the first message that receipts are kept for belongs to a group. */
export function isForGroup(value: unknown): boolean {
  return kept(value)[0]?.message_conv_type === TIMConvType.kTIMConv_Group;
}

function kept(value: unknown): Message[] {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return given
    .filter(isRecord)
    .filter(hasReceipts)
    .map((each) => readMessage(each));
}

/** One's own message that was sent with the wish for receipts. */
function hasReceipts(given: Record<string, unknown>): boolean {
  const { message_conv_type: type, message_is_from_self: isOwn, message_need_read_receipt: asks } = readMessage(given);
  return (
    asks === true && isOwn && given['message_status'] === TIMMsgStatus.kTIMMsg_SendSucc && CONVERSATIONS.includes(type)
  );
}

const MAX_PAGE = 100;
const params: readonly Param<unknown>[] = [
  message<Message>(),
  int(),
  long,
  int((count) => count >= 1 && count <= MAX_PAGE),
];
const groupOnly: Param<unknown> = jsonThat(isForGroup, { onBad: TIMResult.TIM_ERR_PARAM });

/** TIMMsgGetGroupMessageReadMemberList. */
export function readMembers(
  client: ClientCore,
  args: readonly unknown[],
  callback: TIMMsgGroupMessageReadMemberListCallback | null | undefined,
  userData: unknown,
): TIMResult {
  const values = readArguments(params, args);
  if (values instanceof Refusal) return values.result;
  const ofGroup = groupOnly.read(args[0]);
  if (ofGroup instanceof Refusal) return ofGroup.result;
  if (!isCallback(callback)) return TIMResult.TIM_ERR_PARAM;
  const [given, filter, nextSeq, count] = values as [
    Message,
    TIMGroupMessageReadMembersFilter,
    number | bigint,
    number,
  ];
  const tell = (page: ReadPage): void => {
    callback?.(page.json, page.next, page.finished, userData);
  };
  if (client.engine.state === 'Logined') fetchPage(client, { given, filter, nextSeq, count }, tell);
  else client.engine.callbacks.post(() => tell(NO_DATABASE));
  return TIMResult.TIM_SUCC;
}

interface ReadPage {
  /** Empty for a failure. */
  readonly json: string;
  readonly next: number;
  readonly finished: boolean;
}

const NO_DATABASE: ReadPage = { json: '', next: 0, finished: false };
/** There is no error code to tell; at least nobody is to ask for a further page. */
const FAILED: ReadPage = { json: '', next: 0, finished: true };

interface ReadQuery {
  readonly given: Message;
  readonly filter: TIMGroupMessageReadMembersFilter;
  readonly nextSeq: number | bigint;
  readonly count: number;
}

function fetchPage(client: ClientCore, query: ReadQuery, tell: (page: ReadPage) => void): void {
  const { engine, marks, cursors } = client;
  const fail = (error: TIMError): void => {
    engine.logger.warn(`TIMMsgGetGroupMessageReadMemberList: ${error.message}`);
    tell(FAILED);
  };
  const params = readersParams(query, cursors.readers);
  if (params instanceof TIMError) {
    engine.callbacks.post(() => fail(params));
    return;
  }
  marks.listReaders(params, (outcome) => {
    if ('error' in outcome) {
      fail(outcome.error);
      return;
    }
    const { users, finished } = outcome.value;
    const last = users.at(-1);
    const next = finished || last === undefined ? 0 : cursors.readers.keep(last.user);
    tell({ json: writeJson(users.map(toMemberInfo)), next, finished });
  });
}

function readersParams({ given, filter, nextSeq, count }: ReadQuery, cursors: Cursors): ReadersParams | TIMError {
  const after = cursors.find(Number(nextSeq));
  if (after === undefined) return timError('invalidParameters', 'next_seq is none that a callback has told lately');
  if (!Number.isInteger(count)) return timError('invalidParameters', 'count is a whole number');
  const read = filter === TIMGroupMessageReadMembersFilter.TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ;
  try {
    return { ...placeOf(given), read, limit: count, ...(after === '' ? {} : { after }) };
  } catch (error) {
    if (error instanceof TIMError) return error;
    throw error;
  }
}
