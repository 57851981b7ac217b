import { TIMConvType, type Message, type MessageSearchResult, type TimClient } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import { textMessage, type App } from './app.js';
import { infoOf, ok } from './conversation-app.js';
import { world } from './world.js';

const { start, app, wire, folder } = world();
const { kTIMConv_C2C: C2C, kTIMConv_Group: GROUP } = TIMConvType;

type Flags = Record<string, unknown>;
type Call = (client: TimClient, cb: TIMCommCallback) => number;

const KEYS = {
  read: 'message_is_read',
  peerRead: 'message_is_peer_read',
  receipt: 'message_receipt_peer_read',
  sent: 'message_has_sent_receipt',
  readers: 'message_group_receipt_read_count',
  others: 'message_group_receipt_unread_count',
} as const;

/** What of the flags of a message says something: -1 is what the native library counts where nothing is counted. */
function flags(message: Message = {}): Flags {
  const found = Object.entries(KEYS).map(([name, key]) => [name, message[key]] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== false && value !== 0 && value !== -1));
}

/** What the app is shown of one message in every way in which it can get it. */
async function views(one: App, convId: string, type: TIMConvType, given: Message): Promise<Flags[]> {
  const { message_msg_id: id = '', message_seq: seq = 0, message_rand: rand = 0 } = given;
  const calls: Record<string, Call> = {
    list: (client, cb) => client.TIMMsgGetMsgList(convId, type, { msg_getmsglist_param_count: 20 }, cb),
    local: (client, cb) =>
      client.TIMMsgGetMsgList(
        convId,
        type,
        { msg_getmsglist_param_count: 20, msg_getmsglist_param_is_ramble: false },
        cb,
      ),
    places: (client, cb) =>
      client.TIMMsgGetMsgList(convId, type, { msg_getmsglist_param_message_seq_array: [Number(seq)] }, cb),
    find: (client, cb) => client.TIMMsgFindMessages([id], cb),
    locator: (client, cb) =>
      client.TIMMsgFindByMsgLocatorList(
        convId,
        type,
        [{ message_locator_seq: Number(seq), message_locator_rand: Number(rand) }],
        cb,
      ),
    search: (client, cb) =>
      client.TIMMsgSearchLocalMessages(
        {
          msg_search_param_keyword_array: ['read me'],
          msg_search_param_conv_id: convId,
          msg_search_param_conv_type: type,
          msg_search_param_page_size: 20,
        },
        cb,
      ),
  };
  const shown: Flags[] = [];
  for (const call of Object.values(calls)) {
    const json = await ok(one, call);
    const messages = Array.isArray(json)
      ? (json as Message[])
      : ((json as MessageSearchResult).msg_search_result_item_array?.[0]?.msg_search_result_item_message_array ?? []);
    shown.push(flags(messages.find((each) => each.message_msg_id === id)));
  }
  const { conv_last_msg: last } = (await infoOf(one, convId, type)) ?? {};
  expect(last?.message_msg_id).toBe(id);
  shown.push(flags(last));
  return shown;
}

/** All ways show the same. */
const same = (expected: Flags) => Array.from({ length: 7 }, () => expected);

const keepsIn = (place: string) => ({ sdk_config_config_file_path: place, sdk_config_platform: 'Linux' }) as const;

interface Person {
  readonly user: string;
  /** Keeps its messages in a folder. */
  readonly first: App;
  readonly second: App;
  readonly folder: string;
}

async function person(server: TimServer, user: string): Promise<Person> {
  const place = folder();
  const first = app(server, keepsIn(place));
  const second = app(server, { sdk_config_platform: 'Web' });
  for (const one of [first, second]) expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return { user, first, second, folder: place };
}

const everywhere = ({ first, second }: Person): App[] => [first, second];

async function write(from: Person, convId: string, type: TIMConvType, more: Message = {}): Promise<Message> {
  const given = { ...textMessage('read me'), ...more };
  return (await ok(from.first, (client, cb) => client.TIMMsgSendMessage(convId, type, given, null, cb))) as Message;
}

async function received(one: App, sent: Message): Promise<Message> {
  const find = ({ received: all }: App) => all.find((each) => each.message_msg_id === sent.message_msg_id);
  await one.until('the message', () => find(one) !== undefined);
  return find(one) ?? {};
}

/** Everything that was sent to an app until now has arrived. */
async function settled(people: readonly Person[], convId: (of: Person) => string, type: TIMConvType): Promise<void> {
  // An answer comes after the entries that were written before it.
  for (const one of people) {
    for (const each of everywhere(one)) {
      await ok(each, (client, cb) => client.TIMMsgGetMsgList(convId(one), type, { msg_getmsglist_param_count: 1 }, cb));
    }
  }
}

