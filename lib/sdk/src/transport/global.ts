import { failedTransport } from './failed.js';
import type { Dial } from './transport.js';
import { W3cTransport, type W3cWebSocket } from './w3c.js';

/**
 * Dials with the WebSocket of the platform: a browser, a worker, Electron's renderer. Proxy and
 * certificate authorities are the platform's business there.
 */
export const dial: Dial = (options, events) => {
  const { WebSocket } = globalThis as unknown as { WebSocket?: new (url: string) => W3cWebSocket };
  if (WebSocket === undefined) return failedTransport(events, 'this platform has no WebSocket');
  try {
    return new W3cTransport(new WebSocket(options.url), events);
  } catch (error) {
    return failedTransport(events, error);
  }
};
