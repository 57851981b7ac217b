import { isRecord } from '@tim-node/protocol';
import { strings, toInt32 } from './codec/scalars.js';
import { TIMElemType, TIMSignalingActionType } from './generated/enums.js';
import type { Message, SignalingInfo } from './generated/structs.js';
import { items } from './params.js';
import { readJson } from './json.js';

/** What a message says about an invitation: that is in the data of a custom element. Nothing when it is no such message. */
export function signalingInfo(message: Message): SignalingInfo | undefined {
  const { message_elem_array: elems } = message as Record<string, unknown>;
  for (const elem of Array.isArray(elems) ? items(elems) : []) {
    if (!isRecord(elem) || elem['elem_type'] !== TIMElemType.kTIMElem_Custom) continue;
    const { custom_elem_data: data } = elem;
    const info = typeof data === 'string' ? fromData(data) : undefined;
    if (info !== undefined) return info;
  }
  return undefined;
}

function fromData(text: string): SignalingInfo | undefined {
  const data = parse(text);
  if (!isRecord(data)) return undefined;
  const { inviteID, inviter, inviteeList, actionType, timeout } = data;
  const invitees = strings(inviteeList);
  if (!isText(inviteID) || !isText(inviter) || invitees.length === 0) return undefined;
  if (!isWhole(actionType) || actionType === 0) return undefined;
  const action = toInt32(actionType);
  return {
    signaling_info_action_type: isAction(action) ? action : TIMSignalingActionType.TIMSignalingActionType_Unknown,
    signaling_info_data: textOf(data['data']),
    signaling_info_group_id: textOf(data['groupID']),
    signaling_info_invite_id: inviteID,
    // The headers say string, the library gives a list.
    signaling_info_invitee_list: invitees as unknown as string,
    signaling_info_inviter: inviter,
    signaling_info_timeout: isWhole(timeout) ? toInt32(timeout) >>> 0 : 0,
  };
}

function parse(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

const ACTIONS: readonly number[] = Object.values(TIMSignalingActionType);

function isAction(value: number): value is TIMSignalingActionType {
  return ACTIONS.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}
