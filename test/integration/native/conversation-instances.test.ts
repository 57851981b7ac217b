/* eslint-disable @typescript-eslint/no-deprecated -- the older functions must work all the same */
import type { ConvInfo, MessageReceipt, TIMConversationListResult } from 'tim-node';
import { textMessage } from './app.js';
import { C2C, cast, textOf, type Cast, type Player } from './cast.js';
import { codes } from './conversation-app.js';
import { world } from './world.js';

/* What one instance does with conversations, as the others of both accounts see it. */

const here = world();

const idsOf = (infos: unknown): unknown[] => (infos as ConvInfo[]).map(({ conv_id: id }) => id);
const TOTAL = 'ConvTotalUnreadMessageCountChanged';
const FILTERED = 'ConvUnreadMessageCountChangedByFilter';

async function talk({ alice, aliceWeb, bob, bobWeb }: Cast): Promise<void> {
  const sent = await bob.send('alice', C2C, 'hello');
  for (const player of [alice, aliceWeb, bobWeb]) await player.received(sent);
}

test('conversations that are deleted with their messages, and without: in both instances, not for the other one', async () => {
  const people = await cast(here);
  const { alice, aliceWeb, bob, bobWeb } = people;
  await talk(people);
  const remove = async (clear: boolean): Promise<void> => {
    const results = await alice.ok((client, cb) => client.TIMConvDeleteConversationList(['c2c_bob'], clear, cb));
    expect(codes(results)).toEqual([['c2c_bob', 0]]);
    for (const player of [alice, aliceWeb]) {
      await player.app.until('it', async () => (await player.conversations()).length === 0);
    }
  };
  await remove(false);
  for (const player of [alice, aliceWeb]) expect(await player.texts('bob')).toEqual(['hello']);
  const next = await bob.send('alice', C2C, 'next');
  for (const player of [alice, aliceWeb]) {
    await player.received(next);
    await player.untilShows('bob', C2C, { conv_unread_num: 1 });
  }
  await remove(true);
  for (const player of [alice, aliceWeb]) expect(await player.texts('bob')).toEqual([]);
  for (const player of [bob, bobWeb]) {
    expect(await player.texts('alice')).toEqual(['next', 'hello']);
    expect(idsOf(await player.conversations())).toEqual(['alice']);
  }
});

