import { StringBuilder, TIMConvType, TIMElemType, TIMMsgStatus, TIMPlatform, type Message } from 'tim-node';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { textMessage } from './app.js';
import { world } from './world.js';

const { start, app, wire } = world();
const C2C = TIMConvType.kTIMConv_C2C;

test('a message as both sides see it', async () => {
  const server = await start();
  const alice = app(server, { sdk_config_platform: 'Windows' });
  const bob = app(server, { sdk_config_platform: 'iPhone' });
  expect([
    await alice.login('alice', server.genUserSig('alice')),
    await bob.login('bob', server.genUserSig('bob')),
  ]).toEqual([0, 0]);
  const id = new StringBuilder(128);
  const given = {
    message_elem_array: [
      { elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'hello, 世界 👋' },
      { elem_type: TIMElemType.kTIMElem_Text, text_elem_content: '' },
    ],
    message_cloud_custom_str: '{"a":1}',
    message_custom_int: 7,
    message_sender: 'mallory',
    message_seq: 99,
  };
  const sending = alice.begin((client, cb) => client.TIMMsgSendMessage('bob', C2C, JSON.stringify(given), id, cb));
  expect(id.ToString()).toMatch(/^alice-\d+-\d+$/);
  const { code, desc, json } = await sending.outcome;
  expect([code, desc]).toEqual([0, '']);
  const sent = json as Message;
  expect(sent).toMatchObject({
    message_conv_id: 'bob',
    message_conv_type: C2C,
    message_sender: 'alice',
    message_is_from_self: true,
    message_is_read: true,
    message_is_peer_read: false,
    message_status: TIMMsgStatus.kTIMMsg_SendSucc,
    message_platform: TIMPlatform.kTIMPlatform_Windows,
    message_seq: 1,
    message_custom_int: 7,
    message_cloud_custom_str: '{"a":1}',
    message_msg_id: id.ToString(),
    message_elem_array: given.message_elem_array,
    message_sender_profile: { user_profile_identifier: 'alice' },
  });
  expect(Math.abs(Number(sent.message_server_time) - Date.now() / 1000)).toBeLessThan(30);
  const unique = (BigInt(sent.message_server_time ?? 0) << 32n) | BigInt(sent.message_rand ?? 0);
  expect(sent.message_unique_id).toBe(unique);

  await bob.untilReceived(1);
  const own = [
    'message_custom_int',
    'message_conv_id',
    'message_is_from_self',
    'message_is_read',
    'message_is_peer_read',
  ];
  const shared = Object.fromEntries(Object.entries(sent).filter(([key]) => !own.includes(key)));
  const [received = {}] = bob.received;
  expect(received).toMatchObject(shared);
  expect(received).toMatchObject({
    message_conv_id: 'alice',
    message_custom_int: 0,
    message_is_from_self: false,
    message_is_read: false,
    message_is_peer_read: true,
  });
  expect(Object.keys(received)).toEqual(Object.keys(sent));
  expect(alice.received).toEqual([]);
});

test('custom data, faces and places arrive as they were sent', async () => {
  const server = await start();
  const [alice, bob] = [app(server), app(server)];
  await alice.login('alice', server.genUserSig('alice'));
  await bob.login('bob', server.genUserSig('bob'));
  const elements = [
    {
      elem_type: TIMElemType.kTIMElem_Custom,
      custom_elem_data: '{"hp":100}',
      custom_elem_desc: '',
      custom_elem_ext: 'ext',
      custom_elem_sound: 'ding.mp3',
    },
    { elem_type: TIMElemType.kTIMElem_Face, face_elem_buf: 'smile', face_elem_index: -7 },
    {
      elem_type: TIMElemType.kTIMElem_Location,
      location_elem_desc: 'Shenzhen',
      location_elem_latitude: 22.54286,
      location_elem_longitude: -114.05956,
    },
    { elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'all in one message' },
  ];
  const message = JSON.stringify({ message_elem_array: elements });
  const { code } = await alice.begin((client, cb) => client.TIMMsgSendMessage('bob', C2C, message, null, cb)).outcome;
  expect(code).toBe(0);
  await bob.untilReceived(1);
  expect(bob.received[0]?.message_elem_array).toEqual(elements);
});

