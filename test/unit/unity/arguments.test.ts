import { StringBuilder, TIMResult } from 'tim-node';
import { toArgument } from '../../../lib/sdk/src/facade/unity/arguments.js';
import { unityWorld } from './world.js';

describe('arguments', () => {
  test('members that are null are as good as absent, at any depth', () => {
    const given = { a: null, b: { c: null, d: [{ e: null, f: 1 }, null] }, g: undefined, h: 18446744073709551615n };
    expect(toArgument(given)).toEqual({ b: { d: [{ f: 1 }, null] }, g: undefined, h: 18446744073709551615n });
    expect(given.a).toBeNull();
  });

  test.each<[string, unknown]>([
    ['a text', '{"a":null}'],
    ['a number', 7],
    ['a bigint', 7n],
    ['null', null],
    ['nothing', undefined],
    ['a StringBuilder', new StringBuilder()],
    ['bytes', Buffer.alloc(3)],
    ['a date', new Date(0)],
  ])('%s stays what it is', (_name, value) => {
    expect(toArgument(value)).toBe(value);
  });

  test('what is nested too deep, or in a circle, is refused like in the C style', () => {
    const { unity } = unityWorld();
    const circle: Record<string, unknown> = {};
    circle['message_cloud_custom_str'] = circle;
    expect(unity.MsgSendMessage('bob', 1, circle, null)).toBe(TIMResult.TIM_ERR_JSON);
    let deep: unknown = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
    expect(unity.MsgSendMessage('bob', 1, deep as object, null)).toBe(TIMResult.TIM_ERR_JSON);
  });

  test('a message whose unused fields are null', async () => {
    const { unity, clock } = unityWorld();
    const seen: unknown[] = [];
    const message = {
      message_elem_array: [{ elem_type: 0, text_elem_content: 'hi', face_elem_buf: null }],
      message_sender: null,
      message_cloud_custom_str: null,
    };
    const id = new StringBuilder(128);
    expect(
      unity.MsgSendMessage('bob', 1, message as object, id, (code, _desc, sent) => {
        seen.push(code, sent?.message_elem_array);
      }),
    ).toBe(0);
    await clock.settle();
    expect(seen).toEqual([6013, [expect.objectContaining({ text_elem_content: 'hi' })]]);
    expect(id.ToString()).not.toBe('');
  });

  test('a draft and a filter, which have no callback', () => {
    const { unity } = unityWorld();
    expect(unity.ConvSetDraft('bob', 1, { draft_user_define: 'x', draft_msg: null } as object)).toBe(
      unity.ConvSetDraft('bob', 1, { draft_user_define: 'x' }),
    );
    expect(unity.ConvSubscribeUnreadMessageCountByFilter('{bad')).toBe(TIMResult.TIM_ERR_JSON);
  });
});
