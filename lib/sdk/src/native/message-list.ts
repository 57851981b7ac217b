import {
  timError,
  type Message as DomainMessage,
  type ReadMarks,
  type Target,
  type TIMError,
} from '@tim-node/protocol';
import type { Wanted } from '../feature/history.js';
import { toKept } from '../local/rules.js';
import type { KeptMessage } from '../local/store.js';
import { typeBits } from '../local/words.js';
import type { ClientCore } from './client-core.js';
import { toTarget } from './codec/kept.js';
import { isNumeric, toPlace } from './codec/scalars.js';
import type { TIMConvType } from './generated/enums.js';
import type { Message, MsgGetMsgListParam, MsgLocator } from './generated/structs.js';
import { toListQuery, type Cursor, type ListQuery } from './list-params.js';
import { attempt } from './located.js';
import { items } from './params.js';
import type { Reply } from './row.js';
import { showKept } from './shown.js';

/* Lists of messages: those of the server and those that only this machine has, and without the server what is kept. */

type InConversation<T> = readonly [convId: string, convType: TIMConvType, given: T];

/** Messages that the server has, in the order asked for. */
interface Placed extends Partial<ReadMarks> {
  readonly messages: readonly KeptMessage[];
  /** There are no further ones in this direction. */
  readonly finished: boolean;
}

/** TIMMsgGetMsgList. */
export function getList(
  client: ClientCore,
  [convId, convType, given]: InConversation<MsgGetMsgListParam>,
  reply: Reply<Message[]>,
): void {
  attempt(reply, () => {
    const target = toTarget(convType, convId);
    const { msg_getmsglist_param_message_seq_array: array, msg_getmsglist_param_is_ramble: fromServer } = given;
    const places = Array.isArray(array) ? items(array).map(toPlace) : [];
    const isStored = fromServer === false && client.archive.lasting;
    if (places.length > 0) findAt(client, target, places, isStored, reply);
    else list(client, toListQuery(target, given), isStored, reply);
  });
}

function list(client: ClientCore, query: ListQuery, isStored: boolean, reply: Reply<Message[]>): void {
  const answer = (placed: Placed): void => {
    reply({ json: shown(client, query.wanted.target, merged(client, query, placed), placed) });
  };
  const { wanted } = query;
  if (isStored || !isAsked(client)) {
    answer(storedPage(client, wanted));
    return;
  }
  client.history.list(wanted, (outcome) => {
    if (!('error' in outcome)) {
      const { messages, ...told } = outcome.value;
      answer({ ...told, messages: keep(client, wanted.target, messages) });
    } else if (canDoWithout(client, outcome.error)) answer(storedPage(client, wanted));
    else reply(outcome);
  });
}

/** Whether to ask the server: a request without a network would wait for it, so what is on disk is quicker. */
function isAsked({ engine, archive }: ClientCore): boolean {
  return engine.state === 'Logined' && (engine.isOnline || !archive.lasting);
}

const OFFLINE: ReadonlySet<number> = new Set(
  (['disconnected', 'connectTimeout', 'sendTimeout', 'answerTimeout'] as const).map((name) => timError(name).code),
);

/** Whether the local store answers because the server does not. */
function canDoWithout({ archive }: ClientCore, { code }: TIMError): boolean {
  return OFFLINE.has(code) && archive.lasting;
}

function storedPage({ archive }: ClientCore, { target, count, types = [], ...query }: Wanted): Placed {
  const messages = archive.page({ ...query, conv: target, limit: count, types: typeBits(types) });
  return { messages, finished: messages.length < count };
}

/** Keeps what the server has told. What is known here to be newer goes before it, and so does what the app has put to it. */
function keep({ archive }: ClientCore, conv: Target, messages: readonly DomainMessage[]): KeptMessage[] {
  archive.remember(messages);
  return messages
    .map((message) => archive.at(conv, message.seq) ?? toKept(message, archive.ownerId))
    .filter(({ status }) => status !== 'deleted');
}

