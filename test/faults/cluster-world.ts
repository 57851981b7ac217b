import { createServer, type ServerOptions } from '@tim-node/server';
import { FastClock } from '../support/fast-time.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { newDatabase } from '../support/postgres.js';
import { ServerProcess } from '../support/server-process.js';
import { LIMITS, signFor, type World } from './world.js';

const APP = { sdkAppId: 1_400_000_002, secretKey: 'a secret that both nodes of a story know' };
const NODES = 2;

/** What nodes share: a PostgreSQL database of their own and NATS, both behind proxies that can cut them off. */
interface Shared {
  readonly options: ServerOptions;
  cutOff(what: 'database' | 'bus'): void;
  close(): Promise<void>;
}

async function share(): Promise<Shared> {
  const { url, drop } = await newDatabase();
  const [database, bus] = await Promise.all([
    FaultProxy.start(url),
    FaultProxy.start(`nats://127.0.0.1:${process.env['TIM_TEST_NATS_PORT']}`),
  ]);
  const postgres = new URL(url);
  postgres.port = String(database.port);
  const nats = `nats://127.0.0.1:${String(bus.port)}`;
  return {
    options: { ...APP, dataDir: ':memory:', postgres: postgres.href, nats, limits: LIMITS },
    cutOff: (what) => (what === 'bus' ? bus : database).drop(),
    close: async () => {
      await Promise.all([database.close(), bus.close()]);
      await drop();
    },
  };
}

const sign: World['sign'] = (userId, seconds, issuedAgo) => signFor(APP, userId, seconds, issuedAgo);

/** Two nodes in this process, which cannot crash. */
export async function quickCluster(): Promise<World> {
  const shared = await share();
  const clock = new FastClock();
  // One after the other: the first one makes the tables.
  const first = await createServer({ ...shared.options, clock });
  const servers = [first, await createServer({ ...shared.options, clock })];
  return {
    nodes: servers.map(({ url }) => url),
    sdkAppId: APP.sdkAppId,
    canCrash: false,
    sign,
    kick: async (userId) => {
      await first.kick(userId);
    },
    crash: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    cutOff: shared.cutOff,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await shared.close();
    },
  };
}

/** Two nodes in processes of their own. */
export async function crashingCluster(): Promise<World> {
  const shared = await share();
  const servers = Array.from({ length: NODES }, () => new ServerProcess(shared.options as Record<string, unknown>));
  await Promise.all(servers.map((server) => server.start()));
  return {
    get nodes() {
      return servers.map(({ url }) => url);
    },
    sdkAppId: APP.sdkAppId,
    canCrash: true,
    sign,
    kick: async (userId) => servers[0]?.kick(userId),
    crash: async (node) => {
      await servers[node]?.kill();
      await servers[node]?.start();
    },
    restart: async (node) => {
      await servers[node]?.close();
      await servers[node]?.start();
    },
    cutOff: shared.cutOff,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await shared.close();
    },
  };
}
