/* eslint-disable @typescript-eslint/no-deprecated -- the older functions must work all the same */
import { TIMConvType, type ConvInfo, type TIMConversationListResult } from 'tim-node';
import { logIn } from '../../support/raw-client.js';
import { listen, C2C, codes, fails, infoOf, listOf, ok, scene, send, untilShows } from './conversation-app.js';
import { world } from './world.js';

const here = world();

const KEYS = [
  'conv_active_time',
  'conv_c2c_read_timestamp',
  'conv_conversation_group_array',
  'conv_custom_data',
  'conv_draft',
  'conv_face_url',
  'conv_group_at_info_array',
  'conv_group_read_sequence',
  'conv_group_type',
  'conv_id',
  'conv_is_has_draft',
  'conv_is_has_lastmsg',
  'conv_is_pinned',
  'conv_last_msg',
  'conv_mark_array',
  'conv_owner',
  'conv_recv_opt',
  'conv_show_name',
  'conv_type',
  'conv_unread_num',
];

test('a message makes a conversation on both sides and in both instances, with every key', async () => {
  const { alice, web, bob, aliceTold, webTold, bobTold } = await scene(here);
  const sent = await send(alice, 'bob', 'hi');
  await web.until('it', () => webTold.events.includes('add bob'));
  await bob.until('it', () => bobTold.events.includes('add alice'));
  expect(aliceTold.events[0]).toBe('add bob');
  const [mine] = await listOf(alice);
  expect(Object.keys(mine ?? {})).toEqual(KEYS);
  expect(mine).toMatchObject({
    conv_id: 'bob',
    conv_type: C2C,
    conv_show_name: 'bob',
    conv_unread_num: 0,
    conv_active_time: sent.message_server_time,
    conv_is_has_lastmsg: true,
    conv_is_has_draft: false,
    conv_is_pinned: false,
    conv_recv_opt: 0,
    conv_mark_array: [],
    conv_group_at_info_array: [],
    conv_conversation_group_array: [],
  });
  expect(mine?.conv_last_msg).toEqual(sent);
  expect(await listOf(web)).toEqual([mine]);
  expect(await listOf(bob)).toMatchObject([
    {
      conv_id: 'alice',
      conv_unread_num: 1,
      conv_last_msg: { message_conv_id: 'alice', message_seq: sent.message_seq, message_is_read: false },
    },
  ]);
});

test('a list of what was there before, names included, comes right with the login', async () => {
  const { server, bob, alice } = await scene(here);
  const carol = here.app(server);
  expect(await carol.login('carol', server.genUserSig('carol'))).toBe(0);
  for (let text = 0; text < 3; text += 1) await send(alice, 'carol', `${text}`);
  await send(bob, 'carol', 'hello');
  expect(await carol.logout()).toBe(0);
  const again = here.app(server);
  const told = listen(again);
  const login = again.begin((client, cb) => client.TIMLogin('carol', server.genUserSig('carol'), cb));
  await login.outcome;
  const list = await listOf(again);
  expect(list.map(({ conv_id: id, conv_unread_num: unread }) => [id, unread]).sort()).toEqual([
    ['alice', 3],
    ['bob', 1],
  ]);
  await again.until('the end', () => told.events.includes('finish'));
  expect(told.events[0]).toBe('start');
  expect(told.shown.size).toBe(2);
});

