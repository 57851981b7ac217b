import { createUnityClient } from '../../../lib/sdk/src/facade/unity/unity.js';
import { createClient, type TimClient } from '../../../lib/sdk/src/native/client.js';
import type { ClientCore } from '../../../lib/sdk/src/native/client-core.js';
import { testHost } from '../../support/test-host.js';
import { native, unity, type Parameter } from './data.js';

/** Every event comes to its delegates with the values that they declare: data as data, or as the JSON text of it. */

const delegates = new Map(unity.delegates.map((delegate) => [delegate.name, delegate.params]));
const nativeParams = new Map(native.callbacks.map((callback) => [callback.name, callback.params]));

const BIG = 18446744073709551615n;
const NUMBERS = /^(u?int|u?long|TIM\w+)$/;

/** Makes up what the native side passes: a number, a flag, or a JSON text that says which parameter it is. */
function sample(param: Parameter, at: number): unknown {
  if (param.name === 'user_data') return undefined;
  if (param.type === 'bool') return true;
  return param.type.includes('char') ? `[{"${param.name}":${at},"big":${BIG}}]` : 100 + at;
}

/** What the handler must get for a declared parameter, given what the native side has passed. */
function wanted({ name, type }: Parameter, given: unknown): unknown {
  if (name === 'user_data') return expect.stringMatching(/^(Set|Add)\w+_KeyString_\d+$/) as unknown;
  if (type === 'bool' || NUMBERS.test(type) || type === 'string') return given;
  return parse(given as string);
}

/** Digits that JavaScript cannot hold come as a bigint. */
function parse(json: string): unknown {
  const [first] = JSON.parse(json) as Record<string, unknown>[];
  return [{ ...first, big: BIG }];
}

function fire(client: TimClient, event: string, args: readonly unknown[]): void {
  (client as unknown as ClientCore).notify(event, (cb: (...all: unknown[]) => void, userData) => {
    cb(...args.slice(0, -1), userData);
  });
}

test('there are 70', () => {
  expect(unity.events).toHaveLength(70);
});

test.each(unity.events.map((event) => [event.set, event] as const))('%s', (_name, event) => {
  const client = createClient({ host: testHost().host });
  const one = createUnityClient(client) as unknown as Record<string, (...args: unknown[]) => unknown>;
  const [typed = '', text] = event.delegates;
  const inC = nativeParams.get(event.cCallback) ?? [];
  const given = inC.map(sample);
  const seen: unknown[][] = [];
  const handlers = event.delegates.map(
    (_delegate, kind) =>
      (...args: unknown[]) =>
        seen.push([kind, ...args]),
  );
  expect(one[event.set]?.(...handlers)).toBeUndefined();
  fire(client, event.c, given);
  // By name, where the native side has more parameters; they come after the user data.
  const declared = delegates.get(typed) ?? [];
  const more = inC
    .slice(declared.length - 1, -1)
    .map(({ name }) => given[inC.findIndex((param) => param.name === name)]);
  expect(seen[0]).toEqual([0, ...declared.map((param, at) => wanted(param, given[at])), ...more]);
  if (text === undefined) expect(seen).toHaveLength(1);
  else {
    const strings = delegates.get(text) ?? [];
    expect(strings.filter(({ type }) => type.startsWith('List'))).toEqual([]);
    expect(seen[1]).toEqual([1, ...strings.map((param, at) => wanted(param, given[at])), ...more]);
  }
  expect(one[event.remove]?.()).toBeUndefined();
  fire(client, event.c, given);
  expect(seen).toHaveLength(event.delegates.length);
});
