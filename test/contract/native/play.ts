import { StringBuilder, type TimClient } from 'tim-node';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { testHost } from '../../support/test-host.js';
import type { Argument, Row, State } from './recorded.js';

/** What a call came to. */
export interface Outcome {
  readonly ret: unknown;
  readonly buffer: string | undefined;
  readonly callbacks: readonly Readonly<Record<string, unknown>>[];
  /** Whether a callback ran inside the call. */
  readonly inside: boolean;
}

const USER_DATA = { user: 'data' };
const APP = 1_400_000_001;
/** Longer than the deadline of a login. */
const LONG = 40_000;

/** Makes the call of a row on a fresh client that reaches nobody, and waits for all its callbacks. */
export async function play(row: Row, state: State): Promise<Outcome> {
  const { host, clock, server } = testHost();
  server.silent = true;
  const client = createClient({ host });
  if (state === 'before_login') client.TIMInit(APP, '{}');
  await clock.settle();
  const call = begin(client, row);
  await clock.settle();
  if (row.function === 'TIMLogin') await clock.advance(LONG);
  const outcome = call();
  client.TIMUninit();
  await clock.settle();
  return outcome;
}

/** Makes the call of a row; the returned function tells what has come of it so far. */
export function begin(client: TimClient, row: Row): () => Outcome {
  const calls: unknown[][] = [];
  let returned = false;
  let inside = false;
  const buffer = new StringBuilder().Append('<untouched>');
  const callback = (...args: unknown[]): void => {
    inside ||= !returned;
    calls.push(args);
  };
  const args = row.args.map((argument) => valueOf(argument, callback, buffer));
  const call = client[row.function as keyof TimClient] as (...args: unknown[]) => unknown;
  const ret = call.apply(client, args) ?? null;
  returned = true;
  const hasBuffer = row.args.some((argument) => 'buffer' in argument);
  const describeCall = row.function === 'TIMMsgGetGroupMessageReadMemberList' ? members : common;
  return () => ({ ret, buffer: hasBuffer ? buffer.ToString() : undefined, callbacks: calls.map(describeCall), inside });
}

function valueOf(argument: Argument, callback: unknown, buffer: StringBuilder): unknown {
  if ('null' in argument) return null;
  if ('string' in argument) return argument.string;
  if ('int' in argument) return argument.int;
  if ('callback' in argument) return callback;
  return 'buffer' in argument ? buffer : USER_DATA;
}

function common([code, desc, json, userData]: unknown[]): Record<string, unknown> {
  expect(userData).toBe(USER_DATA);
  return { code, desc, json: json === '' ? '' : readJson(json as string) };
}

function members([list, next, isFinished, userData]: unknown[]): Record<string, unknown> {
  expect(userData).toBe(USER_DATA);
  return { json_group_member_array: list, next_seq: next, is_finished: isFinished };
}