/** The messages with those of this machine among them; of two of the same second, the one that the server has is older. */
function merged(client: ClientCore, query: ListQuery, placed: Placed): KeptMessage[] {
  const { count, forward = false } = query.wanted;
  const own = ownOnes(client, query, placed);
  const list: KeptMessage[] = [];
  let next = 0;
  for (const message of placed.messages) {
    for (let each = own[next]; each !== undefined && isBefore(each, message, forward); each = own[next]) {
      list.push(each);
      next += 1;
    }
    list.push(message);
  }
  // What stands beyond the last one belongs to this page only when there is nothing else to come.
  if (placed.finished) list.push(...own.slice(next));
  return list.slice(0, count);
}

function isBefore(own: KeptMessage, placed: KeptMessage, forward: boolean): boolean {
  return forward ? own.time < placed.time : own.time >= placed.time;
}

function ownOnes({ archive }: ClientCore, { wanted, cursor }: ListQuery, { messages }: Placed): KeptMessage[] {
  const { target, forward = false, since = 0, until = Infinity, types = [] } = wanted;
  const bits = typeBits(types);
  const time = cursor === undefined ? 0 : timeOf(archive.at(target, cursor.place), cursor, messages);
  const lower = cursor?.place === 0 && forward ? 0 : since;
  const own = archive
    .own(target)
    .filter((each) => each.time >= lower && each.time <= until && (bits === 0 || (each.types & bits) !== 0))
    .filter((each) => cursor === undefined || isBeyond(each, { ...cursor, time }, forward));
  return forward ? own : own.reverse();
}

/** When the message was sent that a list goes on from. */
function timeOf(known: KeptMessage | undefined, { time }: Cursor, [first]: readonly KeptMessage[]): number {
  return known?.time ?? (time === 0 ? (first?.time ?? 0) : time);
}

function isBeyond({ time, id }: KeptMessage, cursor: Cursor, forward: boolean): boolean {
  if (time !== cursor.time) return forward ? time > cursor.time : time < cursor.time;
  if (cursor.place > 0) return forward;
  return forward ? id > cursor.id : id < cursor.id;
}

function shown(
  client: ClientCore,
  target: Target,
  messages: readonly KeptMessage[],
  { readSeq, peerReadSeq }: Partial<ReadMarks>,
): Message[] {
  if (readSeq === undefined || peerReadSeq === undefined) return messages.map((kept) => showKept(client, kept));
  const told = { readSeq, peerReadSeq };
  client.reading.note(client.archive.ownerId, target, told);
  return messages.map((kept) => showKept(client, kept, told));
}

/** By their places; the newest first, like a list. */
function findAt(
  client: ClientCore,
  target: Target,
  seqs: readonly number[],
  isStored: boolean,
  reply: Reply<Message[]>,
): void {
  const valid = [...new Set(seqs)].filter((seq) => seq > 0);
  const answer = (found: readonly KeptMessage[], told: Partial<ReadMarks> = {}): void => {
    reply({
      json: shown(
        client,
        target,
        [...found].sort((a, b) => b.seq - a.seq),
        told,
      ),
    });
  };
  if (valid.length === 0) answer([]);
  else if (isStored || !isAsked(client)) answer(storedAt(client, target, valid));
  else {
    client.history.find({ target, seqs: valid }, (outcome) => {
      if (!('error' in outcome)) {
        const { messages, ...told } = outcome.value;
        answer(keep(client, target, messages), told);
      } else if (canDoWithout(client, outcome.error)) answer(storedAt(client, target, valid));
      else reply(outcome);
    });
  }
}

function storedAt({ archive }: ClientCore, target: Target, seqs: readonly number[]): KeptMessage[] {
  return seqs.flatMap((seq) => archive.at(target, seq) ?? []).filter(({ status }) => status !== 'deleted');
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
  findAt(client, toTarget(convType, convId), [...wanted.keys()], false, (answer) => {
    if ('error' in answer) reply(answer);
    else reply({ json: (answer.json ?? []).filter((message) => isNamed(message, wanted)) });
  });
}

function isNamed({ message_seq: seq, message_rand: rand }: Message, wanted: ReadonlyMap<number, number>): boolean {
  const expected = wanted.get(Number(seq)) ?? 0;
  return expected === 0 || expected === Number(rand);
}
