import { TIMConvType, TIMMsgStatus, type Message, type MsgGetMsgListParam, type SdkConfig } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import type { FaultProxy } from '../../support/fault-proxy.js';
import { textMessage, type Answer, type App } from './app.js';
import { world } from './world.js';

const { start, app, wire, folder: newFolder } = world();
const C2C = TIMConvType.kTIMConv_C2C;

const list = (of: App, params: MsgGetMsgListParam, who = 'bob'): Promise<Answer> =>
  of.ask((client, cb) => client.TIMMsgGetMsgList(who, C2C, params, cb));
const messagesOf = ({ json }: Answer): Message[] => json as Message[];
const textOf = ({ message_elem_array: elems }: Message): unknown => elems?.[0]?.['text_elem_content'];
const texts = (answer: Answer): unknown[] => messagesOf(answer).map(textOf);
const newest = { msg_getmsglist_param_count: 20 };

interface Stage {
  readonly server: TimServer;
  readonly proxy: FaultProxy;
  readonly alice: App;
  readonly bob: App;
  readonly folder: string;
  readonly sig: string;
  /** Alice's app again, on the same folder. */
  again(url?: string): App;
}

/** Alice keeps her messages in a folder, and a proxy stands between her and the server. */
async function stage(): Promise<Stage> {
  const server = await start();
  const proxy = await wire(server);
  const folder = newFolder();
  const config: SdkConfig = { sdk_config_config_file_path: folder, sdk_config_platform: 'Linux' };
  const again = (url = proxy.url): App => app({ url, sdkAppId: server.sdkAppId }, config);
  const [alice, bob] = [again(), app(server)];
  const sig = server.genUserSig('alice');
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  expect(await alice.login('alice', sig)).toBe(0);
  return { server, proxy, alice, bob, folder, sig, again };
}

async function sendAll(from: App, to: string, ...contents: string[]): Promise<Message[]> {
  const sent: Message[] = [];
  for (const content of contents) {
    const { code, json } = await from.sendText(to, content);
    expect(code).toBe(0);
    sent.push(json as Message);
  }
  return sent;
}

/** Puts a message of alice's making at a time. */
async function save(alice: App, content: string, time: number, random: number): Promise<void> {
  const saved = { ...textMessage(content), message_client_time: time, message_server_time: time, message_rand: random };
  expect((await alice.ask((client, cb) => client.TIMMsgSaveMsg('bob', C2C, saved, cb))).code).toBe(0);
}

test('the list answers before the login does, after one that failed for lack of a network, and not to others', async () => {
  const { alice, bob, proxy, sig, again } = await stage();
  await sendAll(bob, 'alice', 'one', 'two');
  await alice.untilReceived(2);
  const [mine = {}] = await sendAll(alice, 'bob', 'three');
  await save(alice, 'noted', 1000, 7);
  const before = await list(alice, newest);
  expect(texts(before)).toEqual(['three', 'two', 'one', 'noted']);
  alice.client.TIMUninit();
  await sendAll(bob, 'alice', 'four');

  const second = again();
  const order: string[] = [];
  const login = second.begin((client, cb) => client.TIMLogin('alice', sig, cb));
  void login.outcome.then(() => order.push('login'));
  const early = await list(second, newest);
  expect([early.code, order]).toEqual([0, []]);
  expect(texts(early)).toEqual(texts(before));
  expect((await login.outcome).code).toBe(0);
  expect(texts(await list(second, newest))).toEqual(['four', 'three', 'two', 'one', 'noted']);
  second.client.TIMUninit();

  const { url } = proxy;
  await proxy.close();
  const third = again(url);
  expect(await list(third, newest)).toMatchObject({ code: 6014, json: [] });
  expect(await third.login('alice', sig)).toBe(9508);
  const kept = await list(third, newest);
  expect([kept.code, texts(kept)]).toEqual([0, ['four', 'three', 'two', 'one', 'noted']]);
  expect(messagesOf(kept)[1]).toMatchObject({ message_is_from_self: true, message_seq: mine.message_seq });
  const [first, last] = [{ ...newest, msg_getmsglist_param_is_forward: true }, messagesOf(kept)[2] ?? {}];
  expect(texts(await list(third, first))).toEqual(['noted', 'one', 'two', 'three', 'four']);
  expect(texts(await list(third, { ...newest, msg_getmsglist_param_last_msg: last }))).toEqual(['one', 'noted']);
  const find = await third.ask((client, cb) =>
    client.TIMMsgFindByMsgLocatorList('bob', C2C, [{ message_locator_seq: 1 }, { message_locator_seq: 99 }], cb),
  );
  expect([find.code, texts(find)]).toEqual([0, ['one']]);
  const places = { msg_getmsglist_param_message_seq_array: [3, 1] };
  expect(texts(await list(third, places))).toEqual(['three', 'one']);
  expect(await third.logout()).toBe(0);
  expect(await list(third, newest)).toMatchObject({ code: 6014, desc: 'not init database', json: [] });
});

