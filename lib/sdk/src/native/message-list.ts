import type { Target } from '@tim-node/protocol';
import type { Listed, ListQuery } from '../feature/message-lists.js';
import type { ClientCore } from './client-core.js';
import { toTarget } from './codec/kept.js';
import { isNumeric, toPlace } from './codec/scalars.js';
import type { TIMConvType } from './generated/enums.js';
import type { Message, MsgGetMsgListParam, MsgLocator } from './generated/structs.js';
import { toListQuery } from './list-params.js';
import { answerWith, attempt } from './located.js';
import { items } from './params.js';
import type { Reply } from './row.js';
import { showKept } from './shown.js';

/* Lists of messages, and messages by their places. */

type InConversation<T> = readonly [convId: string, convType: TIMConvType, given: T];

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
    const query = toListQuery(target, given);
    if (places.length > 0) findAt(client, target, places, isStored, reply);
    else if (query.wanted.types?.length === 0) reply({ json: [] });
    else list(client, query, isStored, reply);
  });
}

function list(client: ClientCore, query: ListQuery, isStored: boolean, reply: Reply<Message[]>): void {
  client.lists.list(
    query,
    isStored,
    answerWith(reply, (listed: Listed) => shown(client, query.wanted.target, listed)),
  );
}

function shown(client: ClientCore, target: Target, { messages, readSeq, peerReadSeq }: Listed): Message[] {
  if (readSeq === undefined || peerReadSeq === undefined) return messages.map((kept) => showKept(client, kept));
  const told = { readSeq, peerReadSeq };
  client.reading.note(client.archive.ownerId, target, told);
  return messages.map((kept) => showKept(client, kept, told));
}

/** By their places. */
function findAt(
  client: ClientCore,
  target: Target,
  seqs: readonly number[],
  isStored: boolean,
  reply: Reply<Message[]>,
): void {
  client.lists.findAt(
    target,
    seqs,
    isStored,
    answerWith(reply, (listed: Listed) => shown(client, target, listed)),
  );
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
  const target = toTarget(convType, convId);
  const places = [...wanted.keys()];
  findAt(client, target, places, false, (answer) => {
    if ('error' in answer) {
      reply(answer);
      return;
    }
    const all = [...(answer.json ?? []), ...deletedAt(client, target, places)];
    reply({ json: all.filter((message) => isNamed(message, wanted)).sort(newestFirst) });
  });
}

/** Deleted messages, as far as this machine has them: lists are without these. */
function deletedAt(client: ClientCore, target: Target, places: readonly number[]): Message[] {
  return places
    .flatMap((seq) => client.archive.at(target, seq) ?? [])
    .filter(({ status }) => status === 'deleted')
    .map((kept) => showKept(client, kept));
}

function newestFirst({ message_seq: a = 0 }: Message, { message_seq: b = 0 }: Message): number {
  return Number(b) - Number(a);
}

function isNamed({ message_seq: seq, message_rand: rand }: Message, wanted: ReadonlyMap<number, number>): boolean {
  const expected = wanted.get(Number(seq)) ?? 0;
  return expected === 0 || expected === Number(rand);
}
