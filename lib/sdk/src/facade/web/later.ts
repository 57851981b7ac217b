import type { IMResponse, WebClient } from './client.js';

/** Looks at the arguments of a call and throws what is wrong with them. */
type ArgumentCheck<A extends unknown[]> = (...args: A) => void;

/**
 * Makes the functions of the API that this version cannot do yet. They refuse as the original does while
 * nobody is logged in, and with 7013 afterwards; each refusal is also told by EVENT.ERROR.
 */
export class Later {
  constructor(private readonly client: WebClient) {}

  /** A function that gives a promise. */
  promise<A extends unknown[], T = unknown>(
    api: string,
    check?: ArgumentCheck<A>,
  ): (...args: A) => Promise<IMResponse<T>> {
    return (...args) => {
      check?.(...args);
      return new Promise((_resolve, reject) => {
        const error = this.client.unsupported(api);
        this.client.report(error, () => reject(error));
      });
    };
  }

  /** A function that gives its result at once: it throws. */
  value<A extends unknown[], T>(api: string): (...args: A) => T {
    return () => {
      const error = this.client.unsupported(api);
      this.client.report(error);
      throw error;
    };
  }

  /** A function that tells its result by one of two functions: it calls the second. */
  callbacks<O>(
    api: string,
  ): (options: O, onSuccess: (response: IMResponse) => void, onError: (error: Error) => void) => void {
    return (_options, _onSuccess, onError) => {
      const error = this.client.unsupported(api);
      this.client.report(error, () => onError(error));
    };
  }
}
