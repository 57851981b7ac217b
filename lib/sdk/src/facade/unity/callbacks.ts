import type { TIMCommCallback } from '../../native/generated/callbacks.js';
import { readJson } from '../../native/json.js';

/** The outcome of a call without data. */
export type NullValueCallback = (code: number, desc: string, user_data: string) => void;

/** The outcome of a call with its data; null where there is none, or where it cannot be read. */
export type ValueCallback<T> = (code: number, desc: string, data: T | null, user_data: string) => void;

/** The outcome of a call with its data as JSON text; empty where there is none. */
export type StringValueCallback = (code: number, desc: string, json_param: string, user_data: string) => void;

/**
 * A `NullValueCallback`; or, when the function declares four parameters, a `StringValueCallback`. C# chooses by the
 * type of the delegate, which JavaScript does not have: here the number of declared parameters decides.
 */
export type NullOrStringCallback = (
  code: number,
  desc: string,
  json_param_or_user_data: string,
  user_data: string,
) => void;

/** A callback that wants the JSON text instead of the parsed data; made by {@link asJson}. */
export class JsonCallback {
  /** @internal */
  constructor(readonly callback: StringValueCallback) {}
}

/**
 * Chooses the `ValueCallback<string>` of a function that has a typed one, too: the callback gets the JSON text.
 * @example TencentIMSDK.ConvGetConvList(asJson((code, desc, json_param, user_data) => console.log(json_param)));
 */
export function asJson(callback: StringValueCallback): JsonCallback {
  return new JsonCallback(callback);
}

/** What a callback of a function gets: nothing, parsed data, or text. */
export type DataKind = 'none' | 'typed' | 'text';

const WITH_TEXT = 4;

/** The C-style callback for what the app has given. What is no callback is left to the C style to refuse. */
export function resultCallback(given: unknown, data: DataKind): TIMCommCallback {
  if (given instanceof JsonCallback) return given.callback as TIMCommCallback;
  if (typeof given !== 'function') return given as TIMCommCallback;
  const callback = given as (...args: unknown[]) => void;
  if (data === 'typed') return (code, desc, json, userData) => callback(code, desc, parsed(json), userData);
  if (data === 'text' || callback.length >= WITH_TEXT) return callback;
  return (code, desc, _json, userData) => callback(code, desc, userData);
}

/** The value of a JSON text, or null where there is none. */
export function parsed(json: unknown): unknown {
  if (typeof json !== 'string' || json === '') return null;
  try {
    return readJson(json);
  } catch {
    return null;
  }
}
