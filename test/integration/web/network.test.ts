import { eventually } from './diary.js';
import { World } from './world.js';

describe('Web and the network', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.start();
  });

  afterEach(async () => {
    await world.end();
  });

  test('the UserSig ends while the chat is idle; a fresh one works at once', async () => {
    const { diary } = world;
    const chat = world.chat();
    await world.login(chat, 'alice', 2);
    await diary.untilHas('notReady');
    expect(diary.story).toEqual(['ready', 'kicked:userSigExpired', 'notReady']);
    await diary.settle('api', chat.getMyProfile());
    expect(diary.entries).toContain('api:3004');
    await world.login(chat, 'alice');
    expect(chat.isReady()).toBe(true);
  });

  test('a lost connection comes back by itself, and the session with it', async () => {
    const { diary, wire } = world;
    const chat = world.chat();
    await world.login(chat, 'alice');
    for (let round = 1; round <= 3; round += 1) {
      wire.refuse();
      wire.drop();
      await diary.until((entries) => entries.at(-1) === 'net:disconnected', 'disconnected');
      expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
      wire.accept();
      await diary.until((entries) => entries.at(-1) === 'net:connected', 'connected');
    }
    expect(diary.story).toEqual(['ready']);
    const states = diary.entries.filter((entry) => entry.startsWith('net:'));
    expect(states.filter((state, at) => state === states[at - 1])).toEqual([]);
    // It is the same session: the next login elsewhere kicks it.
    await world.login(world.chat('second ', true), 'alice');
    await diary.untilHas('notReady');
    expect(diary.of('')).toEqual(expect.arrayContaining(['kicked:multipleAccount', 'notReady']));
    expect(chat.isReady()).toBe(false);
  });

  test('a login without a network fails, and works when the network is there', async () => {
    const { diary, wire } = world;
    wire.refuse();
    const chat = world.chat();
    await diary.settle('login', chat.login({ userID: 'alice', userSig: world.server.genUserSig('alice') }));
    expect(diary.story).toEqual(['login:2800']);
    expect(diary.entries[0]).toBe('net:disconnected');
    wire.accept();
    await world.login(chat, 'alice');
    expect(chat.isReady()).toBe(true);
  });

  test('a connection that breaks under the login does not break the login', async () => {
    const { diary, wire } = world;
    const chat = world.chat();
    wire.freeze();
    const login = diary.settle('login', chat.login({ userID: 'alice', userSig: world.server.genUserSig('alice') }));
    wire.drop();
    wire.thaw();
    await login;
    expect(diary.story).toEqual(['ready', 'login:ok']);
  });

  test('destroy during a login that gets no answer', async () => {
    const { diary, wire } = world;
    const chat = world.chat();
    wire.freeze();
    const login = diary.settle('login', chat.login({ userID: 'alice', userSig: world.server.genUserSig('alice') }));
    const destroy = diary.settle('destroy', chat.destroy());
    await Promise.all([login, destroy]);
    expect(diary.story).toEqual(['login:2903', 'destroyed', 'destroy:2024']);
  });

  test('the server goes away and comes back', async () => {
    const { diary, wire } = world;
    const chat = world.chat();
    await world.login(chat, 'alice');
    const second = await World.start({ sdkAppId: world.server.sdkAppId, secretKey: world.server.secretKey });
    try {
      wire.retarget(second.server.url);
      wire.drop();
      await diary.untilHas('net:disconnected');
      // That server has never heard of the session: the chat logs in anew by itself.
      await eventually(() => second.server.inspect().sessions === 1, 'logged in again');
      await second.login(second.chat('other '), 'alice');
      await diary.untilHas('notReady');
      expect(diary.story).toEqual(['ready', 'kicked:multipleAccount', 'notReady']);
    } finally {
      await second.end();
    }
  });
});
