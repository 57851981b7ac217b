import { TIMConvType, TIMElemType, TIMMsgStatus, type Message, type MsgGetMsgListParam } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { logIn } from '../../support/raw-client.js';
import type { App, Answer } from './app.js';
import { textMessage } from './app.js';
import { world } from './world.js';

const { start, app } = world();
const C2C = TIMConvType.kTIMConv_C2C;
const GROUP = TIMConvType.kTIMConv_Group;

interface People {
  readonly server: TimServer;
  readonly alice: App;
  readonly bob: App;
}

async function people(): Promise<People> {
  const server = await start();
  const [alice, bob] = [app(server), app(server)];
  expect([
    await alice.login('alice', server.genUserSig('alice')),
    await bob.login('bob', server.genUserSig('bob')),
  ]).toEqual([0, 0]);
  return { server, alice, bob };
}

const texts = ({ json }: Answer): unknown[] =>
  (json as Message[]).map(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content']);

const list = (of: App, who: string, params: MsgGetMsgListParam, type: TIMConvType = C2C): Promise<Answer> =>
  of.ask((client, cb) => client.TIMMsgGetMsgList(who, type, params, cb));

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_each, at) => String(from < to ? from + at : from - at));

/** A group of these people, made behind their backs. */
async function group(server: TimServer, members: readonly string[]): Promise<string> {
  const { client } = await logIn(server, 'owner');
  const { groupId } = await client.ask('group.create', {
    id: 'team',
    type: 'Public',
    name: 'team',
    members: members.map((user) => ({ user, role: 'member' as const })),
  });
  await client.close();
  return groupId;
}

test('a conversation page by page, both ways, on both sides', async () => {
  const { alice, bob } = await people();
  for (const text of numbers(1, 25)) await alice.sendText('bob', text);
  const first = await list(bob, 'alice', { msg_getmsglist_param_count: 10 });
  expect([first.code, texts(first)]).toEqual([0, numbers(25, 16)]);
  const last = (first.json as Message[]).at(-1) ?? {};
  const second = await list(bob, 'alice', { msg_getmsglist_param_count: 10, msg_getmsglist_param_last_msg: last });
  expect(texts(second)).toEqual(numbers(15, 6));
  const newer = { msg_getmsglist_param_is_forward: true, msg_getmsglist_param_count: 3 };
  expect(texts(await list(bob, 'alice', { ...newer, msg_getmsglist_param_last_msg: last }))).toEqual(numbers(17, 19));
  const oldest = await list(alice, 'bob', { msg_getmsglist_param_is_forward: true, msg_getmsglist_param_count: 4 });
  expect(texts(oldest)).toEqual(numbers(1, 4));
  expect(texts(await list(alice, 'bob', {}))).toEqual(numbers(25, 6));
  expect(texts(await list(alice, 'nobody', { msg_getmsglist_param_count: 5 }))).toEqual([]);
});

test('more than the server tells at a time', async () => {
  const { alice, bob } = await people();
  await Promise.all(numbers(1, 130).map((text) => alice.sendText('bob', text)));
  const all = await list(bob, 'alice', { msg_getmsglist_param_count: 120 });
  expect((all.json as Message[]).map(({ message_seq: seq }) => Number(seq))).toEqual(numbers(130, 11).map(Number));
});

test('history shows messages as they arrived', async () => {
  const { alice, bob } = await people();
  const { json: sent } = await alice.sendText('bob', 'hi');
  await bob.untilReceived(1);
  const [theirs] = (await list(bob, 'alice', { msg_getmsglist_param_count: 1 })).json as Message[];
  expect(theirs).toEqual({ ...bob.received[0], message_is_read: false });
  const [ours] = (await list(alice, 'bob', { msg_getmsglist_param_count: 1 })).json as Message[];
  expect(ours).toEqual({ ...(sent as Message), message_is_peer_read: false });
});