test('logged in without a network: what was read before is there, and only that', async () => {
  const { server, alice, bob, proxy } = await stage();
  await sendAll(bob, 'alice', 'one', 'two', 'three');
  const elsewhere = app(server, { sdk_config_config_file_path: newFolder(), sdk_config_platform: 'Windows' });
  expect(await elsewhere.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(texts(await list(alice, newest))).toEqual(['three', 'two', 'one']);
  const bare = app({ url: proxy.url, sdkAppId: server.sdkAppId }, { sdk_config_platform: 'iPad' });
  expect(await bare.login('alice', server.genUserSig('alice'))).toBe(0);
  await proxy.close();
  await alice.until('the loss', ({ network }) => network.some((state) => state.startsWith('disconnected')));
  const offline = await list(alice, newest);
  expect([offline.code, texts(offline)]).toEqual([0, ['three', 'two', 'one']]);
  const found = await alice.ask((client, cb) =>
    client.TIMMsgFindByMsgLocatorList('bob', C2C, [{ message_locator_seq: 2 }], cb),
  );
  expect([found.code, texts(found)]).toEqual([0, ['two']]);
  // Without a store on disk there is only the server: the request waits for it until its time is over.
  const answered: number[] = [];
  void bare
    .begin((client, cb) => client.TIMMsgGetMsgList('bob', C2C, newest, cb))
    .outcome.then(({ code }) => {
      answered.push(code);
    });
  expect(texts(await list(alice, newest))).toEqual(['three', 'two', 'one']);
  expect(answered).not.toContain(0);
});

test('history that was read is kept; with ramble off only the store is read', async () => {
  const { server, bob, alice } = await stage();
  alice.client.TIMUninit();
  await sendAll(bob, 'alice', 'one', 'two', 'three');
  const other = app(server, { sdk_config_config_file_path: newFolder(), sdk_config_platform: 'Linux' });
  expect(await other.login('alice', server.genUserSig('alice'))).toBe(0);
  const stored = { ...newest, msg_getmsglist_param_is_ramble: false };
  // What the log has told of is there; what was before this device is not.
  const knownBefore = texts(await list(other, stored)).length;
  expect(knownBefore).toBeLessThanOrEqual(3);
  const fromServer = await list(other, { ...newest, msg_getmsglist_param_is_ramble: true });
  expect(texts(fromServer)).toEqual(['three', 'two', 'one']);
  expect((await list(other, stored)).json).toEqual(fromServer.json);
  const ids = messagesOf(fromServer).map(({ message_msg_id: id = '' }) => id);
  expect(texts(await other.ask((client, cb) => client.TIMMsgFindMessages(ids, cb)))).toEqual(['three', 'two', 'one']);
  // In memory nothing is kept for long, so the server is asked all the same.
  const bare = app(server, { sdk_config_platform: 'iPad' });
  expect(await bare.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(texts(await list(bare, stored))).toEqual(['three', 'two', 'one']);
});

describe.each([{ network: true }, { network: false }])('messages of this machine, network $network', ({ network }) => {
  test.each([1, 2, 3, 5, 50])('stand among the others, each once, in pages of %i', async (count) => {
    const { alice, bob, proxy } = await stage();
    const placed = await sendAll(bob, 'alice', 'm1', 'm2', 'm3');
    await alice.untilReceived(3);
    const times = placed.map(({ message_server_time: time }) => Number(time));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    await save(alice, 'b', first - 10, 2);
    await save(alice, 'a', first - 10, 1);
    await save(alice, 'before', first - 20, 3);
    await save(alice, 'same second', last, 4);
    await save(alice, 'after', last + 10, 5);
    const vain = await alice.ask((client, cb) =>
      client.TIMMsgSendMessage('bob', C2C, { message_elem_array: [] }, null, cb),
    );
    expect(vain.code).not.toBe(0);
    const all = ['before', 'a', 'b', 'm1', 'm2', 'm3'];
    if (!network) await proxy.close();
    if (!network) await alice.until('the loss', (each) => each.network.some((state) => state.startsWith('dis')));
    for (const forward of [false, true]) {
      const found: Message[] = [];
      for (let page = 0; page < 20; page += 1) {
        const from = found.at(-1);
        const answer = await list(alice, {
          msg_getmsglist_param_count: count,
          msg_getmsglist_param_is_forward: forward,
          msg_getmsglist_param_is_ramble: network,
          ...(from === undefined ? {} : { msg_getmsglist_param_last_msg: from }),
        });
        expect(answer.code).toBe(0);
        const messages = messagesOf(answer);
        expect(messages.length).toBeLessThanOrEqual(count);
        found.push(...messages);
        if (messages.length === 0) break;
      }
      const inOrder = forward ? found : found.reverse();
      const shown = inOrder
        .filter(({ message_status: status }) => status !== TIMMsgStatus.kTIMMsg_SendFail)
        .map(textOf);
      expect(shown).toEqual([...all, 'same second', 'after']);
      const failed = inOrder.filter(({ message_status: status }) => status === TIMMsgStatus.kTIMMsg_SendFail);
      expect(failed.map(({ message_msg_id: id }) => id)).toEqual([(vain.json as Message).message_msg_id]);
    }
  });
});

test('the own data of the app is in the list, and a period of time and kinds hold for messages of this machine too', async () => {
  const { alice, bob } = await stage();
  await sendAll(bob, 'alice', 'one');
  await alice.untilReceived(1);
  const marked = { ...alice.received[0], message_custom_int: 5, message_custom_str: 'note' };
  expect((await alice.ask((client, cb) => client.TIMMsgSetLocalCustomData(marked, cb))).code).toBe(0);
  await save(alice, 'old', 1000, 1);
  await save(alice, 'older', 500, 2);
  expect((await list(alice, newest)).json).toMatchObject([
    { message_custom_int: 5, message_custom_str: 'note' },
    { message_custom_int: 0, message_status: TIMMsgStatus.kTIMMsg_LocalImported },
    {},
  ]);
  const period = { ...newest, msg_getmsglist_param_time_begin: 1100, msg_getmsglist_param_time_period: 200 };
  expect(texts(await list(alice, period))).toEqual(['old']);
  expect(texts(await list(alice, { ...newest, msg_getmsglist_param_message_type_array: [6] }))).toEqual([]);
});