test('other instances of the sender get it too, in the same conversation', async () => {
  const server = await start();
  const [desk, web, bob] = [app(server), app(server, { sdk_config_platform: 'Web' }), app(server)];
  for (const [one, user] of [
    [desk, 'alice'],
    [web, 'alice'],
    [bob, 'bob'],
  ] as const) {
    expect(await one.login(user, server.genUserSig(user))).toBe(0);
  }
  const { json } = await desk.sendText('bob', 'hi');
  await web.untilReceived(1);
  await bob.untilReceived(1);
  expect(web.received[0]).toMatchObject({ message_conv_id: 'bob', message_is_from_self: true, message_is_read: true });
  expect(web.received[0]?.message_unique_id).toEqual((json as Message).message_unique_id);
  expect((await web.sendText('alice', 'note to self')).code).toBe(0);
  await desk.untilReceived(1);
  expect(desk.received[0]).toMatchObject({
    message_conv_id: 'alice',
    message_is_from_self: true,
    message_sender: 'alice',
  });
  expect(web.texts).toEqual(['hi']);
});

test('two hundred of them, both ways at once, in order and once', async () => {
  const server = await start();
  const [alice, bob] = [app(server), app(server)];
  expect([
    await alice.login('alice', server.genUserSig('alice')),
    await bob.login('bob', server.genUserSig('bob')),
  ]).toEqual([0, 0]);
  const order: number[] = [];
  const sends = Array.from({ length: 100 }, (_each, at) => [
    alice.sendText('bob', `a${at}`).then((answer) => {
      order.push(at);
      return answer;
    }),
    bob.sendText('alice', `b${at}`),
  ]).flat();
  const answers = await Promise.all(sends);
  expect(answers.every(({ code }) => code === 0)).toBe(true);
  await alice.untilReceived(100);
  await bob.untilReceived(100);
  const numbers = Array.from({ length: 100 }, (_each, at) => at);
  expect(order).toEqual(numbers);
  expect([alice.texts, bob.texts]).toEqual([numbers.map((at) => `b${at}`), numbers.map((at) => `a${at}`)]);
  const seqs = [
    ...alice.received,
    ...answers.map(({ json }) => json as Message).filter(({ message_sender: who }) => who === 'alice'),
  ];
  expect(seqs.map(({ message_seq: seq }) => Number(seq)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 200 }, (_each, at) => at + 1),
  );
});

test('what was sent while somebody was away comes after the login', async () => {
  const server = await start();
  const [alice, bob] = [app(server), app(server)];
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  expect(await bob.logout()).toBe(0);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  for (const text of ['one', 'two', 'three']) expect((await alice.sendText('bob', text)).code).toBe(0);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  await bob.untilReceived(3);
  expect(bob.texts).toEqual(['one', 'two', 'three']);
});

test('a lost connection loses and doubles nothing', async () => {
  const server = await start();
  const [lineA, lineB] = [await wire(server), await wire(server)];
  const alice = app(server, { sdk_config_server_url: lineA.url });
  const bob = app(server, { sdk_config_server_url: lineB.url });
  expect([
    await alice.login('alice', server.genUserSig('alice')),
    await bob.login('bob', server.genUserSig('bob')),
  ]).toEqual([0, 0]);
  expect((await alice.sendText('bob', '0')).code).toBe(0);
  lineB.refuse();
  lineB.drop();
  await bob.untilHas('net:failed 9508');
  expect(bob.state).toEqual([1, 'bob']);
  for (const text of ['1', '2']) expect((await alice.sendText('bob', text)).code).toBe(0);
  lineA.refuse();
  lineA.drop();
  const waiting = alice.sendText('bob', '3');
  lineA.accept();
  lineB.accept();
  expect((await waiting).code).toBe(0);
  await bob.untilReceived(4);
  expect((await bob.sendText('alice', 'got them')).code).toBe(0);
  await alice.untilReceived(1);
  expect(bob.texts).toEqual(['0', '1', '2', '3']);
  expect([alice.story, bob.story]).toEqual([[], []]);
});

test('several callbacks; the same one only once; none after removal', async () => {
  const server = await start();
  const alice = app(server);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  const bob = app(server, { sdk_config_platform: 'Web' });
  expect(await bob.login('alice', server.genUserSig('alice'))).toBe(0);
  const seen: unknown[] = [];
  const first = (json: string, userData: unknown): void => {
    seen.push([userData, (readJson(json) as Message[]).length]);
  };
  const second = (): void => {
    seen.push('second');
  };
  alice.client.TIMAddRecvNewMsgCallback(first, 'old');
  alice.client.TIMAddRecvNewMsgCallback(second);
  alice.client.TIMAddRecvNewMsgCallback(first, 'new');
  expect((await bob.sendText('alice', '1')).code).toBe(0);
  await alice.untilReceived(1);
  expect(seen).toEqual(['second', ['new', 1]]);
  alice.client.TIMRemoveRecvNewMsgCallback(second);
  expect((await bob.sendText('alice', '2')).code).toBe(0);
  await alice.untilReceived(2);
  expect(seen).toEqual(['second', ['new', 1], ['new', 1]]);
  alice.client.TIMAddRecvNewMsgCallback(null);
  expect((await bob.sendText('alice', '3')).code).toBe(0);
  expect((await alice.sendText('bob-is-not-there', '4')).code).toBe(20003);
  expect([seen.length, alice.received.length]).toEqual([3, 2]);
});

