import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { APP, sign, thrown, watch, webHarness, type WebHarness } from './harness.js';

describe('Web login arguments', () => {
  let harness: WebHarness;
  let chat: Chat;

  beforeEach(() => {
    harness = webHarness();
    chat = harness.web.create({ SDKAppID: APP });
  });

  afterEach(async () => {
    void chat.destroy();
    await harness.clock.settle();
  });

  test.each<[string, unknown, number]>([
    ['nothing', undefined, 2002],
    ['null', null, 2002],
    ['a string', 'alice', 2002],
    ['an empty object', {}, 2002],
    ['userID alone', { userID: 'alice' }, 2003],
    ['userSig alone', { userSig: 'x' }, 2002],
    ['an empty userID', { userID: '', userSig: 'x' }, 2002],
    ['an empty userSig', { userID: 'alice', userSig: '' }, 2003],
    ['a number as userID', { userID: 1, userSig: 'x' }, 2002],
    ['a number as userSig', { userID: 'alice', userSig: 1 }, 2003],
    ['null as userID', { userID: null, userSig: 'x' }, 2002],
    ['null as userSig', { userID: 'alice', userSig: null }, 2003],
    ['capitalised names', { UserID: 'alice', UserSig: 'x' }, 2002],
  ])('%s: thrown at once, with a code', (_name, options, code) => {
    const error = thrown(() => chat.login(options as never));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^Params validate failed\. login: user(ID|Sig) must be a non-empty string$/);
  });

  test('a refused argument does not count as a login', async () => {
    thrown(() => chat.login({} as never));
    const login = chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') });
    thrown(() => chat.login({} as never));
    await harness.clock.settle();
    expect((await login).data.repeatLogin).toBeUndefined();
    thrown(() => chat.login({} as never));
    expect(chat.isReady()).toBe(true);
  });

  test.each(['   ', 'x'.repeat(33), 'x'.repeat(300), '名字', 'é', 'a/b?c#d', 'a b'])(
    'userID %p is no UserID: rejected with 7003 and without traffic',
    async (userID) => {
      const log: string[] = [];
      watch('login', chat.login({ userID, userSig: 'x' }), log);
      await harness.clock.settle();
      expect(log).toEqual(['login:7003']);
      expect(harness.server.peer.received).toEqual([]);
    },
  );

  test.each(['0', 'a', 'x'.repeat(32), 'A-z_9'])('userID %p is one', async (userID) => {
    const login = chat.login({ userID, userSig: sign(harness.clock, userID) });
    await harness.clock.settle();
    await login;
    expect(chat.getLoginUser()).toBe(userID);
  });
});
