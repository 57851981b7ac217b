import type { Outcome } from './play.js';
import { fits, type Recording, type Row, type State } from './recorded.js';

/**
 * Where tim-node is deliberately better than the native library: this table is the only place.
 * The first row that applies decides; without one the recording must be matched to the letter.
 * Two more hold for all rows: no callback runs inside its call, and an out-buffer with nothing in it is the empty text.
 */
const IMPROVEMENTS: readonly Improvement[] = [
  {
    name: 'TIMInit without settings means defaults, as the headers say',
    applies: ({ function: name, args: [appId, config] }) =>
      name === 'TIMInit' && !isInt(appId, 0) && (isNull(config) || isString(config, '')),
    holds: ({ ret }) => ret === 0,
  },
  {
    name: 'the version and the time are our own',
    applies: ({ function: name }) => name === 'TIMGetSDKVersion' || name === 'TIMGetServerTime',
    holds: ({ ret }, row) => typeof ret === (row.function === 'TIMGetSDKVersion' ? 'string' : 'number'),
  },
  {
    name: 'a flag of the wrong type counts as missing; the library prints uninitialised memory and may abort',
    applies: ({ function: name }, { crash }) => crash === true && /UnreadMessageCountByFilter$/.test(name),
    holds: ({ ret, callbacks }) => ret === 0 && callbacks.length === 0,
  },
  {
    name: 'no crash: the call is refused',
    applies: (_row, { crash }) => crash === true,
    holds: ({ ret, callbacks }) => (ret === -3 || ret === -4) && callbacks.length === 0,
  },
  {
    name: 'no lost callback: a call that was accepted calls back once, with the code that fits',
    applies: (row, { ret, callbacks }) =>
      ret === 0 && (typeof callbacks === 'string' || callbacks?.length === 0) && wantsAnswer(row),
    holds: ({ ret, callbacks }, row, state) => ret === 0 && callbacks.length === 1 && fitting(row, state, callbacks[0]),
  },
];

interface Improvement {
  readonly name: string;
  readonly applies: (row: Row, recorded: Recording) => boolean;
  readonly holds: (outcome: Outcome, row: Row, state: State) => boolean;
}

/** What a callback that the library forgot must say. Nobody can be reached, so a login ends with a network error. */
function fitting(
  { function: name }: Row,
  state: State,
  callback: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const { code, desc } = callback ?? {};
  if (typeof desc !== 'string' || desc === '') return false;
  if (state === 'before_init') return code === 6013;
  return name === 'TIMLogin' ? typeof code === 'number' && code >= 9500 && code < 9600 : code === 6014;
}

/** Whether the call has a callback that tells its outcome: setting one for an event does not count. */
function wantsAnswer({ function: name, args }: Row): boolean {
  return !/^TIM(Set\w+Callback|(Add|Remove)RecvNewMsgCallback)$/.test(name) && args.some((each) => 'callback' in each);
}

const isNull = (argument: object | undefined): boolean => argument !== undefined && 'null' in argument;
const isString = (argument: object | undefined, text: string): boolean => fits({ string: text }, argument);
const isInt = (argument: object | undefined, value: number): boolean => fits({ int: value }, argument);

/** Why an outcome is not as recorded, or nothing. */
export function judge(row: Row, state: State, outcome: Outcome): string | undefined {
  const recorded = row[state];
  if (outcome.inside) return 'a callback ran inside the call';
  const improvement = IMPROVEMENTS.find(({ applies }) => applies(row, recorded));
  if (improvement !== undefined) return improvement.holds(outcome, row, state) ? undefined : improvement.name;
  if (!fits(recorded.ret, outcome.ret)) return `returned ${String(outcome.ret)}, not ${String(recorded.ret)}`;
  if (!sameBuffer(recorded.buffer, outcome.buffer)) return `wrote ${String(outcome.buffer)}`;
  const wanted = Array.isArray(recorded.callbacks) ? recorded.callbacks.map(comparable) : recorded.callbacks;
  return fits(wanted, outcome.callbacks) ? undefined : `called back ${show(outcome.callbacks)}, not ${show(wanted)}`;
}

/** The library writes no closing NUL over what stood in the buffer. */
const WITHOUT_NUL = '-0-0ouched>';

function sameBuffer(recorded: string | undefined, written: string | undefined): boolean {
  if (recorded === '<untouched>') return written === '';
  return fits(recorded === WITHOUT_NUL ? '-0-0' : recorded, written) || recorded === written;
}

function comparable(callback: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const notCompared = ['sync', 'user_data'];
  return Object.fromEntries(Object.entries(callback).filter(([key]) => !notCompared.includes(key)));
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}
