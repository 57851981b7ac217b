import { calls, events, plain } from './generated/table.js';
import type { CallRow, EventRow, PlainRow } from './rows.js';
import { specialMethods, type Method } from './special.js';

const plainRows: Readonly<Record<string, PlainRow>> = plain;
const callRows: Readonly<Record<string, CallRow>> = calls;
const eventRows: Readonly<Record<string, EventRow>> = events;

const REMOVE = 'Remove';
/** Of `RemoveMsgRevokeCallback` there are the functions that set, in this order of likelihood. */
const SETTERS = ['Set', 'Add'];

/** The function of that name, if there is one. */
export function methodNamed(name: string | symbol): Method | undefined {
  if (typeof name === 'symbol') return undefined;
  return own(specialMethods, name) ?? plainMethod(name) ?? callMethod(name) ?? setter(name) ?? remover(name);
}

/** The names of all functions. */
export function methodNames(): string[] {
  const removers = Object.keys(events).map((set) => REMOVE + set.slice('Set'.length));
  const all = [specialMethods, plain, calls, events].flatMap((table) => Object.keys(table));
  return [...new Set([...all, ...removers])];
}

/** A row of a table, and nothing that every object has. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function plainMethod(name: string): Method | undefined {
  const row = own(plainRows, name);
  return row && { length: row[1], run: (core, _name, args) => core.plain(row, args) };
}

function callMethod(name: string): Method | undefined {
  const row = own(callRows, name);
  return row && { length: row[1] + 1, run: (core, _name, args) => core.call(name, row, args) };
}

function setter(name: string): Method | undefined {
  const row = own(eventRows, name);
  return row && { length: row[1], run: (core, _name, args) => core.addHandlers(name, row, args) };
}

function remover(name: string): Method | undefined {
  if (!name.startsWith(REMOVE)) return undefined;
  const set = SETTERS.map((verb) => verb + name.slice(REMOVE.length)).find((each) => Object.hasOwn(eventRows, each));
  const row = set === undefined ? undefined : eventRows[set];
  if (set === undefined || row === undefined) return undefined;
  return { length: row[1], run: (core, _name, args) => core.removeHandlers(set, row, args) };
}