describe('what cannot be sent', () => {
  const image = { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Image, image_elem_orig_path: 'a.png' }] };
  test.each<[string, string, 1 | 2, Message, number]>([
    ['a receiver that does not exist', 'nobody', 1, textMessage('hi'), 20003],
    ['a receiver that cannot exist', 'no such name', 1, textMessage('hi'), 20003],
    ['more than 12 KB', 'alice', 1, textMessage('x'.repeat(12 * 1024)), 8001],
    ['no element', 'alice', 1, { message_elem_array: [] }, 6017],
    ['U+0000', 'alice', 1, textMessage('a\u0000b'), 6017],
    ['half a character', 'alice', 1, textMessage('\ud83d'), 6017],
    ['an image that is not there', 'alice', 1, image, 7004],
    ['a message to a group that does not exist', 'group', 2, textMessage('hi'), 10010],
  ])('%s', async (_name, to, type, given, code) => {
    const server = await start();
    const alice = app(server);
    expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
    const answer = await alice.ask((client, cb) => client.TIMMsgSendMessage(to, type, given, null, cb));
    expect(answer.code).toBe(code);
    expect(answer.desc).not.toBe('');
    expect(answer.json).toMatchObject({
      message_status: TIMMsgStatus.kTIMMsg_SendFail,
      message_conv_id: to,
      message_sender: 'alice',
      message_seq: 0,
    });
    expect((await alice.sendText('alice', 'alive')).code).toBe(0);
  });
});

/* eslint-disable @typescript-eslint/no-deprecated -- they must work all the same */
test('the older ways to send', async () => {
  const server = await start();
  const alice = app(server);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  const web = app(server, { sdk_config_platform: 'Web' });
  expect(await web.login('alice', server.genUserSig('alice'))).toBe(0);
  const old = await alice.ask((client, cb) => client.TIMMsgSendNewMsg('alice', C2C, textMessage('old'), cb));
  expect(old).toMatchObject({ code: 0, json: { message_seq: 1, message_status: 2 } });
  const ids: unknown[] = [];
  const older = await alice.ask((client, cb) =>
    client.TIMMsgSendNewMsgEx(
      'alice',
      C2C,
      textMessage('older'),
      (code, desc, json) => ids.push([code, desc, JSON.parse(json)]),
      cb,
    ),
  );
  const { message_msg_id: id } = older.json as Message;
  expect(older).toMatchObject({ code: 0, json: { message_seq: 2 } });
  expect(ids).toEqual([[0, 'ok', { message_conv_id: 'alice', message_conv_type: 1, message_msg_id: id }]]);
  await web.untilReceived(2);
  expect(web.texts).toEqual(['old', 'older']);
});

/* eslint-enable @typescript-eslint/no-deprecated */

test('every function that comes later says so', async () => {
  const server = await start();
  const alice = app(server);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  const answers = await Promise.all([
    alice.ask((each, cb) => each.TIMFriendshipGetFriendProfileList(cb)),
    alice.ask((each, cb) => each.TIMSignalingInvite('bob', '', false, null, 30, null, cb)),
  ]);
  expect(answers.map(({ code, json }) => [code, json])).toEqual([
    [7013, undefined],
    [7013, undefined],
  ]);
  expect(answers.map(({ desc }) => desc)).toEqual(
    ['TIMFriendshipGetFriendProfileList', 'TIMSignalingInvite'].map(
      (name) => `${name} is not supported by this version of tim-node`,
    ),
  );
  expect(await alice.ask((each, cb) => each.TIMMsgSendMessageReadReceipts([textMessage('hi')], cb))).toMatchObject({
    code: 0,
  });
});

test('what another account of the same client has sent to this one is new to it; what it has sent itself is not', async () => {
  const server = await start();
  const both = app(server);
  await both.login('bob', server.genUserSig('bob'));
  await both.login('alice', server.genUserSig('alice'));
  expect((await both.sendText('bob', 'from next door')).code).toBe(0);
  await both.login('bob', server.genUserSig('bob'));
  expect((await both.sendText('bob', 'to myself')).code).toBe(0);
  const other = app(server, { sdk_config_platform: 'iPhone' });
  await other.login('carol', server.genUserSig('carol'));
  await other.sendText('bob', 'from far away');
  await both.untilReceived(2);
  expect(both.texts).toEqual(['from next door', 'from far away']);
});
