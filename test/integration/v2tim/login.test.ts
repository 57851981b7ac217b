import { createServer, type TimServer } from '@tim-node/server';
import { genUserSig } from '@tim-node/protocol/usersig';
import { TencentImSDKPlugin, type V2TIMManager, type V2TimSDKListener } from 'tim-node/v2tim';
import { FaultProxy } from '../../support/fault-proxy.js';
import { Diary, within } from '../web/diary.js';

describe('Flutter style against a server', () => {
  let server: TimServer;
  let wire: FaultProxy;
  let diary: Diary;
  const managers: V2TIMManager[] = [];

  beforeEach(async () => {
    server = await createServer({ dataDir: ':memory:' });
    wire = await FaultProxy.start(server.url);
    diary = new Diary();
  });

  afterEach(async () => {
    await Promise.all(managers.splice(0).map((manager) => manager.unInitSDK()));
    await wire.close();
    await server.close();
  });

  const listener = (prefix: string): V2TimSDKListener => ({
    onConnecting: () => diary.note(`${prefix}net:connecting`),
    onConnectSuccess: () => diary.note(`${prefix}net:connected`),
    onConnectFailed: (code) => diary.note(`${prefix}net:failed ${code}`),
    onKickedOffline: ({ reason }) => diary.note(`${prefix}kicked:${reason}`),
    onUserSigExpired: () => diary.note(`${prefix}expired`),
  });

  async function started(prefix = '', more: object = {}): Promise<V2TIMManager> {
    const manager = TencentImSDKPlugin.createManager();
    managers.push(manager);
    const options = { sdkAppID: server.sdkAppId, serverURL: wire.url, listener: listener(prefix), ...more };
    expect(await manager.initSDK(options)).toEqual({ code: 0, desc: 'success', data: true });
    return manager;
  }

  async function login(manager: V2TIMManager, userID: string, expire?: number): Promise<number> {
    const userSig = server.genUserSig(userID, expire);
    return (await within(manager.login({ userID, userSig }), `login of ${userID}`)).code;
  }

  const state = async (manager: V2TIMManager): Promise<unknown[]> => [
    (await manager.getLoginStatus()).data,
    (await manager.getLoginUser()).data,
  ];

  test('the story: init, login, account switch, logout, uninit', async () => {
    const manager = await started();
    const loggingIn = login(manager, 'alice');
    expect(await state(manager)).toEqual([2, '']);
    expect(await loggingIn).toBe(0);
    expect(await state(manager)).toEqual([1, 'alice']);
    expect(await login(manager, 'alice')).toBe(0);
    expect(await login(manager, 'bob')).toBe(0);
    expect(await state(manager)).toEqual([1, 'bob']);
    const { data: time = 0 } = await manager.getServerTime();
    expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(60);
    expect((await within(manager.logout(), 'logout')).code).toBe(0);
    expect(await state(manager)).toEqual([3, '']);
    expect(await manager.unInitSDK()).toMatchObject({ code: 0 });
    expect(await manager.login({ userID: 'alice', userSig: 'x' })).toEqual({ code: 6013, desc: 'sdk not init' });
    expect(diary.entries).toEqual(['net:connecting', 'net:connected']);
  });

  test('UserSigs that are no good', async () => {
    const { sdkAppId, secretKey } = server;
    const manager = await started();
    const sign = (more: object): string => genUserSig({ sdkAppId, secretKey, userId: 'alice', ...more });
    for (const [userSig, code] of [
      ['nonsense', 70003],
      [sign({ secretKey: 'another key of some length' }), 70009],
      [sign({ userId: 'bob' }), 70013],
      [sign({ time: 1000, expire: 10 }), 6206],
    ] as const) {
      const answer = await within(manager.login({ userID: 'alice', userSig }), 'login');
      expect(answer.code).toBe(code);
      expect(answer.desc).not.toBe('');
      expect(await state(manager)).toEqual([3, '']);
    }
  });

  test('a second instance kicks the first; a kick by REST', async () => {
    const first = await started('first ');
    const second = await started('second ');
    await login(first, 'alice');
    await login(second, 'alice');
    await diary.untilHas('first kicked:multipleAccount');
    expect([await state(first), await state(second)]).toEqual([
      [3, ''],
      [1, 'alice'],
    ]);
    await server.kick('alice');
    await diary.untilHas('second kicked:REST_API_Kick');
    expect(await state(second)).toEqual([3, '']);
    expect(diary.story).toEqual(['first kicked:multipleAccount', 'second kicked:REST_API_Kick']);
  });

  test('another platform, where the policy allows only one', async () => {
    await server.settings.update({ policy: 'single' });
    const pad = await started('pad ', { platform: 'iPad' });
    const phone = await started('phone ', { platform: 'iPhone' });
    await login(pad, 'alice');
    await login(phone, 'alice');
    await diary.untilHas('pad kicked:multipleDevice');
    expect(await state(phone)).toEqual([1, 'alice']);
  });

  test('the UserSig ends while the client is idle', async () => {
    const manager = await started();
    await login(manager, 'alice', 2);
    await diary.untilHas('expired');
    expect(await state(manager)).toEqual([3, '']);
    expect(diary.story).toEqual(['expired']);
    expect(await login(manager, 'alice')).toBe(0);
  });

  test('a lost connection comes back by itself, and the session with it', async () => {
    const manager = await started();
    await login(manager, 'alice');
    wire.refuse();
    wire.drop();
    await diary.until((entries) => entries.some((entry) => entry.startsWith('net:failed')), 'lost');
    expect(await state(manager)).toEqual([1, 'alice']);
    wire.accept();
    await diary.until((entries) => entries.at(-1) === 'net:connected', 'connected');
    expect(await state(manager)).toEqual([1, 'alice']);
    expect(diary.story).toEqual([]);
  });

  test('unInitSDK while a login gets no answer', async () => {
    const manager = await started();
    wire.freeze();
    const loggingIn = login(manager, 'alice');
    await manager.unInitSDK();
    expect(await loggingIn).toBe(7009);
  });
});