test('by kind of element and by place', async () => {
  const { alice, bob } = await people();
  await alice.sendText('bob', 'one');
  const face = { elem_type: TIMElemType.kTIMElem_Face, face_elem_index: 1, face_elem_buf: '' };
  await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, { message_elem_array: [face] }, null, cb));
  await alice.sendText('bob', 'three');
  const faces = { msg_getmsglist_param_message_type_array: [TIMElemType.kTIMElem_Face], msg_getmsglist_param_count: 9 };
  expect((await list(bob, 'alice', faces)).json).toMatchObject([{ message_seq: 2, message_elem_array: [face] }]);
  expect(texts(await list(bob, 'alice', { msg_getmsglist_param_message_seq_array: [1, 3, 99] }))).toEqual([
    'three',
    'one',
  ]);
  expect(texts(await list(bob, 'alice', { msg_getmsglist_param_last_msg_seq: 1 }))).toEqual(['one']);
});

test('by time; a message goes before a place, and places before everything', async () => {
  const { alice, bob } = await people();
  for (const text of numbers(1, 4)) await alice.sendText('bob', text);
  await bob.untilReceived(4);
  const now = Number(bob.received.at(-1)?.message_server_time);
  const find = async (param: MsgGetMsgListParam) => texts(await list(bob, 'alice', param));
  const from = (begin: number, period: number, forward = false): MsgGetMsgListParam => ({
    msg_getmsglist_param_time_begin: begin,
    msg_getmsglist_param_time_period: period,
    msg_getmsglist_param_is_forward: forward,
  });
  expect(await find(from(now + 10, 1000))).toEqual(numbers(4, 1));
  expect(await find(from(now - 1000, 0))).toEqual([]);
  expect(await find(from(now + 1000, 10))).toEqual([]);
  expect(await find(from(now - 1000, 2000, true))).toEqual(numbers(1, 4));
  expect(await find(from(now - 1000, 10, true))).toEqual([]);
  const [, second = {}] = bob.received;
  const after = { msg_getmsglist_param_last_msg: second, msg_getmsglist_param_last_msg_seq: 4 };
  expect(await find(after)).toEqual(['1']);
  expect(await find({ msg_getmsglist_param_last_msg_seq: 2 })).toEqual(['2', '1']);
  expect(await find({ ...after, msg_getmsglist_param_message_seq_array: [3] })).toEqual(['3']);
});

test('by locator: place and random number', async () => {
  const { alice, bob } = await people();
  const { json } = await alice.sendText('bob', 'x');
  await alice.sendText('bob', 'y');
  const { message_seq: seq = 0, message_rand: rand = 0 } = json as Message;
  const find = (locators: object[]): Promise<Answer> =>
    bob.ask((client, cb) => client.TIMMsgFindByMsgLocatorList('alice', C2C, locators, cb));
  expect(texts(await find([{ message_locator_seq: seq, message_locator_rand: rand }]))).toEqual(['x']);
  expect(texts(await find([{ message_locator_seq: seq, message_locator_rand: Number(rand) + 1 }]))).toEqual([]);
  expect(texts(await find([{ message_locator_seq: 1 }, { message_locator_seq: 2 }]))).toEqual(['y', 'x']);
  expect(texts(await find([]))).toEqual([]);
});

test('history of a group is for its members only', async () => {
  const { server, alice, bob } = await people();
  const id = await group(server, ['alice']);
  const sent = await alice.ask((client, cb) => client.TIMMsgSendMessage(id, GROUP, textMessage('hello all'), null, cb));
  expect(sent).toMatchObject({ code: 0, json: { message_conv_type: GROUP, message_conv_id: id } });
  const mine = await list(alice, id, { msg_getmsglist_param_message_type_array: [TIMElemType.kTIMElem_Text] }, GROUP);
  expect(texts(mine)).toEqual(['hello all']);
  expect(await list(bob, id, {}, GROUP)).toMatchObject({ code: 10007, json: [] });
  expect(await list(bob, 'no-such-group', {}, GROUP)).toMatchObject({ code: 10010, json: [] });
});

