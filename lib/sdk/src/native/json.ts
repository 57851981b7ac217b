import { isRecord, JsonError, LIMITS, parseJson } from '@tim-node/protocol';
import { randomId } from '../host/random.js';

/**
 * JSON with 64-bit numbers. JavaScript numbers are exact up to 2^53, but ids of the native API use 64 bits:
 * longer integers become bigints on the way in, and bigints become plain digits on the way out.
 */

const MAX_DEPTH = LIMITS.jsonDepth * 2;
/** What is written may wrap something that was read. */
const MAX_WRITE_DEPTH = MAX_DEPTH * 2;
const MIN = -(2n ** 63n);
const MAX = 2n ** 64n - 1n;

/** Numbers that a double may not hold. */
const LONG_NUMBER = /\d{16}|[eE]\+?\d{3}/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const SHORT = 15;
/** Shorter pieces of a text hold no such number. */
const MARGIN = 3;

/**
 * Parses a JSON text by the rules of the native library.
 * @throws JsonError when it is not JSON, too deep, has an empty key at its root, or holds a number that does not fit
 * 64 bits
 */
export function readJson(text: string): unknown {
  const value = LONG_NUMBER.test(text) ? readLongNumbers(text) : parseJson(text, MAX_DEPTH);
  if (isRecord(value) && Object.hasOwn(value, '')) throw new JsonError('an empty key');
  return value;
}

/** Long integers travel through JSON.parse as strings behind a mark that nobody can guess. */
function readLongNumbers(text: string): unknown {
  const mark = randomId();
  const marked = outsideStrings(text, (part) => part.replace(NUMBER, (token) => markLong(token, mark)));
  return unmark(parseJson(marked, MAX_DEPTH), mark);
}

/** Changes what stands between the string literals of a JSON text, where it may hold a long number. */
function outsideStrings(text: string, change: (part: string) => string): string {
  let changed = '';
  let copied = 0;
  for (let from = 0; from < text.length;) {
    const quote = text.indexOf('"', from);
    const end = quote === -1 ? text.length : quote;
    if (end - from > MARGIN && LONG_NUMBER.test(text.slice(from, end))) {
      changed += text.slice(copied, from) + change(text.slice(from, end));
      copied = end;
    }
    from = quote === -1 ? text.length : afterString(text, quote);
  }
  return changed + text.slice(copied);
}

function afterString(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charAt(at - 1 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function markLong(token: string, mark: string): string {
  if (token.length <= SHORT && !/[eE]/.test(token)) return token;
  if (/^-?\d+$/.test(token)) return `"${mark}${token}"`;
  if (!Number.isFinite(Number(token))) throw new JsonError('a number is too large');
  return token;
}

/** Puts the integers back; what was parsed a moment ago belongs to nobody else and is changed in place. */
function unmark(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? toInteger(value.slice(mark.length)) : value;
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith(mark)) throw new JsonError('not valid JSON');
    const unmarked = unmark(inner, mark);
    // An assignment to `__proto__` would do something else.
    if (unmarked !== inner) Object.defineProperty(value, key, { value: unmarked, ...PLAIN });
  }
  return value;
}

const PLAIN = { configurable: true, enumerable: true, writable: true };

function toInteger(digits: string): number | bigint {
  const long = BigInt(digits);
  if (long < MIN || long > MAX) throw new JsonError('an integer does not fit 64 bits');
  return shorten(long);
}

/** A number where that is exact, else a bigint. */
export function shorten(long: bigint): number | bigint {
  const short = Number(long);
  return Number.isSafeInteger(short) ? short : long;
}

/**
 * The JSON text of a value; bigints are written as digits.
 * @throws JsonError when the value is nested too deep or in a circle
 */
export function writeJson(value: unknown): string {
  return write(value, 0) ?? 'null';
}

/** Nothing for what JSON has no words for. */
function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? '""' : JSON.stringify(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return value.toString();
    case 'object':
      return value === null ? 'null' : writeObject(value, depth + 1);
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
  }
}

/** A number of this size is a double; as plain digits it would look like an exact integer. */
function writeNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return Number.isInteger(value) ? value.toExponential() : JSON.stringify(value);
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function writeObject(value: object, depth: number): string | undefined {
  if (depth > MAX_WRITE_DEPTH) throw new JsonError(`nested deeper than ${MAX_WRITE_DEPTH}`);
  if (Array.isArray(value)) return writeList(value, depth);
  if (hasToJson(value)) return write(value.toJSON(), depth);
  let members = '';
  for (const key of Object.keys(value)) {
    const text = write((value as Readonly<Record<string, unknown>>)[key], depth);
    if (text !== undefined) members += (members === '' ? '' : ',') + nameOf(key) + text;
  }
  return `{${members}}`;
}

function writeList(list: readonly unknown[], depth: number): string {
  let items = '';
  for (const item of list) items += (items === '' ? '' : ',') + (write(item, depth) ?? 'null');
  return `[${items}]`;
}

/** Most keys are those of native structures, over and over again. */
const names = new Map<string, string>();
const MAX_NAMES = 2000;

function nameOf(key: string): string {
  let name = names.get(key);
  if (name !== undefined) return name;
  name = `${JSON.stringify(key)}:`;
  if (names.size < MAX_NAMES) names.set(key, name);
  return name;
}
