import { TIMConvType, type Message, type MessageExtensionResult, type TimClient } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import { textMessage, type App } from './app.js';
import { world } from './world.js';

const { start, app } = world();
const C2C = TIMConvType.kTIMConv_C2C;

interface Told {
  readonly event: string;
  readonly args: unknown[];
}

/** Writes down what is put to messages. */
function listen({ client }: App): Told[] {
  const told: Told[] = [];
  const note =
    (event: string) =>
    (...args: unknown[]) => {
      // The last one is the user data.
      const values = args.slice(0, -1).map((arg) => (isJson(arg) ? readJson(arg) : arg));
      told.push({ event, args: values });
    };
  client.TIMSetMsgReadedReceiptCallback(note('receipts'));
  client.TIMSetMsgExtensionsChangedCallback(note('set'));
  client.TIMSetMsgExtensionsDeletedCallback(note('deleted'));
  client.TIMSetMsgReactionsChangedCallback(note('reactions'));
  client.TIMSetMsgGroupPinnedMessageChangedCallback(note('pinned'));
  return told;
}

const isJson = (value: unknown): value is string => typeof value === 'string' && /^[[{]/.test(value);

interface Scene {
  readonly server: TimServer;
  readonly alice: App;
  readonly web: App;
  readonly bob: App;
  readonly aliceTold: Told[];
  readonly webTold: Told[];
  readonly bobTold: Told[];
}

/** Alice with a second instance, and bob. */
async function scene(): Promise<Scene> {
  const server = await start();
  const [alice, web, bob] = [app(server), app(server, { sdk_config_platform: 'Web' }), app(server)];
  for (const [one, user] of [
    [alice, 'alice'],
    [web, 'alice'],
    [bob, 'bob'],
  ] as const) {
    expect(await one.login(user, server.genUserSig(user))).toBe(0);
  }
  return { server, alice, web, bob, aliceTold: listen(alice), webTold: listen(web), bobTold: listen(bob) };
}

/** Alice writes to bob; the message as each of them has it. */
async function write({ alice, bob }: Scene, more: Message): Promise<{ sent: Message; received: Message; id: string }> {
  const given = { ...textMessage('hello'), ...more };
  const { code, json } = await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, given, null, cb));
  expect(code).toBe(0);
  const sent = json as Message;
  await bob.until('the message', ({ received }) => received.some((each) => each.message_seq === sent.message_seq));
  const received = bob.received.find((each) => each.message_seq === sent.message_seq) ?? {};
  expect(received.message_msg_id).toBe(sent.message_msg_id);
  return { sent, received, id: sent.message_msg_id ?? '' };
}

async function ok(one: App, call: (client: TimClient, cb: TIMCommCallback) => number): Promise<unknown> {
  const { code, desc, json } = await one.ask(call);
  expect([code, desc]).toEqual([0, '']);
  return json;
}

async function untilTold(one: App, told: Told[], count: number): Promise<void> {
  await one.until(`${count} events`, () => told.length >= count);
}

test('receipts between two: the sender learns it in every instance, once', async () => {
  const here = await scene();
  const { alice, web, bob, aliceTold, webTold, bobTold } = here;
  const { sent, received, id } = await write(here, { message_need_read_receipt: true });
  expect(received.message_need_read_receipt).toBe(true);
  const read = (count: number) => ({
    msg_receipt_conv_id: 'bob',
    msg_receipt_conv_type: C2C,
    msg_receipt_is_peer_read: count === 1,
    msg_receipt_msg_id: id,
    msg_receipt_read_count: count,
    msg_receipt_time_stamp: count === 0 ? 0 : (expect.any(Number) as number),
    msg_receipt_unread_count: 1 - count,
  });
  const ask = () => ok(alice, (client, cb) => client.TIMMsgGetMessageReadReceipts([sent], cb));
  expect(await ask()).toEqual([read(0)]);
  for (let times = 0; times < 2; times += 1) {
    await ok(bob, (client, cb) => client.TIMMsgSendMessageReadReceipts([received], cb));
  }
  expect(await ask()).toEqual([read(1)]);
  await ok(bob, (client, cb) => client.TIMMsgSendMessage('alice', C2C, textMessage('done'), null, cb));
  await alice.untilReceived(1);
  await web.untilReceived(2);
  expect([aliceTold, webTold]).toEqual([
    [{ event: 'receipts', args: [[read(1)]] }],
    [{ event: 'receipts', args: [[read(1)]] }],
  ]);
  expect(bobTold).toEqual([]);
});

