import { TIMConvType, TIMMsgStatus, type Message } from 'tim-node';
import { textMessage, type Answer, type App } from './app.js';
import { world } from './world.js';

const { start, app, wire, folder: newFolder } = world();
const C2C = TIMConvType.kTIMConv_C2C;

const list = async (of: App, who: string): Promise<Message[]> => {
  const { code, json } = await of.ask((client, cb) => client.TIMMsgGetMsgList(who, C2C, {}, cb));
  expect(code).toBe(0);
  return json as Message[];
};
const textOf = ({ message_elem_array: elems }: Message): unknown => elems?.[0]?.['text_elem_content'];
const told = (messages: readonly Message[]): unknown[] =>
  messages.map((message) => [textOf(message), message.message_status]);
const { kTIMMsg_SendFail: FAILED, kTIMMsg_SendSucc: SENT } = TIMMsgStatus;

test('a batch: each message is kept with its own outcome; failed ones can be deleted', async () => {
  const server = await start();
  const config = { sdk_config_config_file_path: newFolder(), sdk_config_platform: 'Linux' } as const;
  const [alice, bob] = [app(server, config), app(server)];
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  const batch = {
    msg_batch_send_param_identifier_array: ['bob', 'nobody'],
    msg_batch_send_param_msg: { ...textMessage('to many'), message_custom_str: 'mine' },
  };
  expect((await alice.ask((client, cb) => client.TIMMsgBatchSend(batch, cb))).code).toBe(0);
  await bob.untilReceived(1);
  const check = async (client: App): Promise<void> => {
    expect(told(await list(client, 'bob'))).toEqual([['to many', SENT]]);
    expect(await list(client, 'nobody')).toMatchObject([{ message_status: FAILED, message_custom_str: 'mine' }]);
  };
  await check(alice);
  alice.client.TIMUninit();
  const again = app(server, config);
  expect(await again.login('alice', server.genUserSig('alice'))).toBe(0);
  await check(again);
  const [failed = {}] = await list(again, 'nobody');
  const param = { msg_delete_param_msg: failed };
  const deleted = await again.ask((client, cb) => client.TIMMsgDelete('nobody', C2C, param, cb));
  expect([deleted.code, await list(again, 'nobody')]).toEqual([0, []]);
  const unknown = await again.ask((client, cb) => client.TIMMsgDelete('nobody', C2C, param, cb));
  expect(unknown.code).not.toBe(0);
  // One that the server has and one that it does not have.
  const vain = await again.ask((client, cb) =>
    client.TIMMsgSendMessage('bob', C2C, { message_elem_array: [] }, null, cb),
  );
  const both = await list(again, 'bob');
  expect(both.map(({ message_msg_id: id }) => id)).toContain((vain.json as Message).message_msg_id);
  const all = await again.ask((client, cb) => client.TIMMsgListDelete('bob', C2C, both, cb));
  expect([all.code, await list(again, 'bob')]).toEqual([0, []]);
  expect(told(await list(bob, 'alice'))).toEqual([['to many', SENT]]);
});

test('a message whose sending was cancelled is kept once, as failed, and never arrives', async () => {
  const server = await start();
  const proxy = await wire(server);
  const config = { sdk_config_config_file_path: newFolder(), sdk_config_platform: 'Linux' } as const;
  const [alice, bob] = [app({ url: proxy.url, sdkAppId: server.sdkAppId }, config), app(server)];
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  await proxy.close();
  await alice.until('the loss', ({ network }) => network.some((state) => state.startsWith('disconnected')));
  const id = Buffer.alloc(128);
  const sending = alice.begin((client, cb) => client.TIMMsgSendMessage('bob', C2C, textMessage('oops'), id, cb));
  const messageId = id.toString('utf8', 0, id.indexOf(0));
  expect(told(await list(alice, 'bob'))).toEqual([['oops', TIMMsgStatus.kTIMMsg_Sending]]);
  const cancel = (): Promise<Answer> => alice.ask((client, cb) => client.TIMMsgCancelSend('bob', C2C, messageId, cb));
  expect((await cancel()).code).toBe(0);
  expect((await sending.outcome).code).not.toBe(0);
  expect(told(await list(alice, 'bob'))).toEqual([['oops', FAILED]]);
  alice.client.TIMUninit();
  const again = app(server, config);
  expect(await again.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(told(await list(again, 'bob'))).toEqual([['oops', FAILED]]);
  expect(await list(bob, 'alice')).toEqual([]);
});

test('another server takes the place of the old one: what it has told goes, what only this machine has stays', async () => {
  const config = { sdk_config_config_file_path: newFolder(), sdk_config_platform: 'Linux' } as const;
  const old = await start();
  const [alice, bob] = [app(old, config), app(old)];
  expect(await bob.login('bob', old.genUserSig('bob'))).toBe(0);
  expect(await alice.login('alice', old.genUserSig('alice'))).toBe(0);
  for (const text of ['one', 'two']) expect((await bob.sendText('alice', text)).code).toBe(0);
  await alice.untilReceived(2);
  const saved = { ...textMessage('note'), message_client_time: 1000, message_rand: 1 };
  expect((await alice.ask((client, cb) => client.TIMMsgSaveMsg('bob', C2C, saved, cb))).code).toBe(0);
  alice.client.TIMUninit();
  bob.client.TIMUninit();
  const { sdkAppId, secretKey } = old;
  await old.close();

  const fresh = await start({ apps: [{ sdkAppId, secretKey }] });
  const newBob = app({ url: fresh.url, sdkAppId });
  expect(await newBob.login('bob', old.genUserSig('bob'))).toBe(0);
  expect((await newBob.sendText('alice', 'vain')).code).toBe(20003);
  const again = app({ url: fresh.url, sdkAppId }, config);
  expect(await again.login('alice', old.genUserSig('alice'))).toBe(0);
  expect((await newBob.sendText('alice', 'anew')).code).toBe(0);
  await again.untilReceived(1);
  expect(again.texts).toEqual(['anew']);
  expect((await list(again, 'bob')).map(textOf)).toEqual(['anew', 'note']);
  again.client.TIMUninit();
  const last = app({ url: fresh.url, sdkAppId }, config);
  const login = last.begin((client, cb) => client.TIMLogin('alice', old.genUserSig('alice'), cb));
  expect((await list(last, 'bob')).map(textOf)).toEqual(['anew', 'note']);
  expect((await login.outcome).code).toBe(0);
});
