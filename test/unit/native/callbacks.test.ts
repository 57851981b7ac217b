import { createClient } from '../../../lib/sdk/src/native/client.js';
import { testHost } from '../../support/test-host.js';

describe('callbacks of the app', () => {
  test('an exception is left to the process, and later callbacks still come', async () => {
    const { host, clock } = testHost();
    const client = createClient({ host });
    const seen: string[] = [];
    const left: (() => void)[] = [];
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => left.push(run));
    client.TIMLogin('alice', 'sig', (code) => {
      seen.push(`login ${code}`);
      throw new Error('first');
    });
    client.TIMLogout((code) => {
      seen.push(`logout ${code}`);
      throw new TypeError('second');
    });
    client.TIMConvGetConvList((code, desc, json) => seen.push(`list ${code} ${desc} ${json}`));
    await clock.settle();
    expect(seen).toEqual(['login 6013', 'logout 6013', 'list 6013 not initialized []']);
    expect(left).toHaveLength(2);
    expect(left[0]).toThrow(new Error('first'));
    expect(left[1]).toThrow(new TypeError('second'));
  });

  test('they come in the order of the calls, and what one calls comes after those that wait', async () => {
    const { host, clock } = testHost();
    const client = createClient({ host });
    const order: number[] = [];
    client.TIMConvGetConvList(() => {
      order.push(1);
      client.TIMConvGetConvList(() => order.push(4));
    });
    client.TIMGetSignalingInfo('{}', () => order.push(2));
    client.TIMGroupQuit('g', () => order.push(3));
    expect(order).toEqual([]);
    await clock.settle();
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('user data is the very same thing', async () => {
    const { host, clock } = testHost();
    const client = createClient({ host });
    const mine = { any: 'thing' };
    const seen: unknown[] = [];
    client.TIMGroupQuit('g', (_code, _desc, _json, userData) => seen.push(userData), mine);
    client.TIMGroupQuit('g', (_code, _desc, _json, userData) => seen.push(userData));
    await clock.settle();
    expect(seen).toEqual([mine, undefined]);
    expect(seen[0]).toBe(mine);
  });

  test('null where a callback may stand', async () => {
    const { host, clock } = testHost();
    const client = createClient({ host });
    expect(client.TIMGroupQuit('g', null)).toBe(0);
    expect(client.TIMGroupQuit('g')).toBe(0);
    expect(client.TIMGroupQuit('g', 'callback' as never)).toBe(-4);
    expect(client.TIMGetSignalingInfo('{}', null)).toBe(-4);
    await clock.settle();
  });
});
