import { isRecord } from '@tim-node/protocol';
import { TIMResult } from './generated/enums.js';
import { readJson } from './json.js';
import type { OutBuffer } from './string-builder.js';

/** JSON of the native API: its text, or the value itself. */
export type Json<T> = string | T;

/** What a function sees of an argument: JSON is parsed, everything else is as given. */
export type Parsed<P> = [P] extends [string | null] ? P : Exclude<P, string>;

/** Why a call is refused: its result code and, for a few functions, a callback all the same. */
export class Refusal {
  constructor(
    readonly result: TIMResult,
    readonly callback?: { readonly code: number; readonly desc: string; readonly json: string },
  ) {}
}

/**
 * How one argument is checked. All arguments go through `check` first and then, from left to right, through
 * `read`: an empty id is told before a broken JSON text, whatever their order.
 */
export interface Param<P> {
  /** Null, empty, or out of range: the result code. 0 when it may go on. */
  readonly check: (value: unknown) => TIMResult;
  readonly read: (value: unknown) => Parsed<P> | Refusal;
}

const OK = TIMResult.TIM_SUCC;
const BAD_PARAM = TIMResult.TIM_ERR_PARAM;
const BAD_JSON = TIMResult.TIM_ERR_JSON;

function scalar<P>(fits: (value: unknown) => boolean): Param<P> {
  return { check: (value) => (fits(value) ? OK : BAD_PARAM), read: (value) => value as Parsed<P> };
}

/** Not looked at before login. */
export function free<P>(): Param<P> {
  return scalar<P>(() => true);
}

/** A text that must be there. */
export const id: Param<string> = scalar((value) => typeof value === 'string' && value !== '');

/** A text that may be empty. */
export const text: Param<string> = scalar((value) => typeof value === 'string');

/** C2C or group. */
export const convType: Param<1 | 2> = scalar((value) => value === 1 || value === 2);

export const nonZero: Param<number> = scalar((value) => typeof value === 'number' && value !== 0);
export const nonNegative: Param<number> = scalar((value) => typeof value === 'number' && value >= 0);

export function range(min: number, max: number): Param<number> {
  return scalar((value) => typeof value === 'number' && value >= min && value <= max);
}

/** Receives a text; may be null. */
export const outBuffer: Param<OutBuffer | null> = scalar(() => true);

/** What a JSON argument must be, and the code when it is not. */
export interface JsonRules {
  /** Code for null; 0 lets it pass as the default value. */
  readonly onNull?: TIMResult;
  /** Code for the empty text; 0 lets it pass as the default value. */
  readonly onEmpty?: TIMResult;
  /** Code for everything else that does not fit. */
  readonly onBad?: TIMResult;
  /** Keys that an object must hold, and what under them is enough. */
  readonly required?: Readonly<Record<string, Requirement>>;
}

/** `present`: any value, null too. `array`, `items`: an array, one with something in it. `message`: a non-empty object. */
export type Requirement = 'present' | 'array' | 'items' | 'message';

const requirements: Readonly<Record<Requirement, (value: unknown) => boolean>> = {
  present: () => true,
  array: Array.isArray,
  items: (value) => Array.isArray(value) && items(value).length > 0,
  message: isMessage,
};

function json<P>(fits: (value: unknown) => boolean, fallback: unknown, rules: JsonRules, refusal?: Refusal): Param<P> {
  const { onNull = BAD_PARAM, onEmpty = BAD_PARAM, onBad = BAD_JSON, required = {} } = rules;
  const bad = refusal ?? new Refusal(onBad);
  const holds = (value: unknown): boolean =>
    Object.entries(required).every(
      ([key, what]) => isRecord(value) && Object.hasOwn(value, key) && requirements[what](value[key]),
    );
  return {
    check: (value) => {
      // What lets null or "" fail like broken JSON does so in the second step.
      if (isNull(value)) return onNull === BAD_JSON ? OK : onNull;
      if (value === '') return onEmpty === BAD_JSON ? OK : onEmpty;
      return OK;
    },
    read: (given) => {
      if (isNull(given)) return onNull === OK ? (fallback as Parsed<P>) : bad;
      if (given === '') return onEmpty === OK ? (fallback as Parsed<P>) : bad;
      const value = parsed(given);
      return fits(value) && holds(value) ? (value as Parsed<P>) : bad;
    },
  };
}

/** A JSON object. */
export function object<T>(rules: JsonRules = {}): Param<Json<T>> {
  return json(isRecord, {}, rules);
}

/** A JSON object with at least one key. */
export function message<T>(rules: JsonRules = {}): Param<Json<T>> {
  return json(isMessage, {}, rules);
}

/** Any text: what is wrong with it shows only after login, where it counts as an empty value. */
export function anyJson<T>(fallback: T): Param<Json<T>> {
  const param = json<Json<T>>(() => true, fallback, {});
  return {
    ...param,
    read: (given) => (isSameShape(parsed(given), fallback) ? param.read(given) : (fallback as Parsed<Json<T>>)),
  };
}

/** A JSON array, empty or not. */
export function array<T>(rules: JsonRules = {}): Param<Json<T[]>> {
  return json(Array.isArray, [], rules);
}

/** A JSON array with something in it. */
export function nonEmptyArray<T>(rules: JsonRules = {}): Param<Json<T[]>> {
  return json(requirements.items, [], rules);
}

/** A JSON array with at least one object in it and no empty one. */
export function messages<T>(rules: JsonRules = {}): Param<Json<T[]>> {
  const fits = (value: unknown): boolean => {
    const objects = Array.isArray(value) ? value.filter(isRecord) : [];
    return objects.length > 0 && objects.every(isMessage);
  };
  return json(fits, [], rules);
}

/** Conversation ids. A list that is not one is refused and told to the callback as well. */
export const conversationIds: Param<Json<string[]>> = json(
  requirements.items,
  [],
  {},
  new Refusal(BAD_JSON, { code: 6017, desc: 'conversation_id_array is invalid', json: '' }),
);

/** A JSON value with a rule of its own. */
export function jsonThat<T>(fits: (value: unknown) => boolean, rules: JsonRules = {}): Param<Json<T>> {
  return json(fits, {}, rules);
}

/** The elements of an array; nulls do not count. */
export function items(value: readonly unknown[]): unknown[] {
  return value.filter((item) => item !== null);
}

function isMessage(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 0;
}

function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}

function isSameShape(value: unknown, like: unknown): boolean {
  return Array.isArray(like) ? Array.isArray(value) : isRecord(value);
}

const BROKEN = Symbol('not JSON');

/** The value of a JSON argument, or something that fits nothing. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return typeof given === 'object' ? given : BROKEN;
  try {
    return readJson(given);
  } catch {
    return BROKEN;
  }
}

/** Reads all arguments, or says why the call is refused. */
export function readArguments(params: readonly Param<unknown>[], args: readonly unknown[]): unknown[] | Refusal {
  for (const [index, param] of params.entries()) {
    const result = param.check(args[index]);
    if (result !== OK) return new Refusal(result);
  }
  const values: unknown[] = [];
  for (const [index, param] of params.entries()) {
    const value = param.read(args[index]);
    if (value instanceof Refusal) return value;
    values.push(value);
  }
  return values;
}
