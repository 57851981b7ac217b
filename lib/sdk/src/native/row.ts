import { timError, type TIMError } from '@tim-node/protocol';
import type { ClientCore, Needs } from './client-core.js';
import type { TIMCommCallback } from './generated/callbacks.js';
import { TIMResult } from './generated/enums.js';
import { writeJson } from './json.js';
import { readArguments, Refusal, type Param, type Parsed } from './params.js';

/** The arguments as a function sees them: checked, JSON parsed. */
type Values<A extends unknown[]> = { [K in keyof A]: Parsed<A[K]> };

/** What a function answers: JSON for the callback, or an error. `desc` is rarely more than empty. */
export type Answer<R = unknown> =
  { readonly json?: R; readonly desc?: string } | { readonly error: TIMError; readonly json?: unknown };

/** Gives the answer; exactly once, but for functions whose callback tells of progress before. */
export type Reply<R = unknown> = (answer: Answer<R>) => void;

/** A function of the native API. The callback comes exactly once if, and only if, `TIM_SUCC` (0) is returned. */
export interface NativeCall<A extends unknown[], R = unknown> {
  (this: ClientCore, ...args: Args<A>): TIMResult;
  /** @internal Type carrier only: what the callback's JSON is on success. */
  readonly result?: R;
}

/** The arguments of a call: its own, then callback and user data. */
type Args<A extends unknown[]> = [...A, cb?: TIMCommCallback | null, user_data?: unknown];

export interface CallSpec<A extends unknown[], R> {
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
  /**
   * Whether the store of an account is enough to answer, without the server: then it runs right after TIMLogin was
   * called, and after a login that has failed for lack of a network. `engine.ownerId` says whose store it is.
   */
  readonly offline?: boolean;
  /** Whether null is refused where the callback is wanted. */
  readonly callbackRequired?: boolean;
  /** What is done even before Init, such as filling an out-buffer. */
  readonly first?: (values: Values<A>) => void;
  /** The answer where none but the arguments is needed to know it, in every state. */
  readonly shortcut?: (values: Values<A>, client: ClientCore) => Answer<R> | undefined;
  /** What the function does. Without it the function answers 7013. */
  readonly run?: (client: ClientCore, values: Values<A>, reply: Reply<R>) => void;
}

/**
 * Makes a function of the native API out of a table row. The row's tuple type gives the parameter names, the second
 * type what the callback's JSON is: `call<[group_id: string], void>('TIMGroupQuit', { params: [id] })`.
 */
export function call<A extends unknown[], R = void>(name: string, spec: CallSpec<A, R>): NativeCall<A, R> {
  const params: readonly Param<unknown>[] = spec.params;
  return function native(this: ClientCore, ...args: Args<A>): TIMResult {
    const values = readArguments(params, args);
    const [cb, userData] = args.slice(params.length) as [TIMCommCallback | null | undefined, unknown];
    if (spec.callbackRequired === true ? typeof cb !== 'function' : !isCallback(cb)) return TIMResult.TIM_ERR_PARAM;
    if (values instanceof Refusal) return refuse(this, values, cb, userData);
    perform(this, name, spec, values as Values<A>, cb, userData);
    return TIMResult.TIM_SUCC;
  };
}

/** Whether something may stand where a callback is wanted. */
export function isCallback(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'function';
}

/** Tells the callback where a refused call does so, and gives the result code. */
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

function perform<A extends unknown[], R>(
  client: ClientCore,
  name: string,
  spec: CallSpec<A, R>,
  values: Values<A>,
  cb: TIMCommCallback | null | undefined,
  userData: unknown,
): void {
  spec.first?.(values);
  const shortcut = spec.shortcut?.(values, client);
  const refusal = (): TIMError | undefined => {
    return client.refusal(spec.needs ?? 'login', isLocal(spec, values), spec.offline);
  };
  const error = refusal();
  answering(client, cb, userData, (tell) => {
    const reply: Reply = (answer) => {
      tell('error' in answer ? { ...answer, json: answer.json ?? spec.empty?.(values, client) } : answer);
    };
    if (shortcut !== undefined) reply(shortcut);
    else if (error !== undefined) reply({ error });
    else if (spec.run === undefined) reply({ error: unsupported(name) });
    else if (spec.offline === true) whenStored(client, refusal, reply, () => spec.run?.(client, values, reply));
    else spec.run(client, values, reply);
  });
}

