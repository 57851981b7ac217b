import { genUserSig } from '@tim-node/protocol/usersig';
import { IMError, TIM } from 'tim-node/web';
import { within } from './diary.js';
import { World } from './world.js';

describe('Web login against a server', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.start();
  });

  afterEach(async () => {
    await world.end();
  });

  test('login, repeated login, logout, login of another user, destroy', async () => {
    const { server, diary } = world;
    const chat = world.chat();
    const first = await within(chat.login({ userID: 'alice', userSig: server.genUserSig('alice') }), 'login');
    expect(first).toEqual({ code: 0, data: { actionStatus: 'OK', errorCode: 0, errorInfo: '' } });
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
    expect(Math.abs(chat.getServerTime() - Date.now() / 1000)).toBeLessThan(60);
    for (const userID of ['alice', 'bob']) {
      const again = await within(chat.login({ userID, userSig: server.genUserSig(userID) }), 'repeated login');
      expect(again.data.repeatLogin).toBe(true);
    }
    expect(chat.getLoginUser()).toBe('alice');
    expect((await within(chat.logout(), 'logout')).data).toEqual({});
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([false, '']);
    await world.login(chat, 'bob');
    expect(chat.getLoginUser()).toBe('bob');
    await within(chat.destroy(), 'destroy');
    expect(diary.story).toEqual(['ready', 'notReady', 'ready', 'notReady', 'destroyed']);
  });

  test('UserSigs that are no good', async () => {
    const { sdkAppId, secretKey } = world.server;
    const sign = (more: object): string => genUserSig({ sdkAppId, secretKey, userId: 'alice', ...more });
    const good = sign({});
    const cases: [string, string, number][] = [
      ['cut', good.slice(0, -10), 70003],
      ['changed', `x${good.slice(1)}`, 70003],
      ['other key', sign({ secretKey: 'another key of some length' }), 70009],
      ['other user', sign({ userId: 'bob' }), 70013],
      ['other app', sign({ sdkAppId: sdkAppId + 1 }), 70014],
      ['expired', sign({ time: Math.floor(Date.now() / 1000) - 7200, expire: 3600 }), 70001],
    ];
    const chat = world.chat();
    for (const [name, userSig, code] of cases) {
      const error = await within(
        chat.login({ userID: 'alice', userSig }).then(
          () => undefined,
          (reason: unknown) => reason,
        ),
        name,
      );
      expect(error).toBeInstanceOf(IMError);
      expect([name, (error as IMError).code]).toEqual([name, code]);
      expect((error as IMError).message).not.toBe('');
      expect(chat.isReady()).toBe(false);
    }
    expect(world.diary.story).toEqual([]);
    await world.login(chat, 'alice');
    expect(chat.isReady()).toBe(true);
  });

  test('an app that the server does not serve', async () => {
    const { sdkAppId, secretKey, url } = world.server;
    const userSig = genUserSig({ sdkAppId: sdkAppId + 1, secretKey, userId: 'alice' });
    const { TencentCloudChat } = await import('tim-node/web');
    const chat = TencentCloudChat.createClient({ SDKAppID: sdkAppId + 1, serverURL: url });
    const login = world.diary.settle('login', chat.login({ userID: 'alice', userSig }));
    await within(login, 'login');
    expect(world.diary.entries).toEqual(['login:70020']);
    void chat.destroy();
  });

  test('many accounts in one process', async () => {
    const chats = Array.from({ length: 20 }, () => world.chat());
    await Promise.all(chats.map((chat, at) => world.login(chat, `bot-${at}`)));
    expect(chats.map((chat) => chat.getLoginUser())).toEqual(chats.map((_chat, at) => `bot-${at}`));
  });

  test('the TIM style of 2020', async () => {
    const tim = world.chat('tim ', false, TIM);
    await world.login(tim, 'alice');
    await world.login(world.chat('second '), 'alice');
    await world.diary.untilHas('tim notReady');
    expect(world.diary.of('tim ')).toEqual(['ready', 'kicked:mutipleAccount', 'notReady']);
  });
});
