import { nodeHost } from '../host/node.js';
import type { Host } from '../host/host.js';
import { baseApi } from './api/base.js';
import { ClientCore } from './client-core.js';

type BaseApi = typeof baseApi;

/** The whole C-style API for one account. */
export interface TimClient extends ClientCore, BaseApi {}

/** Functions sit on the prototype, so that a further account costs no further functions. */
class ApiClient extends ClientCore {}
Object.assign(ApiClient.prototype, baseApi);

export interface CreateClientOptions {
  /**
   * What the client runs on: clock, sockets, files. For tests with a clock of their own.
   * @defaultValue this Node process
   */
  readonly host?: Host;
}

/** Makes a client for one more account. Any number of them can live in one process. */
export function createClient(options: CreateClientOptions = {}): TimClient {
  return new ApiClient(options.host ?? nodeHost) as TimClient;
}
