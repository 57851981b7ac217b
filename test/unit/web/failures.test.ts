import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { IMError } from '../../../lib/sdk/src/facade/web/im-error.js';
import { answering, APP, loggedIn, loginResult, record, sign, watch, webHarness, type WebHarness } from './harness.js';

describe('Web failures', () => {
  let harness: WebHarness;
  let chat: Chat;
  let log: string[];

  beforeEach(() => {
    harness = webHarness();
    log = [];
  });

  afterEach(async () => {
    void chat.destroy();
    await harness.clock.settle();
    expect(harness.clock.timerCount).toBe(0);
  });

  /** The error of a login, which must come within the 30 seconds that every call has. */
  async function failedLogin(userSig = sign(harness.clock, 'alice')): Promise<IMError> {
    const outcome = chat.login({ userID: 'alice', userSig }).then(
      () => new Error('logged in'),
      (error: unknown) => error,
    );
    await harness.clock.advance(30_000);
    const error = await outcome;
    expect(error).toBeInstanceOf(IMError);
    return error as IMError;
  }

  describe('a login always settles', () => {
    beforeEach(() => {
      chat = harness.web.create({ SDKAppID: APP });
    });

    test('connection refused: 2800, with what the system said', async () => {
      harness.server.down = true;
      const error = await failedLogin();
      expect(error.code).toBe(2800);
      expect(error.message).toContain('ECONNREFUSED');
    });

    test('a server that accepts and stays silent: 2801', async () => {
      harness.server.silent = true;
      expect((await failedLogin()).code).toBe(2801);
    });

    test('a server that greets and never answers: 2801', async () => {
      delete harness.server.script['session.login'];
      expect((await failedLogin()).code).toBe(2801);
    });

    test('a server that hangs up on every login: 2800', async () => {
      harness.server.script['session.login'] = (peer) => peer.cut();
      expect((await failedLogin()).code).toBe(2800);
    });

    test('a server that answers nonsense', async () => {
      harness.server.script['session.login'] = (peer, request) => peer.answer(request, { hello: 'world' });
      expect(await failedLogin()).toMatchObject({
        code: 2903,
        message: expect.stringContaining('bad answer') as string,
      });
    });

    test('without a network: 2805 where the platform tells', async () => {
      harness.server.down = true;
      const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
      Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
      try {
        expect((await failedLogin()).code).toBe(2805);
      } finally {
        if (original === undefined) Reflect.deleteProperty(globalThis, 'navigator');
        else Object.defineProperty(globalThis, 'navigator', original);
      }
    });
  });

  describe('codes', () => {
    beforeEach(() => {
      chat = harness.web.create({ SDKAppID: APP });
    });

    test('a UserSig that has expired by the local clock: 70001 without a request', async () => {
      const old = sign(harness.clock, 'alice', 10);
      await harness.clock.advance(11_000);
      expect((await failedLogin(old)).code).toBe(70001);
      expect(harness.server.peer.received).toEqual([]);
    });

    test.each([70001, 70002, 70003, 70009, 70013, 70014, 70016, 70020, 70050, 70052, 60018, 7012])(
      'the server answers %d',
      async (code) => {
        harness.server.script['session.login'] = (peer, request) => peer.refuse(request, code);
        expect((await failedLogin()).code).toBe(code === 7012 ? 2903 : code);
      },
    );

    test.each([
      ['multipleDevice', 3002],
      ['multipleAccount', 3003],
      ['REST_API_Kick', 3006],
      [undefined, 3003],
    ] as const)('kicked while offline because of %s: %d', async (reason, code) => {
      harness.server.script['session.login'] = (peer, request) =>
        peer.refuse(request, 6208, reason === undefined ? {} : { reason });
      expect((await failedLogin()).code).toBe(code);
    });

    test('an error is an Error with code, message and data, and JSON shows these three', async () => {
      harness.server.script['session.login'] = (peer, request) => peer.refuse(request, 70050, { retryAfter: 5000 });
      const error = await failedLogin();
      expect(error).toBeInstanceOf(Error);
      expect(Object.keys(error).toSorted()).toEqual(['code', 'data', 'message']);
      expect(JSON.parse(JSON.stringify(error))).toEqual({
        code: 70050,
        message: 'error 70050',
        data: { retryAfter: 5000 },
      });
      expect(error.name).toBe('IMError');
      expect(String(error)).toBe('IMError: error 70050');
      expect(error.cause).toMatchObject({ code: 70050 });
    });

    test('an error has words even when the server sends none', async () => {
      for (const [code, words] of [
        [70009, 'the UserSig was made with another secret key'],
        [99999, 'error 99999'],
      ] as const) {
        harness.server.script['session.login'] = (peer, request) => peer.refuse(request, code, { desc: '' });
        expect((await failedLogin()).message).toBe(words);
      }
    });
  });

  test('the state of a call that is not ready, in words and code', async () => {
    chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    const ask = async (): Promise<void> => {
      watch('api', chat.getMyProfile(), log);
      await harness.clock.settle();
    };
    const states: [string, () => Promise<void> | void, number][] = [
      ['never logged in', () => undefined, 2024],
      [
        'login running',
        () => {
          delete harness.server.script['session.login'];
          watch('login', chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') }), []);
        },
        3000,
      ],
      [
        'login failed',
        async () => {
          await harness.clock.settle();
          harness.server.peer.refuse(harness.server.peer.take('session.login'), 70003);
          await harness.clock.settle();
        },
        3001,
      ],
      [
        'logged out',
        async () => {
          harness.server.script['session.login'] = answering(() => loginResult(harness.clock));
          watch('login', chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') }), []);
          await harness.clock.settle();
          void chat.logout();
          await harness.clock.settle();
        },
        3005,
      ],
    ];
    for (const [, reach, code] of states) {
      await reach();
      log.length = 0;
      await ask();
      expect(log).toEqual([`error:${code}`, `api:${code}`]);
    }
  });

  test.each([
    ['multipleDevice', 3002],
    ['multipleAccount', 3003],
    ['userSigExpired', 3004],
    ['REST_API_Kick', 3006],
  ] as const)('after a kick (%s) calls are refused with %d', async (reason, code) => {
    chat = await loggedIn(harness, log);
    harness.server.peer.say({ push: 'session.end', data: { reason, time: 1 } });
    await harness.clock.settle();
    log.length = 0;
    watch('api', chat.getMyProfile(), log);
    watch('logout', chat.logout(), log);
    await harness.clock.settle();
    expect(log.toSorted()).toEqual([`api:${code}`, `error:${code}`, 'logout:2024']);
  });
});
