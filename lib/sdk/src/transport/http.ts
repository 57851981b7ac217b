import type { DialOptions } from './transport.js';

/** One HTTP request. */
export interface HttpRequest extends DialOptions {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  /** Its length must stand in the headers. */
  readonly body?: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** By its name in small letters. */
  header(name: string): string | undefined;
  /** Must be read to its end, or left by `break`. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Carries out a request. Rejects when there is no answer, whatever the reason; every status is an answer. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

/** Where a server takes requests: its address without a slash at the end. */
export function httpUrl(serverUrl: string): string {
  return serverUrl.replace(/^ws/, 'http').replace(/\/+$/, '');
}
