import { TIMError } from '@tim-node/protocol';
import type { Settle } from '../../connection/requests.js';
import type { IMResponse, WebClient } from './client.js';
import { toIMError } from './codes.js';

/**
 * Makes the functions of the API that need a login. While nobody is logged in they refuse, which is also told by
 * EVENT.ERROR; arguments are looked at afterwards, and those of the wrong shape are refused inside the call.
 */
export class Calls {
  constructor(readonly client: WebClient) {}

  /** A function that gives a promise: `read` looks at the arguments, `work` does what they ask for. */
  promise<A extends unknown[], C, T>(
    api: string,
    read: (...args: A) => C,
    work: (read: C) => Promise<T> | T,
  ): (...args: A) => Promise<IMResponse<T>> {
    return this.plain(api, read, async (checked) => ({ code: 0, data: await work(checked) }));
  }

  /** The same without an envelope around what `work` gives. */
  plain<A extends unknown[], C, T>(
    api: string,
    read: (...args: A) => C,
    work: (read: C) => Promise<T>,
  ): (...args: A) => Promise<T> {
    return (...args) => {
      const error = this.client.notReady(api);
      if (error === undefined) return translated(work(read(...args)));
      return new Promise((_resolve, reject) => {
        this.client.report(error, () => reject(error));
      });
    };
  }

  /** A function that gives its result at once. */
  value<A extends unknown[], T>(api: string, work: (...args: A) => T): (...args: A) => T {
    return (...args) => {
      const error = this.client.notReady(api);
      if (error === undefined) return work(...args);
      this.client.report(error);
      throw error;
    };
  }
}

/** Errors of the core come out as the Web style's. */
async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof TIMError ? toIMError(error) : error;
  }
}

/** The answer to a request of the core. */
export function answer<T>(request: (settle: Settle<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request((outcome) => {
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.value);
    });
  });
}
