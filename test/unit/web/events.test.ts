import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { APP, loggedIn, sign, thrown, webHarness, type WebHarness } from './harness.js';

describe('Web events', () => {
  let harness: WebHarness;
  let chat: Chat;
  let log: string[];
  const note = (text: string) => (): void => {
    log.push(text);
  };
  const logIn = async (): Promise<void> => {
    void chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') });
    await harness.clock.settle();
  };

  beforeEach(() => {
    harness = webHarness();
    chat = harness.web.create({ SDKAppID: APP });
    log = [];
  });

  afterEach(async () => {
    void chat.destroy();
    await harness.clock.settle();
  });

  const READY = 'sdkStateReady';

  test('a handler gets one object with name and data', async () => {
    const seen: unknown[][] = [];
    chat.on(READY, (...args: unknown[]) => seen.push(args));
    await logIn();
    expect(seen).toEqual([[{ name: READY, data: undefined }]]);
  });

  test('handlers run in the order they were added, the same one as often as it was added', async () => {
    const twice = note('twice');
    chat.on(READY, twice);
    chat.on(READY, note('between'));
    chat.on(READY, twice);
    await logIn();
    expect(log).toEqual(['twice', 'between', 'twice']);
  });

  test('off removes every copy, also those added with once', async () => {
    const gone = note('gone');
    chat.on(READY, gone);
    chat.on(READY, note('stays'));
    chat.on(READY, gone);
    chat.once(READY, gone);
    chat.off(READY, gone);
    chat.off(READY, note('unknown handler'));
    chat.off('unknown event', gone);
    await logIn();
    expect(log).toEqual(['stays']);
  });

  test('the context is this, and off with a context removes only those with it', async () => {
    const one = { name: 'one' };
    const two = { name: 'two' };
    function handler(this: { name: string } | undefined): void {
      log.push(this?.name ?? 'none');
    }
    chat.on(READY, handler, one);
    chat.on(READY, handler, two);
    chat.on(READY, handler);
    chat.off(READY, handler, one);
    await logIn();
    expect(log).toEqual(['two', 'none']);
  });

  test('once is called once', async () => {
    chat.once(READY, note('once'));
    await logIn();
    void chat.logout();
    await harness.clock.settle();
    await logIn();
    expect(log).toEqual(['once']);
  });

  test('handlers may come and go while an event is told', async () => {
    const later = note('later');
    const removed = note('removed');
    chat.on(READY, () => {
      chat.on(READY, later);
      chat.off(READY, removed);
    });
    chat.on(READY, removed);
    chat.on(READY, note('last'));
    await logIn();
    expect(log).toEqual(['last']);
  });

  test('an exception in a handler reaches the process, and neither other handlers nor the session notice', async () => {
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
    chat.on(READY, () => {
      throw oops;
    });
    chat.on(READY, note('after'));
    await logIn();
    expect(thrown).toEqual([oops]);
    expect(log).toEqual(['after']);
    expect(chat.isReady()).toBe(true);
  });

  test('an unknown event name is accepted', () => {
    chat.on('unknown', note('x'));
  });

  const bad: [string, unknown[]][] = [
    ['nothing', []],
    ['no handler', [READY]],
    ['a handler that is none', [READY, 'x']],
    ['no event name', [undefined, () => undefined]],
    ['an empty event name', ['', () => undefined]],
    ['a number as event name', [1, () => undefined]],
  ];
  test.each(
    (['on', 'once', 'off', 'addSignalingListener', 'removeSignalingListener'] as const).flatMap((api) =>
      bad.map(([name, args]) => [api, name, args] as const),
    ),
  )('%s with %s throws at once', (api, _name, args) => {
    const call = (): unknown => (chat[api] as (...all: unknown[]) => unknown)(...args);
    const error = thrown(call);
    expect(error.code).toBe(2905);
    expect(error.message).toMatch(/^Params validate failed\. .*: /);
  });

  test('signaling listeners are kept apart from events', async () => {
    chat.addSignalingListener(READY, note('signaling'));
    chat.removeSignalingListener(READY, note('other'));
    await logIn();
    expect(log).toEqual([]);
  });

  describe('NET_STATE_CHANGE', () => {
    const watchNetwork = (): void => {
      chat.on(harness.web.EVENT.NET_STATE_CHANGE, ({ data }) => log.push(data.state));
    };

    test('a first connection that succeeds is no news', async () => {
      watchNetwork();
      await harness.clock.settle();
      expect(log).toEqual([]);
    });

    test('a first connection that fails is: disconnected, and then every change', async () => {
      watchNetwork();
      harness.server.down = true;
      await harness.clock.settle();
      expect(log).toEqual(['disconnected']);
      harness.server.down = false;
      await harness.clock.advance(1000);
      expect(log).toEqual(['disconnected', 'connecting', 'connected']);
    });

    test('no value comes twice in a row', async () => {
      watchNetwork();
      harness.server.down = true;
      await harness.clock.advance(120_000);
      expect(log.length).toBeGreaterThan(4);
      expect(log.filter((state, at) => state === log[at - 1])).toEqual([]);
    });
  });

  test('a handler that comes late asks isReady', async () => {
    await harness.clock.settle();
    const second = webHarness();
    const late = await loggedIn(second, log);
    late.on(READY, note('late'));
    await second.clock.settle();
    expect([late.isReady(), log]).toEqual([true, []]);
    void late.destroy();
    await second.clock.settle();
  });
});
