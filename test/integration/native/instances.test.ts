/* eslint-disable @typescript-eslint/no-deprecated -- the older functions must work all the same */
import { TIMMsgStatus, type Message, type MessageSearchResult, type MsgBatchSendResult } from 'tim-node';
import { textMessage } from './app.js';
import { C2C, cast, GROUP, team, textOf, type Cast, type Player } from './cast.js';
import { world } from './world.js';

/* What one instance does with messages, as the others of both accounts see it. */

const here = world();

const idsOf = (messages: readonly Message[]): unknown[] => messages.map(({ message_msg_id: id }) => id);
const find = async (player: Player, ...messages: Message[]): Promise<Message[]> =>
  (await player.ok((client, cb) => client.TIMMsgFindMessages(idsOf(messages) as string[], cb))) as Message[];
const searched = async (player: Player, ...words: string[]): Promise<unknown[]> => {
  const param = {
    msg_search_param_keyword_array: words,
    msg_search_param_conv_id: player.user === 'alice' ? 'bob' : 'alice',
    msg_search_param_conv_type: C2C,
  };
  const { msg_search_result_item_array: [item] = [] } = (await player.ok((client, cb) =>
    client.TIMMsgSearchLocalMessages(param, cb),
  )) as MessageSearchResult;
  return (item?.msg_search_result_item_message_array ?? []).map(textOf);
};
const otherOf = ({ user }: Player): string => (user === 'alice' ? 'bob' : 'alice');

test('every way to send reaches both accounts in both instances', async () => {
  const { alice, aliceWeb, bob, bobWeb, enter } = await cast(here);
  const carol = await enter('carol');
  const newer = await alice.ok((client, cb) => client.TIMMsgSendMessage('bob', C2C, textMessage('newer'), null, cb));
  const old = await alice.ok((client, cb) => client.TIMMsgSendNewMsg('bob', C2C, textMessage('old'), cb));
  const older = await alice.ok((client, cb) =>
    client.TIMMsgSendNewMsgEx('bob', C2C, textMessage('older'), () => undefined, cb),
  );
  const batch = {
    msg_batch_send_param_identifier_array: ['bob', 'carol'],
    msg_batch_send_param_msg: textMessage('to many'),
  };
  const results = (await alice.ok((client, cb) => client.TIMMsgBatchSend(batch, cb))) as MsgBatchSendResult[];
  const [toBob = {}, toCarol = {}] = results.map(({ msg_batch_send_result_msg: message }) => message);
  const sent = [newer, old, older, toBob] as Message[];
  for (const player of [aliceWeb, bob, bobWeb]) {
    for (const message of sent) {
      expect(await player.received(message)).toMatchObject({
        message_seq: message.message_seq,
        message_unique_id: message.message_unique_id,
        message_conv_id: otherOf(player),
        message_is_from_self: player === aliceWeb,
      });
    }
    expect(await player.texts(otherOf(player))).toEqual(['to many', 'older', 'old', 'newer']);
  }
  expect(await aliceWeb.received(toCarol)).toMatchObject({ message_conv_id: 'carol' });
  expect(await carol.received(toCarol)).toMatchObject({ message_conv_id: 'alice' });
  expect(alice.app.received).toEqual([]);
});

test('a message that was changed is changed everywhere: told once, in the history and as the last message', async () => {
  const { alice, bob, bobWeb, everybody } = await cast(here);
  const sent = await alice.send('bob', C2C, 'good');
  await bobWeb.received(sent);
  const changed = { ...sent, ...textMessage('better'), message_cloud_custom_str: 'data' };
  const answer = await alice.ok((client, cb) => client.TIMMsgModifyMessage(changed, cb));
  for (const player of everybody) {
    const [[news] = []] = await player.until('MsgUpdate');
    const [message = {}] = news as Message[];
    expect(message).toMatchObject({
      message_msg_id: sent.message_msg_id,
      message_conv_id: otherOf(player),
      message_is_from_self: player.user === 'alice',
      message_cloud_custom_str: 'data',
      message_version: 1,
    });
    if (player === alice) expect(message).toEqual(answer);
    expect(await player.texts(otherOf(player))).toEqual(['better']);
    expect(textOf((await player.conversation(otherOf(player)))?.conv_last_msg ?? {})).toBe('better');
    expect((await find(player, sent)).map(textOf)).toEqual(['better']);
    expect(await searched(player, 'good', 'better')).toEqual(['better']);
  }
  await bob.send('alice', C2C, 'end');
  await bobWeb.until('ConvEvent');
  for (const player of everybody) expect(player.of('MsgUpdate')).toHaveLength(1);
});

