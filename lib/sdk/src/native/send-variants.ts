import { isRecord } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { readMessage } from './codec/message.js';
import { strings } from './codec/scalars.js';
import type { TIMCommCallback } from './generated/callbacks.js';
import { TIMConvType, TIMResult } from './generated/enums.js';
import type { Message, MsgBatchSendParam, MsgBatchSendResult } from './generated/structs.js';
import { convType, id, message, readArguments, Refusal, type Json, type Param } from './params.js';
import { answering, isCallback, post, unsupported, type Answer, type Reply } from './row.js';
import { compose, send } from './send.js';
import { SharedFiles } from './shared-files.js';

/** The rarer ways to send, and what they answer when they cannot. */

const params: readonly Param<unknown>[] = [id, convType, message<Message>()];
const OK = { code: 0, desc: 'ok' };

/** TIMMsgSendNewMsgEx: one callback for the id, another one for the outcome. */
export function sendEx(
  client: ClientCore,
  args: readonly [convId: string, convType: TIMConvType, message: Json<Message>],
  idCallback: TIMCommCallback | null | undefined,
  callback: TIMCommCallback | null | undefined,
  userData: unknown,
): TIMResult {
  const values = readArguments(params, args);
  if (!isCallback(idCallback) || !isCallback(callback)) return TIMResult.TIM_ERR_PARAM;
  const [convId, type] = args;
  const tellId = (messageId: string): void => {
    const ids = { message_conv_id: convId, message_conv_type: type, message_msg_id: messageId };
    post(client, idCallback, OK.code, OK.desc, ids, userData);
  };
  if (values instanceof Refusal) {
    // As in the native library, a message that cannot be read gets an answer about its id, which it has none of.
    if (values.result === TIMResult.TIM_ERR_JSON) tellId('');
    return values.result;
  }
  const composed = compose(client, convId, type, values[2] as Message);
  const tell = (): void => tellId(composed.message_msg_id);
  const begin = (): void => {
    answering(client, callback, userData, (reply) => {
      send(client, composed, reply);
    });
  };
  // Before Init the library tells the outcome first.
  for (const step of client.engine.state === 'Uninit' ? [begin, tell] : [tell, begin]) step();
  return TIMResult.TIM_SUCC;
}

/** What TIMMsgCancelSend answers when there is nothing to stop. */
export function cancelled({ engine }: ClientCore): unknown {
  return engine.state === 'Uninit' ? readMessage({}) : {};
}

/** Whether a JSON value can be sent to many. */
export function isBatch(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { msg_batch_send_param_msg: message } = value;
  return !isRecord(message) || Object.keys(message).length > 0;
}

/** TIMMsgBatchSend: to everybody at once; files are uploaded once. */
export function sendBatch(
  client: ClientCore,
  [batch]: readonly [MsgBatchSendParam],
  reply: Reply<MsgBatchSendResult[]>,
): void {
  const { msg_batch_send_param_msg: message, msg_batch_send_param_identifier_array: given } = batch;
  const users = strings(given);
  const results: MsgBatchSendResult[] = [];
  const files = new SharedFiles();
  let waiting = users.length;
  if (waiting === 0) reply({ json: [] });
  for (const [at, user] of users.entries()) {
    const composed = compose(client, user, TIMConvType.kTIMConv_C2C, isRecord(message) ? message : {});
    const settle = (answer: Answer<Message>): void => {
      results[at] = toResult(user, composed, answer);
      waiting -= 1;
      if (waiting === 0) reply({ json: results });
    };
    send(client, composed, settle, files);
  }
}

function toResult(user: string, message: Message, answer: Answer<Message>): MsgBatchSendResult {
  const { code, desc } = 'error' in answer ? answer.error : { code: 0, desc: '' };
  return {
    msg_batch_send_result_code: code,
    msg_batch_send_result_desc: desc,
    msg_batch_send_result_identifier: user,
    msg_batch_send_result_msg: message,
  };
}

/** The results of a batch that could not be sent, one for each user. */
export function emptyBatch(client: ClientCore, batch: MsgBatchSendParam): MsgBatchSendResult[] {
  const { msg_batch_send_param_msg: message, msg_batch_send_param_identifier_array: users } = batch;
  const { code, desc } = client.refusal('login', false) ?? unsupported('TIMMsgBatchSend');
  return strings(users).map((user) => ({
    msg_batch_send_result_code: code,
    msg_batch_send_result_desc: desc,
    msg_batch_send_result_identifier: user,
    msg_batch_send_result_msg: compose(client, user, TIMConvType.kTIMConv_C2C, isRecord(message) ? message : {}),
  }));
}
