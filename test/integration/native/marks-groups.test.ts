import { TIMConvType, TIMGroupMessageReadMembersFilter, type GroupMemberInfo, type Message } from 'tim-node';
import type { CreateGroupParams } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { logIn, message } from '../../support/raw-client.js';
import { inTime } from '../../support/wait.js';
import type { App } from './app.js';
import { world } from './world.js';

const { start, app } = world();
const { TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ: READ, TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_UNREAD: UNREAD } =
  TIMGroupMessageReadMembersFilter;

interface Page {
  readonly users: (string | undefined)[];
  readonly json: string;
  readonly next: number | bigint;
  readonly finished: boolean;
}

/** One page of who has read a message, or has not. */
function readers(
  one: App,
  given: Message,
  filter: TIMGroupMessageReadMembersFilter,
  next: number | bigint,
  count: number,
): Promise<Page> {
  const page = new Promise<Page>((resolve) => {
    const result = one.client.TIMMsgGetGroupMessageReadMemberList(given, filter, next, count, (json, to, finished) => {
      const members = json === '' ? [] : (readJson(json) as GroupMemberInfo[]);
      const users = members.map(({ group_member_info_identifier: user }) => user);
      resolve({ users, json, next: to, finished });
    });
    expect(result).toBe(0);
  });
  return inTime('a page of readers', page);
}

async function online(server: TimServer, user: string, config: object = {}): Promise<App> {
  const one = app(server, config);
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return one;
}

type Members = CreateGroupParams['members'];

/** A group and its owner alice: the app, and an instance that makes the group and writes to it. */
async function group(type: CreateGroupParams['type'], users: Members) {
  const server = await start();
  const members: App[] = [];
  for (const { user } of users) members.push(await online(server, user));
  const alice = await online(server, 'alice');
  const { client } = await logIn(server, 'alice', { platform: 'Android', instanceId: 'phone' });
  const { groupId } = await client.ask('group.create', { id: 'team', type, name: 'team', members: users });
  /** The message as each of them has it. */
  const write = async (text: string): Promise<Message[]> => {
    const { body, ...params } = message('', text, { target: { type: 'group', id: groupId } });
    const { seq } = await client.ask('msg.send', { ...params, body: { ...body, needReceipt: true, extensible: true } });
    const found = ({ received }: App) => received.find((each) => each.message_seq === seq);
    const everybody = [alice, ...members];
    for (const one of everybody) await one.until('the message', () => found(one) !== undefined);
    return everybody.map((one) => found(one) ?? {});
  };
  return { server, alice, members, write };
}

const named = (...names: string[]): Members => names.map((user) => ({ user, role: 'member' as const }));

test('receipts in a group: how many, who, and who not yet', async () => {
  const { server, alice, members, write } = await group('Public', named('bob', 'carol', 'dave'));
  const [own = {}, ...others] = await write('read me');
  const told: unknown[] = [];
  alice.client.TIMSetMsgReadedReceiptCallback((json) => told.push(readJson(json)));
  const [bob, carol] = members as [App, App];
  for (const [at, one] of [bob, carol].entries()) {
    const given = [others[at] ?? {}];
    expect(await one.ask((client, cb) => client.TIMMsgSendMessageReadReceipts(given, cb))).toMatchObject({ code: 0 });
  }
  await alice.until('two receipts', () => told.length === 2);
  const receipt = (read: number) => ({
    msg_receipt_conv_id: 'team',
    msg_receipt_conv_type: TIMConvType.kTIMConv_Group,
    msg_receipt_is_peer_read: false,
    msg_receipt_msg_id: own.message_msg_id,
    msg_receipt_read_count: read,
    msg_receipt_time_stamp: expect.any(Number) as number,
    msg_receipt_unread_count: 3 - read,
  });
  expect(told).toEqual([[receipt(1)], [receipt(2)]]);
  const asked = await alice.ask((client, cb) => client.TIMMsgGetMessageReadReceipts([own], cb));
  expect(asked).toMatchObject({ code: 0, json: [receipt(2)] });

  const first = await readers(alice, own, READ, 0, 1);
  expect(first).toMatchObject({ users: ['bob'], finished: false });
  const second = await readers(alice, own, READ, first.next, 1);
  expect(second).toMatchObject({ users: ['carol'], finished: true, next: 0 });
  expect(await readers(alice, own, UNREAD, 0, 100)).toMatchObject({ users: ['dave'], finished: true, next: 0 });
  const elsewhere = await online(server, 'alice', { sdk_config_platform: 'Web' });
  expect(await readers(elsewhere, own, READ, 0, 100)).toMatchObject({ users: ['bob', 'carol'], finished: true });
  // No error code: nothing at all, and no further page.
  const nothing = { json: '', next: 0, finished: true };
  expect(await readers(alice, own, READ, 4711, 1)).toMatchObject(nothing);
  expect(await readers(alice, { ...own, message_seq: 99 }, READ, 0, 1)).toMatchObject(nothing);
});

