import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry } from '@tim-node/protocol';
import { systemClock } from '../../lib/server/src/clock.js';
import { EmbeddedStore } from '../../lib/server/src/store/embedded/embedded-store.js';
import { InlineStore } from '../../lib/server/src/store/embedded/inline-store.js';
import { PostgresStore } from '../../lib/server/src/store/postgres/postgres-store.js';
import type { PullPage, Send } from '../../lib/server/src/store/calls/messages.js';
import type { LoginRequest, Store } from '../../lib/server/src/store/store.js';
import { newDatabase } from './postgres.js';

jest.setTimeout(60_000);

/** One way to run the store. */
export interface StoreKind {
  readonly name: string;
  open(): Promise<{ readonly store: Store; cleanUp(): void | Promise<void> }>;
}

function inFolder(name: string, open: (file: string) => Promise<Store>): StoreKind {
  return {
    name,
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tim-store-'));
      const cleanUp = (): void => {
        rmSync(folder, { recursive: true, force: true });
      };
      return { store: await open(join(folder, 'tim.db')), cleanUp };
    },
  };
}

/** A page of the log with its entries as clients see them. */
export function readPage(page: PullPage): Omit<PullPage, 'entries'> & { readonly entries: LogEntry[] } {
  return { ...page, entries: JSON.parse(page.entries) as LogEntry[] };
}

const newEpoch = 'epoch-1';

const embedded: readonly StoreKind[] = [
  {
    name: 'in memory',
    open: async () => ({
      store: await InlineStore.open({ file: ':memory:', newEpoch }, systemClock),
      cleanUp: () => undefined,
    }),
  },
  inFolder('on disk, same thread', (file) => InlineStore.open({ file, newEpoch }, systemClock)),
  inFolder('on disk, worker', (file) => openWorker(file)),
];

const postgres: StoreKind = {
  name: 'on PostgreSQL',
  open: async () => {
    const { url, drop } = await newDatabase();
    return { store: await openPostgres(url), cleanUp: drop };
  },
};

/** Every way to run the store; the suite is the same for all of them. Where the tests of a cluster run, PostgreSQL is there. */
export const storeKinds: readonly StoreKind[] =
  process.env['TIM_TEST_POSTGRES_PORT'] === undefined ? embedded : [postgres];

export function openPostgres(
  url: string,
  onAvailable: (available: boolean) => void = () => undefined,
): Promise<PostgresStore> {
  return PostgresStore.open({ url, newEpoch, clock: systemClock, onAvailable });
}

export function openWorker(file: string, onCrash: (cause: unknown) => void = () => undefined): Promise<EmbeddedStore> {
  return EmbeddedStore.open({ file, newEpoch, clock: systemClock, onCrash });
}

export const NOW = 1_700_000_000;

export function loginRequest(user: string, more: Partial<LoginRequest> = {}): LoginRequest {
  return {
    app: 1,
    user,
    instanceId: 'one',
    platform: 'Linux',
    session: { sessionId: `session-of-${user}`, tokenHash: hash('a') },
    expireAt: NOW + 3600,
    sigTime: NOW,
    now: NOW,
    rules: { policy: 'multi', instances: {}, kickedOfflineNotice: true },
    attached: [],
    lingering: [],
    mayKick: true,
    ...more,
  };
}

/** Stands for the hash of a token. */
export function hash(letter: string): string {
  return letter.repeat(64);
}

export function c2c(from: string, to: string, clientId: string, more: Partial<Send> = {}): Send {
  return {
    app: 1,
    sender: from,
    clientId,
    convId: from < to ? `c2c:${from}:${to}` : `c2c:${to}:${from}`,
    target: { type: 'c2c', id: to },
    time: NOW,
    clientTime: NOW,
    random: 7,
    platform: 'Linux',
    body: `{"elems":[{"type":"text","text":"${clientId}"}]}`,
    types: 1,
    counted: true,
    lasting: true,
    needReceipt: false,
    mentions: [],
    ...more,
  };
}
