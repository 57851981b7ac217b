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

/** Changes what stands between the string literals of a JSON text. */
function outsideStrings(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const quote = text.indexOf('"', from);
    const end = quote === -1 ? text.length : quote;
    parts.push(change(text.slice(from, end)));
    from = quote === -1 ? text.length : afterString(text, quote);
    parts.push(text.slice(end, from));
  }
  return parts.join('');
}

function afterString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '"') return at + 1;
  }
  return text.length;
}

function markLong(token: string, mark: string): string {
  if (token.length <= SHORT && !/[eE]/.test(token)) return token;
  if (/^-?\d+$/.test(token)) return `"${mark}${token}"`;
  if (!Number.isFinite(Number(token))) throw new JsonError('a number is too large');
  return token;
}

function unmark(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? toInteger(value.slice(mark.length)) : value;
  if (Array.isArray(value)) return value.map((item) => unmark(item, mark));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key.startsWith(mark)) throw new JsonError('not valid JSON');
    return [key, unmark(inner, mark)] as const;
  });
  return Object.fromEntries(entries);
}

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
    case 'bigint':
      return value.toString();
    case 'object':
      return value === null ? 'null' : writeObject(value, depth + 1);
    case 'number':
      return writeNumber(value);
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
  }
}

/** A number of this size is a double; as plain digits it would look like an exact integer. */
function writeNumber(value: number): string {
  const looksExact = Number.isInteger(value) && !Number.isSafeInteger(value);
  return looksExact ? value.toExponential() : JSON.stringify(value);
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function writeObject(value: object, depth: number): string | undefined {
  if (depth > MAX_WRITE_DEPTH) throw new JsonError(`nested deeper than ${MAX_WRITE_DEPTH}`);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth) ?? 'null').join(',')}]`;
  if (hasToJson(value)) return write(value.toJSON(), depth);
  const members: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const text = write(inner, depth);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}
