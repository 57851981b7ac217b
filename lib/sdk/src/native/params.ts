import { isRecord } from '@tim-node/protocol';
import { TIMResult, type TIMConvType } from './generated/enums.js';
import { readJson, writeJson } from './json.js';
import { writeOut, type OutBuffer } from './string-builder.js';

/** JSON of the native API: its text, or the value itself. */
export type Json<T> = string | T;

/** What a function sees of an argument: JSON is parsed, no text is the empty text, everything else is as given. */
export type Parsed<P> = [P] extends [OutBuffer | null]
  ? P
  : [P] extends [string | null]
    ? string
    : Exclude<P, string | null>;

/** Why a call is refused: its result code and, for a few functions, a callback all the same. */
export class Refusal {
  constructor(
    readonly result: TIMResult,
    readonly callback?: { readonly code: number; readonly desc: string; readonly json: unknown },
  ) {}
}

/**
 * How one argument is checked. All arguments go through `check` first and then, from left to right, through
 * `read`: an empty id is told before a broken JSON text, whatever their order.
 */
export interface Param<P> {
  /** Done before anything else, also when the call is then refused. */
  readonly before?: (value: unknown) => void;
  /** Missing, of the wrong type, or out of range: the result code. 0 when it may go on. */
  readonly check: (value: unknown) => TIMResult;
  readonly read: (value: unknown) => Parsed<P> | Refusal;
}

const OK = TIMResult.TIM_SUCC;
const BAD_PARAM = TIMResult.TIM_ERR_PARAM;
const BAD_JSON = TIMResult.TIM_ERR_JSON;

function scalar<P>(
  fits: (value: unknown) => boolean,
  read = (value: unknown): Parsed<P> => value as Parsed<P>,
): Param<P> {
  return { check: (value) => (fits(value) ? OK : BAD_PARAM), read };
}

/** A text that must be there. */
export const id: Param<string> = scalar((value) => typeof value === 'string' && value !== '');

/** A text that may be empty. */
export const text: Param<string> = scalar((value) => typeof value === 'string');

/** A text that may be empty or missing. */
export const optionalText: Param<string | null> = scalar(
  (value) => isNull(value) || typeof value === 'string',
  (value) => (isNull(value) ? '' : (value as string)),
);

/** C2C or group. */
export const convType: Param<TIMConvType> = scalar((value) => value === 1 || value === 2);

/** Any number; what it means is looked at after login. */
export function int<N extends number = number>(fits: (value: number) => boolean = () => true): Param<N> {
  return scalar((value) => typeof value === 'number' && !Number.isNaN(value) && fits(value));
}

/** A number of 64 bits. */
export const long: Param<number | bigint> = scalar(
  (value) => typeof value === 'bigint' || (typeof value === 'number' && !Number.isNaN(value)),
);

/** True or false; numbers count as in C. */
export const flag: Param<boolean> = scalar(
  (value) => typeof value === 'boolean' || typeof value === 'number',
  (value) => Boolean(value),
);

/** Receives a text; may be null. It holds the empty text unless there is something to tell. */
export const outBuffer: Param<OutBuffer | null> = {
  ...scalar<OutBuffer | null>(() => true),
  before: (value) => writeOut(value as OutBuffer | null, ''),
};

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

/** Null and the empty text pass as the default value. */
export const optional: JsonRules = { onNull: OK, onEmpty: OK };

/** `present`: any value, null too. `array`, `items`: an array, one with something in it. `message`: a non-empty object. */
type Requirement = 'present' | 'array' | 'items' | 'message';

const requirements: Readonly<Record<Requirement, (value: unknown) => boolean>> = {
  present: () => true,
  array: Array.isArray,
  items: (value) => Array.isArray(value) && items(value).length > 0,
  message: isMessage,
};

/** Whether a parsed value is good enough; or, where the general code does not do, why it is not. */
type Fits = (value: unknown) => boolean | Refusal;

function json<P>(fits: Fits, fallback: unknown, rules: JsonRules, refusal?: Refusal): Param<P> {
  const { onNull = BAD_PARAM, onEmpty = BAD_PARAM, onBad = BAD_JSON } = rules;
  const required = Object.entries(rules.required ?? {});
  const bad = refusal ?? new Refusal(onBad);
  const holds = (value: unknown): boolean =>
    required.every(([key, what]) => isRecord(value) && Object.hasOwn(value, key) && requirements[what](value[key]));
  const instead = (code: TIMResult): Parsed<P> | Refusal => (code === OK ? (fallback as Parsed<P>) : new Refusal(code));
  return {
    check: (value) => {
      // What lets null or "" fail like broken JSON does so in the second step.
      if (isNull(value)) return onNull === BAD_JSON ? OK : onNull;
      if (value === '') return onEmpty === BAD_JSON ? OK : onEmpty;
      return OK;
    },
    read: (given) => {
      if (isNull(given)) return instead(onNull);
      if (given === '') return instead(onEmpty);
      const value = parsed(given);
      const verdict = fits(value);
      if (verdict instanceof Refusal) return verdict;
      return verdict && holds(value) ? (value as Parsed<P>) : bad;
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

/** Any text: what is wrong with it shows only after login, where it counts as the default value. */
export function anyJson<T>(fallback: T, rules: JsonRules = {}): Param<Json<T>> {
  const like = Array.isArray(fallback) ? Array.isArray : isRecord;
  const param = json<Json<T>>((value) => value !== BROKEN, fallback, rules);
  return {
    ...param,
    read: (given) => {
      const value = param.read(given);
      if (value instanceof Refusal) return typeof given === 'string' ? (fallback as Parsed<Json<T>>) : value;
      return like(value) ? value : (fallback as Parsed<Json<T>>);
    },
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

/** A JSON array with at least one object in it and no empty one; what is no object does not count. */
export function messages<T>(rules: JsonRules = {}): Param<Json<T[]>> {
  const fits = (value: unknown): boolean | Refusal => {
    const objects = Array.isArray(value) ? value.filter(isRecord) : [];
    return objects.every(isMessage) ? objects.length > 0 : new Refusal(BAD_JSON);
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
export function jsonThat<T>(fits: Fits, rules: JsonRules = {}): Param<Json<T>> {
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

const BROKEN = Symbol('not JSON');

/** The value of a JSON argument, or something that fits nothing. An object is copied: what the app does to it later counts no more. */
function parsed(given: unknown): unknown {
  try {
    if (typeof given === 'string') return readJson(given);
    return typeof given === 'object' ? readJson(writeJson(given)) : BROKEN;
  } catch {
    return BROKEN;
  }
}

/** Reads all arguments, or says why the call is refused. */
export function readArguments(params: readonly Param<unknown>[], args: readonly unknown[]): unknown[] | Refusal {
  for (const [index, { before }] of params.entries()) before?.(args[index]);
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