test('a message that was taken back is gone everywhere; it is found by its id, and not by its words', async () => {
  const { alice, everybody } = await cast(here);
  await alice.send('bob', C2C, 'stays');
  const sent = await alice.send('bob', C2C, 'oh no');
  for (const player of everybody) if (player !== alice) await player.received(sent);
  const given = { ...sent, message_revoke_reason: 'a slip' };
  await alice.ok((client, cb) => client.TIMMsgRevoke('bob', C2C, given, cb));
  const gone = {
    message_msg_id: sent.message_msg_id,
    message_status: TIMMsgStatus.kTIMMsg_Revoked,
    message_revoker_user_id: 'alice',
    message_revoke_reason: 'a slip',
  };
  for (const player of everybody) {
    if (player !== alice) await player.until('MsgRevoke');
    expect(await player.list(otherOf(player))).toMatchObject([gone, {}]);
    expect(await find(player, sent)).toMatchObject([gone]);
    await player.app.until('it', async () => {
      const { conv_last_msg: last } = (await player.conversation(otherOf(player))) ?? {};
      return last?.message_status === TIMMsgStatus.kTIMMsg_Revoked;
    });
    expect(await searched(player, 'oh', 'stays')).toEqual(['stays']);
  }
  expect(alice.of('MsgRevoke')).toEqual([]);
});

test('a message for who is online cannot be taken back', async () => {
  const { alice, bobWeb } = await cast(here);
  const typing = await alice.send('bob', C2C, { ...textMessage('typing'), message_is_online_msg: true });
  await bobWeb.received(typing);
  expect(await alice.fails((client, cb) => client.TIMMsgRevoke('bob', C2C, typing, cb))).toBe(6017);
});

test('deleted messages: gone in both instances of who deletes, found by id and place as deleted, there for the other', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const [one, two, three] = [
    await alice.send('bob', C2C, 'one'),
    await alice.send('bob', C2C, 'two'),
    await alice.send('bob', C2C, 'three'),
  ];
  const [mine, other] = [await bob.received(one), await bob.received(two)];
  await bobWeb.received(three);
  const everywhere = { msg_delete_param_msg: mine, msg_delete_param_is_ramble: true };
  await bob.ok((client, cb) => client.TIMMsgDelete('alice', C2C, everywhere, cb));
  await bob.ok((client, cb) => client.TIMMsgListDelete('alice', C2C, [other], cb));
  const { message_seq: seq = 0, message_rand: rand = 0 } = two;
  const place = [{ message_locator_seq: seq, message_locator_rand: rand }];
  const deleted = { message_status: TIMMsgStatus.kTIMMsg_Deleted };
  for (const player of [bob, bobWeb]) {
    await player.app.until('it', async () => (await player.texts('alice')).length === 1);
    expect(await player.texts('alice')).toEqual(['three']);
    expect(await searched(player, 'one', 'two', 'three')).toEqual(['three']);
    expect(await find(player, one, two)).toMatchObject([deleted, deleted]);
    const located = await player.ok((client, cb) => client.TIMMsgFindByMsgLocatorList('alice', C2C, place, cb));
    expect(located).toMatchObject([{ message_msg_id: two.message_msg_id, ...deleted }]);
  }
  for (const player of [alice, aliceWeb]) expect(await player.texts('bob')).toEqual(['three', 'two', 'one']);
  await bobWeb.ok((client, cb) => client.TIMMsgClearHistoryMessage('alice', C2C, cb));
  for (const player of [bob, bobWeb]) {
    await player.app.until('it', async () => (await player.texts('alice')).length === 0);
    expect(await searched(player, 'three')).toEqual([]);
    expect(await player.conversations()).toMatchObject([{ conv_id: 'alice', conv_unread_num: 0 }]);
  }
  for (const player of [alice, aliceWeb]) expect(await player.texts('bob')).toHaveLength(3);
});

test('deleted on one machine only: there for everybody else', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const [one, two] = [await alice.send('bob', C2C, 'one'), await alice.send('bob', C2C, 'two')];
  const param = { msg_delete_param_msg: await bob.received(one) };
  await bobWeb.received(two);
  await bob.ok((client, cb) => client.TIMMsgDelete('alice', C2C, param, cb));
  expect(await bob.texts('alice')).toEqual(['two']);
  expect(await find(bob, one)).toMatchObject([{ message_status: TIMMsgStatus.kTIMMsg_Deleted }]);
  expect(await searched(bob, 'one', 'two')).toEqual(['two']);
  for (const player of [alice, aliceWeb, bobWeb]) expect(await player.texts(otherOf(player))).toEqual(['two', 'one']);
  const unknown = { msg_delete_param_msg: { ...one, message_seq: 99 }, msg_delete_param_is_ramble: false };
  expect(await bob.fails((client, cb) => client.TIMMsgDelete('alice', C2C, unknown, cb))).toBe(20022);
});

