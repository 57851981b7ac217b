import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  TIMElemType,
  TIMMsgStatus,
  type ConvInfo,
  type Message,
  type MessageSearchResult,
  type TimClient,
} from 'tim-node';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import type { TimServer } from '@tim-node/server';
import { waitFor } from '../../support/wait.js';
import { textMessage, type Answer, type App } from './app.js';
import { world } from './world.js';

const { start: startServer, app, wire, folder: newFolder } = world();
const C2C = 1;

const keepsIn = (folder: string) => ({ sdk_config_config_file_path: folder, sdk_config_platform: 'Linux' }) as const;
const find =
  (...ids: string[]) =>
  (client: TimClient, cb: TIMCommCallback) =>
    client.TIMMsgFindMessages(ids, cb);
const textsOf = ({ json }: Answer): unknown[] => (json as Message[]).map(textOf);
const textOf = ({ message_elem_array: elems }: Message): unknown => elems?.[0]?.['text_elem_content'];
const idOf = ({ message_msg_id: id = '' }: Message): string => id;

/** A server that knows the users whom these tests write to. */
async function start(): Promise<TimServer> {
  const server = await startServer();
  const visitor = app(server);
  for (const user of ['bob', 'carol', 'dave']) expect(await visitor.login(user, server.genUserSig(user))).toBe(0);
  visitor.client.TIMUninit();
  return server;
}

async function sendTexts(from: App, to: string, ...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) {
    const { code, json } = await from.sendText(to, text);
    expect(code).toBe(0);
    ids.push(idOf(json as Message));
  }
  return ids;
}

const databases = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.db'));

