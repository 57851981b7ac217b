/* eslint-disable @typescript-eslint/no-deprecated -- the older functions must work all the same */
import {
  kImSDK_MessageAtALL as EVERYBODY,
  TIMGroupAtType,
  type ConvInfo,
  type GroupBaseInfo,
  type Message,
} from 'tim-node';
import { cast, GROUP, team, type Player } from './cast.js';
import { codes } from './conversation-app.js';
import { textMessage } from './app.js';
import { world } from './world.js';

/* Conversations of groups, as every instance of their members sees them. */

const here = world();
const id = 'group_team';

const unreadOf = (count: number) => ({ conv_get_total_unread_message_count_result_unread_count: count });
const total = (player: Player) => player.ok((client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
const clean = (player: Player, seq: number, conversation = id) =>
  player.ok((client, cb) => client.TIMConvCleanConversationUnreadMessageCount(conversation, 0, seq, cb));

test('a group is in the list of every member, with its name and the message that was last', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, aliceWeb, bob, bobWeb } = people;
  const sent = await alice.send('team', GROUP, 'second');
  const shared = {
    conv_id: 'team',
    conv_type: GROUP,
    conv_group_type: 0,
    conv_owner: 'alice',
    conv_show_name: 'The Team',
    conv_recv_opt: 0,
    conv_is_has_lastmsg: true,
    conv_c2c_read_timestamp: 0,
    conv_group_at_info_array: [],
  };
  for (const player of [alice, aliceWeb]) {
    await player.untilShows('team', GROUP, { ...shared, conv_unread_num: 0 });
    expect(await player.conversation('team', GROUP)).toMatchObject({
      conv_last_msg: { message_seq: sent.message_seq },
    });
  }
  for (const player of [bob, bobWeb]) {
    await player.untilShows('team', GROUP, { ...shared, conv_unread_num: 2 });
    const { conv_last_msg: last } = (await player.conversation('team', GROUP)) ?? {};
    expect(last).toEqual({ ...(await player.received(sent)), message_is_read: false });
    expect(await total(player)).toEqual(unreadOf(2));
  }
});

test('read up to a place, up to a message, and all of it: in both instances, and nobody else hears of it', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, aliceWeb, bob, bobWeb } = people;
  await total(bobWeb);
  const [one, two, three] = [
    await alice.send('team', GROUP, 'one'),
    await alice.send('team', GROUP, 'two'),
    await alice.send('team', GROUP, 'three'),
  ];
  for (const player of [bob, bobWeb]) await player.untilShows('team', GROUP, { conv_unread_num: 4 });
  const shown = async (unread: number, readSeq: Message['message_seq']): Promise<void> => {
    const expected = { conv_unread_num: unread, conv_group_read_sequence: readSeq };
    for (const player of [bob, bobWeb]) await player.untilShows('team', GROUP, expected);
  };
  await clean(bob, Number(one.message_seq));
  await shown(2, one.message_seq);
  await bobWeb.ok((client, cb) => client.TIMMsgReportReaded('team', GROUP, two, cb));
  await shown(1, two.message_seq);
  await clean(bob, 0);
  await shown(0, three.message_seq);
  expect((await bobWeb.conversation('team', GROUP))?.conv_last_msg).toMatchObject({ message_is_read: true });
  expect((await bobWeb.until('ConvTotalUnreadMessageCountChanged', 3)).slice(-3)).toEqual([[2], [1], [0]]);

  await alice.send('team', GROUP, 'four');
  await shown(1, three.message_seq);
  await clean(bob, 0, 'c2c');
  await clean(bobWeb, 0, 'group');
  for (const player of [bob, bobWeb]) await player.untilShows('team', GROUP, { conv_unread_num: 0 });
  await alice.send('team', GROUP, 'five');
  await bob.untilShows('team', GROUP, { conv_unread_num: 1 });
  await bob.ok((client, cb) => client.TIMMsgMarkAllMessageAsRead(cb));
  await bobWeb.untilShows('team', GROUP, { conv_unread_num: 0 });
  // In groups only receipts tell who has read a message.
  for (const player of [alice, aliceWeb]) expect(player.of('MsgReadedReceipt')).toEqual([]);
});

test('who is mentioned sees where, in both instances, until he has read it', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, aliceWeb, bob, bobWeb } = people;
  const mention = (...users: string[]) =>
    alice.send('team', GROUP, { ...textMessage('look'), message_group_at_user_array: users });
  const [me, all, both] = [await mention('bob'), await mention(EVERYBODY), await mention('bob', EVERYBODY)];
  const { kTIMGroup_At_Me: toMe, kTIMGroup_At_All: toAll, kTIMGroup_At_All_At_ME: toBoth } = TIMGroupAtType;
  const infos = [
    { conv_group_at_info_at_type: toMe, conv_group_at_info_seq: me.message_seq },
    { conv_group_at_info_at_type: toAll, conv_group_at_info_seq: all.message_seq },
    { conv_group_at_info_at_type: toBoth, conv_group_at_info_seq: both.message_seq },
  ];
  const mentioned = { conversation_list_filter_has_group_at_info: true };
  for (const player of [bob, bobWeb]) {
    await player.untilShows('team', GROUP, { conv_group_at_info_array: infos });
    const list = await player.ok((client, cb) => client.TIMConvGetConversationListByFilter(mentioned, 0, 10, cb));
    expect(list).toMatchObject({ conversation_list_result_conv_list: [{ conv_id: 'team' }] });
  }
  for (const player of [alice, aliceWeb]) {
    await player.untilShows('team', GROUP, { conv_group_at_info_array: [] });
  }
  expect(await bobWeb.received(both)).toMatchObject({ message_group_at_user_array: ['bob', EVERYBODY] });
  await clean(bob, Number(me.message_seq));
  await bobWeb.untilShows('team', GROUP, { conv_group_at_info_array: infos.slice(1) });
  await clean(bobWeb, 0);
  await bob.untilShows('team', GROUP, { conv_group_at_info_array: [] });
});