test('somebody else cannot ask who has read a message', async () => {
  const { members, write } = await group('Public', named('bob'));
  const [, theirs = {}] = await write('mine');
  const [bob] = members as [App];
  const pretending = { ...theirs, message_is_from_self: true };
  expect(await readers(bob, pretending, READ, 0, 10)).toMatchObject({ json: '', finished: true });
});

test('pins: by an administrator, seen by all, with who did it', async () => {
  const { alice, members, write } = await group('Public', [...named('bob'), { user: 'carol', role: 'admin' }]);
  const [bob, carol] = members as [App, App];
  const everybody = [alice, bob, carol];
  const given = await write('the rules');
  const [id] = given.map(({ message_msg_id: each }) => each);
  const told = everybody.map((one) => {
    const events: unknown[] = [];
    one.client.TIMSetMsgGroupPinnedMessageChangedCallback((groupId, json, pinned, by) => {
      const { message_msg_id: pinnedId, message_conv_id: conv } = readJson(json) as Message;
      events.push([groupId, pinnedId, conv, pinned, by]);
    });
    return events;
  });
  const pin = (one: App, message: Message, pinned: boolean) =>
    one.ask((client, cb) => client.TIMPinGroupMessage('team', message, pinned, cb));
  const list = (one: App) => one.ask((client, cb) => client.TIMGetPinnedGroupMessageList('team', cb));
  expect(await pin(bob, given[1] ?? {}, true)).toMatchObject({ code: 10007 });
  expect(await pin(carol, given[2] ?? {}, true)).toMatchObject({ code: 0 });
  expect(await list(bob)).toMatchObject({
    code: 0,
    json: [{ message_msg_id: id, message_conv_id: 'team', message_pinner_user_id: 'carol' }],
  });
  expect(await pin(alice, given[0] ?? {}, false)).toMatchObject({ code: 0 });
  expect(await list(bob)).toMatchObject({ code: 0, json: [] });
  for (const [at, one] of everybody.entries()) {
    await one.until('two events', () => told[at]?.length === 2);
    expect(told[at]).toEqual([
      ['team', id, 'team', true, 'carol'],
      ['team', id, 'team', false, 'alice'],
    ]);
  }
});

test('ten messages are pinned at a time, and the same one only once', async () => {
  const { alice, write } = await group('Public', named('bob'));
  const sent: Message[] = [];
  for (let at = 0; at < 11; at += 1) sent.push((await write(`rule ${at}`))[0] ?? {});
  const pin = async (given: Message | undefined, pinned = true): Promise<number> =>
    (await alice.ask((client, cb) => client.TIMPinGroupMessage('team', given ?? {}, pinned, cb))).code;
  for (const given of sent.slice(0, 10)) expect(await pin(given)).toBe(0);
  expect(await pin(sent[10])).toBe(10070);
  expect(await pin(sent[3])).toBe(0);
  const { json } = await alice.ask((client, cb) => client.TIMGetPinnedGroupMessageList('team', cb));
  expect(json).toHaveLength(10);
  expect([await pin(sent[3], false), await pin(sent[10])]).toEqual([0, 0]);
});

test('reactions and extensions in a group: all members see them, a stranger does not', async () => {
  const { server, alice, members, write } = await group('Private', named('bob'));
  const [bob] = members as [App];
  const mallory = await online(server, 'mallory');
  const [own = {}, theirs = {}] = await write('vote');
  const told: unknown[] = [];
  alice.client.TIMSetMsgReactionsChangedCallback((json) => told.push(readJson(json)));
  alice.client.TIMSetMsgExtensionsChangedCallback((id, json) => told.push([id, readJson(json)]));
  const extensions = [{ message_extension_key: 'bob', message_extension_value: 'yes' }];
  expect(await mallory.ask((client, cb) => client.TIMMsgAddMessageReaction(theirs, 'r', cb))).toMatchObject({
    code: 10007,
  });
  expect(await mallory.ask((client, cb) => client.TIMMsgGetMessageExtensions(theirs, cb))).toMatchObject({
    code: 10007,
    json: [],
  });
  expect(await bob.ask((client, cb) => client.TIMMsgAddMessageReaction(theirs, 'r', cb))).toMatchObject({ code: 0 });
  const set = await bob.ask((client, cb) => client.TIMMsgSetMessageExtensions(theirs, extensions, cb));
  expect(set).toMatchObject({ code: 0, json: [{ message_extension_result_code: 0 }] });
  await alice.until('two events', () => told.length === 2);
  expect(told).toMatchObject([
    [{ message_reaction_change_info_msg_id: own.message_msg_id }],
    [own.message_msg_id, extensions],
  ]);
});