test('after a restart the store answers before the login does, and only what was missed comes', async () => {
  const server = await start();
  const folder = newFolder();
  const sig = server.genUserSig('alice');
  const bob = app(server);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  const first = app(server, keepsIn(folder));
  expect(await first.login('alice', sig)).toBe(0);
  const ids = await sendTexts(bob, 'alice', 'one', 'two', 'three');
  await first.untilReceived(3);
  ids.push(...(await sendTexts(first, 'bob', 'mine')));
  first.client.TIMUninit();
  await sendTexts(bob, 'alice', 'four', 'five');

  const second = app(server, keepsIn(folder));
  const order: string[] = [];
  const login = second.begin((client, cb) => client.TIMLogin('alice', sig, cb));
  const early = second.begin(find(...ids));
  void login.outcome.then(() => order.push('login'));
  void early.outcome.then(() => order.push('found'));
  const found = await early.outcome;
  expect([found.code, ...textsOf(found)]).toEqual([0, 'one', 'two', 'three', 'mine']);
  expect((found.json as Message[])[3]).toMatchObject({
    message_is_from_self: true,
    message_conv_id: 'bob',
    message_status: TIMMsgStatus.kTIMMsg_SendSucc,
  });
  expect((await login.outcome).code).toBe(0);
  expect(order).toEqual(['found', 'login']);
  await second.untilReceived(2);
  await sendTexts(bob, 'alice', 'six');
  await second.untilReceived(3);
  expect(second.texts).toEqual(['four', 'five', 'six']);
  const file = join(folder, String(databases(folder)[0]));
  expect(databases(folder)).toEqual([`tim-node_${server.sdkAppId}_alice.db`]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('without a network the store of the account is there, until somebody logs out', async () => {
  const server = await start();
  const proxy = await wire(server);
  const folder = newFolder();
  const sig = server.genUserSig('alice');
  const first = app(server, keepsIn(folder));
  expect(await first.login('alice', sig)).toBe(0);
  const ids = await sendTexts(first, 'bob', 'kept');
  first.client.TIMUninit();
  const { url } = proxy;
  await proxy.close();

  const second = app({ url, sdkAppId: server.sdkAppId }, keepsIn(folder));
  expect((await second.ask(find(...ids))).code).toBe(6014);
  expect(await second.login('alice', sig)).toBe(9508);
  expect(textsOf(await second.ask(find(...ids)))).toEqual(['kept']);
  const search = { msg_search_param_keyword_array: ['KEPT'] };
  const found = await second.ask((client, cb) => client.TIMMsgSearchLocalMessages(search, cb));
  expect(found.json).toMatchObject({ msg_search_result_total_count: 1 });
  // What needs the server still says so.
  expect((await second.sendText('bob', 'x')).code).toBe(6014);
  expect(await second.logout()).toBe(0);
  expect(await second.ask(find(...ids))).toMatchObject({ code: 6014, desc: 'not init database', json: [] });
});

test('whom the server refuses sees nothing', async () => {
  const server = await start();
  const folder = newFolder();
  const first = app(server, keepsIn(folder));
  expect(await first.login('alice', server.genUserSig('alice'))).toBe(0);
  const ids = await sendTexts(first, 'bob', 'secret');
  first.client.TIMUninit();
  const second = app(server, keepsIn(folder));
  expect(await second.login('alice', server.genUserSig('bob'))).toBe(70013);
  expect((await second.ask(find(...ids))).code).toBe(6014);
});

test('storage off: no file, and the functions wait for the login', async () => {
  const server = await start();
  const folder = newFolder();
  const alice = app(server, keepsIn(folder));
  alice.client.TIMSetConfig({ set_config_user_config: { user_config_is_is_disable_storage: true } });
  const login = alice.begin((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
  expect(await alice.ask(find('x'))).toMatchObject({ code: 6014, desc: 'not init database' });
  expect((await login.outcome).code).toBe(0);
  const ids = await sendTexts(alice, 'bob', 'in memory');
  expect(textsOf(await alice.ask(find(...ids)))).toEqual(['in memory']);
  expect(databases(folder)).toEqual([]);
  const bare = app(server);
  expect(await bare.login('carol', server.genUserSig('carol'))).toBe(0);
  expect((await bare.ask(find('x'))).json).toEqual([]);
});

test('every account has a file of its own', async () => {
  const server = await start();
  const folder = newFolder();
  const client = app(server, keepsIn(folder));
  expect(await client.login('alice', server.genUserSig('alice'))).toBe(0);
  const ids = await sendTexts(client, 'carol', 'of alice');
  expect(await client.login('Alice', server.genUserSig('Alice'))).toBe(0);
  expect((await client.ask(find(...ids))).json).toEqual([]);
  expect(await client.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(textsOf(await client.ask(find(...ids)))).toEqual(['of alice']);
  expect(databases(folder)).toHaveLength(2);
});

test('two clients of one account in one folder: the second one keeps nothing and works', async () => {
  const server = await start();
  const folder = newFolder();
  const first = app(server, keepsIn(folder));
  expect(await first.login('alice', server.genUserSig('alice'))).toBe(0);
  const second = app(server, { ...keepsIn(folder), sdk_config_platform: 'iPad' });
  expect(await second.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(second.log.filter((line) => line.includes('kept in memory only'))).toHaveLength(1);
  const ids = await sendTexts(second, 'bob', 'hello');
  expect(textsOf(await second.ask(find(...ids)))).toEqual(['hello']);
  // A folder is one instance, so the server has replaced the first one by the second.
  await first.until('the kick', ({ story }) => story.length > 0);
});

test('a folder that cannot be used costs the store, not the chat', async () => {
  const server = await start();
  const file = join(newFolder(), 'a file');
  writeFileSync(file, 'no folder');
  const alice = app(server, keepsIn(file));
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(alice.log.some((line) => line.includes('kept in memory only'))).toBe(true);
  await sendTexts(alice, 'bob', 'works');
});

test('a damaged file is set aside with a line in the log', async () => {
  const server = await start();
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `tim-node_${server.sdkAppId}_alice.db`), 'garbage '.repeat(1000));
  const alice = app(server, keepsIn(folder));
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(alice.log.some((line) => line.includes('set aside'))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.bad'))).toHaveLength(1);
  const ids = await sendTexts(alice, 'bob', 'works');
  expect(textsOf(await alice.ask(find(...ids)))).toEqual(['works']);
});

test('kill -9 while messages come in: nothing is lost', async () => {
  const server = await start();
  const folder = newFolder();
  const userSig = server.genUserSig('alice');
  const bob = app(server);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  const { url, sdkAppId } = server;
  const diary = join(newFolder(), 'diary');
  writeFileSync(diary, '');
  const said = (): string[] => readFileSync(diary, 'utf8').split('\n');
  const parameters = JSON.stringify({ url, sdkAppId, folder, userId: 'alice', userSig, diary });
  const child = spawn(process.execPath, [join(__dirname, 'target-keeper.mjs'), parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitFor('the login', () => said().includes('login 0'), 60_000);

  const texts = Array.from({ length: 900 }, (_each, at) => `text ${at}`);
  const sending = Promise.all(texts.map((text) => bob.sendText('alice', text)));
  await waitFor('some messages', () => said().length > 20);
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  const ids = (await sending).map(({ json }) => idOf(json as Message));
  const before = said().filter((line) => line.startsWith('text'));

  const again = app(server, keepsIn(folder));
  expect(await again.login('alice', userSig)).toBe(0);
  await again.until('all messages', ({ texts: after }) => new Set([...before, ...after]).size === texts.length);
  expect(new Set(again.texts).size).toBe(again.texts.length);
  expect(again.texts).toEqual(texts.slice(texts.length - again.texts.length));
  expect(textsOf(await again.ask(find(...ids)))).toEqual(texts);
});

test('the list of conversations is there before the login, with drafts and unread counts, and true after it', async () => {
  const server = await start();
  const folder = newFolder();
  const sig = server.genUserSig('alice');
  const bob = app(server);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  const first = app(server, keepsIn(folder));
  expect(await first.login('alice', sig)).toBe(0);
  await sendTexts(bob, 'alice', 'one', 'two');
  await first.untilReceived(2);
  const draft = { draft_msg: textMessage('unfinished'), draft_user_define: 'x', draft_edit_time: 5 };
  expect(first.client.TIMConvSetDraft('carol', C2C, draft)).toBe(0);
  const list = (client: TimClient, cb: TIMCommCallback): number => client.TIMConvGetConvList(cb);
  await waitFor('both', async () => ((await first.ask(list)).json as unknown[]).length === 2);
  first.client.TIMUninit();
  await sendTexts(bob, 'alice', 'three');

  const second = app(server, keepsIn(folder));
  const login = second.begin((client, cb) => client.TIMLogin('alice', sig, cb));
  const order: string[] = [];
  void login.outcome.then(() => order.push('login'));
  const early = await second.ask(list);
  expect([early.code, order]).toEqual([0, []]);
  const byId = (answer: Answer): Map<unknown, unknown> =>
    new Map((answer.json as ConvInfo[]).map((info) => [info.conv_id, info]));
  expect(byId(early).get('bob')).toMatchObject({
    conv_unread_num: 2,
    conv_last_msg: { message_elem_array: [{ text_elem_content: 'two' }], message_is_from_self: false },
  });
  expect(byId(early).get('carol')).toMatchObject({ conv_is_has_draft: true });
  const total = await second.ask((client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb));
  expect(total.code).toBe(0);
  expect((await login.outcome).code).toBe(0);
  await waitFor('what was missed', async () => {
    return (byId(await second.ask(list)).get('bob') as ConvInfo | undefined)?.conv_unread_num === 3;
  });
});

describe('messages of this machine', () => {
  async function two(): Promise<{ alice: App; bob: App; restart: () => Promise<App> }> {
    const server = await start();
    const folder = newFolder();
    const login = async (user: string, client: App): Promise<App> => {
      expect(await client.login(user, server.genUserSig(user))).toBe(0);
      return client;
    };
    const alice = await login('alice', app(server, keepsIn(folder)));
    return {
      alice,
      bob: await login('bob', app(server)),
      restart: () => {
        alice.client.TIMUninit();
        return login('alice', app(server, keepsIn(folder)));
      },
    };
  }

  const search = (client: App, param: object): Promise<MessageSearchResult> =>
    client
      .ask((each, cb) => each.TIMMsgSearchLocalMessages(param, cb))
      .then(({ code, json }) => {
        expect(code).toBe(0);
        return json as MessageSearchResult;
      });

  test('saved and imported ones are found, also after a restart, and nobody else sees them', async () => {
    const { alice, bob, restart } = await two();
    const saved = { ...textMessage('saved'), message_custom_int: 3, message_custom_str: 'note' };
    expect((await alice.ask((client, cb) => client.TIMMsgSaveMsg('bob', C2C, saved, cb))).code).toBe(0);
    const list: Message[] = [
      {
        ...textMessage('from bob'),
        message_sender: 'bob',
        message_client_time: 1551446728,
        message_server_time: 1551446729,
      },
      { ...textMessage('from me'), message_client_time: 1551446730, message_rand: 77 },
    ];
    for (let times = 0; times < 2; times += 1) {
      const { code } = await alice.ask((client, cb) => client.TIMMsgImportMsgList('bob', C2C, list.slice(1), cb));
      expect(code).toBe(0);
    }
    expect((await alice.ask((client, cb) => client.TIMMsgImportMsgList('bob', C2C, list.slice(0, 1), cb))).code).toBe(
      0,
    );
    const client = await restart();
    const { msg_search_result_item_array: found } = await search(client, {
      msg_search_param_conv_id: 'bob',
      msg_search_param_conv_type: C2C,
    });
    expect(found?.[0]?.msg_search_result_item_message_array).toEqual([
      expect.objectContaining({
        message_elem_array: [expect.objectContaining({ text_elem_content: 'saved' })],
        message_custom_int: 3,
        message_custom_str: 'note',
        message_status: TIMMsgStatus.kTIMMsg_LocalImported,
        message_sender: 'alice',
        message_is_from_self: true,
      }),
      expect.objectContaining({ message_msg_id: 'alice-1551446730-77', message_server_time: 1551446730 }),
      expect.objectContaining({
        message_sender: 'bob',
        message_is_from_self: false,
        message_conv_id: 'bob',
        message_server_time: 1551446729,
      }),
    ]);
    expect(bob.received).toEqual([]);
    expect((await search(bob, {})).msg_search_result_total_count).toBe(0);
  });

  test('the own data of the app stays with a message', async () => {
    const { alice, bob, restart } = await two();
    const [id = ''] = await sendTexts(bob, 'alice', 'remember me');
    await alice.untilReceived(1);
    const [received = {}] = alice.received;
    const marked = { ...received, message_custom_int: 42, message_custom_str: 'ä "note"' };
    expect((await alice.ask((client, cb) => client.TIMMsgSetLocalCustomData(marked, cb))).code).toBe(0);
    const client = await restart();
    const { json } = await client.ask(find(id));
    expect(json).toMatchObject([{ message_custom_int: 42, message_custom_str: 'ä "note"', message_msg_id: id }]);
    expect((await bob.ask(find(id))).json).toMatchObject([{ message_custom_int: 0, message_custom_str: '' }]);
    const unknown = { ...marked, message_seq: 999, message_msg_id: 'bob-1-1' };
    expect((await client.ask((each, cb) => each.TIMMsgSetLocalCustomData(unknown, cb))).code).toBe(20022);
  });

  test('a search by words, senders, kinds and time, in pages', async () => {
    const { alice, bob } = await two();
    await sendTexts(bob, 'alice', 'the red house', 'a red car', 'a blue car');
    await sendTexts(alice, 'bob', 'my RED bike');
    await sendTexts(alice, 'carol', 'red roses');
    const custom = { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Custom, custom_elem_desc: 'red data' }] };
    await alice.ask((client, cb) => client.TIMMsgSendMessage('dave', C2C, custom, null, cb));
    await alice.untilReceived(3);

    const all = await search(alice, { msg_search_param_keyword_array: ['red'] });
    expect(all.msg_search_result_total_count).toBe(3);
    const items = all.msg_search_result_item_array ?? [];
    const byConv = new Map(items.map((item) => [item.msg_search_result_item_conv_id, item]));
    expect(byConv.get('bob')).toMatchObject({
      msg_search_result_item_conv_type: C2C,
      msg_search_result_item_total_message_count: 3,
      msg_search_result_item_message_array: [],
    });
    expect(byConv.get('carol')?.msg_search_result_item_message_array?.map(textOf)).toEqual(['red roses']);
    expect(byConv.get('dave')?.msg_search_result_item_total_message_count).toBe(1);

    const withBob = { msg_search_param_conv_id: 'bob', msg_search_param_conv_type: C2C };
    const texts = async (param: object): Promise<unknown[]> => {
      const { msg_search_result_item_array: [item] = [] } = await search(alice, { ...withBob, ...param });
      return item?.msg_search_result_item_message_array?.map(textOf) ?? [];
    };
    const words = { msg_search_param_keyword_array: ['red', 'CAR'] };
    expect((await texts(words)).sort()).toEqual(['a blue car', 'a red car', 'my RED bike', 'the red house']);
    expect(await texts({ ...words, msg_search_param_keyword_list_match_type: 1 })).toEqual(['a red car']);
    expect(await texts({ ...words, msg_search_param_send_identifier_array: ['alice'] })).toEqual(['my RED bike']);
    expect(await texts({ ...words, msg_search_param_message_type_array: [3] })).toEqual([]);
    expect(await texts({ ...words, msg_search_param_search_time_period: 3600 })).toHaveLength(4);
    expect(await texts({ ...words, msg_search_param_search_time_position: 1000 })).toEqual([]);
    const paged = await Promise.all(
      [0, 1, 2].map((page) => texts({ ...words, msg_search_param_page_size: 2, msg_search_param_page_index: page })),
    );
    expect(paged.map((page) => page.length)).toEqual([2, 2, 0]);
    expect(new Set(paged.flat()).size).toBe(4);

    const counted = { ...withBob, ...words, msg_search_param_search_count: 3 };
    const { msg_search_result_search_cursor: cursor } = await search(alice, counted);
    const rest = await search(alice, { ...counted, msg_search_param_search_cursor: cursor });
    expect(rest.msg_search_result_item_array?.[0]?.msg_search_result_item_message_array).toHaveLength(1);
    expect(rest.msg_search_result_search_cursor).toBe('');
    const tooMany = { msg_search_param_keyword_array: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect((await alice.ask((client, cb) => client.TIMMsgSearchLocalMessages(tooMany, cb))).code).toBe(6017);
  });

  test('a message that could not be sent is kept as failed; one that was sent keeps the data of the app', async () => {
    const { alice, restart } = await two();
    const failed = await alice.ask((client, cb) =>
      client.TIMMsgSendMessage('nobody', C2C, { ...textMessage('vain'), message_custom_str: 'mine' }, null, cb),
    );
    expect(failed.code).toBe(20003);
    const sent = await alice.ask((client, cb) =>
      client.TIMMsgSendMessage('bob', C2C, { ...textMessage('good'), message_custom_int: 9 }, null, cb),
    );
    expect(sent.code).toBe(0);
    const ids = [failed, sent].map(({ json }) => idOf(json as Message));
    // The process ends before its answer comes.
    const pending = alice.begin((client, cb) => client.TIMMsgSendMessage('bob', C2C, textMessage('late'), null, cb));
    const client = await restart();
    ids.push(idOf((await pending.outcome).json as Message));
    const found = await client.ask(find(...ids));
    expect(found.json).toMatchObject([
      { message_status: TIMMsgStatus.kTIMMsg_SendFail, message_custom_str: 'mine', message_conv_id: 'nobody' },
      { message_status: TIMMsgStatus.kTIMMsg_SendSucc, message_custom_int: 9 },
      {},
    ]);
    expect(textsOf(found)).toEqual(['vain', 'good', 'late']);
  });
});
