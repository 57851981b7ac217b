import { asJson, TIMResult } from 'tim-node';
import { parsed, resultCallback } from '../../../lib/sdk/src/facade/unity/callbacks.js';
import { unityWorld } from './world.js';

describe('what a callback gets', () => {
  test('three parameters, or four for the text, where there is no data', async () => {
    const { unity, clock } = unityWorld();
    const seen: unknown[][] = [];
    unity.Login('alice', 'sig', (code, desc, userData) => seen.push([code, desc, userData]));
    unity.Login('alice', 'sig', (code, desc, json, userData) => seen.push([code, desc, json, userData]));
    unity.Login('alice', 'sig', (...all) => seen.push(all));
    unity.Login('alice', 'sig', () => seen.push([]));
    await clock.settle();
    const key = expect.stringMatching(/^Login_KeyString_\d+$/) as unknown;
    const plain = [6013, 'not initialized', key];
    expect(seen).toEqual([plain, [6013, 'not initialized', '', key], plain, []]);
  });

  test('data, or its text', async () => {
    const { unity, clock } = unityWorld();
    const seen: unknown[] = [];
    unity.ConvGetConvList((_code, _desc, data) => seen.push(data));
    unity.ConvGetConvList(asJson((_code, _desc, json) => seen.push(json)));
    unity.GroupCreate({ create_group_param_group_name: 'group' }, (_code, _desc, data) => seen.push(data));
    await clock.settle();
    expect(seen).toEqual([[], '[]', null]);
  });

  test('numbers that JavaScript cannot hold are bigints', () => {
    expect(parsed('{"seq":18446744073709551615,"rand":7}')).toEqual({ seq: 18446744073709551615n, rand: 7 });
  });

  test.each<[string, unknown]>([
    ['', null],
    ['null', null],
    ['{bad', null],
    ['0', 0],
    ['[]', []],
    [7 as never, null],
  ])('the value of %j', (json, value) => {
    expect(parsed(json)).toEqual(value);
  });

  test('a key of no object', () => {
    const seen: unknown[] = [];
    resultCallback((_code: number, _desc: string, data: object) => seen.push(data), 'typed')(
      0,
      '',
      '{"__proto__":{"polluted":true}}',
      '',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(seen).toHaveLength(1);
  });
});

describe('callbacks and results', () => {
  test('null and nothing at all may stand for a callback, anything else may not', async () => {
    const { unity, clock } = unityWorld();
    expect(unity.GroupQuit('group', null)).toBe(TIMResult.TIM_SUCC);
    expect(unity.GroupQuit('group')).toBe(TIMResult.TIM_SUCC);
    const message = { message_conv_id: 'group' };
    for (const wrong of ['callback', 7, {}, [], true]) {
      expect(unity.GroupQuit('group', wrong as never)).toBe(TIMResult.TIM_ERR_PARAM);
      expect(unity.GetMsgGroupMessageReadMemberList(message, 0, 0, 1, wrong as never)).toBe(TIMResult.TIM_ERR_PARAM);
      expect(unity.MsgGetGroupMessageReadMemberListWeb(message, 0, '0', 1, wrong as never)).toBe(
        TIMResult.TIM_ERR_PARAM,
      );
      expect(unity.GetLoginUserIDWeb(wrong as never)).toBe(TIMResult.TIM_ERR_PARAM);
    }
    await clock.settle();
  });

  test('a call that is refused never calls back', async () => {
    const { unity, clock } = unityWorld();
    const seen: unknown[] = [];
    expect(unity.Login('', 'sig', () => seen.push('login'))).toBe(TIMResult.TIM_ERR_PARAM);
    expect(unity.GroupCreate('{bad', () => seen.push('group'))).toBe(TIMResult.TIM_ERR_JSON);
    await clock.settle();
    expect(seen).toEqual([]);
  });

  test('never inside the call, and an exception in one is left to the process', async () => {
    const { unity, clock } = unityWorld();
    const left: (() => void)[] = [];
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => left.push(run));
    const seen: string[] = [];
    unity.Logout(() => {
      throw new Error('mine');
    });
    unity.Logout(() => seen.push('second'));
    expect(seen).toEqual([]);
    await clock.settle();
    expect(seen).toEqual(['second']);
    expect(left).toHaveLength(1);
    expect(left[0]).toThrow('mine');
  });

  test('the user data counts calls through the whole process', async () => {
    const { unity, clock } = unityWorld();
    const another = unityWorld();
    const numbers: number[] = [];
    const note = (_code: number, _desc: string, userData: string): void => {
      numbers.push(Number(/^Logout_KeyString_(\d+)$/.exec(userData)?.[1]));
    };
    unity.Logout(note);
    another.unity.Logout(note);
    unity.Logout(note);
    await clock.settle();
    await another.clock.settle();
    expect([...numbers].sort((a, b) => a - b)).toEqual([numbers[0], Number(numbers[0]) + 1, Number(numbers[0]) + 2]);
  });
});
