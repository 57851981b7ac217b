import type { ReceiveOption } from '@tim-node/protocol';
import { TYPES } from '../generated/constants.js';

/** By the number in the protocol. */
export const REMIND_TYPES = [
  TYPES.MSG_REMIND_ACPT_AND_NOTE,
  TYPES.MSG_REMIND_DISCARD,
  TYPES.MSG_REMIND_ACPT_NOT_NOTE,
  TYPES.NOT_RECEIVE_OFFLINE_PUSH_EXCEPT_AT,
] as const;

export function remindTypeOf(option: ReceiveOption): string {
  return REMIND_TYPES[option];
}
