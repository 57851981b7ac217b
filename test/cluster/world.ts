import type { ServerOptions, TimServer } from '@tim-node/server';
import { newDatabase } from '../support/postgres.js';
import { servers } from '../support/server.js';

export const APP = { sdkAppId: 1_400_000_001, secretKey: 'a secret that all nodes of the cluster know' };

/** Where the NATS server is that all tests share. */
export function natsUrl(): string {
  return `nats://127.0.0.1:${process.env['TIM_TEST_NATS_PORT']}`;
}

export interface Cluster {
  /** One more node, in this process. */
  node(options?: ServerOptions): Promise<TimServer>;
  /** Options of every node. */
  options(): ServerOptions;
}

/** Nodes on a database of their own for each test; call it at the top level of a test file. */
export function cluster(): Cluster {
  let database: Awaited<ReturnType<typeof newDatabase>> | undefined;
  beforeEach(async () => {
    database = await newDatabase();
  });
  // Hooks run from the last to the first: the nodes close before their database goes.
  afterEach(() => database?.drop());
  const { start } = servers();
  const options = (): ServerOptions => {
    if (database === undefined) throw new Error('only within a test');
    return { ...APP, dataDir: ':memory:', postgres: database.url, nats: natsUrl() };
  };
  return { node: (more = {}) => start({ ...options(), ...more }), options };
}
