import { TIMConvType, type Message } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { logIn } from '../../support/raw-client.js';
import { rest } from '../../support/server.js';
import { textMessage, type Answer, type App } from './app.js';
import { world } from './world.js';

const { start, app } = world();
const C2C = TIMConvType.kTIMConv_C2C;
const GROUP = TIMConvType.kTIMConv_Group;

interface Watched {
  readonly app: App;
  readonly revoked: Record<string, unknown>[];
  readonly modified: Message[];
}

async function watched(
  server: TimServer,
  user: string,
  platform: 'Linux' | 'Web' | 'Windows' = 'Linux',
): Promise<Watched> {
  const one = app(server, { sdk_config_platform: platform });
  const revoked: Record<string, unknown>[] = [];
  const modified: Message[] = [];
  one.client.TIMSetMsgRevokeCallback((json) => revoked.push(...(readJson(json) as Record<string, unknown>[])));
  one.client.TIMSetMsgUpdateCallback((json) => modified.push(...(readJson(json) as Message[])));
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return { app: one, revoked, modified };
}

const revoke = ({ app: by }: Watched, conv: string, given: Message, type: TIMConvType = C2C): Promise<Answer> =>
  by.ask((client, cb) => client.TIMMsgRevoke(conv, type, given, cb));

test('taken back: the others and other instances hear of it, the caller by his callback', async () => {
  const server = await start();
  await rest(server, 'im_open_login_svc/account_import', { UserID: 'alice', Nick: 'Alice', FaceUrl: 'http://a/1' });
  const [alice, web, bob] = [
    await watched(server, 'alice'),
    await watched(server, 'alice', 'Web'),
    await watched(server, 'bob'),
  ];
  const { json } = await alice.app.sendText('bob', 'oh no');
  const message = json as Message;
  expect(await revoke(alice, 'bob', { ...message, message_revoke_reason: 'a slip' })).toEqual({
    code: 0,
    desc: '',
    json: undefined,
  });
  await bob.app.until('the news', () => bob.revoked.length > 0);
  await web.app.until('the news', () => web.revoked.length > 0);
  expect(bob.revoked).toEqual([
    {
      message_locator_conv_id: 'alice',
      message_locator_conv_type: C2C,
      message_locator_is_revoked: true,
      message_locator_is_self: false,
      message_locator_rand: message.message_rand,
      message_locator_seq: 1,
      message_locator_time: message.message_server_time,
      message_locator_unique_id: message.message_unique_id,
      message_msg_id: message.message_msg_id,
      message_revoke_reason: 'a slip',
      message_revoker_face_url: 'http://a/1',
      message_revoker_nick_name: 'Alice',
      message_revoker_user_id: 'alice',
    },
  ]);
  expect(web.revoked).toMatchObject([{ message_locator_conv_id: 'bob', message_locator_is_self: true }]);
  expect(alice.revoked).toEqual([]);
  expect((await revoke(alice, 'bob', message)).code).toBe(0);
});

test('not what is not there, not yet sent, or of somebody else', async () => {
  const server = await start({ settings: { revokeSeconds: 1000 } });
  const [alice, bob] = [await watched(server, 'alice'), await watched(server, 'bob')];
  const { json } = await alice.app.sendText('bob', 'mine');
  expect((await revoke(bob, 'alice', json as Message)).code).toBe(20022);
  expect((await revoke(alice, 'bob', { ...(json as Message), message_seq: 9 })).code).toBe(20022);
  expect((await revoke(alice, 'bob', textMessage('never sent'))).code).toBe(6017);
  await bob.app.untilReceived(1);
  expect(alice.revoked).toEqual([]);
});

test('modified: everybody sees the new content, the caller too', async () => {
  const server = await start();
  const [alice, bob] = [await watched(server, 'alice'), await watched(server, 'bob')];
  const { json } = await alice.app.sendText('bob', 'good');
  const before = json as Message;
  const better = { ...before, ...textMessage('better'), message_cloud_custom_str: 'data' };
  const modify = (given: Message): Promise<Answer> =>
    alice.app.ask((client, cb) => client.TIMMsgModifyMessage(given, cb));
  const changed = {
    message_msg_id: before.message_msg_id,
    message_version: 1,
    message_cloud_custom_str: 'data',
    message_elem_array: [{ text_elem_content: 'better' }],
  };
  expect(await modify(better)).toMatchObject({ code: 0, json: changed });
  for (const one of [alice, bob]) {
    await one.app.until('the news', () => one.modified.length > 0);
    expect(one.modified).toMatchObject([changed]);
  }
  expect(bob.modified[0]).toMatchObject({ message_conv_id: 'alice', message_is_from_self: false });
  expect(await modify({ ...before, ...textMessage('too late') })).toMatchObject({ code: 8006, json: changed });
  const theirs = await bob.app.ask((client, cb) => client.TIMMsgModifyMessage(bob.modified[0] ?? {}, cb));
  expect(theirs).toMatchObject({ code: 20022, json: { message_seq: 1 } });
});

test('in a group its owner may take back and change what members have written; a member may not', async () => {
  const server = await start();
  const [alice, bob] = [await watched(server, 'alice'), await watched(server, 'bob')];
  const { client: maker } = await logIn(server, 'owner');
  await maker.ask('group.create', {
    id: 'team',
    type: 'Public',
    name: 'team',
    members: ['alice', 'bob'].map((user) => ({ user, role: 'member' as const })),
  });
  const owner = await watched(server, 'owner', 'Windows');
  const send = async (text: string): Promise<Message> => {
    const answer = await alice.app.ask((client, cb) =>
      client.TIMMsgSendMessage('team', GROUP, textMessage(text), null, cb),
    );
    return answer.json as Message;
  };
  const [one, two] = [await send('one'), await send('two')];
  expect((await revoke(bob, 'team', one, GROUP)).code).toBe(10032);
  expect((await revoke(owner, 'team', one, GROUP)).code).toBe(0);
  await alice.app.until('the news', () => alice.revoked.length > 0);
  expect(alice.revoked).toMatchObject([{ message_locator_conv_id: 'team', message_revoker_user_id: 'owner' }]);
  const changed = { ...two, ...textMessage('changed') };
  expect((await owner.app.ask((client, cb) => client.TIMMsgModifyMessage(changed, cb))).code).toBe(0);
  await bob.app.until('the news', () => bob.modified.length > 0);
  expect(bob.modified).toMatchObject([{ message_conv_id: 'team', message_sender: 'alice', message_version: 1 }]);
  expect((await revoke(owner, 'team', { ...two, message_seq: 99 }, GROUP)).code).toBe(10030);
  await maker.close();
});