test('deleted and cleared here, there for the other; on other instances too', async () => {
  const { server, alice, bob } = await people();
  const web = app(server, { sdk_config_platform: 'Web' });
  expect(await web.login('bob', server.genUserSig('bob'))).toBe(0);
  for (const text of numbers(1, 5)) await alice.sendText('bob', text);
  await bob.untilReceived(5);
  const [one, two, three] = bob.received as [Message, Message, Message];
  const everywhere = { msg_delete_param_msg: two, msg_delete_param_is_ramble: true };
  const deleted = await bob.ask((client, cb) => client.TIMMsgDelete('alice', C2C, everywhere, cb));
  expect(deleted).toEqual({ code: 0, desc: '', json: undefined });
  expect((await bob.ask((client, cb) => client.TIMMsgListDelete('alice', C2C, [one, three], cb))).code).toBe(0);
  for (const instance of [bob, web]) expect(texts(await list(instance, 'alice', {}))).toEqual(['5', '4']);
  expect(texts(await list(alice, 'bob', {}))).toEqual(numbers(5, 1));
  expect((await web.ask((client, cb) => client.TIMMsgClearHistoryMessage('alice', C2C, cb))).code).toBe(0);
  for (const instance of [bob, web]) expect(texts(await list(instance, 'alice', {}))).toEqual([]);
  await alice.sendText('bob', 'new');
  expect(texts(await list(bob, 'alice', {}))).toEqual(['new']);
  const unsent = await bob.ask((client, cb) => client.TIMMsgListDelete('alice', C2C, [textMessage('local')], cb));
  expect(unsent.code).toBe(6017);
  const many = Array.from({ length: 51 }, () => one);
  expect((await bob.ask((client, cb) => client.TIMMsgListDelete('alice', C2C, many, cb))).code).toBe(6017);
});

test('merged messages are read by whoever got them, layer by layer', async () => {
  const { alice, bob } = await people();
  for (const text of ['one', 'two']) await bob.sendText('alice', text);
  await alice.untilReceived(2);
  const inner = {
    elem_type: TIMElemType.kTIMElem_Merge,
    merge_elem_title: 'inner',
    merge_elem_message_array: alice.received,
  };
  const outer = {
    elem_type: TIMElemType.kTIMElem_Merge,
    merge_elem_title: 'outer',
    merge_elem_abstract_array: ['bob: one', 'bob: two'],
    merge_elem_compatible_text: 'please update',
    merge_elem_message_array: [alice.received[0], { ...alice.received[1], message_elem_array: [inner] }],
  };
  const message = JSON.stringify({ message_elem_array: [outer] }, (_key, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
  const sent = await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, message, null, cb));
  expect(sent.code).toBe(0);
  await bob.untilReceived(1);
  const [merged] = bob.received as [Message];
  expect(merged.message_elem_array).toMatchObject([
    {
      merge_elem_title: 'outer',
      merge_elem_abstract_array: ['bob: one', 'bob: two'],
      merge_elem_compatible_text: 'please update',
    },
  ]);
  const download = (given: Message): Promise<Answer> =>
    bob.ask((client, cb) => client.TIMMsgDownloadMergerMessage(given, cb));
  const { code, json } = await download(merged);
  const [first, second] = json as [Message, Message];
  expect([code, first]).toMatchObject([
    0,
    { message_sender: 'bob', message_is_from_self: true, message_elem_array: [{ text_elem_content: 'one' }] },
  ]);
  expect(texts(await download(second))).toEqual(['one', 'two']);
  expect(await download(textMessage('nothing merged'))).toMatchObject({ code: 6017, json: [] });
});

test('a message that was taken back stays in the list without its content', async () => {
  const { alice, bob } = await people();
  const { json } = await alice.sendText('bob', 'oh no');
  const revoked = await alice.ask((client, cb) => client.TIMMsgRevoke('bob', C2C, json as Message, cb));
  expect(revoked.code).toBe(0);
  expect((await list(bob, 'alice', {})).json).toMatchObject([
    {
      message_status: TIMMsgStatus.kTIMMsg_Revoked,
      message_elem_array: [],
      message_revoker_user_id: 'alice',
      message_msg_id: (json as Message).message_msg_id,
    },
  ]);
});
