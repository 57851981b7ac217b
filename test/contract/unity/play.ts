import { asJson, StringBuilder, type UnityClient } from 'tim-node';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import { createUnityClient } from '../../../lib/sdk/src/facade/unity/unity.js';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { testHost } from '../../support/test-host.js';
import type { Outcome } from '../native/play.js';
import type { Argument, Row, State } from '../native/recorded.js';
import { byNative } from './data.js';

const APP = 1_400_000_001;
/** Longer than the deadline of a login. */
const LONG = 40_000;

/** How a callback is given: a plain function that gets data, or one that gets text. */
export type Given = 'data' | 'text';

/** Makes the call of a row through the Unity style, on a fresh client that reaches nobody; what came of it, in terms of C. */
export async function playUnity(row: Row, state: State, given: Given): Promise<Outcome> {
  const { host, clock, server } = testHost();
  server.silent = true;
  const unity = createUnityClient(createClient({ host }));
  if (state === 'before_login') unity.Init(APP, '{}');
  await clock.settle();
  const outcome = begin(unity, row, given);
  await clock.settle();
  if (row.function === 'TIMLogin') await clock.advance(LONG);
  const result = outcome();
  unity.Uninit();
  await clock.settle();
  return result;
}

function begin(unity: UnityClient, row: Row, given: Given): () => Outcome {
  const name = byNative.get(row.function) ?? '';
  const calls: Record<string, unknown>[] = [];
  let returned = false;
  let inside = false;
  const note = (call: Record<string, unknown>, userData: unknown): void => {
    expect(userData).toMatch(new RegExp(`^${name}_KeyString_\\d+(_downloadElem)?$`));
    inside ||= !returned;
    calls.push(call);
  };
  const buffer = new StringBuilder().Append('<untouched>');
  const args = row.args
    .filter((argument) => !('user_data' in argument))
    .flatMap((argument) => valuesOf(row, argument, callbackFor(row, given, note), buffer));
  const method = unity[name as keyof UnityClient] as (...args: unknown[]) => unknown;
  const ret = method(...args) ?? null;
  returned = true;
  const hasBuffer = row.args.some((argument) => 'buffer' in argument);
  return () => ({ ret, buffer: hasBuffer ? buffer.ToString() : undefined, callbacks: calls, inside });
}

type Note = (call: Record<string, unknown>, userData: unknown) => void;

const MEMBERS = 'TIMMsgGetGroupMessageReadMemberList';

function callbackFor(row: Row, given: Given, note: Note): unknown {
  if (row.function === MEMBERS) {
    return (json_group_member_array: unknown, next_seq: unknown, is_finished: unknown, userData: unknown) => {
      note({ json_group_member_array, next_seq, is_finished }, userData);
    };
  }
  if (given === 'text') {
    return asJson((code, desc, json, userData) => {
      note({ code, desc, json: json === '' ? '' : readJson(json) }, userData);
    });
  }
  // Where there is nothing but text, four declared parameters are what asks for it.
  return (code: unknown, desc: unknown, data: unknown, userData: unknown): void => {
    const value = typeof data === 'string' && data !== '' ? readJson(data) : data;
    note({ code, desc, json: value ?? '' }, userData);
  };
}

function valuesOf(row: Row, argument: Argument, callback: unknown, buffer: StringBuilder): unknown[] {
  if ('null' in argument) return [null];
  if ('string' in argument) return [argument.string];
  if ('int' in argument) return [argument.int];
  if ('buffer' in argument) return [buffer];
  // The second callback of this one takes text.
  return row.function === MEMBERS ? [null, callback] : [callback];
}
