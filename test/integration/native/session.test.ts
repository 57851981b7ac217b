import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { TIMLoginStatus, TIMResult } from 'tim-node';
import { rest } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';
import { now, sigFor, world } from './world.js';

/** The rows of the session table, through the public functions, against a real server. */
const { start, app, wire, folder } = world();

const { kTIMLoginStatus_Logined: LOGINED, kTIMLoginStatus_UnLogined: UNLOGINED } = TIMLoginStatus;
const NOBODY: [number, string] = [UNLOGINED, ''];

test('init, login, who and since when, logout, uninit', async () => {
  const server = await start();
  const one = app(server);
  expect(one.state).toEqual(NOBODY);
  const login = one.begin((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
  expect(one.state).toEqual([TIMLoginStatus.kTIMLoginStatus_Logining, '']);
  expect(await login.outcome).toEqual({ code: 0, desc: '', json: undefined });
  expect(one.state).toEqual([LOGINED, 'alice']);
  const logout = one.begin((client, cb) => client.TIMLogout(cb));
  expect(one.state).toEqual([TIMLoginStatus.kTIMLoginStatus_Logouting, '']);
  expect(await logout.outcome).toEqual({ code: 0, desc: '', json: undefined });
  expect(one.state).toEqual(NOBODY);
  expect(await one.logout()).toBe(0);
  expect(one.client.TIMUninit()).toBe(TIMResult.TIM_SUCC);
  expect(one.client.TIMUninit()).toBe(TIMResult.TIM_SUCC);
  expect(await one.login('alice', 'any')).toBe(6013);
  expect(one.story).toEqual([]);
  expect(one.network).toEqual(['connecting', 'connected']);
});

test('Init again changes nothing; another app id is told in the log', async () => {
  const server = await start();
  const one = app(server);
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url })).toBe(TIMResult.TIM_SUCC);
  expect(one.client.TIMInit(server.sdkAppId, '{bad')).toBe(TIMResult.TIM_SUCC);
  expect(one.log.filter((line) => line.includes('already'))).toEqual([]);
  expect(one.client.TIMInit(server.sdkAppId + 1, { sdk_config_server_url: server.url })).toBe(TIMResult.TIM_SUCC);
  await one.until('the warning', ({ log }) => log.some((line) => line.includes('already initialized')));
  expect(one.state).toEqual([LOGINED, 'alice']);
  one.client.TIMUninit();
  expect(one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url })).toBe(TIMResult.TIM_SUCC);
  expect(await one.login('bob', server.genUserSig('bob'))).toBe(0);
});

