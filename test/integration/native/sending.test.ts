import {
  StringBuilder,
  TIMConvType,
  TIMMsgPriority,
  TIMMsgStatus,
  type Message,
  type MsgBatchSendResult,
} from 'tim-node';
import { logIn } from '../../support/raw-client.js';
import { rest } from '../../support/server.js';
import { textMessage, type App } from './app.js';
import { world } from './world.js';

const { start, app, wire } = world();
const C2C = TIMConvType.kTIMConv_C2C;
const GROUP = TIMConvType.kTIMConv_Group;

test('everything that a message can say arrives', async () => {
  const server = await start();
  await rest(server, 'im_open_login_svc/account_import', { UserID: 'alice', Nick: 'Alice', FaceUrl: 'http://a/1' });
  const [alice, bob] = [app(server), app(server)];
  await alice.login('alice', server.genUserSig('alice'));
  await bob.login('bob', server.genUserSig('bob'));
  const said: Message = {
    message_priority: TIMMsgPriority.kTIMMsgPriority_High,
    message_need_read_receipt: true,
    message_support_message_extension: true,
    message_is_excluded_from_unread_count: true,
    message_excluded_from_last_message: true,
    message_cloud_custom_str: 'data',
  };
  const push = { offline_push_config_ext: 'more', offline_push_config_desc: 'from alice' };
  const given = { ...textMessage('x'), ...said, message_offline_push_config: push };
  const { code } = await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, given, null, cb));
  expect(code).toBe(0);
  await bob.untilReceived(1);
  expect(bob.received[0]).toMatchObject({
    ...said,
    message_offline_push_config: push,
    message_sender_profile: {
      user_profile_identifier: 'alice',
      user_profile_nick_name: 'Alice',
      user_profile_face_url: 'http://a/1',
    },
    message_is_online_msg: false,
    message_version: 0,
  });
});

test('to a group: everybody, with who is mentioned and the name in the group; or only some of them', async () => {
  const server = await start();
  const [alice, bob, carol] = [app(server), app(server), app(server)];
  await alice.login('alice', server.genUserSig('alice'));
  await bob.login('bob', server.genUserSig('bob'));
  await carol.login('carol', server.genUserSig('carol'));
  const { client: owner } = await logIn(server, 'owner');
  const members = ['alice', 'bob', 'carol'].map((user) => ({ user, role: 'member' as const }));
  await owner.ask('group.create', { id: 'team', type: 'Public', name: 'team', members });
  const send = (given: Message, conv = 'team', type: TIMConvType = GROUP) =>
    alice.ask((client, cb) => client.TIMMsgSendMessage(conv, type, given, null, cb));
  const texts = (of: typeof bob): Message[] =>
    of.received.filter(({ message_elem_array: elems }) => elems?.[0]?.elem_type === 0);
  expect(await send({ ...textMessage('all'), message_group_at_user_array: ['bob'] })).toMatchObject({
    code: 0,
    json: { message_status: TIMMsgStatus.kTIMMsg_SendSucc, message_conv_id: 'team', message_conv_type: GROUP },
  });
  const some = { ...textMessage('some'), message_target_group_member_array: ['bob', 'stranger'] };
  expect((await send(some)).code).toBe(0);
  expect((await send(textMessage('end'))).code).toBe(0);
  await bob.until('three texts', () => texts(bob).length === 3);
  await carol.until('two texts', () => texts(carol).length === 2);
  expect(texts(bob)).toMatchObject([
    {
      message_conv_id: 'team',
      message_sender: 'alice',
      message_group_at_user_array: ['bob'],
      message_sender_group_member_info: { group_member_info_identifier: 'alice' },
    },
    { message_target_group_member_array: ['bob', 'stranger'] },
    { message_elem_array: [{ text_elem_content: 'end' }] },
  ]);
  expect(texts(carol).map(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content'])).toEqual([
    'all',
    'end',
  ]);
  const many = Array.from({ length: 51 }, (_each, at) => `u${at}`);
  expect((await send({ ...textMessage('x'), message_target_group_member_array: many })).code).toBe(6017);
  expect((await send(some, 'bob', C2C)).code).toBe(6017);
  expect((await send(textMessage('x'), 'nowhere')).code).toBe(10010);
  await owner.close();
});

test('a message for who is online', async () => {
  const server = await start();
  const [alice, web, bob] = [app(server), app(server, { sdk_config_platform: 'Web' }), app(server)];
  await alice.login('alice', server.genUserSig('alice'));
  await web.login('alice', server.genUserSig('alice'));
  await bob.login('bob', server.genUserSig('bob'));
  const typing = { ...textMessage('typing'), message_is_online_msg: true };
  const sent = await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, typing, null, cb));
  expect(sent).toMatchObject({ code: 0, json: { message_seq: 0, message_is_online_msg: true, message_status: 2 } });
  await bob.untilReceived(1);
  await web.untilReceived(1);
  expect(bob.received).toMatchObject([{ message_is_online_msg: true, message_conv_id: 'alice', message_seq: 0 }]);
  expect(web.received).toMatchObject([{ message_is_online_msg: true, message_conv_id: 'bob' }]);
  expect(alice.received).toEqual([]);
  expect((await bob.ask((client, cb) => client.TIMMsgGetMsgList('alice', C2C, {}, cb))).json).toEqual([]);
});