/** The same account after a restart, with the server out of reach. */
async function offline(server: TimServer, { user, first, folder: place }: Person): Promise<App> {
  first.client.TIMUninit();
  const gone = await wire(server);
  const { url } = gone;
  await gone.close();
  const again = app({ url, sdkAppId: server.sdkAppId }, keepsIn(place));
  expect(await again.login(user, server.genUserSig(user))).toBe(9508);
  return again;
}

test('between two users: read, read by the other one, and receipts, in every message and after a restart', async () => {
  const server = await start();
  const bob = await person(server, 'bob');
  const alice = await person(server, 'alice');
  const sent = await write(alice, 'bob', C2C, { message_need_read_receipt: true });
  expect(flags(sent)).toEqual({ read: true });
  const got = await received(bob.first, sent);
  await received(bob.second, sent);
  expect(flags(got)).toEqual({ peerRead: true });
  const people = [alice, bob];
  const other = ({ user }: Person): string => (user === 'alice' ? 'bob' : 'alice');
  const expectAll = async (ofAlice: Flags, ofBob: Flags): Promise<void> => {
    await settled(people, other, C2C);
    for (const one of everywhere(alice)) expect(await views(one, 'bob', C2C, sent)).toEqual(same(ofAlice));
    for (const one of everywhere(bob)) expect(await views(one, 'alice', C2C, sent)).toEqual(same(ofBob));
  };
  await expectAll({ read: true }, { peerRead: true });

  await ok(bob.first, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_alice', 0, 0, cb));
  await expectAll({ read: true, peerRead: true }, { read: true, peerRead: true });

  await ok(bob.first, (client, cb) => client.TIMMsgSendMessageReadReceipts([got], cb));
  const ofAlice = { read: true, peerRead: true, receipt: true };
  const ofBob = { read: true, peerRead: true, sent: true };
  await expectAll(ofAlice, ofBob);

  const later = await offline(server, alice);
  expect(await views(later, 'bob', C2C, sent)).toEqual(same(ofAlice));
  expect(await views(await offline(server, bob), 'alice', C2C, sent)).toEqual(same(ofBob));
});

test('in a group: how many have read, who has said so, and what was read', async () => {
  const server = await start();
  const [bob, carol] = [await person(server, 'bob'), await person(server, 'carol')];
  const alice = await person(server, 'alice');
  await ok(alice.first, (client, cb) =>
    client.TIMGroupCreate(
      {
        create_group_param_group_name: 'team',
        create_group_param_group_id: 'team',
        create_group_param_group_type: 1,
        create_group_param_group_member_array: ['bob', 'carol'].map((user) => ({
          group_member_info_identifier: user,
        })),
      },
      cb,
    ),
  );
  const sent = await write(alice, 'team', GROUP, { message_need_read_receipt: true });
  expect(flags(sent)).toEqual({ read: true, others: 2 });
  const got = await received(bob.first, sent);
  const mirrored = await received(alice.second, sent);
  expect([flags(got), flags(mirrored)]).toEqual([{ peerRead: true }, { read: true, others: 2 }]);
  const people = [alice, bob, carol];
  const expectAll = async (...expected: Flags[]): Promise<void> => {
    await settled(people, () => 'team', GROUP);
    for (const [at, each] of people.entries()) {
      for (const one of everywhere(each)) {
        expect(await views(one, 'team', GROUP, sent)).toEqual(same(expected[at] ?? {}));
      }
    }
  };
  await expectAll({ read: true, others: 2 }, { peerRead: true }, { peerRead: true });

  await ok(bob.first, (client, cb) => client.TIMMsgSendMessageReadReceipts([got], cb));
  const one = { read: true, readers: 1, others: 1 };
  await expectAll(one, { peerRead: true, sent: true }, { peerRead: true });

  await ok(carol.second, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('group_team', 0, 0, cb));
  await expectAll(one, { peerRead: true, sent: true }, { read: true, peerRead: true });

  // A change of the message does not change who has read it.
  const changed = { ...sent, message_cloud_custom_str: 'changed' };
  const updates: Message[] = [];
  for (const { client } of [alice.second, bob.first]) {
    client.TIMSetMsgUpdateCallback((json) => updates.push(...(readJson(json) as Message[])));
  }
  const answer = (await ok(alice.first, (client, cb) => client.TIMMsgModifyMessage(changed, cb))) as Message;
  expect(flags(answer)).toEqual(one);
  await expectAll(one, { peerRead: true, sent: true }, { read: true, peerRead: true });
  expect(
    updates
      .map(flags)
      .map((each) => JSON.stringify(each))
      .sort(),
  ).toEqual([JSON.stringify({ peerRead: true, sent: true }), JSON.stringify(one)].sort());
  await ok(alice.first, (client, cb) => client.TIMPinGroupMessage('team', sent, true, cb));
  for (const [each, expected] of [
    [alice.second, one],
    [bob.second, { peerRead: true, sent: true }],
  ] as const) {
    const pinned = await ok(each, (client, cb) => client.TIMGetPinnedGroupMessageList('team', cb));
    expect((pinned as Message[]).map(flags)).toEqual([expected]);
  }

  // The one who was not there reads the list anew.
  const late = app(server, { sdk_config_platform: 'Windows' });
  expect(await late.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(flags((await infoOf(late, 'team', GROUP))?.conv_last_msg)).toEqual(one);
  const history = await ok(late, (client, cb) =>
    client.TIMMsgGetMsgList('team', GROUP, { msg_getmsglist_param_message_seq_array: [Number(sent.message_seq)] }, cb),
  );
  expect((history as Message[]).map(flags)).toEqual([one]);
});

test('how far a conversation was read is known when it is not in the list any more', async () => {
  const server = await start();
  const bob = await person(server, 'bob');
  const alice = await person(server, 'alice');
  const sent = await write(alice, 'bob', C2C);
  await received(bob.first, sent);
  await ok(bob.first, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_alice', 0, 0, cb));
  // Without its messages: they stay.
  await ok(bob.second, (client, cb) => client.TIMConvDeleteConversationList(['c2c_alice'], false, cb));
  await bob.first.until('the list to be empty', async () => (await infoOf(bob.first, 'alice')) === undefined);
  const found = async (one: App) =>
    ((await ok(one, (client, cb) => client.TIMMsgFindMessages([sent.message_msg_id ?? ''], cb))) as Message[]).map(
      flags,
    );
  expect(await found(bob.first)).toEqual([{ read: true, peerRead: true }]);
  expect(await found(await offline(server, bob))).toEqual([{ read: true, peerRead: true }]);
});

test('a message that is sent on begins anew', async () => {
  const server = await start();
  const bob = await person(server, 'bob');
  const alice = await person(server, 'alice');
  const sent = await write(alice, 'bob', C2C, { message_need_read_receipt: true });
  const got = await received(bob.first, sent);
  await ok(bob.first, (client, cb) => client.TIMMsgSendMessageReadReceipts([got], cb));
  const [read = {}] = (await ok(bob.first, (client, cb) =>
    client.TIMMsgFindMessages([sent.message_msg_id ?? ''], cb),
  )) as Message[];
  expect(flags(read)).toEqual({ peerRead: true, sent: true });
  const given = { ...read, message_is_forward_message: true };
  const forwarded = (await ok(bob.first, (client, cb) =>
    client.TIMMsgSendMessage('alice', C2C, given, null, cb),
  )) as Message;
  expect(flags(forwarded)).toEqual({ read: true });
  expect(forwarded).toMatchObject({ message_sender: 'bob', message_conv_id: 'alice', message_is_from_self: true });
  expect(forwarded.message_msg_id).not.toBe(read.message_msg_id);
  expect(flags(await received(alice.first, forwarded))).toEqual({ peerRead: true });
});

test('what is caught up with says how far it was read', async () => {
  const server = await start();
  const bob = await person(server, 'bob');
  const alice = await person(server, 'alice');
  await ok(alice.first, (client, cb) =>
    client.TIMGroupCreate(
      {
        create_group_param_group_name: 'team',
        create_group_param_group_id: 'team',
        create_group_param_group_type: 1,
        create_group_param_group_member_array: [{ group_member_info_identifier: 'bob' }],
      },
      cb,
    ),
  );
  const people = [alice, bob];
  await settled(people, () => 'team', GROUP);
  await alice.first.logout();
  await bob.first.logout();
  const given = { ...textMessage('read me'), message_need_read_receipt: true };
  const sent = (await ok(alice.second, (client, cb) =>
    client.TIMMsgSendMessage('team', GROUP, given, null, cb),
  )) as Message;
  const got = await received(bob.second, sent);
  for (const { first, user } of [alice, bob]) expect(await first.login(user, server.genUserSig(user))).toBe(0);
  expect(flags(await received(alice.first, sent))).toEqual({ read: true, others: 1 });
  expect(flags(await received(bob.first, sent))).toEqual({ peerRead: true });
  for (const { first } of [alice, bob]) await first.logout();
  await ok(bob.second, (client, cb) => client.TIMMsgSendMessageReadReceipts([got], cb));
  await ok(bob.second, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('group_team', 0, 0, cb));
  for (const { first, user } of [alice, bob]) expect(await first.login(user, server.genUserSig(user))).toBe(0);
  await settled(people, () => 'team', GROUP);
  expect(await views(alice.first, 'team', GROUP, sent)).toEqual(same({ read: true, readers: 1 }));
  expect(await views(bob.first, 'team', GROUP, sent)).toEqual(same({ read: true, peerRead: true, sent: true }));
});
