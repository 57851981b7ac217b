import { Readable } from 'node:stream';
import type * as undiciModule from 'undici';
import type { Http, HttpAnswer, HttpRequest } from './http.js';
import { withRoots } from './node.js';
import { agentFor } from './proxied.js';

type Undici = typeof undiciModule;

/** HTTP with undici, which is large and only loaded when a file is sent or fetched. */
export const nodeHttp: Http = async (request) => {
  const undici = await import('undici');
  const agent = dispatcherFor(undici, request);
  try {
    const answer = await undici.request(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body === undefined ? null : Readable.from(request.body, { objectMode: false }),
      dispatcher: agent,
      signal: request.signal,
    });
    return toAnswer(answer, agent);
  } catch (error) {
    void agent.destroy();
    throw error;
  }
};

function dispatcherFor(undici: Undici, request: HttpRequest): undiciModule.Dispatcher {
  const rooted = withRoots(request);
  const { proxy, ca } = rooted;
  if (proxy !== undefined) return agentFor(undici, proxy, rooted);
  return new undici.Agent(ca === undefined ? {} : { connect: { ca: [...ca] } });
}

/** The connection is closed when the body has been read or left. */
function toAnswer(
  { statusCode, headers, body }: undiciModule.Dispatcher.ResponseData,
  agent: undiciModule.Dispatcher,
): HttpAnswer {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body) yield chunk as Uint8Array;
    } finally {
      void agent.destroy();
    }
  }
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body: chunks(),
  };
}
