import {
  asJson,
  StringBuilder,
  TIMConvType,
  TIMElemType,
  TIMGroupMessageReadMembersFilter,
  TIMResult,
  type Message,
  type MessageExtensionResult,
  type MessageReactionUserResult,
  type UnityClient,
  type ValueCallback,
} from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { logIn, message } from '../../support/raw-client.js';
import { inTime, waitFor } from '../../support/wait.js';
import { world, type UnityApp } from './app.js';

/** Messages and what is put to them, in the Unity style, against a real server. */
const { start, app } = world();
const { kTIMConv_C2C: C2C, kTIMConv_Group: GROUP } = TIMConvType;

async function online(server: TimServer, user: string, platform?: 'Web'): Promise<UnityApp> {
  const one = app(server, undefined, platform === undefined ? {} : { sdk_config_platform: platform });
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return one;
}

/** A call with a typed callback: its data, once it has succeeded. */
function ask<T>(one: UnityApp, call: (sdk: UnityClient, cb: ValueCallback<T>) => TIMResult): Promise<T | null> {
  const answer = new Promise<T | null>((resolve, reject) => {
    const result = call(one.sdk, (code, desc, data) => {
      if (code === 0) resolve(data);
      else reject(new Error(`${code} ${desc}`));
    });
    expect(result).toBe(TIMResult.TIM_SUCC);
  });
  return inTime('a callback', answer);
}

const done = async (one: UnityApp, call: Parameters<UnityApp['ask']>[0]): Promise<void> => {
  expect(await one.ask(call)).toMatchObject({ code: 0, desc: '' });
};

const TEXT: Message = { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'hello' }] };

async function untilReceived(one: UnityApp, id: string): Promise<Message> {
  const find = () => one.received.find(({ message_msg_id: each }) => each === id);
  await waitFor('the message', () => find() !== undefined);
  return find() ?? {};
}

/** Writes from one to another; the message as both have it. */
async function write(from: UnityApp, to: UnityApp, user: string, more: Message): Promise<[Message, Message]> {
  const id = new StringBuilder(128);
  const sent = await ask<Message>(from, (sdk, cb) => sdk.MsgSendMessage(user, C2C, { ...TEXT, ...more }, id, cb));
  expect(sent).toMatchObject({ message_msg_id: id.ToString(), message_status: 2, message_conv_id: user });
  return [sent ?? {}, await untilReceived(to, id.ToString())];
}

test('receipts: typed, as text, and as events of every instance of the sender', async () => {
  const server = await start();
  const [alice, web, bob] = [
    await online(server, 'alice'),
    await online(server, 'alice', 'Web'),
    await online(server, 'bob'),
  ];
  const told: unknown[] = [];
  for (const { sdk } of [alice, web]) {
    sdk.SetMsgReadedReceiptCallback(
      (receipts) => told.push(receipts.map(({ msg_receipt_msg_id: id }) => id)),
      (json) => told.push(json),
    );
  }
  const [sent, received] = await write(alice, bob, 'bob', { message_need_read_receipt: true });
  await done(bob, (sdk, cb) => sdk.MsgSendMessageReadReceipts([received], cb));
  await waitFor('both instances to be told twice', () => told.length === 4);
  const texts = told.filter((each) => typeof each === 'string');
  expect(told.filter((each) => typeof each !== 'string')).toEqual([[sent.message_msg_id], [sent.message_msg_id]]);
  const asked = await ask(alice, (sdk, cb) => sdk.MsgGetMessageReadReceipts([sent], cb));
  expect(asked).toMatchObject([{ msg_receipt_is_peer_read: true, msg_receipt_read_count: 1 }]);
  expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual([asked, asked]);
  alice.sdk.RemoveMsgReadedReceiptCallback();
  const json = await inTime(
    'the JSON text',
    new Promise<string>((resolve) => {
      const tell = asJson((_code, _desc, text) => resolve(text));
      expect(alice.sdk.MsgGetMessageReadReceipts(JSON.stringify([{ ...sent, message_unique_id: 0 }]), tell)).toBe(0);
    }),
  );
  expect(JSON.parse(json)).toEqual(asked);
});

test('extensions: C# deletes by whole extensions, and is told of whole ones', async () => {
  const server = await start();
  const [alice, bob] = [await online(server, 'alice'), await online(server, 'bob')];
  const told: unknown[] = [];
  bob.sdk.SetMsgExtensionsChangedCallback((id, extensions) => told.push(['changed', id, extensions]));
  bob.sdk.SetMsgExtensionsDeletedCallback((id, extensions) => told.push(['deleted', id, extensions]));
  const [sent, received] = await write(alice, bob, 'bob', { message_support_message_extension: true });
  const id = sent.message_msg_id;
  const extensions = [
    { message_extension_key: 'a', message_extension_value: '1' },
    { message_extension_key: 'b', message_extension_value: '2' },
  ];
  const [a, b] = extensions as [(typeof extensions)[0], (typeof extensions)[0]];
  const set = await ask<MessageExtensionResult[]>(alice, (sdk, cb) =>
    sdk.MsgSetMessageExtensions(sent, extensions, cb),
  );
  expect(set?.map(({ message_extension_result_code: code }) => code)).toEqual([0, 0]);
  expect(await ask(bob, (sdk, cb) => sdk.MsgGetMessageExtensions(received, cb))).toEqual(extensions);
  const deleted = await ask(bob, (sdk, cb) => sdk.MsgDeleteMessageExtensions(received, [a], cb));
  expect(deleted).toMatchObject([
    { message_extension_result_code: 0, message_extension_item: { message_extension_key: 'a' } },
  ]);
  expect(await ask(alice, (sdk, cb) => sdk.MsgGetMessageExtensions(sent, cb))).toEqual([b]);
  await waitFor('both events', () => told.length === 2);
  expect(told).toEqual([
    ['changed', id, extensions],
    ['deleted', id, [{ ...a, message_extension_value: '' }]],
  ]);
});

