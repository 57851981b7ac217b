import { isRecord } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { readMessage } from './codec/message.js';
import type { TIMMsgGroupMessageReadMemberListCallback } from './generated/callbacks.js';
import { TIMConvType, TIMMsgStatus, TIMResult } from './generated/enums.js';
import type { Message } from './generated/structs.js';
import { int, jsonThat, long, message, readArguments, Refusal, type Param } from './params.js';
import { isCallback, unsupported } from './row.js';

/** Which messages receipts are sent for, and which have some. */

/** Whether there is a message among them whose sender waits for a receipt: somebody else's that asks for one. */
export function wantReceipts(messages: readonly unknown[]): boolean {
  return messages.filter(isRecord).some((given) => {
    const { message_need_read_receipt: asks, message_is_from_self: isOwn } = given;
    return asks === true && isOwn === false;
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
  const { engine } = client;
  const loggedIn = engine.state === 'Logined';
  if (loggedIn) engine.logger.warn(unsupported('TIMMsgGetGroupMessageReadMemberList').desc);
  // There is no error code to tell; at least nobody is to ask for a further page.
  if (callback) engine.callbacks.post(() => callback('', 0, loggedIn, userData));
  return TIMResult.TIM_SUCC;
}
