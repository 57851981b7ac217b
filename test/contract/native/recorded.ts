import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../../../lib/sdk/src/native/json.js';

/** Calls into the native library and what it answered, before Init and before login. */

export type State = 'before_init' | 'before_login';
export const STATES: readonly State[] = ['before_init', 'before_login'];

/** An argument as it was given; `buffer` is an out-buffer that held `<untouched>`. */
export type Argument =
  | { readonly null: true }
  | { readonly string: string }
  | { readonly int: number }
  | { readonly callback: true }
  | { readonly user_data: true }
  | { readonly buffer: true };

export interface Recording {
  /** Null for functions that return nothing. */
  readonly ret?: unknown;
  readonly buffer?: string;
  /** In the order in which they came; `<varies>` or `<sometimes>` when two runs differed. */
  readonly callbacks?: readonly Readonly<Record<string, unknown>>[] | string;
  readonly crash?: boolean;
}

export interface Row {
  readonly id: string;
  readonly function: string;
  readonly variant: string;
  readonly args: readonly Argument[];
  readonly before_init: Recording;
  readonly before_login: Recording;
}

/** All lines of a file of recordings. */
export function lines(file: string): unknown[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readJson);
}

/** Rows of a file; where both states had the same answer it is there once, as `both`. */
export function rows(file: string): Row[] {
  return lines(file).map((line) => {
    const row = line as Row & { both?: Recording };
    return row.both === undefined ? row : { ...row, before_init: row.both, before_login: row.both };
  });
}

/** Whether a value fits what was recorded; `<varies>` stands for anything. */
export function fits(recorded: unknown, value: unknown): boolean {
  if (recorded === '<varies>') return value !== undefined;
  if (isNumber(recorded) && isNumber(value)) return sameNumber(recorded, value);
  if (Array.isArray(recorded)) {
    return (
      Array.isArray(value) && value.length === recorded.length && recorded.every((item, at) => fits(item, value[at]))
    );
  }
  if (typeof recorded === 'object' && recorded !== null) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const keys = Object.keys(recorded);
    return (
      keys.length === Object.keys(value).length &&
      keys.every((key) => Object.hasOwn(value, key) && fits(recorded[key as never], value[key as never]))
    );
  }
  return recorded === value;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The library writes doubles with 16 digits. */
function sameNumber(recorded: number | bigint, value: number | bigint): boolean {
  if (typeof recorded === 'bigint' || typeof value === 'bigint') return recorded === value;
  return recorded === value || Math.abs(recorded - value) <= 1e-15 * Math.abs(recorded);
}
