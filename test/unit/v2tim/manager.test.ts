import { genUserSig } from '@tim-node/protocol/usersig';
import type { V2TimSDKListener } from '../../../lib/sdk/src/facade/v2tim/listener.js';
import { LogLevelEnum, V2TIMManager } from '../../../lib/sdk/src/facade/v2tim/manager.js';
import { TencentImSDKPlugin } from '../../../lib/sdk/src/v2tim.js';
import { SDK_VERSION } from '../../../lib/sdk/src/version.js';
import type { ManualClock } from '../../support/manual-clock.js';
import type { ScriptedServer } from '../../support/scripted-server.js';
import { testHost, type TestHost } from '../../support/test-host.js';

const APP = 1_400_000_001;

describe('V2TIMManager', () => {
  let host: TestHost;
  let clock: ManualClock;
  let server: ScriptedServer;
  let manager: V2TIMManager;
  let log: string[];
  let printed: string[];

  beforeEach(() => {
    printed = [];
    const made = testHost();
    ({ clock, server } = made);
    host = { ...made.host, print: (line) => printed.push(line) };
    manager = new V2TIMManager(host);
    log = [];
    server.script = {
      'session.login': (peer, request) => {
        peer.answer(request, {
          ...{ sessionId: 's', token: 't', epoch: 'e', seq: 0, head: 0, serverTime: Math.floor(clock.now()) },
          expireAt: Math.floor(clock.now() / 1000) + 86_400,
        });
      },
      'session.logout': (peer, request) => peer.answer(request, {}),
    };
  });

  afterEach(async () => {
    void manager.unInitSDK();
    await clock.settle();
    expect(clock.timerCount).toBe(0);
  });

  const sig = (userId: string, expire = 86_400): string =>
    genUserSig({ sdkAppId: APP, secretKey: 'key', userId, expire, time: Math.floor(clock.now() / 1000) });

  /** Lets a promise of the manager settle; it must not be rejected. */
  async function settled<T>(promise: Promise<T>, milliseconds = 0): Promise<T> {
    await clock.advance(milliseconds);
    return promise;
  }
  const recorder = (name = ''): V2TimSDKListener => ({
    onConnecting: () => log.push(`${name}connecting`),
    onConnectSuccess: () => log.push(`${name}connected`),
    onConnectFailed: (code, error) => log.push(`${name}failed:${code}:${typeof error}`),
    onKickedOffline: ({ reason }) => log.push(`${name}kicked:${reason}`),
    onUserSigExpired: () => log.push(`${name}expired`),
  });
  const login = (userID = 'alice') => settled(manager.login({ userID, userSig: sig(userID) }));
  const status = async (): Promise<unknown> => (await manager.getLoginStatus()).data;
  const user = async (): Promise<unknown> => (await manager.getLoginUser()).data;

  test('before initSDK', async () => {
    const notInit = { code: 6013, desc: 'sdk not init' };
    expect(await manager.login({ userID: 'alice', userSig: 'x' })).toEqual(notInit);
    expect(await manager.login(undefined as never)).toEqual(notInit);
    expect(await manager.logout()).toEqual(notInit);
    expect(await manager.getLoginUser()).toEqual({ code: 0, desc: 'success', data: '' });
    expect(await manager.getLoginStatus()).toEqual({ code: 0, desc: 'success', data: 3 });
    expect(await manager.getServerTime()).toEqual({ code: 0, desc: 'success', data: Math.floor(clock.now() / 1000) });
    expect(await manager.getVersion()).toEqual({ code: 0, desc: 'success', data: SDK_VERSION });
    expect(await settled(manager.unInitSDK())).toEqual({ code: 0, desc: 'success' });
  });

  test('the story: init, login, logout, uninit', async () => {
    const init = await manager.initSDK({
      sdkAppID: APP,
      loglevel: LogLevelEnum.V2TIM_LOG_INFO,
      listener: recorder(),
    });
    expect(init).toEqual({ code: 0, desc: 'success', data: true });
    const loggingIn = manager.login({ userID: 'alice', userSig: sig('alice') });
    expect(await status()).toBe(2);
    expect(await settled(loggingIn)).toEqual({ code: 0, desc: 'success' });
    expect([await status(), await user()]).toEqual([1, 'alice']);
    const leaving = manager.logout();
    expect([await status(), await user()]).toEqual([3, '']);
    expect(await settled(leaving)).toEqual({ code: 0, desc: 'success' });
    expect(await status()).toBe(3);
    expect(log).toEqual(['connecting', 'connected']);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['no app id', {}],
    ['an app id that is no number', { sdkAppID: 'x' }],
    ['a server address that is none', { sdkAppID: APP, serverURL: 'nowhere' }],
    ['an unknown platform', { sdkAppID: APP, platform: 'Toaster' }],
    ['a folder that is no string', { sdkAppID: APP, initPath: 1 }],
  ])('initSDK with %s answers 6017 and can be called again', async (_name, options) => {
    const refused = await manager.initSDK(options as never);
    expect(refused).toMatchObject({ code: 6017, data: false });
    expect(refused.desc).not.toBe('');
    expect(await manager.initSDK({ sdkAppID: APP })).toMatchObject({ code: 0, data: true });
  });

  test('initSDK with a folder that cannot be used', async () => {
    manager = new V2TIMManager({
      ...host,
      instanceId: () => {
        throw new Error('EACCES: permission denied');
      },
    });
    expect(await manager.initSDK({ sdkAppID: APP, initPath: '/dev/null/x' })).toEqual({
      ...{ code: 6017, desc: 'Error: EACCES: permission denied', data: false },
    });
  });

  test('initSDK again changes nothing and does not add its listener', async () => {
    await manager.initSDK({ sdkAppID: APP, listener: recorder('first ') });
    expect(await manager.initSDK({ sdkAppID: APP, listener: recorder('second ') })).toMatchObject({
      code: 0,
      data: true,
    });
    await clock.settle();
    expect(log).toEqual(['first connecting', 'first connected']);
    expect(server.peers).toHaveLength(1);
  });

  test('login may follow initSDK at once', async () => {
    void manager.initSDK({ sdkAppID: APP });
    expect(await login()).toMatchObject({ code: 0 });
  });

  test.each([
    [undefined, 6017],
    [null, 6017],
    ['alice', 6017],
    [{}, 6017],
    [{ userID: 'alice' }, 6017],
    [{ userID: 'alice', userSig: '' }, 6017],
    [{ userID: 1, userSig: 'x' }, 6017],
    [{ userID: '', userSig: 'x' }, 7003],
    [{ userID: 'a b', userSig: 'x' }, 7003],
    [{ userID: 'x'.repeat(33), userSig: 'x' }, 7003],
  ])('login(%j) answers %d', async (options, code) => {
    await manager.initSDK({ sdkAppID: APP });
    expect(await settled(manager.login(options as never))).toMatchObject({ code });
  });

  test('a failure of the server arrives as code and words', async () => {
    await manager.initSDK({ sdkAppID: APP });
    server.script['session.login'] = (peer, request) => peer.refuse(request, 70009, { desc: 'wrong key' });
    expect(await login()).toEqual({ code: 70009, desc: 'wrong key' });
    expect(await status()).toBe(3);
  });

  test('an expired UserSig: 6206', async () => {
    await manager.initSDK({ sdkAppID: APP });
    const userSig = sig('alice', 10);
    await clock.advance(11_000);
    expect(await settled(manager.login({ userID: 'alice', userSig }))).toMatchObject({ code: 6206 });
  });

  test('a silent and an unreachable server fail the login in time', async () => {
    server.silent = true;
    await manager.initSDK({ sdkAppID: APP });
    const silent = manager.login({ userID: 'alice', userSig: sig('alice') });
    expect(await settled(silent, 30_000)).toMatchObject({ code: 9510 });
    server.silent = false;
    server.down = true;
    const down = manager.login({ userID: 'alice', userSig: sig('alice') });
    expect((await settled(down, 30_000)).code).toBe(9508);
  });

  test('login while logging in, and while logged in', async () => {
    await manager.initSDK({ sdkAppID: APP });
    const first = manager.login({ userID: 'alice', userSig: sig('alice') });
    expect(await login()).toMatchObject({ code: 7501 });
    expect(await first).toMatchObject({ code: 0 });
    expect(await login()).toMatchObject({ code: 0 });
    expect(server.peer.received.filter((frame) => 'op' in frame && frame.op === 'session.login')).toHaveLength(1);
  });

  test('login with another account switches', async () => {
    await manager.initSDK({ sdkAppID: APP });
    await login('alice');
    expect(await login('bob')).toMatchObject({ code: 0 });
    expect(await user()).toBe('bob');
    const overtaken = manager.login({ userID: 'carol', userSig: sig('carol') });
    expect(await login('dave')).toMatchObject({ code: 0 });
    expect(await overtaken).toMatchObject({ code: 6023 });
  });

  test('logout while logging in, and without a login', async () => {
    await manager.initSDK({ sdkAppID: APP });
    const loggingIn = manager.login({ userID: 'alice', userSig: sig('alice') });
    expect(await settled(manager.logout())).toMatchObject({ code: 0 });
    expect(await loggingIn).toMatchObject({ code: 6023 });
    expect(await settled(manager.logout())).toMatchObject({ code: 0 });
  });

  test.each(['multipleAccount', 'multipleDevice', 'REST_API_Kick'] as const)('kicked: %s', async (reason) => {
    await manager.initSDK({ sdkAppID: APP, listener: recorder() });
    await login();
    log.length = 0;
    server.peer.say({ push: 'session.end', data: { reason, time: 1 } });
    await clock.advance(60_000);
    expect(log).toEqual([`kicked:${reason}`]);
    expect([await status(), await user()]).toEqual([3, '']);
    expect(await login()).toMatchObject({ code: 0 });
  });

  test('the UserSig ends', async () => {
    await manager.initSDK({ sdkAppID: APP, listener: recorder() });
    await login();
    log.length = 0;
    server.peer.say({ push: 'session.end', data: { reason: 'userSigExpired', time: 1 } });
    await clock.settle();
    expect(log).toEqual(['expired']);
    expect(await status()).toBe(3);
  });

  test('the connection comes and goes', async () => {
    server.down = true;
    await manager.initSDK({ sdkAppID: APP, listener: recorder() });
    await clock.settle();
    expect(log).toEqual(['connecting', 'failed:9508:string']);
    server.down = false;
    await clock.advance(1000);
    expect(log.slice(2)).toEqual(['connecting', 'connected']);
    server.peer.cut();
    await clock.advance(2000);
    expect(log.slice(4)).toEqual(['failed:9508:string', 'connecting', 'connected']);
  });

  describe('listeners', () => {
    test('each object counts once, in the order they were added', async () => {
      const one = recorder('one ');
      const two = recorder('two ');
      manager.addIMSDKListener(one);
      manager.addIMSDKListener(two);
      manager.addIMSDKListener(one);
      await manager.initSDK({ sdkAppID: APP, listener: one });
      await clock.settle();
      expect(log).toEqual(['one connecting', 'two connecting', 'one connected', 'two connected']);
      manager.removeIMSDKListener(one);
      manager.removeIMSDKListener(recorder('unknown'));
      log.length = 0;
      server.peer.cut();
      await clock.settle();
      expect(log).toEqual(['two failed:9508:string']);
    });

    test('members may be missing, and one that removes another is obeyed', async () => {
      const removed = recorder('removed ');
      manager.addIMSDKListener({});
      manager.addIMSDKListener({ onConnecting: () => manager.removeIMSDKListener(removed) });
      manager.addIMSDKListener(removed);
      await manager.initSDK({ sdkAppID: APP });
      await clock.settle();
      expect(log).toEqual([]);
    });

    test('this is the listener', async () => {
      class Mine implements V2TimSDKListener {
        seen = 0;
        onConnectSuccess(): void {
          this.seen += 1;
        }
      }
      const mine = new Mine();
      await manager.initSDK({ sdkAppID: APP, listener: mine });
      await clock.settle();
      expect(mine.seen).toBe(1);
    });

    test('an exception reaches the process, and no other listener notices', async () => {
      const thrown: unknown[] = [];
      jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
        void Promise.resolve().then(() => {
          try {
            task();
          } catch (error) {
            thrown.push(error);
          }
        });
      });
      const oops = new Error('oops');
      manager.addIMSDKListener({
        onConnectSuccess: () => {
          throw oops;
        },
      });
      manager.addIMSDKListener(recorder());
      await manager.initSDK({ sdkAppID: APP });
      expect(await login()).toMatchObject({ code: 0 });
      expect(thrown).toEqual([oops]);
      expect(log).toEqual(['connecting', 'connected']);
    });

    test('unInitSDK removes them all', async () => {
      await manager.initSDK({ sdkAppID: APP, listener: recorder() });
      await settled(manager.unInitSDK());
      log.length = 0;
      await manager.initSDK({ sdkAppID: APP });
      await clock.settle();
      expect(log).toEqual([]);
    });

    test('onLog gets the lines from the level on, and nothing of a UserSig', async () => {
      const lines: [number, string][] = [];
      const onLog = (level: number, line: string): void => void lines.push([level, line]);
      await manager.initSDK({ sdkAppID: APP, loglevel: LogLevelEnum.V2TIM_LOG_INFO, listener: { onLog } });
      const userSig = sig('alice');
      await settled(manager.login({ userID: 'alice', userSig }));
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter(([level]) => level < LogLevelEnum.V2TIM_LOG_INFO)).toEqual([]);
      expect(lines.map(([, line]) => line).join('\n')).not.toContain(userSig);
      expect(printed).toEqual([]);
    });
  });

  test('the log goes to the console when the app asks for it', async () => {
    await manager.initSDK({ sdkAppID: APP, showImLog: true });
    await clock.settle();
    expect(printed.join('\n')).toContain('init');
  });

  test('unInitSDK settles a pending login first', async () => {
    delete server.script['session.login'];
    await manager.initSDK({ sdkAppID: APP });
    const order: string[] = [];
    void manager.login({ userID: 'alice', userSig: sig('alice') }).then(({ code }) => order.push(`login:${code}`));
    await clock.settle();
    void manager.unInitSDK().then(({ code }) => order.push(`uninit:${code}`));
    await clock.settle();
    expect(order).toEqual(['login:7009', 'uninit:0']);
    expect(await manager.login({ userID: 'alice', userSig: 'x' })).toMatchObject({ code: 6013 });
  });

  test('managers are independent of each other', async () => {
    const other = new V2TIMManager(host);
    await manager.initSDK({ sdkAppID: APP });
    await other.initSDK({ sdkAppID: APP });
    await login('alice');
    await settled(other.login({ userID: 'bob', userSig: sig('bob') }));
    expect([await user(), (await other.getLoginUser()).data]).toEqual(['alice', 'bob']);
    await settled(other.unInitSDK());
    expect(await user()).toBe('alice');
  });

  test('the plugin has one manager and makes others', () => {
    const { v2TIMManager, createManager } = TencentImSDKPlugin;
    expect(v2TIMManager).toBe(TencentImSDKPlugin.v2TIMManager);
    expect(createManager()).toBeInstanceOf(V2TIMManager);
    expect(createManager()).not.toBe(v2TIMManager);
  });
});