test('what an instance keeps for itself is seen by no other one', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const sent = await alice.send('bob', C2C, 'hello');
  for (const player of [aliceWeb, bob, bobWeb]) await player.received(sent);
  const noted = { ...sent, message_custom_int: 7, message_custom_str: 'note' };
  await alice.ok((client, cb) => client.TIMMsgSetLocalCustomData(noted, cb));
  await alice.ok((client, cb) => client.TIMMsgSaveMsg('bob', C2C, textMessage('saved'), cb));
  const old = { ...textMessage('imported'), message_client_time: 1_500_000_000, message_sender: 'bob' };
  await alice.ok((client, cb) => client.TIMMsgImportMsgList('bob', C2C, [old], cb));
  const draft = { draft_edit_time: 7, draft_msg: textMessage('unfinished'), draft_user_define: '' };
  expect(alice.app.client.TIMConvSetDraft('bob', C2C, draft)).toBe(0);
  expect((await alice.texts('bob')).sort()).toEqual(['hello', 'imported', 'saved']);
  expect(await find(alice, sent)).toMatchObject([{ message_custom_int: 7, message_custom_str: 'note' }]);
  const last = await alice.send('bob', C2C, 'last');
  for (const player of [aliceWeb, bob, bobWeb]) {
    await player.received(last);
    expect(await player.texts(otherOf(player))).toEqual(['last', 'hello']);
    expect(await find(player, sent)).toMatchObject([{ message_custom_int: 0, message_custom_str: '' }]);
    expect(await player.conversation(otherOf(player))).toMatchObject({ conv_is_has_draft: false });
    expect(player.app.received).toHaveLength(2);
  }
});

test('merged messages are fetched by every instance of sender and receiver', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  await bob.send('alice', C2C, 'one');
  await alice.received(await bob.send('alice', C2C, 'two'));
  const merged = {
    elem_type: 12,
    merge_elem_title: 'talk',
    merge_elem_abstract_array: ['bob: one'],
    merge_elem_compatible_text: 'merged',
    merge_elem_message_array: await alice.list('bob'),
  };
  const sent = await alice.send('bob', C2C, { message_elem_array: [merged] });
  for (const player of [aliceWeb, bob, bobWeb]) {
    const message = await player.received(sent);
    const inner = await player.ok((client, cb) => client.TIMMsgDownloadMergerMessage(message, cb));
    expect((inner as Message[]).map(textOf)).toEqual(['two', 'one']);
  }
});

async function inTeam(people: Cast): Promise<Message> {
  await team(people);
  const sent = await people.alice.send('team', GROUP, 'rules');
  for (const player of people.everybody) if (player !== people.alice) await player.received(sent);
  return sent;
}

test('pins of a group are seen by all instances of all members', async () => {
  const people = await cast(here);
  const sent = await inTeam(people);
  const { alice, aliceWeb, everybody } = people;
  const pinned = async (player: Player): Promise<Message[]> =>
    (await player.ok((client, cb) => client.TIMGetPinnedGroupMessageList('team', cb))) as Message[];
  await alice.ok((client, cb) => client.TIMPinGroupMessage('team', sent, true, cb));
  for (const player of everybody) {
    await player.until('MsgGroupPinnedMessageChanged');
    expect(await pinned(player)).toMatchObject([
      { message_msg_id: sent.message_msg_id, message_pinner_user_id: 'alice', message_conv_id: 'team' },
    ]);
  }
  await aliceWeb.ok((client, cb) => client.TIMPinGroupMessage('team', sent, false, cb));
  for (const player of everybody) {
    const told = await player.until('MsgGroupPinnedMessageChanged', 2);
    expect(told.map(([group, message, on, by]) => [group, idsOf([message as Message]), on, by])).toEqual([
      ['team', [sent.message_msg_id], true, 'alice'],
      ['team', [sent.message_msg_id], false, 'alice'],
    ]);
    expect(await pinned(player)).toEqual([]);
  }
});

test('in a group, too, every instance of every member sees what was changed and what was taken back', async () => {
  const people = await cast(here);
  const sent = await inTeam(people);
  const { alice, everybody } = people;
  await alice.ok((client, cb) => client.TIMMsgModifyMessage({ ...sent, ...textMessage('better rules') }, cb));
  for (const player of everybody) {
    await player.until('MsgUpdate');
    expect((await player.texts('team', GROUP))[0]).toBe('better rules');
  }
  await alice.ok((client, cb) => client.TIMMsgRevoke('team', GROUP, sent, cb));
  for (const player of everybody) {
    if (player !== alice) await player.until('MsgRevoke');
    const [first] = await player.list('team', GROUP);
    expect(first).toMatchObject({ message_status: TIMMsgStatus.kTIMMsg_Revoked, message_revoker_user_id: 'alice' });
  }
});
