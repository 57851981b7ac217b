import {
  ELEM_TYPES,
  timError,
  type ElemType,
  type Message as DomainMessage,
  type ReadMarks,
  type Target,
} from '@tim-node/protocol';
import type { Wanted } from '../feature/history.js';
import type { ClientCore } from './client-core.js';
import { toElem } from './codec/elements.js';
import { toNative } from './codec/domain.js';
import { readMessage } from './codec/message.js';
import { isNumeric } from './codec/scalars.js';
import { TIMConvType, TIMElemType } from './generated/enums.js';
import type { Message, MsgDeleteParam, MsgGetMsgListParam, MsgLocator } from './generated/structs.js';
import { answerDone, answerWith, attempt } from './located.js';
import { items } from './params.js';
import type { Reply } from './row.js';

/* What the functions on messages that are there do. */

/** Messages in a list when the app does not say how many. */
const USUAL_COUNT = 20;
/** Messages that can be deleted at a time. */
const MAX_DELETED = 50;

export function targetOf(convId: string, convType: TIMConvType): Target {
  return { type: convType === TIMConvType.kTIMConv_Group ? 'group' : 'c2c', id: convId };
}

type InConversation<T> = readonly [convId: string, convType: TIMConvType, given: T];

/** TIMMsgGetMsgList. */
export function getList(
  client: ClientCore,
  [convId, convType, given]: InConversation<MsgGetMsgListParam>,
  reply: Reply<Message[]>,
): void {
  attempt(reply, () => {
    const target = targetOf(convId, convType);
    const { msg_getmsglist_param_message_seq_array: array } = given;
    const places = Array.isArray(array) ? items(array).map(toPlace) : [];
    if (places.length > 0) findAt(client, target, places, reply);
    else client.history.list(toWanted(target, given), answerWith(reply, toList(client)));
  });
}

/** Makes messages of a conversation into those of the native API. */
function toList(client: ClientCore): (found: { readonly messages: readonly DomainMessage[] } & ReadMarks) => Message[] {
  return ({ messages, ...marks }) => {
    const viewer = client.viewer();
    return messages.map((message) => toNative(message, viewer, marks));
  };
}

/** By their places; the newest first, like a list. */
function findAt(client: ClientCore, target: Target, seqs: readonly number[], reply: Reply<Message[]>): void {
  const valid = seqs.filter((seq) => seq > 0);
  if (valid.length === 0) {
    reply({ json: [] });
    return;
  }
  client.history.find(
    { target, seqs: valid },
    answerWith(reply, (found) => toList(client)(found).reverse()),
  );
}

function toPlace(value: unknown): number {
  const place = isNumeric(value) ? Number(value) : 0;
  return Number.isSafeInteger(place) && place > 0 ? place : 0;
}

/** What of a `MsgGetMsgListParam` is asked of the server. */
export function toWanted(target: Target, given: MsgGetMsgListParam): Wanted {
  const forward = given.msg_getmsglist_param_is_forward === true;
  const count = toPlace(given.msg_getmsglist_param_count);
  return {
    target,
    forward,
    count: count === 0 ? USUAL_COUNT : count,
    ...start(given, forward),
    ...times(given, forward),
    ...types(given),
  };
}

/** A message is not among those that follow it; a place is. */
function start(given: MsgGetMsgListParam, forward: boolean): Pick<Wanted, 'from' | 'until' | 'since'> {
  const { msg_getmsglist_param_last_msg: last, msg_getmsglist_param_last_msg_seq: lastSeq } = given;
  if (typeof last === 'object' && Object.keys(last).length > 0) {
    const { message_seq: seq, message_server_time: serverTime, message_client_time: clientTime } = readMessage(last);
    const place = toPlace(seq);
    if (place > 0) return { from: place };
    // A message that the server does not have stands where its time puts it.
    const time = toPlace(serverTime) || toPlace(clientTime);
    if (time > 0) return forward ? { since: time } : { until: time };
  }
  const place = toPlace(lastSeq);
  if (place === 0) return {};
  return { from: forward ? place - 1 : place + 1 };
}

/** The time goes on from its beginning in the direction of the list. */
function times(given: MsgGetMsgListParam, forward: boolean): Pick<Wanted, 'until' | 'since'> {
  const begin = toPlace(given.msg_getmsglist_param_time_begin);
  const period = toPlace(given.msg_getmsglist_param_time_period);
  if (begin === 0) return {};
  if (forward) return { since: begin, ...(period === 0 ? {} : { until: begin + period }) };
  return { until: begin, ...(period === 0 ? {} : { since: Math.max(0, begin - period) }) };
}

