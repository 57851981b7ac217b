import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Bus } from './bus/bus.js';
import { LocalBus } from './bus/local.js';
import type { DataDir } from './data-dir/data-dir.js';
import type { ResolvedOptions } from './options.js';
import { MEMORY } from './store/embedded/database.js';
import { EmbeddedStore } from './store/embedded/embedded-store.js';
import { InlineStore } from './store/embedded/inline-store.js';
import type { Store } from './store/store.js';

/** What a server stands on: its database, and its way to other nodes. */
export interface Backing {
  readonly store: Store;
  readonly bus: Bus;
  /** Names this node, where several may share the store. */
  readonly node: string | undefined;
  /** Called when the database is back after it was away. */
  readonly recovery: { run: () => void };
}

/** @throws StoreFailure, BusFailure when something of it cannot be used */
export async function openBacking(folder: DataDir, options: ResolvedOptions, logger: Logger): Promise<Backing> {
  const { postgres, nats } = options;
  if (postgres === undefined) {
    const store = await openEmbedded(folder, options, logger);
    return { store, bus: new LocalBus(), node: undefined, recovery: { run: () => undefined } };
  }
  const recovery: Backing['recovery'] = { run: () => undefined };
  const store = await openPostgres(postgres, options, logger, recovery);
  try {
    const bus = nats === undefined ? new LocalBus() : await openNats(nats, store.epoch, options, logger);
    return { store, bus, node: randomUUID(), recovery };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openEmbedded(folder: DataDir, { clock }: ResolvedOptions, logger: Logger): Promise<Store> {
  const input = { file: folder.database, newEpoch: randomUUID() };
  if (folder.database === MEMORY) return InlineStore.open(input, clock);
  const store = await EmbeddedStore.open({
    ...input,
    clock,
    onCrash: (cause) => {
      logger.error({ err: cause }, 'the store has crashed; it is started again');
    },
  });
  logger.debug({ file: folder.database, driver: store.driver }, 'store opened');
  return store;
}

/* The drivers are loaded by those only who use them. */

async function openPostgres(
  url: string,
  { clock }: ResolvedOptions,
  logger: Logger,
  recovery: Backing['recovery'],
): Promise<Store> {
  const { PostgresStore } = await import('./store/postgres/postgres-store.js');
  return PostgresStore.open({
    url,
    newEpoch: randomUUID(),
    clock,
    onAvailable: (available, cause) => {
      if (available) logger.info('PostgreSQL is back');
      else logger.error({ err: cause }, 'PostgreSQL is away');
      if (available) recovery.run();
    },
  });
}

async function openNats(url: string, cluster: string, { clock }: ResolvedOptions, logger: Logger): Promise<Bus> {
  const { NatsBus } = await import('./bus/nats.js');
  return NatsBus.connect({
    url,
    cluster,
    clock,
    onAvailable: (available) => {
      if (available) logger.info('NATS is back');
      else logger.error('NATS is away; other nodes are heard with a delay');
    },
  });
}