test('one message to several users, each with its own outcome', async () => {
  const server = await start();
  const [alice, bob, carol] = [app(server), app(server), app(server)];
  await alice.login('alice', server.genUserSig('alice'));
  await bob.login('bob', server.genUserSig('bob'));
  await carol.login('carol', server.genUserSig('carol'));
  const users = ['bob', 'nobody', 'carol'];
  const batch = { msg_batch_send_param_identifier_array: users, msg_batch_send_param_msg: textMessage('to all') };
  const { code, json } = await alice.ask((client, cb) => client.TIMMsgBatchSend(batch, cb));
  const results = json as MsgBatchSendResult[];
  expect([code, results.map((each) => each.msg_batch_send_result_identifier)]).toEqual([0, users]);
  expect(results.map((each) => each.msg_batch_send_result_code)).toEqual([0, 20003, 0]);
  expect(results.map((each) => each.msg_batch_send_result_msg?.message_conv_id)).toEqual(users);
  await bob.untilReceived(1);
  await carol.untilReceived(1);
  expect([bob.texts, carol.texts]).toEqual([['to all'], ['to all']]);
});

/** Two users who are logged in; what alice says goes over a line that can fail. */
async function overALine() {
  const server = await start();
  const line = await wire(server);
  const alice = app(server, { sdk_config_server_url: line.url });
  const bob = app(server);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  return { line, alice, bob };
}

test('sending can be cancelled while the message waits for a connection, and not after', async () => {
  const { line, alice, bob } = await overALine();
  line.refuse();
  line.drop();
  await alice.until('the line to be down', ({ network }) => network.at(-1) !== 'connected');
  const id = new StringBuilder(128);
  const waiting = alice.begin((client, cb) => client.TIMMsgSendMessage('bob', C2C, textMessage('no'), id, cb));
  const cancel = (messageId: string) => alice.ask((client, cb) => client.TIMMsgCancelSend('bob', C2C, messageId, cb));
  expect((await cancel('alice-1-1')).code).toBe(8020);
  expect(await cancel(id.ToString())).toMatchObject({ code: 0, json: { message_msg_id: id.ToString() } });
  expect(await waiting.outcome).toMatchObject({ code: 8021, json: { message_status: TIMMsgStatus.kTIMMsg_SendFail } });
  line.accept();
  const sent = await alice.sendText('bob', 'yes');
  expect(sent.code).toBe(0);
  expect((await cancel((sent.json as Message).message_msg_id ?? '')).code).toBe(8020);
  await bob.untilReceived(1);
  expect(bob.texts).toEqual(['yes']);
});

test('sent once more after its answer got lost, a message is the same one: it comes once', async () => {
  const { line, alice, bob } = await overALine();
  const send = (message: object) => alice.ask((client, cb) => client.TIMMsgSendMessage('bob', C2C, message, null, cb));
  await patience(alice, 0.3);
  line.delay(600);
  const lost = await send(textMessage('once'));
  expect(lost).toMatchObject({ code: 9520, json: { message_status: TIMMsgStatus.kTIMMsg_SendFail } });
  await bob.untilReceived(1);
  line.delay(0);
  await patience(alice, 0);
  const { message_msg_id: id, message_rand: random } = lost.json as Message;
  const again = await send(lost.json as Message);
  expect(again).toMatchObject({
    code: 0,
    json: { message_msg_id: id, message_rand: random, message_seq: bob.received[0]?.message_seq },
  });
  // What the app has changed is another message; and so is what it sends on after it went well.
  const [elem] = (lost.json as Message).message_elem_array ?? [];
  await send({ ...(lost.json as Message), message_elem_array: [{ ...elem, text_elem_content: 'changed' }] });
  await send(again.json as Message);
  await bob.untilReceived(3);
  expect(bob.texts).toEqual(['once', 'changed', 'once']);
  expect(new Set(bob.received.map((message) => message.message_msg_id)).size).toBe(3);
  const all = { msg_getmsglist_param_count: 10, msg_getmsglist_param_is_forward: true };
  const { json: list } = await alice.ask((client, cb) => client.TIMMsgGetMsgList('bob', C2C, all, cb));
  const SENT = TIMMsgStatus.kTIMMsg_SendSucc;
  expect((list as Message[]).map((message) => message.message_status)).toEqual([SENT, SENT, SENT]);
});

/** How long calls wait for their answers, in seconds; 0 for as long as usual. */
async function patience(one: App, seconds: number): Promise<void> {
  const request = {
    request_internal_operation: 'internal_operation_set_packet_request_timeout',
    request_set_packet_request_timeout_param: seconds,
  };
  expect((await one.ask((client, cb) => client.callExperimentalAPI(request, cb))).code).toBe(0);
}
