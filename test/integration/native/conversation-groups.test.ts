import { codes, C2C, fails, infoOf, ok, scene, send, untilShows } from './conversation-app.js';
import { world } from './world.js';

const here = world();

test('groups of conversations: made, filled, renamed, emptied, deleted; every instance hears of it', async () => {
  const { alice, web, aliceTold, webTold } = await scene(here);
  await send(alice, 'bob', 'x');
  await send(alice, 'alice', 'x');
  await untilShows(web, 'alice', { conv_unread_num: 0 });
  const made = await ok(alice, (client, cb) =>
    client.TIMConvCreateConversationGroup('work', ['c2c_bob', 'c2c_nobody', 'what'], cb),
  );
  expect(codes(made)).toEqual([
    ['c2c_bob', 0],
    ['c2c_nobody', 50002],
    ['what', 6017],
  ]);
  expect(await infoOf(alice, 'bob')).toMatchObject({ conv_conversation_group_array: ['work'] });
  const added = await ok(alice, (client, cb) => client.TIMConvAddConversationsToGroup('work', ['c2c_alice'], cb));
  expect(codes(added)).toEqual([['c2c_alice', 0]]);
  await ok(alice, (client, cb) => client.TIMConvRenameConversationGroup('work', 'office', cb));
  expect(await ok(alice, (client, cb) => client.TIMConvGetConversationGroupList(cb))).toEqual(['office']);
  const removed = await ok(alice, (client, cb) =>
    client.TIMConvDeleteConversationsFromGroup('office', ['c2c_bob'], cb),
  );
  expect(codes(removed)).toEqual([['c2c_bob', 0]]);
  expect(await infoOf(alice, 'alice')).toMatchObject({ conv_conversation_group_array: ['office'] });
  await ok(alice, (client, cb) => client.TIMConvDeleteConversationGroup('office', cb));
  const events = [
    ['created', 'work', ['bob']],
    ['added', 'work', ['alice']],
    ['renamed', 'work', 'office'],
    ['removed', 'office', ['bob'], 0],
    ['deleted', 'office'],
  ];
  expect(aliceTold.others).toEqual(events);
  await web.until('all', () => webTold.others.length === events.length);
  expect(webTold.others).toEqual(events);
  expect(await infoOf(web, 'alice')).toMatchObject({ conv_conversation_group_array: [] });
  expect(await ok(web, (client, cb) => client.TIMConvGetConversationGroupList(cb))).toEqual([]);
});

test('what is wrong with a group has a code of its own', async () => {
  const { alice } = await scene(here);
  await send(alice, 'bob', 'x');
  const create = (name: string, ids: string[] = ['c2c_bob']) =>
    alice.ask((client, cb) => client.TIMConvCreateConversationGroup(name, ids, cb));
  expect((await create('x'.repeat(33))).code).toBe(51011);
  expect((await create('世'.repeat(11))).code).toBe(51011);
  expect((await create('empty', [])).code).toBe(6017);
  for (let at = 0; at < 20; at += 1) expect((await create(`g${at}`)).code).toBe(0);
  expect((await create('more')).code).toBe(51010);
  expect(await fails(alice, (client, cb) => client.TIMConvDeleteConversationGroup('none', cb))).toBe(51009);
  expect(await fails(alice, (client, cb) => client.TIMConvRenameConversationGroup('none', 'x', cb))).toBe(51009);
  expect(await fails(alice, (client, cb) => client.TIMConvRenameConversationGroup('g1', 'g2', cb))).toBe(51007);
  expect(await fails(alice, (client, cb) => client.TIMConvAddConversationsToGroup('none', ['c2c_bob'], cb))).toBe(
    51009,
  );
});

