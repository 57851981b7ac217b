import { genUserSig } from '@tim-node/protocol/usersig';
import { within } from './diary.js';
import { World } from './world.js';

describe('Web kicks', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.start();
  });

  afterEach(async () => {
    await world.end();
  });

  test('a second instance kicks the first, which stays away', async () => {
    const { diary } = world;
    const first = world.chat('first ');
    const second = world.chat('second ');
    await world.login(first, 'alice');
    await world.login(second, 'alice');
    await diary.untilHas('first notReady');
    expect(diary.of('first ')).toEqual(['ready', 'kicked:multipleAccount', 'notReady']);
    expect(diary.of('second ')).toEqual(['ready']);
    expect([first.isReady(), first.getLoginUser(), second.isReady()]).toEqual([false, '', true]);
    await diary.settle('api', first.getMyProfile());
    expect(diary.entries).toContain('api:3003');
    // The user decides to come back: that is the other one's turn to go.
    await world.login(first, 'alice');
    await diary.untilHas('second notReady');
    expect([first.isReady(), second.isReady()]).toEqual([true, false]);
  });

  test('another platform, where the policy allows only one', async () => {
    const { diary, server } = world;
    await server.settings.update({ policy: 'single' });
    const chat = world.chat();
    await world.login(chat, 'alice');
    const { TencentImSDKPlugin } = await import('tim-node/v2tim');
    const phone = TencentImSDKPlugin.createManager();
    await phone.initSDK({ sdkAppID: server.sdkAppId, serverURL: server.url, platform: 'Android' });
    expect(await phone.login({ userID: 'alice', userSig: server.genUserSig('alice') })).toMatchObject({ code: 0 });
    await diary.untilHas('notReady');
    expect(diary.story).toEqual(['ready', 'kicked:multipleDevice', 'notReady']);
    await diary.settle('api', chat.getMyProfile());
    expect(diary.entries).toContain('api:3002');
    await phone.unInitSDK();
  });

  test('instances of the Web platform that are allowed side by side', async () => {
    await world.server.settings.update({ instances: { Web: 2 } });
    const [first, second, third] = [world.chat('first '), world.chat('second '), world.chat('third ')];
    await world.login(first, 'alice');
    await world.login(second, 'alice');
    await world.login(third, 'alice');
    await world.diary.untilHas('first notReady');
    expect([first.isReady(), second.isReady(), third.isReady()]).toEqual([false, true, true]);
  });

  test('an administrator kicks: the old UserSig is void, a newer one works at once', async () => {
    const { diary, server } = world;
    const { sdkAppId, secretKey } = server;
    const now = Math.floor(Date.now() / 1000);
    const signedAt = (time: number): string => genUserSig({ sdkAppId, secretKey, userId: 'alice', time });
    const chat = world.chat();
    await within(chat.login({ userID: 'alice', userSig: signedAt(now - 10) }), 'login');
    await server.kick('alice');
    await diary.untilHas('notReady');
    expect(diary.story).toEqual(['ready', 'kicked:REST_API_Kick', 'notReady']);
    await diary.settle('api', chat.getMyProfile());
    await diary.settle('old', chat.login({ userID: 'alice', userSig: signedAt(now - 10) }));
    await diary.settle('new', chat.login({ userID: 'alice', userSig: signedAt(now + 60) }));
    expect(diary.story.slice(3)).toEqual(['error:3006', 'api:3006', 'old:70052', 'ready', 'new:ok']);
  });

  test('kicked while offline: told on the way back', async () => {
    const { diary, wire } = world;
    const away = world.chat('away ');
    await world.login(away, 'alice');
    wire.refuse();
    wire.drop();
    await diary.untilHas('away net:disconnected');
    await world.login(world.chat('new ', true), 'alice');
    wire.accept();
    await diary.untilHas('away notReady');
    expect(diary.of('away ')).toEqual(['ready', 'kicked:multipleAccount', 'notReady']);
    expect(diary.of('new ')).toEqual(['ready']);
  });
});
