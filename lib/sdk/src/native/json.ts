import { LIMITS, parseJson } from '@tim-node/protocol';

/**
 * JSON with 64-bit numbers. JavaScript numbers are exact up to 2^53, but ids of the native API use 64 bits:
 * longer integers become bigints on the way in, and bigints become plain digits on the way out.
 */

/** Stands before the digits of a long integer while JSON.parse or JSON.stringify is at work. */
const MARK = '\u0000int:';
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
const MARKED = /"\\u0000int:(-?\d+)"/g;
const MIN = -(2n ** 63n);
const MAX = 2n ** 64n - 1n;

/** Parses a JSON text. Throws when it is not JSON, too deep, or holds an integer that does not fit 64 bits. */
export function readJson(text: string): unknown {
  const mayHoldLong = /\d{16}/.test(text);
  const value = parseJson(mayHoldLong ? text.replace(STRING_OR_LONG_INTEGER, markLong) : text, LIMITS.jsonDepth * 2);
  return mayHoldLong ? unmark(value) : value;
}

function markLong(token: string): string {
  return token.startsWith('"') ? token : `"\\u0000int:${token}"`;
}

function unmark(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(MARK)) return toInteger(value.slice(MARK.length));
  if (Array.isArray(value)) return value.map(unmark);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmark(inner)]));
}

function toInteger(digits: string): number | bigint {
  const long = BigInt(digits);
  if (long < MIN || long > MAX) throw new RangeError('an integer does not fit 64 bits');
  const short = Number(long);
  return Number.isSafeInteger(short) ? short : long;
}

/** The JSON text of a value; bigints are written as digits. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'bigint' ? `${MARK}${inner.toString()}` : inner,
  );
  return text.replace(MARKED, '$1');
}
