import { dial } from '#dial';
import { fetchHttp } from '../transport/fetch-http.js';
import type { Clock, Timer } from './clock.js';
import type { Host } from './host.js';
import { inflateStream } from './inflate.js';
import { randomId } from './random.js';

/** What may or may not be there, depending on where the Web style runs: a browser, a worker, Electron, Node. */
interface Surroundings {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly setImmediate?: (run: () => void) => unknown;
  readonly MessageChannel: new () => {
    readonly port1: { onmessage: (() => void) | null; close(): void };
    readonly port2: { postMessage(message: unknown): void };
  };
  addEventListener?(name: 'online', listener: () => void): void;
  removeEventListener?(name: 'online', listener: () => void): void;
}

const surroundings = globalThis as unknown as Surroundings;

/* eslint-disable no-restricted-globals, no-restricted-properties -- the one place where time comes from */
const webClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer: Timer) => {
    clearTimeout(timer as NodeJS.Timeout);
  },
  defer: surroundings.setImmediate?.bind(globalThis) ?? deferByMessage,
};
/* eslint-enable no-restricted-globals, no-restricted-properties */

/** Browsers slow timers of hidden pages down, messages not. */
function deferByMessage(run: () => void): void {
  const { port1, port2 } = new surroundings.MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(undefined);
}

/** A part of a file that goes up in one request; progress is told after each. */
const BODY_LIMIT = 512 * 1024;

/** A host that asks for nothing but the web platform, which Node has too. */
export const webHost: Host = {
  clock: webClock,
  dial,
  http: fetchHttp,
  bodyLimit: BODY_LIMIT,
  platform: 'Web',
  inflate: inflateStream,
  env: (name) => surroundings.process?.env?.[name],
  instanceId: () => randomId(),
  watchNetwork: (onBack) => {
    surroundings.addEventListener?.('online', onBack);
    return () => surroundings.removeEventListener?.('online', onBack);
  },
  openLog: () => undefined,
  print: (line) => {
    // eslint-disable-next-line no-console -- the only place to print that browsers have
    console.log(line);
  },
};
