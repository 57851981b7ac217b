import {
  asJson,
  createClient,
  createUnityClient,
  StringBuilder,
  TencentIMSDK,
  TIMConvType,
  TIMElemType,
  TIMGetLoginStatus,
  TIMLoginStatus,
  TIMNetworkStatus,
  type Message,
} from 'tim-node';
import { genUserSig } from 'tim-node/usersig';
import { rest } from '../../support/server.js';
import { inTime, waitFor } from '../../support/wait.js';
import { world } from './app.js';

/** The rows of the session table in the Unity style, against a real server. */
const { start, app, wire } = world();

const {
  kTIMLoginStatus_Logined: LOGINED,
  kTIMLoginStatus_Logining: LOGINING,
  kTIMLoginStatus_UnLogined: UNLOGINED,
  kTIMLoginStatus_Logouting: LOGOUTING,
} = TIMLoginStatus;
const NOBODY: [number, string] = [UNLOGINED, ''];

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function text(content: string): Message {
  return { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: content }] };
}

test('init, login, who and since when, logout, uninit; with the static class', async () => {
  const server = await start();
  const one = app(server, TencentIMSDK);
  expect(one.state).toEqual(NOBODY);
  const login = one.begin((sdk, cb) => sdk.Login('alice', server.genUserSig('alice'), cb));
  expect([login.result, one.state]).toEqual([0, [LOGINING, '']]);
  const answer = await login.outcome;
  expect(answer).toEqual({ code: 0, desc: '', userData: expect.stringMatching(/^Login_KeyString_\d+$/) as string });
  expect(one.state).toEqual([LOGINED, 'alice']);
  // The C functions exported by name work on the same account.
  expect(TIMGetLoginStatus()).toBe(LOGINED);
  expect(Math.abs(TencentIMSDK.GetServerTime() - now())).toBeLessThan(30);
  const logout = one.begin((sdk, cb) => sdk.Logout(cb));
  expect(one.state).toEqual([LOGOUTING, '']);
  expect((await logout.outcome).code).toBe(0);
  expect(one.state).toEqual(NOBODY);
  expect(one.story).toEqual([]);
  const { kTIMConnecting, kTIMConnected } = TIMNetworkStatus;
  expect(one.diary).toEqual([`net:${kTIMConnecting}`, `net:${kTIMConnected}`]);
  expect([TencentIMSDK.Uninit(), TencentIMSDK.Uninit()]).toEqual([0, 0]);
  expect(await one.login('alice', 'any')).toBe(6013);
});

test('Uninit has removed the handlers: they are set anew before the next Init', async () => {
  const server = await start();
  const one = app(server);
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  one.sdk.Uninit();
  one.diary.length = 0;
  one.sdk.Init(server.sdkAppId, { sdk_config_server_url: server.url });
  expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
  await waitFor('the end of the UserSig', () => one.state[0] === UNLOGINED);
  expect(one.diary).toEqual([]);
  one.follow();
  expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
  await one.untilHas('expired');
});

test('messages come as data and as text, and the sent one comes back', async () => {
  const server = await start();
  const [alice, bob] = [app(server), app(server)];
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  const texts: string[] = [];
  alice.sdk.AddRecvNewMsgCallback(null, (json) => texts.push(json));
  const id = new StringBuilder(128);
  const sent = await inTime(
    'the sent message',
    new Promise<Message | null>((resolve) => {
      bob.sdk.MsgSendMessage('alice', TIMConvType.kTIMConv_C2C, text('Hello!'), id, (_code, _desc, data) => {
        resolve(data);
      });
    }),
  );
  expect(sent).toMatchObject({ message_sender: 'bob', message_status: 2, message_msg_id: id.ToString() });
  await waitFor('the message', () => alice.received.length === 1 && texts.length === 1);
  expect(alice.received[0]).toMatchObject({ ...text('Hello!'), message_sender: 'bob', message_msg_id: id.ToString() });
  expect(JSON.parse(texts[0] ?? '')).toMatchObject([{ message_msg_id: id.ToString() }]);
  const json = await inTime(
    'the JSON',
    new Promise<string>((resolve) => {
      const send = asJson((_code, _desc, data) => {
        resolve(data);
      });
      bob.sdk.MsgSendMessage('alice', TIMConvType.kTIMConv_C2C, JSON.stringify(text('Again')), null, send);
    }),
  );
  expect(JSON.parse(json)).toMatchObject({ message_sender: 'bob' });
});

describe('login while one is there', () => {
  test('the same user while logging in: 7501; another one: 6023 for the first', async () => {
    const server = await start();
    const one = app(server);
    const first = one.begin((sdk, cb) => sdk.Login('alice', server.genUserSig('alice'), cb));
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(7501);
    expect((await first.outcome).code).toBe(0);
    const carol = one.begin((sdk, cb) => sdk.Login('carol', server.genUserSig('carol'), cb));
    expect(await one.login('bob', server.genUserSig('bob'))).toBe(0);
    expect((await carol.outcome).code).toBe(6023);
    expect(one.state).toEqual([LOGINED, 'bob']);
  });

  test('while logged in: at once; an account switch without a logout', async () => {
    const server = await start();
    const one = app(server);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(server.inspect()).toMatchObject({ sessions: 1, connections: 1 });
    expect(await one.login('bob', server.genUserSig('bob'))).toBe(0);
    expect(one.state).toEqual([LOGINED, 'bob']);
    await waitFor('one session', () => server.inspect().sessions === 1);
    expect(one.story).toEqual([]);
  });
});