test('reading: both instances and the other one hear of it', async () => {
  const { alice, web, bob, bobTold, webTold } = await scene(here);
  const first = await send(bob, 'alice', '1');
  await send(bob, 'alice', '2');
  await alice.untilReceived(2);
  await ok(alice, (client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
  await ok(web, (client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
  await ok(alice, (client, cb) => client.TIMMsgReportReaded('bob', C2C, first, cb));
  expect(await infoOf(alice, 'bob')).toMatchObject({ conv_unread_num: 1, conv_last_msg: { message_is_read: false } });
  await untilShows(web, 'bob', { conv_unread_num: 1 });
  await ok(web, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_bob', 0, 0, cb));
  expect(await infoOf(web, 'bob')).toMatchObject({
    conv_unread_num: 0,
    conv_c2c_read_timestamp: (await infoOf(web, 'bob'))?.conv_last_msg?.message_server_time,
    conv_last_msg: { message_is_read: true },
  });
  await untilShows(alice, 'bob', { conv_unread_num: 0 });
  await bob.until('two receipts', () => bobTold.others.filter(([name]) => name === 'read').length === 2);
  expect(bobTold.others[0]).toEqual([
    'read',
    [
      {
        msg_receipt_conv_id: 'alice',
        msg_receipt_conv_type: C2C,
        msg_receipt_is_peer_read: true,
        msg_receipt_msg_id: '',
        msg_receipt_read_count: 0,
        msg_receipt_time_stamp: first.message_server_time,
        msg_receipt_unread_count: 0,
      },
    ],
  ]);
  expect(await infoOf(bob, 'alice')).toMatchObject({ conv_last_msg: { message_is_peer_read: true } });
  expect(webTold.others).toEqual([
    ['total', 1],
    ['total', 0],
  ]);
});

test('reading everything: of a kind, of all, and by time', async () => {
  const { server, alice, web, bob } = await scene(here);
  const carol = here.app(server);
  expect(await carol.login('carol', server.genUserSig('carol'))).toBe(0);
  const unread = async (): Promise<unknown> =>
    (await listOf(alice)).map(({ conv_id: id, conv_unread_num: count }) => `${id} ${String(count)}`).sort();
  const round = async (): Promise<void> => {
    const before = alice.received.length;
    await send(bob, 'alice', 'x');
    await send(carol, 'alice', 'x');
    await alice.untilReceived(before + 2);
    expect(await unread()).toEqual(['bob 1', 'carol 1']);
  };
  await round();
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('group', 0, 0, cb));
  expect(await unread()).toEqual(['bob 1', 'carol 1']);
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c', 0, 0, cb));
  expect(await unread()).toEqual(['bob 0', 'carol 0']);
  await untilShows(web, 'carol', { conv_unread_num: 0 });
  await round();
  await ok(alice, (client, cb) => client.TIMMsgMarkAllMessageAsRead(cb));
  expect(await unread()).toEqual(['bob 0', 'carol 0']);
  await round();
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('', 0, 0, cb));
  await round();
  await ok(alice, (client, cb) => client.TIMMsgReportReaded('', C2C, null, cb));
  await round();
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_bob', 1, 0, cb));
  expect(await unread()).toEqual(['bob 1', 'carol 1']);
  const now = Math.floor(Date.now() / 1000) + 10;
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_bob', now, 0, cb));
  expect(await unread()).toEqual(['bob 0', 'carol 1']);
  expect(await fails(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('bob', 0, 0, cb))).toBe(
    6017,
  );
});

test('pin, marks and custom data: in every instance, and not with the other one', async () => {
  const { alice, web, bob, webTold } = await scene(here);
  await send(bob, 'alice', 'hi');
  await web.untilReceived(1);
  await ok(alice, (client, cb) => client.TIMConvPinConversation('bob', C2C, true, cb));
  const custom = await ok(alice, (client, cb) =>
    client.TIMConvSetConversationCustomData(['c2c_bob', 'c2c_nobody', 'bob'], '{"x":"世"}', cb),
  );
  expect(codes(custom)).toEqual([
    ['c2c_bob', 0],
    ['c2c_nobody', 50002],
    ['bob', 6017],
  ]);
  const marks = (1n << 63n) | 5n;
  const marked = await ok(alice, (client, cb) => client.TIMConvMarkConversation(['c2c_bob'], marks, true, cb));
  expect(codes(marked)).toEqual([['c2c_bob', 0]]);
  await ok(alice, (client, cb) => client.TIMConvMarkConversation(['c2c_bob'], 4, false, cb));
  const changed = {
    conv_is_pinned: true,
    conv_custom_data: '{"x":"世"}',
    conv_mark_array: [1, 1n << 63n],
  };
  expect(await infoOf(alice, 'bob')).toMatchObject(changed);
  await web.until('all', () => webTold.shown.get('bob')?.conv_mark_array?.length === 2);
  expect(await infoOf(web, 'bob')).toMatchObject(changed);
  expect(await infoOf(bob, 'alice')).toMatchObject({
    conv_is_pinned: false,
    conv_custom_data: '',
    conv_mark_array: [],
  });
  expect(await fails(alice, (client, cb) => client.TIMConvPinConversation('nobody', C2C, true, cb))).toBe(50002);
  expect(await fails(alice, (client, cb) => client.TIMConvMarkConversation(['c2c_bob'], 1 << 5, true, cb))).toBe(6017);
  const many = Array.from({ length: 101 }, (_, at) => `c2c_u${at}`);
  expect(await fails(alice, (client, cb) => client.TIMConvMarkConversation(many, 1, true, cb))).toBe(51006);
  const long = 'x'.repeat(257);
  expect(await fails(alice, (client, cb) => client.TIMConvSetConversationCustomData(['c2c_bob'], long, cb))).toBe(6017);
});

test('pinned ones come first, then the newest; a draft counts as new', async () => {
  const { server, alice } = await scene(here);
  await here.app(server).login('carol', server.genUserSig('carol'));
  await here.app(server).login('dave', server.genUserSig('dave'));
  for (const to of ['bob', 'carol', 'dave']) await send(alice, to, 'x');
  await ok(alice, (client, cb) => client.TIMConvPinConversation('bob', C2C, true, cb));
  const later = Math.floor(Date.now() / 1000) + 100;
  const draft = { draft_edit_time: later, draft_user_define: 'u', draft_msg: { message_elem_array: [] } };
  expect(alice.client.TIMConvSetDraft('carol', C2C, draft)).toBe(0);
  const list = await listOf(alice);
  expect(list.map(({ conv_id: id }) => id)).toEqual(['bob', 'carol', 'dave']);
});

test('drafts: here only, until they are cancelled', async () => {
  const { alice, web, aliceTold } = await scene(here);
  await send(alice, 'bob', 'hi');
  await web.until('it', async () => (await listOf(web)).length === 1);
  aliceTold.events.splice(0);
  const text = { message_elem_array: [{ elem_type: 0, text_elem_content: 'I was about to' }] };
  const draft = JSON.stringify({ draft_edit_time: 7, draft_user_define: 'mine', draft_msg: text });
  expect(alice.client.TIMConvSetDraft('bob', C2C, draft)).toBe(0);
  expect(aliceTold.events.splice(0)).toEqual(['update bob']);
  expect(await infoOf(alice, 'bob')).toMatchObject({
    conv_is_has_draft: true,
    conv_draft: { draft_edit_time: 7, draft_user_define: 'mine', draft_msg: text },
  });
  await send(alice, 'bob', 'more');
  expect(await infoOf(alice, 'bob')).toMatchObject({ conv_is_has_draft: true });
  expect(await infoOf(web, 'bob')).toMatchObject({ conv_is_has_draft: false });
  expect(alice.client.TIMConvCancelDraft('bob', C2C)).toBe(0);
  expect(await infoOf(alice, 'bob')).toMatchObject({ conv_is_has_draft: false, conv_draft: { draft_edit_time: 0 } });
  expect(alice.client.TIMConvCancelDraft('', C2C)).toBe(-4);
});

test('deleting: the list, the messages, and the way back with the next message', async () => {
  const { alice, web, bob, aliceTold, webTold } = await scene(here);
  await send(bob, 'alice', 'one');
  await web.untilReceived(1);
  await ok(alice, (client, cb) => client.TIMConvDelete('bob', C2C, cb));
  expect(await listOf(alice)).toEqual([]);
  expect(aliceTold.events.at(-1)).toBe('del bob');
  await web.until('it', () => webTold.events.at(-1) === 'del bob');
  expect(await listOf(bob)).toHaveLength(1);
  await send(bob, 'alice', 'two');
  await untilShows(alice, 'bob', { conv_unread_num: 1 });
  await untilShows(web, 'bob', { conv_unread_num: 1 });
  const kept = await ok(web, (client, cb) =>
    client.TIMConvDeleteConversationList(['c2c_bob', 'c2c_nobody'], false, cb),
  );
  expect(codes(kept)).toEqual([
    ['c2c_bob', 0],
    ['c2c_nobody', 50002],
  ]);
  await alice.until('it', async () => (await listOf(alice)).length === 0);
  expect(await fails(alice, (client, cb) => client.TIMConvDelete('nobody', C2C, cb))).toBe(50002);
});

test('pages behind a filter: nothing twice and nothing left out, whatever happens in between', async () => {
  const { server, alice, bob } = await scene(here);
  const users = ['c', 'd', 'e', 'f'];
  for (const user of users) await here.app(server).login(user, server.genUserSig(user));
  for (const user of users) await send(alice, user, 'x');
  await send(bob, 'alice', 'x');
  await alice.untilReceived(1);
  const page = async (filter: object, next: number | bigint, count: number): Promise<TIMConversationListResult> =>
    (await ok(alice, (client, cb) =>
      client.TIMConvGetConversationListByFilter(filter, next, count, cb),
    )) as TIMConversationListResult;
  const ids = ({ conversation_list_result_conv_list: list = [] }: TIMConversationListResult): unknown[] =>
    list.map(({ conv_id: id }: ConvInfo) => id);
  const seen: unknown[] = [];
  let next = 0n;
  do {
    const result: TIMConversationListResult = await page({}, next, 2);
    seen.push(...ids(result));
    next = BigInt(result.conversation_list_result_next_seq ?? 0);
    expect(result.conversation_list_result_is_finished).toBe(next === 0n);
    await send(alice, 'c', 'moves to the front');
  } while (next !== 0n);
  expect(seen.sort()).toEqual(['bob', 'c', 'd', 'e', 'f']);
  await ok(alice, (client, cb) => client.TIMConvMarkConversation(['c2c_c', 'c2c_d'], 1, true, cb));
  await ok(alice, (client, cb) => client.TIMConvCreateConversationGroup('g', ['c2c_d', 'c2c_e'], cb));
  const count = async (filter: object): Promise<unknown[]> => ids(await page(filter, 0, 100)).sort();
  expect(await count({ conversation_list_filter_mark_type: 1 })).toEqual(['c', 'd']);
  expect(await count({ conversation_list_filter_mark_type: 0 })).toEqual(['bob', 'e', 'f']);
  expect(await count({ conversation_list_filter_conversation_group: 'g' })).toEqual(['d', 'e']);
  expect(await count({ conversation_list_filter_conversation_group: '' })).toEqual(['bob', 'c', 'f']);
  expect(await count({ conversation_list_filter_has_unread_count: true })).toEqual(['bob']);
  expect(await count({ conversation_list_filter_has_group_at_info: true })).toEqual([]);
  expect(await count({ conversation_list_filter_conv_type: 2 })).toEqual([]);
  expect(await count({ conversation_list_filter_conv_type: 1, conversation_list_filter_mark_type: 1 })).toEqual([
    'c',
    'd',
  ]);
  expect(await fails(alice, (client, cb) => client.TIMConvGetConversationListByFilter({}, 12345, 1, cb))).toBe(6017);
});

test('a group with a new name or another owner has it in the list of every member', async () => {
  const { server, alice, web, bob, webTold, bobTold } = await scene(here);
  const { client } = await logIn(server, 'alice', { platform: 'Android' });
  await client.ask('group.create', {
    id: 'club',
    type: 'Public',
    name: 'Club',
    members: [{ user: 'bob', role: 'member' }],
  });
  const Group = TIMConvType.kTIMConv_Group;
  for (const one of [alice, web, bob])
    await untilShows(one, 'club', { conv_show_name: 'Club', conv_owner: 'alice' }, Group);
  await client.ask('group.modify', { groupId: 'club', name: 'The Club', faceUrl: 'https://face', owner: 'bob' });
  const expected = { conv_show_name: 'The Club', conv_face_url: 'https://face', conv_owner: 'bob' };
  for (const one of [alice, web, bob]) await untilShows(one, 'club', expected, Group);
  for (const { shown } of [webTold, bobTold]) expect(shown.get('club')).toMatchObject(expected);
});
