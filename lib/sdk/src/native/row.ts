import { timError, type TIMError } from '@tim-node/protocol';
import type { ClientCore, Needs } from './client-core.js';
import type { TIMCommCallback } from './generated/callbacks.js';
import { TIMResult } from './generated/enums.js';
import { writeJson } from './json.js';
import { readArguments, Refusal, type Param, type Parsed } from './params.js';

/** The arguments as a function sees them: checked, JSON parsed. */
export type Values<A extends unknown[]> = { [K in keyof A]: Parsed<A[K]> };

/** What a function answers: JSON for the callback, or an error. `desc` is rarely more than empty. */
export type Answer =
  { readonly json?: unknown; readonly desc?: string } | { readonly error: TIMError; readonly json?: unknown };

/** Gives the answer; exactly once. */
export type Reply = (answer: Answer) => void;

/** A function of the native API. The callback comes exactly once if, and only if, `TIM_SUCC` (0) is returned. */
export type NativeCall<A extends unknown[]> = ((this: ClientCore, ...args: Args<A>) => TIMResult) & {
  /** Whether this version can do it; if not, a logged-in caller gets 7013. */
  readonly implemented: boolean;
};

/** The arguments of a call: its own, then callback and user data. */
type Args<A extends unknown[]> = [...A, cb?: TIMCommCallback | null, user_data?: unknown];

export interface CallSpec<A extends unknown[]> {
  readonly params: { readonly [K in keyof A]: Param<A[K]> };
  /** JSON of the callback when there is nothing to tell; none means the empty text. */
  readonly empty?: (values: Values<A>, client: ClientCore) => unknown;
  /**
   * What the function needs; a function that is called too early answers 6013 or 6014.
   * @defaultValue 'login'
   */
  readonly needs?: Needs;
  /** Before login the description says that there is no database, because the answer comes from the local store. */
  readonly local?: boolean | ((values: Values<A>) => boolean);
  /** What the function does. Without it the function answers 7013. */
  readonly run?: (client: ClientCore, values: Values<A>, reply: Reply) => void;
}

/**
 * Makes a function of the native API out of a table row. The row's tuple type gives the parameter names:
 * `call<[group_id: string]>('TIMGroupQuit', { params: [id] })`.
 */
export function call<A extends unknown[]>(name: string, spec: CallSpec<A>): NativeCall<A> {
  const params: readonly Param<unknown>[] = spec.params;
  function native(this: ClientCore, ...args: Args<A>): TIMResult {
    const values = readArguments(params, args);
    const [cb, userData] = args.slice(params.length) as [TIMCommCallback | null | undefined, unknown];
    if (!isCallback(cb)) return TIMResult.TIM_ERR_PARAM;
    if (values instanceof Refusal) return refuse(this, values, cb, userData);
    perform(this, name, spec, values as Values<A>, cb, userData);
    return TIMResult.TIM_SUCC;
  }
  return Object.assign(native, { implemented: spec.run !== undefined });
}

/** Whether something may stand where a callback is wanted. */
export function isCallback(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'function';
}

function refuse(
  client: ClientCore,
  refusal: Refusal,
  cb: TIMCommCallback | null | undefined,
  userData: unknown,
): TIMResult {
  const { callback } = refusal;
  if (callback !== undefined) post(client, cb, callback.code, callback.desc, callback.json, userData);
  return refusal.result;
}

function perform<A extends unknown[]>(
  client: ClientCore,
  name: string,
  spec: CallSpec<A>,
  values: Values<A>,
  cb: TIMCommCallback | null | undefined,
  userData: unknown,
): void {
  const empty = (): unknown => spec.empty?.(values, client);
  const reply: Reply = (answer) => {
    const json = answer.json ?? ('error' in answer ? empty() : undefined);
    const { code, desc } = 'error' in answer ? answer.error : { code: 0, desc: answer.desc ?? '' };
    post(client, cb, code, desc, jsonText(json), userData);
  };
  const error = client.refusal(spec.needs ?? 'login', isLocal(spec, values));
  if (error !== undefined) reply({ error });
  else if (spec.run === undefined) reply({ error: unsupported(name) });
  else spec.run(client, values, reply);
}

function isLocal<A extends unknown[]>({ local = false }: CallSpec<A>, values: Values<A>): boolean {
  return typeof local === 'function' ? local(values) : local;
}

export function unsupported(name: string): TIMError {
  return timError('notSupported', `${name} is not supported by this version of tim-node`);
}

/** Queues a callback of the app. */
export function post(
  client: ClientCore,
  cb: TIMCommCallback | null | undefined,
  code: number,
  desc: string,
  json: string,
  userData: unknown,
): void {
  if (cb) client.engine.callbacks.post(() => cb(code, desc, json, userData));
}

/** The text for a callback: JSON, or the empty text where there is nothing. */
export function jsonText(json: unknown): string {
  return json === undefined || json === '' ? '' : writeJson(json);
}

/** Makes the function that sets the callback of an event; null removes it. */
export function event<C extends (...args: never[]) => void>(
  name: string,
): (this: ClientCore, cb: C | null, user_data?: unknown) => void {
  return function native(this: ClientCore, cb: C | null, userData?: unknown): void {
    this.setCallback(name, isCallback(cb) ? cb : null, userData);
  };
}
