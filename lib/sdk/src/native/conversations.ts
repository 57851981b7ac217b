import {
  LIMITS,
  timError,
  utf8Length,
  type Outcomes,
  type ReadParams,
  type Target,
  TIMError,
} from '@tim-node/protocol';
import type { Outcome, Settle } from '../connection/requests.js';
import { keyOf, type KeptConversation } from '../feature/conversation-change.js';
import { inOrder, passes } from '../feature/conversation-list.js';
import type { ClientCore } from './client-core.js';
import {
  fromNativeDraft,
  toConvInfo,
  toFilter,
  toMarks,
  toOperationResult,
  toResultOf,
  toTarget,
} from './codec/conversation.js';
import { readMessage } from './codec/message.js';
import { isNumeric, toInt32 } from './codec/scalars.js';
import type {
  ConvInfo,
  Draft,
  GetConversationListParam,
  TIMConversationListFilter,
  TIMConversationListResult,
  TIMConversationOperationResult,
} from './generated/structs.js';
import { writeJson } from './json.js';
import type { Reply } from './row.js';

/* What the functions on conversations do. */

type Results = TIMConversationOperationResult[];

/** C2C or group, checked before. */
export function targetFor(id: string, type: number): Target {
  return { type: type === 1 ? 'c2c' : 'group', id };
}

/** A success without a result, or the error. */
export function replyTo(reply: Reply<void>): (outcome: Outcome<unknown>) => void {
  return (outcome) => {
    reply('error' in outcome ? { error: outcome.error } : {});
  };
}

/** Answers from the list, as soon as there is one. */
export function fromList<R>(client: ClientCore, reply: Reply<R>, make: () => R): void {
  client.conversations.whenReady((outcome) => {
    reply('error' in outcome ? { error: outcome.error } : { json: make() });
  });
}

export function list(client: ClientCore): ConvInfo[] {
  return inOrder(client.conversations.snapshot()).map((each) => toConvInfo(each, client.viewer()));
}

/** Those that exist, in the order asked for. */
export function find(client: ClientCore, wanted: readonly (GetConversationListParam | null)[]): ConvInfo[] {
  const found = wanted.flatMap((param) => {
    const { get_conversation_list_param_conv_id: id, get_conversation_list_param_conv_type: type } = (param ??
      {}) as Readonly<Record<string, unknown>>;
    const number = isNumeric(type) ? toInt32(type) : 0;
    if (typeof id !== 'string' || (number !== 1 && number !== 2)) return [];
    return client.conversations.get(targetFor(id, number)) ?? [];
  });
  return found.map((each) => toConvInfo(each, client.viewer()));
}

/** A page of what a filter lets through; the list is that of the first page. */
export function page(
  client: ClientCore,
  given: TIMConversationListFilter,
  cursor: number | bigint,
  count: number,
  reply: Reply<TIMConversationListResult>,
): void {
  const { conversations } = client;
  const { conversations: pages } = client.cursors;
  conversations.whenReady((outcome) => {
    if ('error' in outcome) {
      reply({ error: outcome.error });
      return;
    }
    const filter = toFilter(given);
    const rest =
      Number(cursor) === 0
        ? { keys: keysOf(conversations.snapshot().filter((each) => passes(each, filter))), from: 0 }
        : pages.find(Number(cursor));
    if (rest === undefined) {
      reply({ error: timError('invalidParameters', 'next_seq is not what the page before has told') });
      return;
    }
    const end = Math.min(rest.keys.length, rest.from + (count >>> 0));
    const isFinished = end === rest.keys.length;
    const found = rest.keys.slice(rest.from, end).flatMap((key) => conversations.find(key) ?? []);
    reply({
      json: {
        conversation_list_result_conv_list: found.map((each) => toConvInfo(each, client.viewer())),
        conversation_list_result_is_finished: isFinished,
        conversation_list_result_next_seq: isFinished ? 0 : pages.keep(rest.keys, end),
      },
    });
  });
}

function keysOf(conversations: readonly KeptConversation[]): string[] {
  return inOrder(conversations).map(({ target }) => keyOf(target));
}

/** Does something to conversations that are named by ids; each has an outcome of its own. */
export function operate(
  ids: readonly unknown[],
  reply: Reply<Results>,
  ask: (targets: Target[], settle: Settle<Outcomes>) => void,
): void {
  if (ids.length > LIMITS.conversationsPerRequest) {
    reply({ error: timError('tooManyConversations') });
    return;
  }
  const targets = ids.map(toTarget);
  const known = targets.filter((target) => target !== undefined);
  if (known.length === 0) {
    reply({ json: merge(ids, targets, []) });
    return;
  }
  ask(known, (outcome) => {
    if ('error' in outcome) reply({ error: outcome.error });
    else reply({ json: merge(ids, targets, outcome.value.results) });
  });
}

function merge(
  ids: readonly unknown[],
  targets: readonly (Target | undefined)[],
  outcomes: Outcomes['results'],
): Results {
  let next = 0;
  return targets.map((target, at) => {
    const id = ids[at];
    if (target === undefined) {
      const text = typeof id === 'string' ? id : '';
      return toOperationResult(text, timError('invalidParameters', 'not the id of a conversation'));
    }
    const outcome = outcomes[next] ?? timError('internal');
    next += 1;
    return toResultOf(target, outcome);
  });
}

