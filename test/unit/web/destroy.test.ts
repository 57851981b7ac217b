import { APP, loggedIn, loginResult, record, sign, thrown, watch, webHarness, type WebHarness } from './harness.js';

describe('Web destroy', () => {
  let harness: WebHarness;
  let log: string[];

  beforeEach(() => {
    harness = webHarness();
    log = [];
  });

  afterEach(() => {
    expect(harness.clock.timerCount).toBe(0);
    for (const peer of harness.server.peers) expect(peer.closed).toBeDefined();
  });

  test('logged in: logs out, releases, resolves', async () => {
    const chat = await loggedIn(harness, log);
    const promise = chat.destroy();
    watch('destroy', promise, log);
    await harness.clock.settle();
    expect(log).toEqual(['notReady', `destroyed:${APP}`, 'destroy:ok']);
    expect(await promise).toEqual({ code: 0, data: {} });
    const ops = harness.server.peer.received.map((frame) => ('op' in frame ? frame.op : ''));
    expect(ops).toEqual(['session.login', 'conv.list', 'session.logout']);
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
  });

  test('not logged in: releases, then rejects with 2024, which nobody has to handle', async () => {
    const unhandled: unknown[] = [];
    const listener = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', listener);
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    void chat.destroy();
    await harness.clock.settle();
    watch('again', chat.destroy(), log);
    await harness.clock.settle();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listener);
    expect(log).toEqual([`destroyed:${APP}`, `destroyed:${APP}`, 'again:2024']);
    expect(unhandled).toEqual([]);
  });

  test('a pending login is settled', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    delete harness.server.script['session.login'];
    watch('login', chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') }), log);
    await harness.clock.settle();
    watch('destroy', chat.destroy(), log);
    await harness.clock.settle();
    expect(log).toEqual(['login:2903', `destroyed:${APP}`, 'destroy:2024']);
  });

  test('a login that succeeds at that moment is not told any more', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    delete harness.server.script['session.login'];
    watch('login', chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') }), log);
    await harness.clock.settle();
    const { peer } = harness.server;
    peer.answer(peer.take('session.login'), loginResult(harness.clock));
    watch('destroy', chat.destroy(), log);
    await harness.clock.settle();
    expect(log).toEqual(['login:2903', `destroyed:${APP}`, 'destroy:2024']);
    expect(chat.isReady()).toBe(false);
  });

  test('while a logout runs: waits for it', async () => {
    const chat = await loggedIn(harness, log);
    watch('logout', chat.logout(), log);
    watch('destroy', chat.destroy(), log);
    await harness.clock.settle();
    expect(log).toEqual(['notReady', 'logout:ok', `destroyed:${APP}`, 'destroy:ok']);
  });

  test('against a silent server it still ends', async () => {
    const chat = await loggedIn(harness, log);
    delete harness.server.script['session.logout'];
    watch('destroy', chat.destroy(), log);
    await harness.clock.advance(10_000);
    expect(log.filter((entry) => !entry.startsWith('net'))).toEqual(['notReady', `destroyed:${APP}`, 'destroy:ok']);
  });

  test('a login during a destroy is settled too', async () => {
    const chat = await loggedIn(harness, log);
    watch('destroy', chat.destroy(), log);
    watch('login', chat.login({ userID: 'bob', userSig: sign(harness.clock, 'bob') }), log);
    await harness.clock.settle();
    expect(log.toSorted()).toEqual(['destroy:ok', `destroyed:${APP}`, 'login:2903', 'notReady']);
  });

  test('afterwards: login 2903, logout 2024, everything else as if nobody had ever logged in', async () => {
    const chat = await loggedIn(harness, log);
    void chat.destroy();
    await harness.clock.settle();
    log.length = 0;
    watch('login', chat.login({ userID: 'alice', userSig: 'x' }), log);
    watch('logout', chat.logout(), log);
    watch('api', chat.getGroupList(), log);
    await harness.clock.settle();
    expect(log.toSorted()).toEqual(['api:2024', 'error:2024', 'login:2903', 'logout:2024']);
    expect(thrown(() => chat.getServerTime()).code).toBe(2024);
    await harness.clock.settle();
  });

  test('another app id is not affected', async () => {
    const chat = await loggedIn(harness, log);
    const other = harness.web.create({ SDKAppID: APP + 1 });
    void other.destroy();
    await harness.clock.settle();
    expect([chat.isReady(), log]).toEqual([true, []]);
    void chat.destroy();
    await harness.clock.settle();
  });
});
