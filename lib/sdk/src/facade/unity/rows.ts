import type { TimClient } from '../../native/client.js';
import type { DataKind } from './callbacks.js';
import type { newerApi } from './newer.js';

/** A function of the C style, or one that only later versions of it have. */
export type NativeName = keyof TimClient | keyof typeof newerApi;

/** A function without a callback: its C function and how many arguments it takes. */
export type PlainRow = readonly [native: NativeName, parameters: number];

/** A call: its C function, how many arguments go before the callback, and what the callback gets. */
export type CallRow = readonly [native: NativeName, parameters: number, data: DataKind];

/**
 * An event: its C function, how many kinds of handlers there are (a second one takes JSON as text), which arguments
 * are JSON, and where the arguments come from if their order is another than in C.
 */
export type EventRow = readonly [
  native: keyof TimClient,
  handlers: 1 | 2,
  json: readonly number[],
  order?: readonly number[],
];
