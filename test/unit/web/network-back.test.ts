import { webHost } from '../../../lib/sdk/src/host/web.js';
import { loggedIn, loginResult, webHarness } from './harness.js';

describe('when the platform says that the network is back', () => {
  test('the chat tries at once instead of waiting, and asks no more after destroy', async () => {
    let back: (() => void) | undefined;
    const harness = webHarness({
      watchNetwork: (onBack) => {
        back = onBack;
        return () => (back = undefined);
      },
    });
    const log: string[] = [];
    const chat = await loggedIn(harness, log);
    harness.server.script['session.resume'] = (peer, request) => peer.answer(request, loginResult(harness.clock));
    harness.server.down = true;
    harness.server.peer.cut();
    // Long enough for the pauses between attempts to have grown.
    await harness.clock.advance(120_000);
    harness.server.down = false;
    expect(log.at(-1)).toBe('net:disconnected');
    back?.();
    await harness.clock.settle();
    expect(log.slice(-2)).toEqual(['net:connecting', 'net:connected']);
    void chat.destroy();
    await harness.clock.settle();
    expect(back).toBeUndefined();
    expect(harness.clock.timerCount).toBe(0);
  });

  test('browsers tell it by the event `online`; Node has none', () => {
    const heard: string[] = [];
    webHost.watchNetwork?.(() => heard.push('never'))();
    const page = globalThis as { addEventListener?: unknown; removeEventListener?: unknown };
    const listeners = new Set<() => void>();
    page.addEventListener = (name: string, listener: () => void) => name === 'online' && listeners.add(listener);
    page.removeEventListener = (_name: string, listener: () => void) => listeners.delete(listener);
    try {
      const stop = webHost.watchNetwork?.(() => heard.push('back'));
      for (const listener of listeners) listener();
      stop?.();
      for (const listener of listeners) listener();
    } finally {
      delete page.addEventListener;
      delete page.removeEventListener;
    }
    expect(heard).toEqual(['back']);
  });
});
