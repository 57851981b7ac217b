import { rootCertificates } from 'node:tls';
import { dialLate } from './late.js';
import type { Dial, DialOptions } from './transport.js';
import { dialWs } from './ws.js';

/** Dials with `ws`, or through a proxy with undici, which is only loaded when a proxy is set. */
export const dial: Dial = (options, events) =>
  options.proxy === undefined
    ? dialWs(withRoots(options), events)
    : dialLate(async () => (await import('./proxied.js')).dialProxied, withRoots(options), events);

/** Node would forget the authorities it knows when it is given others. */
function withRoots(options: DialOptions): DialOptions {
  return options.ca === undefined ? options : { ...options, ca: [...rootCertificates, ...options.ca] };
}
