import type { Schema } from './schema.js';

/** One wire operation, shared by client and server. */
export interface Op<P, R> {
  readonly params: Schema<P>;
  readonly result: Schema<R>;
  /** What the server demands of the connection. */
  readonly needs: 'connection' | 'login';
  /** Whether a client may send it again after a lost connection because the server answers the same. */
  readonly resend: boolean;
  /** Errors that say to a request which was sent again that it has been carried out before. */
  readonly done?: readonly number[];
}

export type OpTable = Record<string, Op<unknown, unknown>>;
export type ParamsOf<O> = O extends Op<infer P, unknown> ? P : never;
export type ResultOf<O> = O extends Op<unknown, infer R> ? R : never;

export function op<P, R>(
  params: Schema<P>,
  result: Schema<R>,
  traits: Pick<Op<P, R>, 'needs' | 'resend' | 'done'>,
): Op<P, R> {
  return { params, result, ...traits };
}