const TYPES: Readonly<Record<ElemType, TIMElemType>> = {
  text: TIMElemType.kTIMElem_Text,
  custom: TIMElemType.kTIMElem_Custom,
  face: TIMElemType.kTIMElem_Face,
  location: TIMElemType.kTIMElem_Location,
  image: TIMElemType.kTIMElem_Image,
  sound: TIMElemType.kTIMElem_Sound,
  file: TIMElemType.kTIMElem_File,
  video: TIMElemType.kTIMElem_Video,
  merger: TIMElemType.kTIMElem_Merge,
  groupTip: TIMElemType.kTIMElem_GroupTips,
};

function types({ msg_getmsglist_param_message_type_array: array }: MsgGetMsgListParam): Pick<Wanted, 'types'> {
  const wanted = new Set<unknown>(Array.isArray(array) ? items(array).map(Number) : []);
  const types = ELEM_TYPES.filter((type) => wanted.has(TYPES[type]));
  return types.length === 0 ? {} : { types };
}

/** TIMMsgFindByMsgLocatorList. */
export function findByLocators(
  client: ClientCore,
  [convId, convType, locators]: InConversation<MsgLocator[]>,
  reply: Reply<Message[]>,
): void {
  const wanted = new Map(
    items(locators).map((each) => {
      const { message_locator_seq: seq, message_locator_rand: rand } = each as MsgLocator;
      return [toPlace(seq), isNumeric(rand) ? Number(rand) : 0];
    }),
  );
  const found = (answer: Parameters<typeof reply>[0]): void => {
    if ('error' in answer) reply(answer);
    else reply({ json: (answer.json ?? []).filter((message) => isNamed(message, wanted)) });
  };
  findAt(client, targetOf(convId, convType), [...wanted.keys()], found);
}

function isNamed({ message_seq: seq, message_rand: rand }: Message, wanted: ReadonlyMap<number, number>): boolean {
  const expected = wanted.get(Number(seq)) ?? 0;
  return expected === 0 || expected === Number(rand);
}

/**
 * Where a message stands in its conversation.
 * @throws TIMError 6017 for a message that the server does not have
 */
function seqOf(given: object): number {
  const seq = toPlace(readMessage(given).message_seq);
  if (seq === 0) throw timError('invalidParameters', 'message_seq is missing: the message is not stored on the server');
  return seq;
}

/** TIMMsgRevoke. */
export function revoke(
  client: ClientCore,
  [convId, convType, given]: InConversation<Message>,
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const { message_revoke_reason: reason = '' } = readMessage(given);
    client.history.revoke({ target: targetOf(convId, convType), seq: seqOf(given), reason }, answerDone(reply));
  });
}

/** TIMMsgModifyMessage. */
export function modify(client: ClientCore, [given]: readonly [Message], reply: Reply<Message>): void {
  attempt(reply, () => {
    const message = readMessage(given);
    const { message_conv_id: id, message_conv_type: type, message_version: version = 0 } = message;
    const params = {
      target: targetOf(id, type),
      seq: seqOf(given),
      version: Number(version),
      elems: message.message_elem_array.map(toElem),
      cloudData: message.message_cloud_custom_str,
    };
    client.history.modify(params, (outcome) => {
      if ('error' in outcome) {
        reply({ error: outcome.error, json: message });
        return;
      }
      const { modified, message: now } = outcome.value;
      const json = toNative(now, client.viewer());
      reply(modified ? { json } : { error: timError('modifyConflict'), json });
    });
  });
}

/** TIMMsgDelete. */
export function deleteOne(
  client: ClientCore,
  [convId, convType, { msg_delete_param_msg: given = {} }]: InConversation<MsgDeleteParam>,
  reply: Reply<void>,
): void {
  deleteList(client, [convId, convType, [given]], reply);
}

/** TIMMsgListDelete. */
export function deleteList(
  client: ClientCore,
  [convId, convType, given]: InConversation<Message[]>,
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const seqs = items(given).map((each) => seqOf(each as object));
    if (seqs.length > MAX_DELETED) throw timError('invalidParameters', `at most ${MAX_DELETED} messages at a time`);
    client.history.delete({ target: targetOf(convId, convType), seqs }, answerDone(reply));
  });
}
