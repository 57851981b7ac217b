import type { Message } from './shapes/message.js';

/** More about an error. */
export interface IMErrorData {
  /** Milliseconds, where the server has asked for patience. */
  readonly retryAfter?: number;
  /** The message that could not be sent or changed. */
  readonly message?: Message;
}

/** The error of the Web style: every rejected promise and every exception of the API is one of these. */
export class IMError extends Error {
  static {
    // On the prototype, so that JSON.stringify gives code, message and data alone.
    Object.defineProperty(this.prototype, 'name', { value: 'IMError', configurable: true, writable: true });
  }

  constructor(
    /** From the table in docs/web.md. */
    readonly code: number,
    /** What went wrong, in words; never empty. */
    message: string,
    readonly data: IMErrorData = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    // Like the other two, and unlike that of an Error.
    Object.defineProperty(this, 'message', { enumerable: true });
  }
}
