import { createClient, type Message, type TimClient } from 'tim-node';
import { checked, EVENTS, nativeApi, RESULTS } from '../../support/checked-client.js';
import { problemsOf } from '../../support/native-structs.js';

/**
 * The native tests of `test/integration` use a client that compares the JSON of every callback with the structures of
 * the native API. Here: that it knows all of them, and that it notices what is wrong.
 */

const modules = ['message', 'conversation'];
const params = nativeApi.functions
  .filter(({ module }) => modules.includes(module))
  .flatMap(({ name, params: all }) => all.map(({ type }) => ({ name, type })))
  .filter(({ type }) => type.endsWith('Callback'));

test('there is a structure for the answer of every function and for every event', () => {
  const answers = params.filter(({ type }) => type === 'TIMCommCallback').map(({ name }) => name);
  expect(answers.filter((name) => RESULTS[name] === undefined)).toEqual([]);
  const events = params.map(({ type }) => type).filter((type) => type !== 'TIMCommCallback');
  expect(events.filter((type) => EVENTS[type] === undefined)).toEqual([]);
  expect([answers.length, new Set(events).size]).toEqual([60, 19]);
});

test('the table names parameters that are there, and structures that are known', () => {
  for (const [type, shapes] of Object.entries(EVENTS)) {
    const named = nativeApi.callbacks.find(({ name }) => name === type)?.params.map(({ name }) => name);
    expect([type, named]).toEqual([type, expect.arrayContaining(Object.keys(shapes))]);
  }
  const shapes = [...Object.values(RESULTS), ...Object.values(EVENTS).flatMap((each) => Object.values(each))];
  for (const shape of new Set(shapes)) expect(() => problemsOf(shape, shape.endsWith('[]') ? [{}] : {})).not.toThrow();
});

/** A message as the library makes it, without a login. */
function message(): Promise<Message> {
  return new Promise((resolve) => {
    const given = { message_elem_array: [{ elem_type: 0, text_elem_content: 'x' }] };
    createClient().TIMMsgSendMessage('bob', 1, given, null, (_code, _desc, json) => {
      resolve(JSON.parse(json) as Message);
    });
  });
}

test('a key too few or too many, and a value of another type, are noticed at any depth', async () => {
  const whole = await message();
  const { message_seq: seq, ...less } = whole;
  expect(seq).toBe(0);
  expect(problemsOf('Message', whole)).toEqual([]);
  expect(problemsOf('Message[]', [whole, less])).toEqual(['Message[1].message_seq is missing']);
  expect(problemsOf('Message', less, true)).toEqual([]);
  const of = (changed: object): string[] => problemsOf('Message', { ...whole, ...changed });
  expect(of({ message_more: 1 })).toEqual(['Message.message_more belongs to no Message']);
  expect(of({ message_seq: '1' })).toEqual(['Message.message_seq is no uint64: "1"']);
  expect(of({ message_seq: 2 ** 53 })).toHaveLength(1);
  expect(of({ message_seq: 2n ** 64n - 1n })).toEqual([]);
  expect(of({ message_seq: -1 })).toHaveLength(1);
  expect(of({ message_is_read: 1 })).toEqual(['Message.message_is_read is no bool: 1']);
  expect(of({ message_status: 99 })).toEqual(['Message.message_status is no TIMMsgStatus: 99']);
  expect(of({ message_sender_profile: {} })).toHaveLength(4);
  expect(of({ message_elem_array: [{ elem_type: 0 }] })).toEqual([
    'Message.message_elem_array[0] (TextElem).text_elem_content is missing',
  ]);
  expect(of({ message_elem_array: [{ elem_type: 42 }] })).toEqual(['Message.message_elem_array[0].elem_type is 42']);
  expect(of({ message_conv_type: 2 })).toEqual(['Message.message_sender_group_member_info is missing']);
  expect(of({ message_group_at_user_array: [1] })).toHaveLength(1);
  expect(problemsOf('nothing', {})).toHaveLength(1);
  expect(problemsOf('Message[]', undefined)).toHaveLength(1);
  expect(problemsOf('Message[]', {})).toHaveLength(1);
});

test('a client tells what its callbacks get; a callback stays one and the same', () => {
  const added: unknown[] = [];
  const removed: unknown[] = [];
  type Told = (code: number, desc: string, json: string) => void;
  const fake = {
    TIMAddRecvNewMsgCallback: (cb: unknown) => added.push(cb),
    TIMRemoveRecvNewMsgCallback: (cb: unknown) => removed.push(cb),
    TIMConvGetConversationGroupList: (cb: Told) => {
      cb(0, '', '["a",1]');
      cb(6014, 'not logged in', '');
    },
    TIMSetMsgElemUploadProgressCallback: (cb: (json: string, ...numbers: unknown[]) => void) => {
      cb('{}', 0, -1, 1);
    },
  };
  const problems: string[] = [];
  const client = checked(fake as unknown as TimClient, (problem) => problems.push(problem));
  const [callback, heard]: [() => void, unknown[]] = [() => undefined, []];
  client.TIMAddRecvNewMsgCallback(callback);
  client.TIMRemoveRecvNewMsgCallback(callback);
  expect([added, added]).toEqual([[expect.any(Function)], removed]);
  client.TIMConvGetConversationGroupList((...args) => heard.push(args));
  expect(heard).toEqual([
    [0, '', '["a",1]'],
    [6014, 'not logged in', ''],
  ]);
  expect(problems.splice(0)).toEqual(['TIMConvGetConversationGroupList: string[1] is no text: 1']);
  client.TIMSetMsgElemUploadProgressCallback(callback);
  expect(problems).toContain('TIMSetMsgElemUploadProgressCallback: cur_size: uint is no uint32: -1');
});
