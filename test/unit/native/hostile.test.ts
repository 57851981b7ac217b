import fc from 'fast-check';
import * as tim from 'tim-node';
import { StringBuilder, type TimClient } from 'tim-node';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import type { ManualClock } from '../../support/manual-clock.js';
import { testHost } from '../../support/test-host.js';

type AnyCall = (this: TimClient, ...args: unknown[]) => unknown;

const CALLS = Object.keys(tim).filter((name) => name in createClient({ host: testHost().host }));
test('all 240 functions', () => expect(CALLS).toHaveLength(240));

/** Those that change what the next call meets. */
const LIFECYCLE = ['TIMInit', 'TIMUninit', 'TIMLogin', 'TIMLogout'];

/** As in the native library, these tell a callback even why the call is refused. */
const TELLING = /^TIM(Conv\w*Conversation\w*|MsgSendNewMsgEx)$/;

function clientWithClock(): { client: TimClient; clock: ManualClock } {
  const { host, clock, server } = testHost();
  server.silent = true;
  return { client: createClient({ host }), clock };
}

function call(client: TimClient, name: string, ...args: unknown[]): unknown {
  return (client[name as keyof TimClient] as unknown as AnyCall).apply(client, args);
}

describe('arguments of any kind', () => {
  const circle: Record<string, unknown> = { a: 1 };
  circle['self'] = [circle];
  const getter = Object.defineProperty({}, 'message_elem_array', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withSparseArray: true }),
    fc.json(),
    fc.jsonValue(),
    fc.integer(),
    fc.constantFrom(
      circle,
      getter,
      proxy,
      Object.create(null) as unknown,
      JSON.parse('{"__proto__":{"a":1},"constructor":1}') as unknown,
      '{"__proto__":null}',
      '[[[[',
      'x'.repeat(100_000),
      `{"message_elem_array":[${'{"elem_type":12},'.repeat(1000)}{}]}`,
      Symbol('s'),
      () => 'function',
      new StringBuilder(),
      Buffer.alloc(4),
      -1,
      2n ** 64n,
    ),
  );

  test.each(CALLS)('%s', async (name) => {
    const { client, clock } = clientWithClock();
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 8 }), fc.boolean(), async (args, isReady) => {
        if (isReady && !LIFECYCLE.includes(name)) client.TIMInit(1);
        let inside = true;
        let calls = 0;
        const cb = (): void => {
          expect(inside).toBe(false);
          calls += 1;
        };
        // Wherever the callback belongs: behind arguments of all numbers.
        const result = call(client, name, ...args, cb, 'user data');
        inside = false;
        await clock.settle();
        expect(calls).toBeLessThanOrEqual(/Callback$/.test(name) ? Infinity : 1);
        if (typeof result === 'number' && result < 0 && !TELLING.test(name)) expect(calls).toBe(0);
        client.TIMUninit();
        await clock.settle();
      }),
      { numRuns: 25 },
    );
  });
});

describe('JSON parameters', () => {
  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hi' }] };

  test.each([
    ['text', JSON.stringify(message), 0],
    ['an object', message, 0],
    ['an object with a long number', { ...message, message_seq: 2n ** 63n }, 0],
    ['an object that says how it is written', { toJSON: () => message }, 0],
    ['an empty object', {}, -3],
    ['an array', [], -3],
    ['broken text', '{', -3],
    ['no text', '', -4],
    ['null', null, -4],
    ['nothing', undefined, -4],
    ['a number', 5, -3],
    ['a function', () => message, -3],
    ['a bigint that is too long', { ...message, message_seq: 2n ** 64n }, -3],
    ['text that is too deep', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, -3],
  ])('%s', (_name, json, result) => {
    const { client } = clientWithClock();
    expect(call(client, 'TIMMsgSendNewMsg', 'bob', 1, json, null, null)).toBe(result);
  });

  test('a circle, a getter that throws, a proxy that throws', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const thrower = (): never => {
      throw new Error('no');
    };
    const getter = Object.defineProperty({}, 'a', { enumerable: true, get: thrower });
    for (const bad of [circle, getter, new Proxy({}, { ownKeys: thrower })]) {
      const { client } = clientWithClock();
      expect(call(client, 'TIMMsgSendNewMsg', 'bob', 1, bad, null, null)).toBe(-3);
      // Broken text passes here until login; what is no text at all never does.
      expect(call(client, 'TIMFollowUser', bad, null, null)).toBe(-3);
      expect(call(client, 'TIMFollowUser', '{', null, null)).toBe(0);
    }
  });

  test('an object is read when the call is made', async () => {
    const { client, clock } = clientWithClock();
    const config = { set_config_user_define_data: 'before' };
    const seen: string[] = [];
    client.TIMSetConfig(config, (_code, _desc, json) => seen.push(json));
    config.set_config_user_define_data = 'after';
    await clock.settle();
    expect(seen).toEqual(['{"set_config_user_define_data":"before"}']);
  });
});