describe('login while logging in', () => {
  test('the same user: 7501, and the first goes on', async () => {
    const server = await start();
    const one = app(server);
    const first = one.begin((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(7501);
    expect((await first.outcome).code).toBe(0);
    expect(one.state).toEqual([LOGINED, 'alice']);
  });

  test('another user: 6023 for the first', async () => {
    const server = await start();
    const one = app(server);
    const first = one.begin((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
    expect(await one.login('bob', server.genUserSig('bob'))).toBe(0);
    expect((await first.outcome).code).toBe(6023);
    expect(one.state).toEqual([LOGINED, 'bob']);
    await waitFor('one session', () => server.inspect().sessions === 1);
  });

  test('logout: 6023 for the login', async () => {
    const server = await start();
    const one = app(server);
    const login = one.begin((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
    expect(await one.logout()).toBe(0);
    expect((await login.outcome).code).toBe(6023);
    expect(one.state).toEqual(NOBODY);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  });
});

describe('login while logged in', () => {
  test('the same user: at once, no second session, and the new UserSig counts', async () => {
    const server = await start();
    const one = app(server);
    const short = now() + 2;
    expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice', 3600))).toBe(0);
    expect(server.inspect()).toMatchObject({ sessions: 1, connections: 1 });
    await waitFor('the end of the first UserSig', () => one.client.TIMGetServerTime() > short + 1);
    expect(one.state).toEqual([LOGINED, 'alice']);
    expect((await one.sendText('alice', 'still here')).code).toBe(0);
    expect(one.story).toEqual([]);
  });

  test('another user: an account switch', async () => {
    const server = await start();
    const [one, bob] = [app(server), app(server)];
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
    const pending = one.begin((client, cb) =>
      client.TIMMsgSendMessage('bob', 1, '{"message_elem_array":[]}', null, cb),
    );
    expect(await one.login('carol', server.genUserSig('carol'))).toBe(0);
    expect((await pending.outcome).code).not.toBe(0);
    expect(one.state).toEqual([LOGINED, 'carol']);
    await waitFor('two sessions', () => server.inspect().sessions === 2);
    expect((await one.sendText('bob', 'from carol')).code).toBe(0);
    await bob.untilReceived(1);
    expect(bob.received[0]?.message_sender).toBe('carol');
    expect(one.story).toEqual([]);
  });
});

test('UserIDs that cannot be: 7003 without traffic', async () => {
  let connections = 0;
  const listener = createServer((socket: Socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const one = app({ url: `ws://127.0.0.1:${port}`, sdkAppId: 1 });
  await one.untilHas('net:failed 9508');
  const before = connections;
  for (const userId of ['a'.repeat(33), 'a b', 'ä', 'a\n', 'a:b', '用户', 'a\u0000', '@TGS#1', ' alice']) {
    expect([userId, await one.login(userId, 'sig')]).toEqual([userId, 7003]);
  }
  expect(one.client.TIMLogin('', 'sig', null)).toBe(TIMResult.TIM_ERR_PARAM);
  expect(one.client.TIMLogin('alice', '', null)).toBe(TIMResult.TIM_ERR_PARAM);
  // It dials by itself in the background, but not for these.
  expect(connections - before).toBeLessThan(3);
  listener.close();
});

describe('UserSigs', () => {
  test('what is wrong with one is told', async () => {
    const server = await start({ apps: [{ sdkAppId: 77 }] });
    const one = app(server);
    const good = sigFor(server);
    const cases: readonly [string, string, number][] = [
      ['expired', sigFor(server, { time: now() - 7200, expire: 3600 }), 6206],
      ['cut', good.slice(0, -10), 70003],
      ['changed', `x${good.slice(1)}`, 70003],
      ['nonsense', 'nonsense', 70003],
      ['another key', sigFor(server, { secretKey: 'another key of some length' }), 70009],
      ['another user', sigFor(server, { userId: 'bob' }), 70013],
      ['another app', sigFor(server, { sdkAppId: server.sdkAppId + 1 }), 70014],
    ];
    for (const [name, userSig, code] of cases) {
      const answer = await one.ask((client, cb) => client.TIMLogin('alice', userSig, cb));
      expect([name, answer.code]).toEqual([name, code]);
      expect(answer.desc).not.toBe('');
      expect(one.state).toEqual(NOBODY);
    }
    const stranger = app({ ...server, url: server.url, sdkAppId: 4711 });
    expect(await stranger.login('alice', sigFor(server, { sdkAppId: 4711 }))).toBe(70020);
    const keyless = app({ url: server.url, sdkAppId: 77 });
    expect(await keyless.login('alice', sigFor(server, { sdkAppId: 77 }))).toBe(70016);
    expect(await one.login('alice', good)).toBe(0);
  });

  test('one that has expired does not reach the server', async () => {
    const server = await start();
    const one = app(server);
    process.env['TIM_DEBUG'] = 'frames';
    try {
      const watched = app(server);
      await watched.untilHas('net:connected');
      expect(await watched.login('alice', sigFor(server, { time: now() - 100, expire: 10 }))).toBe(6206);
      expect(watched.log.filter((line) => line.includes('session.login'))).toEqual([]);
      expect(await watched.login('alice', sigFor(server))).toBe(0);
      expect(watched.log.filter((line) => line.includes('session.login'))).not.toEqual([]);
    } finally {
      delete process.env['TIM_DEBUG'];
    }
    expect(one.state).toEqual(NOBODY);
  });

  test('too many wrong ones of a user: 70050', async () => {
    const server = await start({ limits: { loginFailuresPerMinute: 3 } });
    const one = app(server);
    const wrong = sigFor(server, { secretKey: 'another key of some length' });
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await one.login('alice', wrong)).toBe(70009);
    expect(await one.login('alice', wrong)).toBe(70050);
    expect(await one.login('bob', sigFor(server))).toBe(70013);
    // A good one always passes, or strangers could lock a user out.
    expect(await one.login('alice', sigFor(server))).toBe(0);
  });
});

describe('the UserSig ends', () => {
  test('while the app is idle: once, and a fresh one works at once', async () => {
    const server = await start();
    const one = app(server);
    expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
    await one.untilHas('expired');
    expect(one.state).toEqual(NOBODY);
    expect((await one.sendText('bob', 'hi')).code).toBe(6014);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(one.story).toEqual(['expired']);
  });

  test('while there is no network', async () => {
    const server = await start();
    const line = await wire(server);
    const one = app({ url: line.url, sdkAppId: server.sdkAppId });
    expect(await one.login('alice', server.genUserSig('alice', 2))).toBe(0);
    line.refuse();
    line.drop();
    await one.untilHas('expired');
    expect(one.state).toEqual(NOBODY);
    expect(one.story).toEqual(['expired']);
  });
});

describe('kicked', () => {
  test('by another instance, which stays', async () => {
    const server = await start();
    const [one, two] = [app(server), app(server)];
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await two.login('alice', server.genUserSig('alice'))).toBe(0);
    await one.untilHas('kicked:multipleAccount by Linux');
    expect([one.state, two.state]).toEqual([NOBODY, [LOGINED, 'alice']]);
    expect((await one.sendText('bob', 'hi')).code).toBe(6014);
    await waitFor('the first to hang up', () => server.inspect().connections === 1);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    await two.untilHas('kicked:multipleAccount by Linux');
    expect([one.story, two.story]).toEqual([['kicked:multipleAccount by Linux'], ['kicked:multipleAccount by Linux']]);
  });

  test('by another platform, where only one may be', async () => {
    const server = await start({ settings: { policy: 'single' } });
    const pad = app(server, { sdk_config_platform: 'iPad' });
    const phone = app(server, { sdk_config_platform: 'iPhone' });
    expect(await pad.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await phone.login('alice', server.genUserSig('alice'))).toBe(0);
    await pad.untilHas('kicked:multipleDevice by iPhone');
    expect(phone.state).toEqual([LOGINED, 'alice']);
  });

  test('not at all, where the policy lets both be', async () => {
    const server = await start();
    const mac = app(server, { sdk_config_platform: 'Mac' });
    const web = app(server, { sdk_config_platform: 'Web' });
    expect(await mac.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(await web.login('alice', server.genUserSig('alice'))).toBe(0);
    expect((await web.sendText('alice', 'to myself')).code).toBe(0);
    await mac.untilReceived(1);
    expect([mac.story, web.story]).toEqual([[], []]);
  });

  test('by an administrator: older UserSigs are useless', async () => {
    const server = await start();
    const one = app(server);
    const before = sigFor(server, { time: now() - 10 });
    expect(await one.login('alice', before)).toBe(0);
    expect(await rest(server, 'im_open_login_svc/kick', { Identifier: 'alice' })).toMatchObject({ ErrorCode: 0 });
    await one.untilHas('kicked:REST_API_Kick');
    expect(one.state).toEqual(NOBODY);
    expect(await one.login('alice', before)).toBe(70052);
    expect(one.story).toEqual(['kicked:REST_API_Kick']);
  });

  test('while offline: 6208 once, then the login succeeds', async () => {
    const server = await start();
    const line = await wire(server);
    const config = { sdk_config_config_file_path: folder(), sdk_config_server_url: line.url };
    const gone = app(server, config);
    expect(await gone.login('alice', server.genUserSig('alice'))).toBe(0);
    // The app dies without goodbye.
    line.refuse();
    line.drop();
    await waitFor('the server to notice', () => server.inspect().lingering === 1);
    gone.client.TIMUninit();
    line.accept();
    const other = app(server);
    expect(await other.login('alice', server.genUserSig('alice'))).toBe(0);
    const again = app(server, config);
    const answer = await again.ask((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
    expect(answer.code).toBe(6208);
    expect(again.state).toEqual(NOBODY);
    expect(await again.login('alice', server.genUserSig('alice'))).toBe(0);
    await other.untilHas('kicked:multipleAccount by Linux');
    expect(again.story).toEqual([]);
  });
});

test('logout leaves other instances alone', async () => {
  const server = await start({ settings: { instances: { Linux: 2 } } });
  const [one, two] = [app(server), app(server)];
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await two.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await one.logout()).toBe(0);
  await waitFor('one session', () => server.inspect().sessions === 1);
  expect((await two.sendText('alice', 'still here')).code).toBe(0);
  expect([one.state, two.state]).toEqual([NOBODY, [LOGINED, 'alice']]);
  expect([one.story, two.story]).toEqual([[], []]);
  expect(await one.login('bob', server.genUserSig('bob'))).toBe(0);
});

describe('calls that wait', () => {
  test('Uninit settles all of them with 7009', async () => {
    const server = await start();
    const line = await wire(server);
    const one = app(server, { sdk_config_server_url: line.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    line.freeze();
    const waiting = [
      one.begin((client, cb) => client.TIMMsgSendMessage('alice', 1, message, null, cb)),
      one.begin((client, cb) => client.TIMMsgSendMessage('alice', 1, JSON.stringify(message), null, cb)),
      one.begin((client, cb) => client.TIMLogout(cb)),
      one.begin((client, cb) => client.TIMLogin('bob', server.genUserSig('bob'), cb)),
    ];
    one.client.TIMUninit();
    const answers = await Promise.all(waiting.map(({ outcome }) => outcome));
    // What was sent before the logout lost its session already.
    expect(answers.map(({ code }) => code)).toEqual([6014, 6014, 7009, 7009]);
    expect(one.state).toEqual(NOBODY);
  });

  test('a message on its way when Uninit comes', async () => {
    const server = await start();
    const line = await wire(server);
    const one = app(server, { sdk_config_server_url: line.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    line.freeze();
    const sending = one.begin((client, cb) => client.TIMMsgSendMessage('bob', 1, message, null, cb));
    one.client.TIMUninit();
    const { code, json } = await sending.outcome;
    expect(code).toBe(7009);
    expect(json).toMatchObject({ message_status: 3, message_conv_id: 'bob', message_server_time: 0 });
  });

  test("a deadline of the app's own", async () => {
    const server = await start();
    const line = await wire(server);
    line.freeze();
    const one = app(server, { sdk_config_server_url: line.url });
    const set = { request_internal_operation: 'internal_operation_set_packet_request_timeout' } as const;
    expect(
      (
        await one.ask((client, cb) =>
          client.callExperimentalAPI({ ...set, request_set_packet_request_timeout_param: 1 }, cb),
        )
      ).code,
    ).toBe(0);
    const answer = await one.ask((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
    expect(answer.code).toBe(9510);
    expect(one.state).toEqual(NOBODY);
  });

  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hi' }] };
});

test("the time is the server's", async () => {
  const server = await start();
  const one = app(server);
  await one.untilHas('net:connected');
  expect(Math.abs(one.client.TIMGetServerTime() - now())).toBeLessThan(30);
  expect(Number.isInteger(one.client.TIMGetServerTime())).toBe(true);
});
