import { dialLate } from './late.js';
import { proxiedDial } from './proxied.js';
import type { Dial, DialOptions } from './transport.js';
import { dialWs } from './ws.js';

/** Dials with `ws`, or through a proxy with undici, which is large and only loaded when a proxy is set. */
export const dial: Dial = (options, events) =>
  options.proxy === undefined
    ? dialWs(withRoots(options), events)
    : dialLate(async () => proxiedDial(await import('undici')), withRoots(options), events);

/** Node would forget the authorities it knows when it is given others. An import would read them all at start. */
export function withRoots<T extends DialOptions>(options: T): T {
  if (options.ca === undefined) return options;
  const { rootCertificates } = process.getBuiltinModule('node:tls');
  return { ...options, ca: [...rootCertificates, ...options.ca] };
}
