import { createServer, type ServerLimits, type ServerOptions, type TimServer } from '@tim-node/server';
import { ManualClock } from './manual-clock.js';

/** Even a busy machine gets a test done in this time; milliseconds. */
const PATIENCE = 60_000;

/** Servers of one test file; call it at the top level, and none of them outlives its test. */
export function servers(): { start(options?: ServerOptions): Promise<TimServer> } {
  jest.setTimeout(PATIENCE);
  const running: TimServer[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });
  return {
    start: async (options = {}) => {
      const server = await createServer({ dataDir: ':memory:', ...options });
      running.push(server);
      return server;
    },
  };
}

/** For tests that make time leap: no client could answer as fast. */
export const NO_HEARTBEAT: Partial<ServerLimits> = { heartbeat: 2 ** 31 - 1, heartbeatGrace: 2 ** 31 - 1 };

/** A clock that a test turns by hand for a server with real sockets. */
export class ServerClock extends ManualClock {
  constructor() {
    super(Date.now());
  }

  // Sockets do not wait for a test to let time go on.
  override defer(run: () => void): void {
    setImmediate(run);
  }
}

/** Calls the REST API as its administrator. */
export async function rest(
  server: TimServer,
  command: string,
  body: unknown,
  query: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const parameters = new URLSearchParams({
    sdkappid: String(server.sdkAppId),
    identifier: 'administrator',
    usersig: server.genUserSig('administrator'),
    random: '1',
    contenttype: 'json',
    ...query,
  });
  const url = `${server.httpUrl}/v4/${command}?${parameters.toString()}`;
  const answer = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}