test('extensions: set, changed, read and deleted by both, seen by all', async () => {
  const here = await scene();
  const { alice, web, bob, aliceTold, webTold, bobTold } = here;
  const { sent, received, id } = await write(here, { message_support_message_extension: true });
  const extension = (key: string, value: string) => ({ message_extension_key: key, message_extension_value: value });
  const result = (code: number, key: string, value = '') => ({
    message_extension_item: extension(key, value),
    message_extension_result_code: code,
    message_extension_result_info: code === 0 ? '' : (expect.any(String) as string),
  });
  const both = [extension('__proto__', '1'), extension('b', '2')];
  expect(await ok(bob, (client, cb) => client.TIMMsgSetMessageExtensions(received, both, cb))).toEqual([
    result(0, '__proto__', '1'),
    result(0, 'b', '2'),
  ]);
  expect(await ok(alice, (client, cb) => client.TIMMsgGetMessageExtensions(sent, cb))).toEqual(both);
  expect(await ok(alice, (client, cb) => client.TIMMsgDeleteMessageExtensions(sent, ['b', 'c'], cb))).toEqual([
    result(0, 'b'),
    result(23004, 'c'),
  ]);
  expect(await ok(bob, (client, cb) => client.TIMMsgDeleteMessageExtensions(received, [], cb))).toEqual([
    result(0, '__proto__'),
  ]);
  expect(await ok(bob, (client, cb) => client.TIMMsgGetMessageExtensions(received, cb))).toEqual([]);
  const story = [
    { event: 'set', args: [id, both] },
    { event: 'deleted', args: [id, [extension('b', '')]] },
    { event: 'deleted', args: [id, [extension('__proto__', '')]] },
  ];
  for (const [one, told] of [
    [alice, aliceTold],
    [web, webTold],
    [bob, bobTold],
  ] as const) {
    await untilTold(one, told, 3);
    expect(told).toEqual(story);
  }
});

test('extensions: of two who set the same one at once the first one wins; the other is told, and may set it again', async () => {
  const here = await scene();
  const { server, alice, bob, bobTold } = here;
  const { sent, received, id } = await write(here, { message_support_message_extension: true });
  const vote = (value: string) => ({ message_extension_key: 'vote', message_extension_value: value });
  const set = (one: App, message: Message, value: string) =>
    ok(one, (client, cb) => client.TIMMsgSetMessageExtensions(message, [vote(value)], cb));
  const conflict = (value: string) => [
    expect.objectContaining({ message_extension_result_code: 23001, message_extension_item: vote(value) }) as unknown,
  ];
  const done = (value: string) => [
    { message_extension_result_code: 0, message_extension_result_info: '', message_extension_item: vote(value) },
  ];
  const [ofAlice, ofBob] = await Promise.all([set(alice, sent, 'yes'), set(bob, received, 'no')]);
  const aliceWins = (ofAlice as MessageExtensionResult[])[0]?.message_extension_result_code === 0;
  expect([ofAlice, ofBob]).toEqual(aliceWins ? [done('yes'), conflict('yes')] : [conflict('no'), done('no')]);
  const [first, last] = aliceWins ? ['yes', 'no'] : ['no', 'yes'];
  expect(await (aliceWins ? set(bob, received, last) : set(alice, sent, last))).toEqual(done(last));

  // An instance that has heard of nothing.
  const phone = app(server, { sdk_config_platform: 'Android' });
  expect(await phone.login('alice', server.genUserSig('alice'))).toBe(0);
  const remove = () => ok(phone, (client, cb) => client.TIMMsgDeleteMessageExtensions(sent, ['vote'], cb));
  expect(await remove()).toEqual(conflict(last));
  expect(await remove()).toEqual(done(''));
  await untilTold(bob, bobTold, 3);
  expect(bobTold).toEqual([
    { event: 'set', args: [id, [vote(first)]] },
    { event: 'set', args: [id, [vote(last)]] },
    { event: 'deleted', args: [id, [vote('')]] },
  ]);
});

test('extensions of a message that was sent without, and too many at once, are refused', async () => {
  const here = await scene();
  const { sent } = await write(here, {});
  const extensions = [{ message_extension_key: 'k', message_extension_value: 'v' }];
  const set = (message: Message, count: number) =>
    here.alice.ask((client, cb) =>
      client.TIMMsgSetMessageExtensions(message, Array.from({ length: count }, () => extensions).flat(), cb),
    );
  expect(await set(sent, 1)).toMatchObject({ code: 6017, json: [] });
  expect(await set(sent, 21)).toMatchObject({ code: 6017, json: [] });
  expect(await set({ ...sent, message_seq: 99 }, 1)).toMatchObject({ code: 20022, json: [] });
  expect(await set({ ...sent, message_seq: 0 }, 1)).toMatchObject({ code: 6017, json: [] });
  expect(await set({ ...sent, message_conv_id: '' }, 1)).toMatchObject({ code: 6017, json: [] });
});