test('reactions: added, taken back, listed, told', async () => {
  const server = await start();
  const [alice, bob] = [await online(server, 'alice'), await online(server, 'bob')];
  const told: unknown[] = [];
  alice.sdk.SetMsgReactionsChangedCallback((changes) => {
    for (const {
      message_reaction_change_info_msg_id: id,
      message_reaction_change_info_reaction_list: list = [],
    } of changes) {
      told.push([id, ...list.map((each) => [each.message_reaction_id, each.message_reaction_total_user_count])]);
    }
  });
  const [sent, received] = await write(alice, bob, 'bob', {});
  await done(bob, (sdk, cb) => sdk.MsgAddMessageReaction(received, 'like', cb));
  await done(alice, (sdk, cb) => sdk.MsgAddMessageReaction(sent, 'like', cb));
  const page = await ask<MessageReactionUserResult>(bob, (sdk, cb) =>
    sdk.MsgGetAllUserListOfMessageReaction(received, 'like', 0, 10, cb),
  );
  const users = page?.message_reaction_user_result_user_info_array ?? [];
  expect(users.map(({ user_profile_identifier: user }) => user).sort()).toEqual(['alice', 'bob']);
  await done(alice, (sdk, cb) => sdk.MsgRemoveMessageReaction(sent, 'like', cb));
  const reactions = await ask(alice, (sdk, cb) => sdk.MsgGetMessageReactions([sent], 1, cb));
  expect(reactions).toMatchObject([
    {
      message_reaction_result_reaction_list: [
        { message_reaction_total_user_count: 1, message_reaction_reacted_by_myself: false },
      ],
    },
  ]);
  await waitFor('three events', () => told.length === 3);
  const id = sent.message_msg_id;
  expect(told).toEqual([
    [id, ['like', 1]],
    [id, ['like', 2]],
    [id, ['like', 1]],
  ]);
});

test('in a group: who has read, and what is pinned', async () => {
  const server = await start();
  const [bob, alice] = [await online(server, 'bob'), await online(server, 'alice')];
  const { client } = await logIn(server, 'alice', { platform: 'Android', instanceId: 'phone' });
  const members = [{ user: 'bob', role: 'member' as const }];
  const { groupId } = await client.ask('group.create', { id: 'team', type: 'Private', name: 'team', members });
  const { body, ...params } = message('', 'read me', { target: { type: 'group', id: groupId } });
  await client.ask('msg.send', { ...params, body: { ...body, needReceipt: true } });
  const id = `alice-${params.clientTime}-${params.random}`;
  const [own, theirs] = [await untilReceived(alice, id), await untilReceived(bob, id)];
  expect(theirs).toMatchObject({ message_conv_id: groupId, message_conv_type: GROUP });
  await done(bob, (sdk, cb) => sdk.MsgSendMessageReadReceipts([theirs], cb));
  const { TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ: READ } = TIMGroupMessageReadMembersFilter;
  const readers = new Promise<unknown[]>((resolve) => {
    alice.sdk.GetMsgGroupMessageReadMemberList(own, READ, 0, 10, (list, next, finished) => {
      resolve([list.map(({ group_member_info_identifier: user }) => user), next, finished]);
    });
  });
  expect(await inTime('the readers', readers)).toEqual([['bob'], 0, true]);

  const told: unknown[] = [];
  alice.sdk.SetMsgGroupPinnedMessageChangedCallback((group, { message_msg_id: pinned }, isPinned, by) =>
    told.push([group, pinned, isPinned, by]),
  );
  await done(bob, (sdk, cb) => sdk.PinGroupMessage(groupId, theirs, true, cb));
  const pinned = await ask(alice, (sdk, cb) => sdk.GetPinnedGroupMessageList(groupId, cb));
  expect(pinned).toMatchObject([{ message_msg_id: id, message_pinner_user_id: 'bob' }]);
  await done(alice, (sdk, cb) => sdk.PinGroupMessage(groupId, own, false, cb));
  await waitFor('both events', () => told.length === 2);
  expect(told).toEqual([
    [groupId, id, true, 'bob'],
    [groupId, id, false, 'alice'],
  ]);
  await client.close();
});