test('UserIDs and UserSigs that are no good', async () => {
  const server = await start();
  const one = app(server);
  const { sdkAppId, secretKey } = server;
  const sign = (more: object): string => genUserSig({ sdkAppId, secretKey, userId: 'alice', ...more });
  const cases: readonly [string, string, string, number][] = [
    ['no UserID', 'a b', sign({}), 7003],
    ['expired', 'alice', sign({ time: now() - 7200, expire: 3600 }), 6206],
    ['cut', 'alice', sign({}).slice(0, -10), 70003],
    ['another key', 'alice', sign({ secretKey: 'another key of some length' }), 70009],
    ['another user', 'alice', sign({ userId: 'bob' }), 70013],
    ['another app', 'alice', sign({ sdkAppId: sdkAppId + 1 }), 70014],
  ];
  for (const [name, userId, userSig, code] of cases) {
    const answer = await one.ask((sdk, cb) => sdk.Login(userId, userSig, cb));
    expect([name, answer.code]).toEqual([name, code]);
    expect(answer.desc).not.toBe('');
    expect(one.state).toEqual(NOBODY);
  }
  expect(await one.login('alice', sign({}))).toBe(0);
});

describe('the session ends', () => {
  test('with the UserSig, while the app is idle: told once, and a fresh one works at once', async () => {
    const server = await start();
    const one = app(server);
    expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
    await one.untilHas('expired');
    expect(one.state).toEqual(NOBODY);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(one.story).toEqual(['expired']);
  });

  test('by another instance, and by an administrator; each handler is told once', async () => {
    const server = await start();
    const [one, two] = [app(server), app(server)];
    const extra: string[] = [];
    const handler = (userData: string): number => extra.push(userData);
    one.sdk.SetKickedOfflineCallback(handler);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await two.login('alice', server.genUserSig('alice'))).toBe(0);
    await one.untilHas('kicked:multipleAccount');
    expect(extra).toEqual([expect.stringMatching(/^SetKickedOfflineCallback_KeyString_\d+$/)]);
    expect([one.state, two.state]).toEqual([NOBODY, [LOGINED, 'alice']]);
    expect((await one.ask((sdk, cb) => sdk.GroupQuit('group', cb))).code).toBe(6014);
    expect(await rest(server, 'im_open_login_svc/kick', { Identifier: 'alice' })).toMatchObject({ ErrorCode: 0 });
    await two.untilHas('kicked:REST_API_Kick');
    expect([one.story, two.story]).toEqual([['kicked:multipleAccount'], ['kicked:REST_API_Kick']]);
  });
});

test('a lost connection comes back by itself; the user stays logged in', async () => {
  const server = await start();
  const line = await wire(server);
  const one = app({ url: line.url, sdkAppId: server.sdkAppId });
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  line.refuse();
  line.drop();
  await one.untilHas(`net:${TIMNetworkStatus.kTIMDisconnected} 9508`);
  expect(one.state).toEqual([LOGINED, 'alice']);
  one.diary.length = 0;
  line.accept();
  await one.untilHas(`net:${TIMNetworkStatus.kTIMConnected}`);
  expect([one.state, one.story]).toEqual([[LOGINED, 'alice'], []]);
});

test('Uninit settles what waits with 7009', async () => {
  const server = await start();
  const line = await wire(server);
  line.freeze();
  const one = app({ url: line.url, sdkAppId: server.sdkAppId });
  const login = one.begin((sdk, cb) => sdk.Login('alice', server.genUserSig('alice'), cb));
  expect(one.sdk.Uninit()).toBe(0);
  expect((await inTime('the login', login.outcome)).code).toBe(7009);
});

test('what later versions bring is told after login', async () => {
  const server = await start();
  const one = app(server);
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  const answer = await one.ask((sdk, cb) =>
    sdk.SearchUsers({ user_search_param_keyword_list: ['bob'] }, (code, desc, _data, userData) => {
      cb(code, desc, userData);
    }),
  );
  expect(answer).toMatchObject({ code: 7013, desc: expect.stringContaining('TIMSearchUsers') as string });
  const user = new Promise((resolve) => {
    one.sdk.GetLoginUserIDWeb((_code, _desc, userId) => {
      resolve(userId);
    });
  });
  expect(await inTime('the UserID', user)).toBe('alice');
});

test('an account in both styles', async () => {
  const server = await start();
  const client = createClient();
  const one = app(server, createUnityClient(client));
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(client.TIMGetLoginStatus()).toBe(LOGINED);
  const other = app(server);
  expect(await other.login('bob', server.genUserSig('bob'))).toBe(0);
  const inC: string[] = [];
  client.TIMAddRecvNewMsgCallback((json) => inC.push(json));
  expect(
    (
      await other.ask((sdk, cb) =>
        sdk.MsgSendMessage('alice', TIMConvType.kTIMConv_C2C, text('both'), null, (code, desc, _data, userData) => {
          cb(code, desc, userData);
        }),
      )
    ).code,
  ).toBe(0);
  await waitFor('two handlers', () => inC.length + one.received.length === 2);
  expect([inC.length, one.received.length]).toEqual([1, 1]);
});
