import {
  LIMITS,
  message as messageSchema,
  timError,
  type TIMError,
  type Message as DomainMessage,
} from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toDomain, toNative } from './codec/domain.js';
import type { NativeElem } from './codec/elements.js';
import { readMessage, type NativeMessage } from './codec/message.js';
import { TIMElemType } from './generated/enums.js';
import type { Message } from './generated/structs.js';
import { answerWith, attempt } from './located.js';
import type { Reply } from './row.js';

/* Merged messages: they are kept by the server under a key, which the element names. */

/** Layers of merged messages in merged messages. */
const MAX_DEPTH = 100;

/**
 * Keeps the merged messages of a message on the server and writes their keys into its elements. `done` comes at once
 * for a message without such, otherwise through the callback queue.
 */
export function keepMerged(client: ClientCore, message: NativeMessage, done: (error?: TIMError) => void): void {
  const mergers = mergersOf(message);
  if (mergers.length === 0) {
    done();
    return;
  }
  const { callbacks } = client.engine;
  keepAll(client, mergers, 1).then(
    () => callbacks.post(() => done()),
    (error: unknown) => callbacks.post(() => done(error as TIMError)),
  );
}

/** The elements whose messages the server does not have yet. */
function mergersOf({ message_elem_array: elems }: NativeMessage): NativeElem[] {
  return elems.filter((elem) => {
    const { merge_elem_relay_json_key: key, merge_elem_message_array: messages } = elem;
    return elem.elem_type === TIMElemType.kTIMElem_Merge && key === '' && Array.isArray(messages);
  });
}

async function keepAll(client: ClientCore, mergers: readonly NativeElem[], depth: number): Promise<void> {
  if (depth > MAX_DEPTH) throw timError('mergerTooDeep');
  for (const merger of mergers) {
    const messages = merger['merge_elem_message_array'] as NativeMessage[];
    if (messages.length > LIMITS.mergedMessages) {
      throw timError('invalidParameters', `at most ${LIMITS.mergedMessages} messages can be merged`);
    }
    for (const inner of messages) await keepAll(client, mergersOf(inner), depth + 1);
    merger['merge_elem_relay_json_key'] = await put(
      client,
      messages.map((each) => checked(client, each)),
    );
  }
}

function checked({ engine }: ClientCore, message: NativeMessage): DomainMessage {
  const domain = toDomain(message, engine.userId);
  const problem = messageSchema.check(domain, 'merge_elem_message_array');
  if (problem !== undefined) throw timError('invalidParameters', problem);
  return domain;
}

function put({ history }: ClientCore, messages: readonly DomainMessage[]): Promise<string> {
  return new Promise((resolve, reject) => {
    history.putMerger(messages, (outcome) => {
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.value);
    });
  });
}

/** TIMMsgDownloadMergerMessage. */
export function downloadMerged(client: ClientCore, [given]: readonly [Message], reply: Reply<Message[]>): void {
  attempt(reply, () => {
    const { message_elem_array: elems } = readMessage(given);
    const merger = elems.find(({ elem_type: type }) => type === TIMElemType.kTIMElem_Merge) as NativeElem | undefined;
    const key = merger?.['merge_elem_relay_json_key'];
    if (typeof key !== 'string' || key === '')
      throw timError('invalidParameters', 'the message has no merged messages');
    client.history.getMerger(
      key,
      answerWith(reply, (messages) => messages.map((message) => toNative(message, client.viewer()))),
    );
  });
}
