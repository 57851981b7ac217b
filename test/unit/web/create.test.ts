import { APP, thrown, webHarness, type WebHarness } from './harness.js';

describe('Web create', () => {
  let harness: WebHarness;

  beforeEach(() => {
    harness = webHarness();
  });

  test('one chat per SDKAppID, until destroy is called', () => {
    const first = harness.web.create({ SDKAppID: APP });
    expect(harness.web.create({ SDKAppID: APP })).toBe(first);
    expect(harness.web.create({ SDKAppID: String(APP) })).toBe(first);
    const other = harness.web.create({ SDKAppID: APP + 1 });
    expect(other).not.toBe(first);
    void first.destroy();
    const second = harness.web.create({ SDKAppID: APP });
    expect(second).not.toBe(first);
    // The old one has nothing to say about the new one.
    void first.destroy();
    expect(harness.web.create({ SDKAppID: APP })).toBe(second);
    void second.destroy();
    void other.destroy();
  });

  test('createClient gives a chat of its own every time', () => {
    const shared = harness.web.create({ SDKAppID: APP });
    const bots = [1, 2, 3].map(() => harness.web.createClient({ SDKAppID: APP }));
    expect(new Set([shared, ...bots]).size).toBe(4);
    void bots[0]?.destroy();
    expect(harness.web.create({ SDKAppID: APP })).toBe(shared);
    for (const chat of [shared, ...bots]) void chat.destroy();
  });

  test.each([
    [undefined],
    [null],
    [{}],
    [{ sdkAppId: APP }],
    [APP],
    [[]],
    [{ SDKAppID: 'abc' }],
    [{ SDKAppID: NaN }],
    [{ SDKAppID: '' }],
    [{ SDKAppID: '1400000001x' }],
    [{ SDKAppID: -1 }],
    [{ SDKAppID: 1.5 }],
    [{ SDKAppID: 2 ** 53 }],
    [{ SDKAppID: 1n }],
    [{ SDKAppID: [1] }],
  ])('create(%p) says what is missing instead of giving null', (options) => {
    const error = thrown(() => harness.web.create(options as never));
    expect(error.code).toBe(2000);
    expect(error.message).toContain('SDKAppID');
    expect(thrown(() => harness.web.createClient(options as never)).code).toBe(2000);
  });

  test.each([0, 1, 2 ** 40, '0', '1400000001'])('create accepts SDKAppID %p', async (SDKAppID) => {
    const chat = harness.web.create({ SDKAppID });
    const ids: number[] = [];
    chat.on(harness.web.EVENT.SDK_DESTROY, ({ data }) => ids.push(data.SDKAppID));
    void chat.destroy();
    await harness.clock.settle();
    expect(ids).toEqual([Number(SDKAppID)]);
  });

  test('it connects at once, before any login', () => {
    const chat = harness.web.create({ SDKAppID: APP });
    expect(harness.dialled).toEqual(['ws://127.0.0.1:7750']);
    void chat.destroy();
  });

  test.each([
    [{ serverURL: 'ws://one:1' }, 'ws://one:1'],
    [{ proxyServer: 'wss://two' }, 'wss://two'],
    [{ serverURL: 'ws://one:1', proxyServer: 'ws://two:2' }, 'ws://one:1'],
    [{ serverURL: '', proxyServer: '' }, 'ws://127.0.0.1:7750'],
    [{ proxyServer: 'http://three:3' }, 'ws://three:3'],
    [{ proxyServer: 'HTTPS://four/path' }, 'wss://four/path'],
    [{ scene: 'live', oversea: true, fileUploadProxy: 'x', fileDownloadProxy: 'y' }, 'ws://127.0.0.1:7750'],
  ])('the server of %p is %s', (options, url) => {
    const chat = harness.web.create({ SDKAppID: APP, ...options });
    expect(harness.dialled).toEqual([url]);
    void chat.destroy();
  });

  test('the environment names the server when the app does not', () => {
    const { web, dialled } = webHarness({
      env: (name) => (name === 'TIM_SERVER_URL' ? 'ws://env:9' : undefined),
    });
    void web.create({ SDKAppID: APP }).destroy();
    void web.create({ SDKAppID: APP, serverURL: 'ws://app:8' }).destroy();
    expect(dialled).toEqual(['ws://env:9', 'ws://app:8']);
  });

  test.each([['127.0.0.1:1'], [123], ['not a url'], ['ftp://x']])('proxyServer %p is refused', (proxyServer) => {
    expect(thrown(() => harness.web.create({ SDKAppID: APP, proxyServer: proxyServer as string })).code).toBe(2905);
    // Nothing is left behind that a later create would find.
    const chat = harness.web.create({ SDKAppID: APP });
    void chat.destroy();
  });

  test('asking again with another server keeps the chat and says so', () => {
    const chat = harness.web.create({ SDKAppID: APP, serverURL: 'ws://one:1' });
    harness.web.create({ SDKAppID: APP });
    harness.web.create({ SDKAppID: APP, serverURL: 'ws://one:1' });
    expect(harness.printed).toEqual([]);
    expect(harness.web.create({ SDKAppID: APP, serverURL: 'ws://two:2' })).toBe(chat);
    expect(harness.printed).toEqual([expect.stringContaining('already initialized')]);
    expect(harness.dialled).toEqual(['ws://one:1']);
    void chat.destroy();
  });

  test('nothing is printed unless asked for, and setLogLevel takes anything', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    harness.server.down = true;
    const failed = chat.login({ userID: 'a', userSig: 'x' }).catch(() => 'failed');
    await harness.clock.advance(60_000);
    expect(await failed).toBe('failed');
    expect(harness.printed).toEqual([]);
    for (const level of ['x', 99, -1, null, undefined]) chat.setLogLevel(level as number);
    chat.setLogLevel(0);
    void chat.destroy();
    await harness.clock.settle();
    expect(harness.printed.length).toBeGreaterThan(0);
    const before = harness.printed.length;
    const silent = harness.web.create({ SDKAppID: APP });
    silent.setLogLevel(4);
    void silent.destroy();
    await harness.clock.settle();
    expect(harness.printed).toHaveLength(before);
  });

  test('functions need no this', async () => {
    const { isReady, destroy, getLoginUser } = harness.web.create({ SDKAppID: APP });
    expect([isReady(), getLoginUser()]).toEqual([false, '']);
    await Promise.all([expect(destroy()).rejects.toMatchObject({ code: 2024 }), harness.clock.settle()]);
  });
});
