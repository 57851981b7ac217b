import type { TIMError } from '@tim-node/protocol';

/** How a call ended. Promises of this style are never rejected: a failure is a code that is not 0. */
export interface V2TimCallback {
  /** 0, or a code from docs/errors.md. */
  readonly code: number;
  /** `success`, or what went wrong, in words. */
  readonly desc: string;
}

/** How a call that gives a value ended. */
export interface V2TimValueCallback<T> extends V2TimCallback {
  /** Absent after a failure. */
  readonly data?: T;
}

const SUCCESS: V2TimCallback = { code: 0, desc: 'success' };

export function outcome(error?: TIMError): V2TimCallback {
  return error === undefined ? SUCCESS : { code: error.code, desc: error.desc };
}

export function value<T>(data: T): Promise<V2TimValueCallback<T>> {
  return Promise.resolve({ ...SUCCESS, data });
}