export function remove(client: ClientCore, target: Target, reply: Reply<void>): void {
  client.engine.call('conv.remove', { targets: [target], clear: true }, (outcome) => {
    if ('error' in outcome) reply({ error: outcome.error });
    else reply(firstFailure(outcome.value) ?? {});
  });
}

/** What one error can tell of many outcomes. */
export function firstFailure({ results }: Outcomes): { readonly error: TIMError } | undefined {
  const failed = results.find(({ code }) => code !== 0);
  return failed === undefined ? undefined : { error: new TIMError(failed.code, failed.desc) };
}

export function setDraft(client: ClientCore, target: Target, given: Draft): void {
  const now = Math.floor(client.engine.host.clock.now() / 1000);
  const draft = fromNativeDraft(given, now, (message) =>
    writeJson(readMessage(message, { message_conv_id: target.id, message_conv_type: target.type === 'c2c' ? 1 : 2 })),
  );
  client.conversations.setDraft(target, draft);
}

/** Marks of the API's own, and those of apps. */
const KNOWN_MARKS = 0xfn | (0xffff_ffffn << 32n);

export function mark(
  client: ClientCore,
  ids: readonly unknown[],
  value: number | bigint,
  on: boolean,
  reply: Reply<Results>,
): void {
  const marks = toMarks(value);
  if (marks === 0n || (marks & ~KNOWN_MARKS) !== 0n) {
    reply({ error: timError('invalidParameters', 'mark_type is none of the known marks') });
    return;
  }
  operate(ids, reply, (targets, settle) => {
    client.engine.call('conv.mark', { targets, mark: marks.toString(), on }, settle);
  });
}

export function setCustomData(
  client: ClientCore,
  ids: readonly unknown[],
  custom: string,
  reply: Reply<Results>,
): void {
  if (utf8Length(custom) > LIMITS.convCustomBytes) {
    reply({ error: timError('invalidParameters', `custom_data is longer than ${LIMITS.convCustomBytes} bytes`) });
    return;
  }
  operate(ids, reply, (targets, settle) => {
    client.engine.call('conv.custom', { targets, custom }, settle);
  });
}

/** Why a name cannot be that of a group of conversations. */
function nameRefusal(...names: readonly string[]): TIMError | undefined {
  const fits = names.every((name) => utf8Length(name) <= LIMITS.convGroupNameBytes);
  return fits ? undefined : timError('convGroupNameTooLong');
}

/** Goes on when names can be those of groups of conversations. */
export function withNames(reply: Reply<void>, names: readonly string[], run: () => void): void {
  const error = nameRefusal(...names);
  if (error === undefined) run();
  else reply({ error });
}

/** Puts conversations into a group of them or takes them out. */
export function regroup(
  client: ClientCore,
  op: 'conv.group.create' | 'conv.group.add' | 'conv.group.remove',
  name: string,
  ids: readonly unknown[],
  reply: Reply<Results>,
): void {
  const error =
    nameRefusal(name) ??
    (ids.length === 0 ? timError('invalidParameters', 'conversation_id_array is empty') : undefined);
  if (error !== undefined) {
    reply({ error });
    return;
  }
  operate(ids, reply, (targets, settle) => {
    client.engine.call(op, { name, targets }, settle);
  });
}

/** Marks messages as read: of one conversation, of all of a kind, or of all. */
export function cleanUnread(
  client: ClientCore,
  id: string,
  time: number | bigint,
  seq: number | bigint,
  reply: Reply<void>,
): void {
  const params = readParams(id, Number(time), Number(seq));
  if (params === undefined) {
    reply({ error: timError('invalidParameters', 'conversation_id is not the id of a conversation') });
    return;
  }
  client.engine.call('conv.read', params, replyTo(reply));
}

function readParams(id: string, time: number, seq: number): ReadParams | undefined {
  if (id === '') return {};
  if (id === 'c2c' || id === 'group') return { kind: id };
  const target = toTarget(id);
  if (target === undefined) return undefined;
  if (target.type === 'group') return seq > 0 ? { target, upTo: Math.trunc(seq) } : { target };
  return time > 0 ? { target, upToTime: Math.trunc(time) } : { target };
}

/** Marks a conversation as read up to a message; without one all of it, without a conversation all of its kind. */
export function reportRead(client: ClientCore, id: string, type: number, given: object, reply: Reply<void>): void {
  const target = targetFor(id, type);
  const { message_seq: seq = 0, message_server_time: time = 0 } =
    Object.keys(given).length === 0 ? {} : readMessage(given);
  const upTo = Number(seq) > 0 ? { upTo: Number(seq) } : Number(time) > 0 ? { upToTime: Number(time) } : {};
  client.engine.call('conv.read', id === '' ? { kind: target.type } : { target, ...upTo }, replyTo(reply));
}

/** The name of a filter, by which its wishes are told apart; what it says is what counts. */
export function filterName(given: TIMConversationListFilter): string {
  return writeJson(Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))));
}