test('reactions: both react, one takes it back; everybody sees who, and whether himself', async () => {
  const here = await scene();
  const { alice, web, bob, aliceTold, webTold, bobTold } = here;
  const { sent, received, id } = await write(here, {});
  await ok(alice, (client, cb) => client.TIMMsgAddMessageReaction(sent, 'like', cb));
  await ok(bob, (client, cb) => client.TIMMsgAddMessageReaction(received, 'like', cb));
  expect((await bob.ask((client, cb) => client.TIMMsgAddMessageReaction(received, 'like', cb))).code).toBe(23007);
  const face = (user: string) => ({
    user_profile_face_url: '',
    user_profile_identifier: user,
    user_profile_nick_name: '',
  });
  const like = (users: string[], self: string) => ({
    message_reaction_id: 'like',
    message_reaction_partial_user_info_array: users.map(face),
    message_reaction_reacted_by_myself: users.includes(self),
    message_reaction_total_user_count: users.length,
  });
  const gone = { ...received, message_seq: 99 };
  expect(await ok(bob, (client, cb) => client.TIMMsgGetMessageReactions([received, gone], 10, cb))).toEqual([
    {
      message_reaction_result_code: 0,
      message_reaction_result_info: '',
      message_reaction_result_msg_id: id,
      message_reaction_result_reaction_list: [like(['alice', 'bob'], 'bob')],
    },
    {
      message_reaction_result_code: 20022,
      message_reaction_result_info: expect.any(String) as string,
      message_reaction_result_msg_id: id,
      message_reaction_result_reaction_list: [],
    },
  ]);
  const page = (next: number) =>
    ok(web, (client, cb) => client.TIMMsgGetAllUserListOfMessageReaction(sent, 'like', next, 1, cb));
  expect([await page(0), await page(1)]).toEqual([
    {
      message_reaction_user_result_is_finished: false,
      message_reaction_user_result_next_seq: 1,
      message_reaction_user_result_user_info_array: [face('alice')],
    },
    {
      message_reaction_user_result_is_finished: true,
      message_reaction_user_result_next_seq: 0,
      message_reaction_user_result_user_info_array: [face('bob')],
    },
  ]);
  const remove = (one: App, message: Message) =>
    one.ask((client, cb) => client.TIMMsgRemoveMessageReaction(message, 'like', cb));
  expect((await remove(web, sent)).code).toBe(0);
  expect((await remove(web, sent)).code).toBe(23009);
  expect((await remove(bob, received)).code).toBe(0);
  expect((await remove(bob, received)).code).toBe(23008);
  for (const [one, told, self] of [
    [alice, aliceTold, 'alice'],
    [web, webTold, 'alice'],
    [bob, bobTold, 'bob'],
  ] as const) {
    await untilTold(one, told, 4);
    const users = [['alice'], ['alice', 'bob'], ['bob'], []];
    expect(told).toEqual(
      users.map((each) => ({
        event: 'reactions',
        args: [
          [
            {
              message_reaction_change_info_msg_id: id,
              message_reaction_change_info_reaction_list: [like(each, self)],
            },
          ],
        ],
      })),
    );
  }
});

test('limits and nonsense are answered, not sent on', async () => {
  const here = await scene();
  const { sent } = await write(here, {});
  const codes = async (...calls: ((client: TimClient, cb: TIMCommCallback) => number)[]) =>
    (await Promise.all(calls.map((call) => here.alice.ask(call)))).map(({ code }) => code);
  const elsewhere = { ...sent, message_conv_id: 'carol' };
  expect(
    await codes(
      (client, cb) => client.TIMMsgGetMessageReactions([sent], 11, cb),
      (client, cb) => client.TIMMsgGetMessageReactions([sent, elsewhere], 1, cb),
      (client, cb) => client.TIMMsgGetAllUserListOfMessageReaction(sent, 'r', -1, 10, cb),
      (client, cb) => client.TIMMsgGetAllUserListOfMessageReaction(sent, 'r', 0, 101, cb),
      (client, cb) => client.TIMMsgAddMessageReaction(sent, 'r'.repeat(65), cb),
      (client, cb) => client.TIMMsgAddMessageReaction({ ...sent, message_conv_id: 'mallory' }, 'r', cb),
      (client, cb) => client.TIMPinGroupMessage('team', sent, true, cb),
      (client, cb) => client.TIMGetPinnedGroupMessageList('team', cb),
    ),
  ).toEqual([6017, 6017, 6017, 6017, 6017, 20022, 6017, 10010]);
});
