import { builtinModules } from 'node:module';
import type { Metafile } from 'esbuild';
import { genUserSig } from '@tim-node/protocol/usersig';
import { decodeFrames } from '@tim-node/protocol';
import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { bundleForBrowsers, loadInBrowser } from './browser.js';

/** A browser's WebSocket with a server behind it that lets everybody in. */
class FakeWebSocket {
  static readonly urls: string[] = [];
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor(url: string) {
    FakeWebSocket.urls.push(url);
    setImmediate(() => {
      this.readyState = 1;
      this.onopen?.();
      this.say({ push: 'hello', data: { version: 1, time: Date.now(), heartbeat: 25_000, loginTimeout: 10_000 } });
    });
  }

  send(text: string): void {
    for (const frame of decodeFrames(text)) {
      if (!('op' in frame)) continue;
      this.say({ id: frame.id, result: frame.op === 'session.login' ? this.session() : {} });
    }
  }

  close(code = 1005, reason = ''): void {
    this.readyState = 3;
    setImmediate(() => this.onclose?.({ code, reason }));
  }

  private say(frame: object): void {
    setImmediate(() => this.onmessage?.({ data: JSON.stringify(frame) }));
  }

  private session(): object {
    const now = Date.now();
    const expireAt = Math.floor(now / 1000) + 86_400;
    return { sessionId: 's', token: 't', serverTime: now, expireAt, epoch: 'e', seq: 1, head: 1 };
  }
}

describe('Web style in a browser', () => {
  let code: string;
  let metafile: Metafile;

  beforeAll(async () => {
    ({ code, metafile } = await bundleForBrowsers());
  }, 60_000);

  test('its import graph has no module of Node and none of the libraries that need one', () => {
    const builtin = new Set(builtinModules);
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    expect(
      imports.filter(({ path, external }) => external === true || path.startsWith('node:') || builtin.has(path)),
    ).toEqual([]);
    const files = Object.keys(metafile.inputs);
    expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
    expect(files).toContain('lib/sdk/src/transport/global.ts');
    expect(files).not.toContain('lib/sdk/src/transport/node.ts');
  });

  test('it creates, logs in, logs out and goes, with the globals of a browser alone', async () => {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const web = loadInBrowser(code, FakeWebSocket);
    const chat: Chat = web.create({ SDKAppID: 1_400_000_001, serverURL: 'ws://chat.example' });
    expect(FakeWebSocket.urls).toEqual(['ws://chat.example']);
    expect(chat.isReady()).toBe(false);
    const events: string[] = [];
    for (const name of Object.values(web.EVENT)) chat.on(name, () => events.push(name));
    const userSig = genUserSig({ sdkAppId: 1_400_000_001, secretKey: 'key', userId: 'alice' });
    await chat.login({ userID: 'alice', userSig });
    expect([chat.isReady(), chat.getLoginUser()]).toEqual([true, 'alice']);
    await chat.destroy();
    expect(events).toEqual(['sdkStateReady', 'sdkStateNotReady', 'sdkDestroy']);
    expect(printed).not.toHaveBeenCalled();
  });

  test('a UserSig that has expired is noticed without a request', async () => {
    const web = loadInBrowser(code, FakeWebSocket);
    const chat = web.create({ SDKAppID: 1_400_000_001 });
    const userSig = genUserSig({ sdkAppId: 1_400_000_001, secretKey: 'key', userId: 'alice', time: 1000, expire: 10 });
    await expect(chat.login({ userID: 'alice', userSig })).rejects.toMatchObject({ code: 70001 });
    void chat.destroy();
  });
});
