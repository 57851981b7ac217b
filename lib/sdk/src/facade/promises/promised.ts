import { TIMError } from '@tim-node/protocol';
import { DOWNLOADING } from '../../native/download.js';
import type { TIMCommCallback, TIMMsgGroupMessageReadMemberListCallback } from '../../native/generated/callbacks.js';
import { TIMErrCode } from '../../native/generated/error-codes.js';
import { TIMResult } from '../../native/generated/enums.js';
import type { GroupMemberInfo } from '../../native/generated/structs.js';
import { readJson } from '../../native/json.js';
import { StringBuilder } from '../../native/string-builder.js';

/** A page of TIMMsgGetGroupMessageReadMemberList. */
export interface ReadMembers {
  readonly members: GroupMemberInfo[];
  /** Where to go on. */
  readonly next_seq: number | bigint;
  readonly is_finished: boolean;
}

const REASONS: Readonly<Record<number, string>> = {
  [TIMResult.TIM_ERR_JSON]: 'a JSON parameter cannot be read, or lacks a key that must be there',
  [TIMResult.TIM_ERR_PARAM]: 'a parameter is missing, of the wrong type, or out of range',
  [TIMResult.TIM_ERR_CONV]: 'not supported by this version of tim-node',
  [TIMErrCode.ERR_INVALID_PARAMETERS]: 'invalid parameters',
};

function refusal(result: TIMResult): TIMError {
  return new TIMError(result, REASONS[result] ?? `refused with ${result}`);
}

/**
 * For functions without a callback.
 * @throws TIMError when the call is refused
 */
export function accepted(result: TIMResult): void {
  if (result !== TIMResult.TIM_SUCC) throw refusal(result);
}

/** The text that a function writes into a buffer. */
export function textOf(fill: (buffer: StringBuilder) => TIMResult): string {
  const buffer = new StringBuilder();
  accepted(fill(buffer));
  return buffer.ToString();
}

/** Resolves with the JSON of the callback; rejects with its code and text, or with the code of a refused call. */
export function promised<T>(call: (cb: TIMCommCallback) => TIMResult): Promise<T> {
  return new Promise((resolve, reject) => {
    const result = call((code, desc, json) => {
      // Only progress; the outcome is still to come.
      if (code === 0 && desc === DOWNLOADING) return;
      if (code === 0) resolve((json === '' ? undefined : readJson(json)) as T);
      else reject(new TIMError(code, desc));
    });
    if (result !== TIMResult.TIM_SUCC) reject(refusal(result));
  });
}

/** Resolves with what the call wrote into a buffer, as soon as its callback tells of success. */
export async function promisedText(call: (buffer: StringBuilder, cb: TIMCommCallback) => TIMResult): Promise<string> {
  const buffer = new StringBuilder();
  await promised((cb) => call(buffer, cb));
  return buffer.ToString();
}

/** Resolves with a page of group members. */
export function promisedPage(call: (cb: TIMMsgGroupMessageReadMemberListCallback) => TIMResult): Promise<ReadMembers> {
  return new Promise((resolve, reject) => {
    const result = call((json, next_seq, is_finished) => {
      const members = (json === '' ? [] : readJson(json)) as GroupMemberInfo[];
      resolve({ members, next_seq, is_finished });
    });
    if (result !== TIMResult.TIM_SUCC) reject(refusal(result));
  });
}
