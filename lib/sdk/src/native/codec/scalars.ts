import { shorten } from '../json.js';
import type { Field, FieldType } from './field.js';

/** Reads a value; one of the wrong type counts as missing. */
export type Reader = (value: unknown, field: Field) => unknown;

export const scalars = {
  string: (value, field) => (typeof value === 'string' ? value : (field.default ?? '')),
  bool: (value, field) => (typeof value === 'boolean' ? value : (field.default ?? false)),
  double: number(Number),
  int32: number(toInt32),
  uint32: number((value) => toInt32(value) >>> 0),
  uint64: number(toUint64),
  enum: number((value, { values = {}, otherwise, default: fallback = 0 }) => {
    return values[toInt32(value)] ?? otherwise ?? fallback;
  }),
  hex: (value) => (typeof value === 'string' ? hexOf(value) : ''),
  strings,
  names: (value) => strings(value).filter((name) => name !== ''),
} satisfies Partial<Record<FieldType, Reader>>;

function number(read: (value: number | bigint, field: Field) => unknown): Reader {
  return (value, field) => (isNumeric(value) ? read(value, field) : (field.default ?? 0));
}

/** Texts of a list: null is skipped, anything else that is no text becomes the empty text. */
export function strings(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((item) => item !== null).map((item) => (typeof item === 'string' ? item : ''));
}

export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A place in a conversation, or another number that counts from 1; 0 for anything else. */
export function toPlace(value: unknown): number {
  const place = isNumeric(value) ? Number(value) : 0;
  return Number.isSafeInteger(place) && place > 0 ? place : 0;
}

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** As C casts: whole numbers wrap around, a double that does not fit gives the least number. */
export function toInt32(value: number | bigint): number {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (Number.isSafeInteger(value)) return value | 0;
  const whole = Math.trunc(value);
  return whole >= -INT32 && whole < INT32 ? whole : -INT32;
}

function toUint64(value: number | bigint): number | bigint {
  if (typeof value === 'bigint') return shorten(BigInt.asUintN(64, value));
  const whole = Math.trunc(value);
  if (whole >= 0 && Number.isSafeInteger(whole)) return whole;
  return shorten(BigInt.asUintN(64, whole >= -INT64 && whole < INT64 ? BigInt(whole) : BigInt(-INT64)));
}

/** Pairs of hexadecimal digits; a digit that is left over is dropped. */
function hexOf(text: string): string {
  let hex = '';
  for (let at = 0; at + 1 < text.length; at += 2) {
    const byte = (digit(text.charCodeAt(at)) * 16) | digit(text.charCodeAt(at + 1));
    hex += (byte & 0xff).toString(16).padStart(2, '0');
  }
  return hex;
}

/** The native library counts on from F to Z. */
function digit(code: number): number {
  const lower = code | 0x20;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 + 10 : 0;
}
