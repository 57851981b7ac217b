import { timError } from '@tim-node/protocol';
import type { ArchiveItem, ArchiveQuery } from '../feature/archive.js';
import { randomUint32 } from '../host/random.js';
import type { ClientCore } from './client-core.js';
import { elemTypesOf, toConvType, toOwn, toTarget } from './codec/kept.js';
import { derive, readMessage, type NativeMessage } from './codec/message.js';
import { strings, isNumeric } from './codec/scalars.js';
import { TIMConvType, TIMKeywordListMatchType, TIMMsgStatus } from './generated/enums.js';
import type { Message, MessageSearchParam, MessageSearchResult, MessageSearchResultItem } from './generated/structs.js';
import { items } from './params.js';
import type { Reply } from './row.js';
import { showKept } from './shown.js';

/* What the functions on messages of this machine do. */

/** TIMMsgFindMessages. */
export function findMessages(client: ClientCore, [ids]: readonly [string[]], reply: Reply<Message[]>): void {
  const { archive } = client;
  reply({ json: archive.find(strings(ids)).map((kept) => showKept(client, kept)) });
}

/** TIMMsgSaveMsg. */
export function saveMessage(
  client: ClientCore,
  [convId, type, given]: readonly [string, TIMConvType, Message],
  reply: Reply<void>,
): void {
  importMessages(client, [convId, type, [given]], reply);
}

/** TIMMsgImportMsgList. */
export function importMessages(
  client: ClientCore,
  [convId, type, given]: readonly [string, TIMConvType, Message[]],
  reply: Reply<void>,
): void {
  const messages = items(given).map((each) => imported(client, convId, type, each as Message));
  const error = client.archive.import(messages.map((message) => toOwn(message, 'imported')));
  reply(error === undefined ? {} : { error });
}

/** Who it is from and when it was sent is as the app says; what it leaves out is filled in. */
function imported({ engine }: ClientCore, convId: string, type: TIMConvType, given: Message): NativeMessage {
  const conversation = { message_conv_id: convId, message_conv_type: type };
  const message = readMessage(given, conversation);
  if (message.message_sender === '') message.message_sender = engine.userId;
  message.message_is_from_self = message.message_sender === engine.userId;
  if (isZero(message.message_client_time)) {
    message.message_client_time = isZero(message.message_server_time) ? engine.serverTime : message.message_server_time;
  }
  if (isZero(message.message_server_time)) message.message_server_time = message.message_client_time;
  if (isZero(message.message_rand)) message.message_rand = randomUint32();
  // The server does not have it, so it has no place there.
  message.message_seq = 0;
  message.message_status = TIMMsgStatus.kTIMMsg_LocalImported;
  derive(message);
  return message;
}

function isZero(value: number | bigint): boolean {
  return Number(value) === 0;
}

/** TIMMsgSetLocalCustomData. */
export function setLocalCustomData({ archive }: ClientCore, [given]: readonly [Message], reply: Reply<void>): void {
  const message = readMessage(given);
  const conv = toTarget(message.message_conv_type, message.message_conv_id);
  // An id that the app has kept goes before the fields that it is made of.
  const id =
    typeof given.message_msg_id === 'string' && given.message_msg_id !== ''
      ? given.message_msg_id
      : message.message_msg_id;
  const error = archive.setCustomData(
    conv,
    { seq: Number(message.message_seq), id },
    { customInt: message.message_custom_int ?? 0, customStr: message.message_custom_str ?? '' },
  );
  reply(error === undefined ? {} : { error });
}

/** Where only kinds of elements are asked for that there are not. */
export const NOTHING_FOUND: Required<MessageSearchResult> = {
  msg_search_result_item_array: [],
  msg_search_result_search_cursor: '',
  msg_search_result_total_count: 0,
};

const MAX_WORDS = 5;

/** TIMMsgSearchLocalMessages. */
export function searchMessages(
  client: ClientCore,
  [param]: readonly [MessageSearchParam],
  reply: Reply<MessageSearchResult>,
): void {
  const query = toQuery(client, param);
  if (query.words.length > MAX_WORDS) {
    reply({ error: timError('invalidParameters', `msg_search_param_keyword_array holds more than ${MAX_WORDS}`) });
    return;
  }
  if (query.types?.length === 0) {
    reply({ json: NOTHING_FOUND });
    return;
  }
  const { archive } = client;
  const { total, items: found } = archive.search(query);
  const next = query.skip + query.limit;
  reply({
    json: {
      msg_search_result_item_array: found.map((item) => toItem(client, item)),
      msg_search_result_search_cursor: isByCursor(param) && next < total ? String(next) : '',
      msg_search_result_total_count: total,
    },
  });
}

function toItem(client: ClientCore, { conv, count, messages }: ArchiveItem): MessageSearchResultItem {
  return {
    msg_search_result_item_conv_id: conv.id,
    msg_search_result_item_conv_type: toConvType(conv),
    msg_search_result_item_message_array: messages.map((kept) => showKept(client, kept)),
    msg_search_result_item_total_message_count: count,
  };
}

const EVERY: number = TIMKeywordListMatchType.TIMKeywordListMatchType_And;
const GROUP: number = TIMConvType.kTIMConv_Group;

export function toQuery({ engine }: ClientCore, param: MessageSearchParam): ArchiveQuery {
  const type = toCount(param.msg_search_param_conv_type);
  const id = textOf(param.msg_search_param_conv_id);
  const senders = strings(param.msg_search_param_send_identifier_array).filter((sender) => sender !== '');
  const types = elemTypesOf(param.msg_search_param_message_type_array);
  return {
    words: strings(param.msg_search_param_keyword_array).filter((word) => word !== ''),
    every: toCount(param.msg_search_param_keyword_list_match_type) === EVERY,
    ...(type === 0 || id === '' ? {} : { conv: { type: type === GROUP ? 'group' : 'c2c', id } }),
    ...(senders.length === 0 ? {} : { senders }),
    ...(types === undefined ? {} : { types }),
    ...period(param, engine.serverTime),
    ...page(param),
  };
}

/** A stretch of time that ends at the given moment, or now. */
function period(param: MessageSearchParam, now: number): { since?: number; until?: number } {
  const end = toCount(param.msg_search_param_search_time_position);
  const length = toCount(param.msg_search_param_search_time_period);
  return {
    ...(end === 0 ? {} : { until: end }),
    ...(length === 0 ? {} : { since: (end === 0 ? now : end) - length }),
  };
}

/** Without a page size, and with a number of messages, the result says where to go on, as it does for the server's. */
function isByCursor({
  msg_search_param_page_size: size,
  msg_search_param_search_count: wanted,
}: MessageSearchParam): boolean {
  return toCount(size) === 0 && toCount(wanted) > 0;
}

function page(param: MessageSearchParam): { skip: number; limit: number } {
  if (isByCursor(param)) {
    const skip = Number(textOf(param.msg_search_param_search_cursor));
    return {
      skip: Number.isSafeInteger(skip) && skip > 0 ? skip : 0,
      limit: toCount(param.msg_search_param_search_count),
    };
  }
  const size = toCount(param.msg_search_param_page_size);
  // Everything; no machine keeps as much.
  if (size === 0) return { skip: 0, limit: Number.MAX_SAFE_INTEGER };
  return { skip: Math.min(size * toCount(param.msg_search_param_page_index), Number.MAX_SAFE_INTEGER), limit: size };
}

/** A whole number that is not negative; 0 for anything else. */
export function toCount(value: unknown): number {
  const number = isNumeric(value) ? Math.trunc(Number(value)) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
