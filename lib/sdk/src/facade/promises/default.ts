import { defaultClient, type TimClient } from '../../native/client.js';
import { PromiseClient } from './generated/client.js';

/** The API of a client with promises instead of callbacks. Both can be used side by side. */
export function promisify(client: TimClient): PromiseClient {
  return new PromiseClient(client);
}

let shared: PromiseClient | undefined;

/** The client behind the functions that are exported by name: the same as in the C style. */
export function defaultPromises(): PromiseClient {
  return (shared ??= promisify(defaultClient()));
}