test('a message for some of the members is seen by these, is the last one for them, and does not count as unread', async () => {
  const people = await cast(here);
  const { alice, aliceWeb, bob, bobWeb, enter } = people;
  const carol = await enter('carol');
  await team(people, ['bob', 'carol']);
  const given = { ...textMessage('for bob'), message_target_group_member_array: ['bob'] };
  const sent = await alice.send('team', GROUP, given);
  for (const player of [aliceWeb, bob, bobWeb]) await player.received(sent);
  for (const player of [bob, bobWeb]) {
    await player.untilShows('team', GROUP, { conv_unread_num: 1 });
    expect(await player.conversation('team', GROUP)).toMatchObject({
      conv_last_msg: { message_seq: sent.message_seq },
    });
  }
  // Nor after everything is loaded anew.
  const again = await enter('bob', { sdk_config_platform: 'iPad' });
  await again.untilShows('team', GROUP, { conv_unread_num: 1 });
  const end = await alice.send('team', GROUP, 'end');
  await carol.received(end);
  expect(await carol.texts('team', GROUP)).toEqual(['end', 'hello', undefined]);
  expect((await bobWeb.texts('team', GROUP)).slice(0, 3)).toEqual(['end', 'for bob', 'hello']);
  await clean(bob, Number(sent.message_seq));
  for (const player of [bob, bobWeb, again]) await player.untilShows('team', GROUP, { conv_unread_num: 1 });
  const both = { ...given, message_group_at_user_array: ['bob'] };
  expect(await alice.fails((client, cb) => client.TIMMsgSendMessage('team', GROUP, both, null, cb))).toBe(6017);
});

test('what is received from a group is set for the account, and told with the group', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, bob, bobWeb } = people;
  await total(bob);
  const set = (option: number) =>
    bob.ok((client, cb) => client.TIMMsgSetGroupReceiveMessageOpt('team', option as 0, cb));
  await set(2);
  for (const player of [bob, bobWeb]) {
    await player.untilShows('team', GROUP, { conv_recv_opt: 2 });
    const groups = await player.ok((client, cb) => client.TIMGroupGetJoinedGroupList(cb));
    expect((groups as GroupBaseInfo[])[0]).toMatchObject({ group_base_info_msg_flag: 2 });
    expect(await total(player)).toEqual(unreadOf(0));
  }
  expect(await alice.conversation('team', GROUP)).toMatchObject({ conv_recv_opt: 0 });
  const quiet = await alice.send('team', GROUP, 'does not disturb');
  await bobWeb.received(quiet);
  await bob.untilShows('team', GROUP, { conv_unread_num: 2 });
  await set(0);
  await bobWeb.untilShows('team', GROUP, { conv_recv_opt: 0 });
  expect(await total(bobWeb)).toEqual(unreadOf(2));
  expect(bob.of('ConvTotalUnreadMessageCountChanged').at(-1)).toEqual([2]);
});

test('pinned, marked, kept with data and in a group of conversations, by one of its members only', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, bob, bobWeb } = people;
  await bob.ok((client, cb) => client.TIMConvPinConversation('team', GROUP, true, cb));
  const marked = await bob.ok((client, cb) => client.TIMConvMarkConversation([id, 'group_none'], 2, true, cb));
  expect(codes(marked)).toEqual([
    [id, 0],
    ['group_none', 50002],
  ]);
  await bob.ok((client, cb) => client.TIMConvSetConversationCustomData([id], 'mine', cb));
  await bob.ok((client, cb) => client.TIMConvCreateConversationGroup('work', [id], cb));
  const changed = {
    conv_is_pinned: true,
    conv_mark_array: [2],
    conv_custom_data: 'mine',
    conv_conversation_group_array: ['work'],
  };
  for (const player of [bob, bobWeb]) await player.untilShows('team', GROUP, changed);
  const [[name, conversations] = []] = await bobWeb.until('ConvConversationGroupCreated');
  expect([name, (conversations as ConvInfo[]).map((info) => info.conv_id)]).toEqual(['work', ['team']]);
  expect(await alice.conversation('team', GROUP)).toMatchObject({
    conv_is_pinned: false,
    conv_mark_array: [],
    conv_custom_data: '',
    conv_conversation_group_array: [],
  });
  expect(alice.of('ConvConversationGroupCreated')).toEqual([]);
});

test('deleted for one member, and back with the next message', async () => {
  const people = await cast(here);
  await team(people);
  const { alice, aliceWeb, bob, bobWeb } = people;
  await bob.ok((client, cb) => client.TIMConvDelete('team', GROUP, cb));
  for (const player of [bob, bobWeb]) {
    await player.app.until('it', async () => (await player.conversations()).length === 0);
    expect(await player.texts('team', GROUP)).toEqual([]);
  }
  expect(await aliceWeb.texts('team', GROUP)).toContain('hello');
  await alice.send('team', GROUP, 'again');
  for (const player of [bob, bobWeb]) {
    await player.untilShows('team', GROUP, { conv_unread_num: 1 });
    expect(await player.texts('team', GROUP)).toEqual(['again']);
  }
});