test('unread messages: all that disturb, and those behind filters', async () => {
  const { alice, bob, aliceTold } = await scene(here);
  const total = () => ok(alice, (client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
  const filter = { conversation_list_filter_mark_type: 1 } as const;
  const behind = () => ok(alice, (client, cb) => client.TIMConvGetUnreadMessageCountByFilter(filter, cb));
  const told = (name: string): unknown[] => aliceTold.others.filter(([each]) => each === name);
  const count = (number: number) => ({ conv_get_total_unread_message_count_result_unread_count: number });
  await send(bob, 'alice', '1');
  await alice.untilReceived(1);
  // Nobody has asked so far.
  expect(told('total')).toEqual([]);
  expect([await total(), await behind()]).toEqual([count(1), count(0)]);
  expect(alice.client.TIMConvSubscribeUnreadMessageCountByFilter(JSON.stringify(filter))).toBe(0);
  await send(bob, 'alice', '2');
  await alice.untilReceived(2);
  await ok(alice, (client, cb) => client.TIMConvMarkConversation(['c2c_bob'], 1, true, cb));
  expect(told('total')).toEqual([['total', 2]]);
  expect(told('filtered')).toEqual([['filtered', filter, 2]]);
  await ok(alice, (client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(['bob'], 2, cb));
  expect(told('total').at(-1)).toEqual(['total', 0]);
  expect(told('filtered').at(-1)).toEqual(['filtered', filter, 0]);
  expect(await infoOf(alice, 'bob')).toMatchObject({ conv_unread_num: 2, conv_recv_opt: 2 });
  expect([await total(), await behind()]).toEqual([count(0), count(0)]);
  expect(alice.client.TIMConvUnsubscribeUnreadMessageCountByFilter(filter)).toBe(0);
  await ok(alice, (client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(['bob'], 0, cb));
  expect(told('total').at(-1)).toEqual(['total', 2]);
  expect(told('filtered')).toHaveLength(2);
});

test('receive options of users, also of those without a conversation', async () => {
  const { alice, web, bob, webTold } = await scene(here);
  await send(bob, 'alice', 'x');
  await web.untilReceived(1);
  await ok(alice, (client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(['bob', 'alice'], 3, cb));
  await web.until('it', () => webTold.shown.get('bob')?.conv_recv_opt === 3);
  const options = await ok(web, (client, cb) => client.TIMMsgGetC2CReceiveMessageOpt(['alice', 'bob', 'carol'], cb));
  expect(options).toEqual([
    { msg_recv_msg_opt_result_identifier: 'alice', msg_recv_msg_opt_result_opt: 3 },
    { msg_recv_msg_opt_result_identifier: 'bob', msg_recv_msg_opt_result_opt: 3 },
    { msg_recv_msg_opt_result_identifier: 'carol', msg_recv_msg_opt_result_opt: 0 },
  ]);
  await send(alice, 'alice', 'to myself');
  await untilShows(alice, 'alice', { conv_recv_opt: 3 });
  const set = (users: unknown[], option: number) =>
    fails(alice, (client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(users as string[], option as 0, cb));
  expect(await set(['nobody'], 1)).toBe(50001);
  expect(await set(['bob'], 4)).toBe(6017);
  expect(await set([7], 1)).toBe(6017);
  expect(
    await set(
      Array.from({ length: 31 }, (_, at) => `u${at}`),
      1,
    ),
  ).toBe(6017);
  expect(await fails(alice, (client, cb) => client.TIMMsgSetGroupReceiveMessageOpt('none', 1, cb))).toBe(10010);
  expect(await infoOf(bob, 'alice')).toMatchObject({ conv_recv_opt: 0 });
});

test('do-not-disturb of the account', async () => {
  const { alice, web, aliceTold, webTold } = await scene(here);
  const get = () => ok(web, (client, cb) => client.TIMMsgGetAllReceiveMessageOpt(cb));
  const info = (level: number, [hour, minute, second]: number[], from: number, duration: number) => ({
    msg_all_recv_msg_duration: duration,
    msg_all_recv_msg_opt_level: level,
    msg_all_recv_msg_opt_start_hour: hour,
    msg_all_recv_msg_opt_start_minute: minute,
    msg_all_recv_msg_opt_start_second: second,
    msg_all_recv_msg_opt_start_time_stamp: from,
  });
  expect(await get()).toEqual(info(0, [0, 0, 0], 0, 0));
  await ok(alice, (client, cb) => client.TIMMsgSetAllReceiveMessageOpt(2, 22, 30, 5, 7200, cb));
  const daily = info(2, [22, 30, 5], 0, 7200);
  expect(await get()).toEqual(daily);
  await ok(alice, (client, cb) => client.TIMMsgSetAllReceiveMessageOpt2(1, 1_700_000_000, 60, cb));
  const once = info(1, [0, 0, 0], 1_700_000_000, 60);
  expect(await get()).toEqual(once);
  await ok(alice, (client, cb) => client.TIMMsgSetAllReceiveMessageOpt2(1, 1_700_000_000, 60, cb));
  await web.until('two', () => webTold.others.length === 2);
  expect(webTold.others).toEqual([
    ['option', daily],
    ['option', once],
  ]);
  expect(aliceTold.others).toEqual(webTold.others);
  const set = (hour: number, minute: number, second: number, option = 1) =>
    fails(alice, (client, cb) => client.TIMMsgSetAllReceiveMessageOpt(option as 1, hour, minute, second, 60, cb));
  expect([await set(24, 0, 0), await set(0, 60, 0), await set(0, 0, 60), await set(0, 0, 0, 9)]).toEqual([
    6017, 6017, 6017, 6017,
  ]);
});

test('what can be asked of conversations needs a login', async () => {
  const server = await here.start();
  const alice = here.app(server);
  expect(alice.client.TIMConvSetDraft('bob', C2C, { draft_user_define: 'x' })).toBe(0);
  expect(await fails(alice, (client, cb) => client.TIMConvGetConvList(cb))).toBe(6014);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await ok(alice, (client, cb) => client.TIMConvGetConvList(cb))).toEqual([]);
});