test('unread messages are counted in every instance that has asked for it', async () => {
  const people = await cast(here);
  const { alice, aliceWeb, bob, bobWeb } = people;
  const filter = { conversation_list_filter_conv_type: 1 } as const;
  const count = (player: Player) => player.ok((client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
  for (const player of [alice, aliceWeb]) {
    await count(player);
    expect(player.app.client.TIMConvSubscribeUnreadMessageCountByFilter(filter)).toBe(0);
  }
  await talk(people);
  for (const player of [alice, aliceWeb]) {
    expect(await player.until(TOTAL)).toEqual([[1]]);
    expect(await player.until(FILTERED)).toEqual([[filter, 1]]);
    expect(await player.ok((client, cb) => client.TIMConvGetUnreadMessageCountByFilter(filter, cb))).toEqual({
      conv_get_total_unread_message_count_result_unread_count: 1,
    });
  }
  expect(aliceWeb.app.client.TIMConvUnsubscribeUnreadMessageCountByFilter(filter)).toBe(0);
  await aliceWeb.ok((client, cb) => client.TIMMsgMarkAllMessageAsRead(cb));
  expect(await alice.until(FILTERED, 2)).toEqual([
    [filter, 1],
    [filter, 0],
  ]);
  expect(await aliceWeb.until(TOTAL, 2)).toEqual([[1], [0]]);
  expect(aliceWeb.of(FILTERED)).toHaveLength(1);
  for (const player of [bob, bobWeb]) {
    const [[receipts] = []] = await player.until('MsgReadedReceipt');
    expect(receipts).toMatchObject([{ msg_receipt_conv_id: 'alice', msg_receipt_is_peer_read: true }]);
    await player.app.until('it', async () => {
      return (await player.conversation('alice'))?.conv_last_msg?.message_is_peer_read === true;
    });
    expect([player.of(TOTAL), player.of(FILTERED)]).toEqual([[], []]);
  }
});

test('read up to a message: the sender learns in both instances how far', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const first = await bob.send('alice', C2C, 'one');
  await alice.received(await bob.send('alice', C2C, 'two'));
  await alice.ok((client, cb) => client.TIMMsgReportReaded('bob', C2C, first, cb));
  for (const player of [alice, aliceWeb]) await player.untilShows('bob', C2C, { conv_unread_num: 1 });
  for (const player of [bob, bobWeb]) {
    const [[receipts] = []] = await player.until('MsgReadedReceipt');
    expect((receipts as MessageReceipt[])[0]?.msg_receipt_time_stamp).toEqual(first.message_server_time);
    expect(await player.conversation('alice')).toMatchObject({ conv_last_msg: { message_is_peer_read: false } });
  }
});

test('groups of conversations: what one instance does the other one is told, and finds behind a filter', async () => {
  const people = await cast(here);
  const { alice, aliceWeb, bob, enter } = people;
  await enter('carol');
  await talk(people);
  await alice.send('carol', C2C, 'hi');
  await aliceWeb.untilShows('carol', C2C, { conv_unread_num: 0 });
  await aliceWeb.ok((client, cb) => client.TIMConvCreateConversationGroup('work', ['c2c_bob'], cb));
  await aliceWeb.ok((client, cb) => client.TIMConvAddConversationsToGroup('work', ['c2c_carol'], cb));
  const inWork = async (player: Player, name: string): Promise<unknown[]> => {
    const filter = { conversation_list_filter_conversation_group: name };
    const { conversation_list_result_conv_list: found } = (await player.ok((client, cb) =>
      client.TIMConvGetConversationListByFilter(filter, 0, 10, cb),
    )) as TIMConversationListResult;
    return idsOf(found).sort();
  };
  const names = (player: Player) => player.ok((client, cb) => client.TIMConvGetConversationGroupList(cb));
  await alice.until('ConvConversationsAddedToGroup');
  for (const player of [alice, aliceWeb]) {
    expect(await inWork(player, 'work')).toEqual(['bob', 'carol']);
    expect(await names(player)).toEqual(['work']);
  }
  await aliceWeb.ok((client, cb) => client.TIMConvRenameConversationGroup('work', 'friends', cb));
  await aliceWeb.ok((client, cb) => client.TIMConvDeleteConversationsFromGroup('friends', ['c2c_bob'], cb));
  await alice.until('ConvConversationsDeletedFromGroup');
  for (const player of [alice, aliceWeb]) {
    expect(await inWork(player, 'friends')).toEqual(['carol']);
    expect(await names(player)).toEqual(['friends']);
  }
  await aliceWeb.ok((client, cb) => client.TIMConvDeleteConversationGroup('friends', cb));
  await alice.until('ConvConversationGroupDeleted');
  expect(await names(alice)).toEqual([]);
  for (const player of [alice, aliceWeb]) {
    const told = [
      player.of('ConvConversationGroupCreated').map(([name, infos]) => [name, idsOf(infos)]),
      player.of('ConvConversationsAddedToGroup').map(([name, infos]) => [name, idsOf(infos)]),
      player.of('ConvConversationGroupNameChanged'),
      player.of('ConvConversationsDeletedFromGroup').map(([name, infos, why]) => [name, idsOf(infos), why]),
      player.of('ConvConversationGroupDeleted'),
    ];
    expect(told).toEqual([
      [['work', ['bob']]],
      [['work', ['carol']]],
      [['work', 'friends']],
      [['friends', ['bob'], 0]],
      [['friends']],
    ]);
  }
  expect(await names(bob)).toEqual([]);
  expect(bob.of('ConvConversationGroupCreated')).toEqual([]);
});

test('messages that do not count as unread, or not as the last one, do so for nobody', async () => {
  const people = await cast(here);
  const { alice, aliceWeb, bob, bobWeb } = people;
  await talk(people);
  const silent = { ...textMessage('silent'), message_is_excluded_from_unread_count: true };
  const aside = { ...textMessage('aside'), message_excluded_from_last_message: true };
  await bob.send('alice', C2C, silent);
  const last = await bob.send('alice', C2C, aside);
  for (const player of [alice, aliceWeb, bobWeb]) await player.received(last);
  for (const player of [alice, aliceWeb]) await player.untilShows('bob', C2C, { conv_unread_num: 2 });
  for (const player of [alice, aliceWeb, bob, bobWeb]) {
    const other = player.user === 'alice' ? 'bob' : 'alice';
    const { conv_last_msg: shown = {} } = (await player.conversation(other)) ?? {};
    expect(textOf(shown)).toBe('silent');
    expect(await player.texts(other)).toEqual(['aside', 'silent', 'hello']);
  }
});

test('do-not-disturb is told to the other instance, and to nobody else', async () => {
  const { alice, aliceWeb, bob } = await cast(here);
  await alice.ok((client, cb) => client.TIMMsgSetAllReceiveMessageOpt(2, 22, 0, 0, 3600, cb));
  await alice.ok((client, cb) => client.TIMMsgSetAllReceiveMessageOpt2(0, 0, 0, cb));
  const expected = await aliceWeb.ok((client, cb) => client.TIMMsgGetAllReceiveMessageOpt(cb));
  for (const player of [alice, aliceWeb]) {
    const told = await player.until('MsgAllMessageReceiveOption', 2);
    expect(told).toMatchObject([[{ msg_all_recv_msg_opt_level: 2, msg_all_recv_msg_opt_start_hour: 22 }], [expected]]);
  }
  expect(bob.of('MsgAllMessageReceiveOption')).toEqual([]);
});

test('a conversation comes into being with its first message: creating one does nothing', async () => {
  const { alice, aliceWeb, bob } = await cast(here);
  expect(await alice.ok((client, cb) => client.TIMConvCreate('bob', C2C, cb))).toBeUndefined();
  for (const player of [alice, aliceWeb, bob]) expect(await player.conversations()).toEqual([]);
});