/** Runs something when the store is open; unless there is none after all, or its user is gone. */
function whenStored(client: ClientCore, refusal: () => TIMError | undefined, reply: Reply, run: () => void): void {
  client.engine.local.whenReady((gone) => {
    const error = gone ?? refusal();
    if (error === undefined) run();
    else reply({ error });
  });
}

/**
 * Carries a call out and brings its answer to the callback: through the queue while the call is still running, in
 * its turn when it comes out of the queue later.
 */
export function answering(
  client: ClientCore,
  cb: TIMCommCallback | null | undefined,
  userData: unknown,
  run: (reply: Reply) => void,
): void {
  const { callbacks } = client.engine;
  let returned = false;
  run((answer) => {
    if (!cb) return;
    const { code, desc } = 'error' in answer ? answer.error : { code: 0, desc: answer.desc ?? '' };
    const text = jsonText(answer.json);
    const tell = (): void => {
      cb(code, desc, text, userData);
    };
    if (returned) callbacks.deliver(tell);
    else callbacks.post(tell);
  });
  returned = true;
}

function isLocal<A extends unknown[], R>({ local = false }: CallSpec<A, R>, values: Values<A>): boolean {
  return typeof local === 'function' ? local(values) : local;
}

/** The error of what this version cannot do yet. */
export function unsupported(what: string): TIMError {
  return timError('notSupported', `${what} is not supported by this version of tim-node`);
}

/** Queues a callback of the app. Its JSON is written at once, so that it shows what is true now. */
export function post(
  client: ClientCore,
  cb: TIMCommCallback | null | undefined,
  code: number,
  desc: string,
  json: unknown,
  userData: unknown,
): void {
  if (!cb) return;
  const text = jsonText(json);
  client.engine.callbacks.post(() => {
    cb(code, desc, text, userData);
  });
}

/** The text for a callback: JSON, or the empty text where there is nothing. */
function jsonText(json: unknown): string {
  return json === undefined || json === '' ? '' : writeJson(json);
}

/** A function of the native API without a callback. */
export type NativeCommand<A extends unknown[]> = (this: ClientCore, ...args: A) => TIMResult;

export interface CommandSpec<A extends unknown[]> {
  readonly params: { readonly [K in keyof A]: Param<A[K]> };
  /** What the function does, for a user who is logged in; nothing for success, or another result code. */
  readonly run: (client: ClientCore, values: Values<A>) => TIMResult | void;
}

/** Makes a function without a callback: its arguments are checked as ever; before a login it does nothing. */
export function command<A extends unknown[]>(spec: CommandSpec<A>): NativeCommand<A> {
  return function native(this: ClientCore, ...args: A): TIMResult {
    const values = readArguments(spec.params, args);
    if (values instanceof Refusal) return values.result;
    if (this.engine.state !== 'Logined') return TIMResult.TIM_SUCC;
    return spec.run(this, values as Values<A>) ?? TIMResult.TIM_SUCC;
  };
}

/** Makes the function that sets the callback of an event; null removes it. */
export function event<C extends (...args: never[]) => void>(name: string): NativeEvent<C> {
  return function native(this: ClientCore, cb: C | null, userData?: unknown): void {
    this.setCallback(name, isCallback(cb) ? cb : null, userData);
  };
}

/** The function that sets the callback of an event. */
export type NativeEvent<C> = (this: ClientCore, cb: C | null, user_data?: unknown) => void;
