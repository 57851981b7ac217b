import { CLOSE } from '@tim-node/protocol';
import type { Transport, TransportEvents } from './transport.js';

/** A connection that could not even be tried, such as one to a malformed address. */
export function failedTransport(events: TransportEvents, error: unknown): Transport {
  let dropped = false;
  queueMicrotask(() => {
    if (!dropped) events.onClose({ code: CLOSE.abnormal.code, reason: '', cause: describeError(error) });
  });
  const drop = (): void => {
    dropped = true;
  };
  return { unsent: 0, send: () => undefined, close: () => undefined, drop };
}

/** The short name of a network error (`ECONNREFUSED`) with its message, or its message alone. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? `${code} ${error.message}` : error.message;
}
