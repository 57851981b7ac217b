import { timError, type Target } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toElem } from './codec/elements.js';
import { readMessage } from './codec/message.js';
import { toPlace } from './codec/scalars.js';
import { TIMConvType } from './generated/enums.js';
import type { Message, MsgDeleteParam } from './generated/structs.js';
import { answerDone, attempt } from './located.js';
import { items } from './params.js';
import type { Answer, Reply } from './row.js';
import { showMessage } from './shown.js';

/* What the functions on messages that are there do. */

/** Messages that can be deleted at a time. */
const MAX_DELETED = 50;

export function targetOf(convId: string, convType: TIMConvType): Target {
  return { type: convType === TIMConvType.kTIMConv_Group ? 'group' : 'c2c', id: convId };
}

type InConversation<T> = readonly [convId: string, convType: TIMConvType, given: T];

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
      const json = showMessage(client, now);
      reply(modified ? { json } : { error: timError('modifyConflict'), json });
    });
  });
}

/** TIMMsgDelete. */
export function deleteOne(
  client: ClientCore,
  [convId, convType, param]: InConversation<MsgDeleteParam>,
  reply: Reply<void>,
): void {
  const { msg_delete_param_msg: given = {}, msg_delete_param_is_ramble: fromServer } = param;
  if (fromServer === true) deleteList(client, [convId, convType, [given]], reply);
  else attempt(reply, () => reply(deleteHere(client, targetOf(convId, convType), given)));
}

/** On this machine alone. */
function deleteHere({ archive }: ClientCore, target: Target, given: Message): Answer<void> {
  const { message_seq: place, message_msg_id: id } = readMessage(given);
  const seq = toPlace(place);
  const kept = seq > 0 ? archive.at(target, seq) : archive.ownAt(target, id);
  if (kept === undefined) throw timError('messageUnknown', 'the message is not on this machine');
  const error = archive.hide(target, { seq, id });
  return error === undefined ? {} : { error };
}

/** The id by which this machine knows a message that the server does not have. */
function idOf(given: Message): string {
  return toPlace(given.message_seq) > 0 ? '' : readMessage(given).message_msg_id;
}

/** TIMMsgListDelete; of those that only this machine has, it forgets them. */
export function deleteList(
  client: ClientCore,
  [convId, convType, given]: InConversation<Message[]>,
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const messages = items(given) as Message[];
    if (messages.length > MAX_DELETED) throw timError('invalidParameters', `at most ${MAX_DELETED} messages at a time`);
    const target = targetOf(convId, convType);
    const { archive } = client;
    const own = messages.flatMap((each) => archive.ownAt(target, idOf(each)) ?? []);
    const ownIds = new Set(own.map(({ id }) => id));
    const seqs = messages.filter((each) => !ownIds.has(idOf(each))).map(seqOf);
    for (const id of ownIds) archive.forgetOwn(target, id);
    if (seqs.length > 0) client.history.delete({ target, seqs }, answerDone(reply));
    else reply({});
  });
}
