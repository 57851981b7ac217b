import type { Http } from './http.js';

/**
 * HTTP with the `fetch` of the platform. Browsers stream no bodies up, so one is collected first: give it small ones.
 * Proxies and certificate authorities are the platform's business.
 */
export const fetchHttp: Http = async ({ method, url, headers, body, signal }) => {
  const answer = await fetch(url, {
    method,
    // Browsers leave out the length of the body: they say it themselves.
    headers,
    signal,
    // No cookies.
    credentials: 'omit',
    ...(body === undefined ? {} : { body: await collected(body) }),
  });
  return {
    status: answer.status,
    header: (name) => answer.headers.get(name) ?? undefined,
    body: chunks(answer.body),
  };
};

async function collected(body: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of body) parts.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(parts);
}

/** Not every browser can iterate over a stream. */
async function* chunks(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (stream === null) return;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
