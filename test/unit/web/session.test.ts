import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { answering, APP, loggedIn, loginResult, record, sign, watch, webHarness, type WebHarness } from './harness.js';

describe('Web session', () => {
  let harness: WebHarness;
  let log: string[];

  beforeEach(() => {
    harness = webHarness();
    log = [];
  });

  afterEach(async () => {
    // A chat that a test has left behind goes; nothing else may be left then.
    await harness.clock.settle();
    const chat = harness.web.create({ SDKAppID: APP });
    void chat.destroy();
    await harness.clock.settle();
    expect(harness.clock.timerCount).toBe(0);
  });

  const login = (chat: Chat, userID: string, name = userID): void =>
    watch(name, chat.login({ userID, userSig: sign(harness.clock, userID) }), log);

  test('login: SDK_READY first, then the promise', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
    const promise = chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') });
    watch('login', promise, log);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
    await harness.clock.settle();
    expect(log).toEqual(['ready', 'login:ok']);
    expect(await promise).toEqual({ code: 0, data: { actionStatus: 'OK', errorCode: 0, errorInfo: '' } });
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
    expect(chat.getServerTime()).toBe(Math.floor(harness.clock.now() / 1000));
  });

  test('inside the SDK_READY handler the chat is already usable', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    chat.on(harness.web.EVENT.SDK_READY, () => {
      log.push(`${String(chat.isReady())} ${chat.getLoginUser()} ${typeof chat.getServerTime()}`);
    });
    login(chat, 'alice');
    await harness.clock.settle();
    expect(log).toEqual(['true alice number', 'alice:ok']);
  });

  test('this instance counts as Web', async () => {
    await loggedIn(harness, log);
    expect(harness.server.peer.received[0]).toMatchObject({ op: 'session.login', params: { platform: 'Web' } });
  });

  test('logout: SDK_NOT_READY first, then the promise, with an empty object', async () => {
    const chat = await loggedIn(harness, log);
    const promise = chat.logout();
    watch('logout', promise, log);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
    await harness.clock.settle();
    expect(log).toEqual(['notReady', 'logout:ok']);
    expect(await promise).toEqual({ code: 0, data: {} });
  });

  test('a logout that the server does not answer succeeds all the same', async () => {
    const chat = await loggedIn(harness, log);
    delete harness.server.script['session.logout'];
    watch('logout', chat.logout(), log);
    await harness.clock.advance(5000);
    expect(log.filter((entry) => !entry.startsWith('net'))).toEqual(['notReady', 'logout:ok']);
  });

  test('logout twice at once: both wait for the one', async () => {
    const chat = await loggedIn(harness, log);
    watch('first', chat.logout(), log);
    watch('second', chat.logout(), log);
    await harness.clock.settle();
    expect(log).toEqual(['notReady', 'first:ok', 'second:ok']);
  });

  test.each<[string, (chat: Chat) => Promise<unknown>]>([
    ['never logged in', async () => undefined],
    [
      'a login is running',
      async (chat) => {
        login(chat, 'alice');
      },
    ],
    [
      'after a logout',
      async (chat) => {
        login(chat, 'alice');
        await harness.clock.settle();
        const done = chat.logout();
        await harness.clock.settle();
        await done;
      },
    ],
  ])('logout while %s: rejects with 2024 and without an event', async (_name, before) => {
    const chat = harness.web.create({ SDKAppID: APP });
    await before(chat);
    log = [];
    record(chat, harness.web, log);
    watch('logout', chat.logout(), log);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(log).toEqual(['logout:2024']);
  });

  test('a login during another one: 2025, whoever it is, and the first goes on', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    login(chat, 'alice');
    login(chat, 'alice', 'again');
    login(chat, 'bob');
    await harness.clock.settle();
    expect(log).toEqual(['again:2025', 'bob:2025', 'alice:ok']);
    expect(chat.getLoginUser()).toBe('alice');
  });

  test('a login while logged in: repeatLogin, whoever it is, and the user stays', async () => {
    const chat = await loggedIn(harness, log);
    for (const userID of ['alice', 'bob']) {
      const again = await chat.login({ userID, userSig: sign(harness.clock, userID) });
      expect(again).toEqual({
        code: 0,
        data: { actionStatus: 'OK', errorCode: 0, errorInfo: 'alice is logged in', repeatLogin: true },
      });
    }
    await harness.clock.settle();
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
    expect(log).toEqual([]);
  });

  test('a repeated login of the same user hands a newer UserSig over', async () => {
    const chat = await loggedIn(harness, log);
    const renewed: unknown[] = [];
    harness.server.script['session.renew'] = (peer, request) => {
      renewed.push(request.params);
      peer.answer(request, { expireAt: 2_000_000_000 });
    };
    const userSig = sign(harness.clock, 'alice', 999);
    void chat.login({ userID: 'alice', userSig });
    void chat.login({ userID: 'bob', userSig: sign(harness.clock, 'bob') });
    await harness.clock.settle();
    expect(renewed).toEqual([{ userSig }]);
  });

  test('a login while the logout runs follows it', async () => {
    const chat = await loggedIn(harness, log);
    watch('logout', chat.logout(), log);
    login(chat, 'bob');
    await harness.clock.settle();
    expect(log.filter((entry) => !entry.includes(':'))).toEqual(['notReady', 'ready']);
    expect(log).toEqual(expect.arrayContaining(['logout:ok', 'bob:ok']));
    expect(chat.getLoginUser()).toBe('bob');
  });

  test('after a failed login the next one is accepted at once', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    harness.server.script['session.login'] = (peer, request) => peer.refuse(request, 70009);
    login(chat, 'alice', 'first');
    await harness.clock.settle();
    harness.server.script['session.login'] = answering(() => loginResult(harness.clock));
    login(chat, 'alice', 'second');
    await harness.clock.settle();
    expect(log).toEqual(['first:70009', 'second:ok']);
  });

  test('a failed login raises no event besides those of the network', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    harness.server.script['session.login'] = (peer, request) => peer.refuse(request, 70001);
    login(chat, 'alice');
    await harness.clock.settle();
    expect(log).toEqual(['alice:70001']);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
  });

  test.each(['multipleAccount', 'multipleDevice', 'REST_API_Kick', 'userSigExpired'] as const)(
    'KICKED_OUT %s, then SDK_NOT_READY',
    async (reason) => {
      const chat = await loggedIn(harness, log);
      let seen: unknown[] = [];
      chat.on(harness.web.EVENT.KICKED_OUT, () => {
        seen = [chat.isReady(), chat.getLoginUser()];
      });
      harness.server.peer.say({ push: 'session.end', data: { reason, time: 1 } });
      harness.server.peer.cut(reason === 'userSigExpired' ? 4011 : 4010);
      await harness.clock.advance(60_000);
      expect(log).toEqual([`kicked:${reason}`, 'notReady']);
      expect(seen).toEqual([false, '']);
      expect(harness.server.peers).toHaveLength(1);
    },
  );

  test('a login in the KICKED_OUT handler works', async () => {
    const chat = await loggedIn(harness, log);
    chat.once(harness.web.EVENT.KICKED_OUT, () => login(chat, 'alice'));
    harness.server.peer.say({ push: 'session.end', data: { reason: 'multipleAccount', time: 1 } });
    await harness.clock.settle();
    expect(log.filter((entry) => !entry.startsWith('net'))).toEqual([
      'kicked:multipleAccount',
      'notReady',
      'ready',
      'alice:ok',
    ]);
    expect(chat.getLoginUser()).toBe('alice');
  });

  test('a kick that comes with the answer to the login', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    harness.server.script['session.login'] = (peer, request) =>
      peer.say(
        { id: request.id, result: loginResult(harness.clock) },
        { push: 'session.end', data: { reason: 'REST_API_Kick', time: 1 } },
      );
    login(chat, 'alice');
    await harness.clock.settle();
    expect(log.filter((entry) => entry !== 'alice:ok')).toEqual(['ready', 'kicked:REST_API_Kick', 'notReady']);
    expect(log).toContain('alice:ok');
    expect(chat.isReady()).toBe(false);
  });

  test('a login, a logout or a destroy between a kick and its event', async () => {
    for (const act of [(chat: Chat) => chat.login({ userID: 'alice', userSig: 'x' }), (chat: Chat) => chat.logout()]) {
      const chat = await loggedIn(harness, log);
      harness.server.peer.say({ push: 'session.end', data: { reason: 'multipleDevice', time: 1 } });
      watch('act', act(chat), log);
      await harness.clock.settle();
      expect(log.toSorted()).toEqual(['act:ok', 'kicked:multipleDevice', 'notReady']);
      expect(chat.isReady()).toBe(false);
      void chat.destroy();
      await harness.clock.settle();
      log.length = 0;
    }
    const chat = await loggedIn(harness, log);
    harness.server.peer.say({ push: 'session.end', data: { reason: 'multipleDevice', time: 1 } });
    watch('act', chat.destroy(), log);
    await harness.clock.settle();
    expect(log).toEqual(['kicked:multipleDevice', 'notReady', `destroyed:${APP}`, 'act:ok']);
  });

  test('the UserSig ends while the chat is idle and offline', async () => {
    harness.server.script['session.login'] = answering(() => loginResult(harness.clock, 100));
    const chat = await loggedIn(harness, log);
    harness.server.down = true;
    harness.server.peer.cut();
    await harness.clock.advance(150_000);
    expect(log.filter((entry) => !entry.startsWith('net'))).toEqual(['kicked:userSigExpired', 'notReady']);
    expect(chat.isReady()).toBe(false);
  });

  test('a lost connection that comes back changes nothing but the state of the network', async () => {
    const chat = await loggedIn(harness, log);
    harness.server.script['session.resume'] = answering(() => loginResult(harness.clock));
    harness.server.peer.cut();
    await harness.clock.advance(2000);
    expect(log).toEqual(['net:disconnected', 'net:connecting', 'net:connected']);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
  });
});
