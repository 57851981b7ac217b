import type { PoolClient } from 'pg';
import { delay, type Clock } from '../../clock.js';
import { appendApart } from '../append-apart.js';
import { InvokedStore } from '../invoked-store.js';
import { procedures } from '../sql/procedures.js';
import { migrate } from '../sql/schema.js';
import { StoreFailure, type StoreCall, type StoreParams, type StoreResult } from '../store.js';
import { schemaBuilder, statementBuilder } from './builders.js';
import { command, Connections, query } from './connections.js';
import { placeOf } from './place.js';
import { isConflict, isLost, toFailure } from './failures.js';
import { Transaction } from './transaction.js';

/** Calls that may wait at the same time; more are refused. */
const MAX_WAITING = 50_000;
/** A transaction that other nodes were in the way of is tried so often. */
const MAX_ATTEMPTS = 6;
/** And one whose end is not known so often, if it may be tried again; milliseconds between. */
const RECONNECTS = [50, 250, 1000];
/** Longest pause after a conflict, for each attempt so far; milliseconds. */
const PAUSE = 20;
/** Nodes change the tables one after the other. */
const MIGRATION_LOCK = 'select pg_advisory_xact_lock(7631717001)';

/** They change nothing, and each of their statements stands for itself: no transaction is needed. */
const READS: ReadonlySet<StoreCall> = new Set<StoreCall>([
  'pull',
  'findAccounts',
  'liveSessions',
  'sigRevoked',
  'loadSettings',
  'standings',
  'ping',
]);

export interface PostgresOptions {
  readonly url: string;
  /** Name for a database that has none yet. */
  readonly newEpoch: string;
  readonly clock: Clock;
  /** Told when the database went away, and when it is back. */
  readonly onAvailable: (available: boolean, cause?: unknown) => void;
}

/** The store on PostgreSQL, shared by any number of nodes. */
export class PostgresStore extends InvokedStore {
  private readonly builder = statementBuilder();
  private known = '';
  private count = 0;
  private available = true;
  private closing: Promise<void> | undefined;
  private onIdle: () => void = () => undefined;
  /** Messages go one batch after the other: two at a time could change places. */
  private lastAppend: Promise<void> = Promise.resolve();
  private readonly connections: Connections;

  private constructor(private readonly options: PostgresOptions) {
    super();
    this.connections = new Connections(options.url, (error) => {
      this.noticed(false, error);
    });
  }

  /** @throws StoreFailure when the database cannot be used */
  static async open(options: PostgresOptions): Promise<PostgresStore> {
    const store = new PostgresStore(options);
    try {
      store.known = await store.prepare();
      return store;
    } catch (error) {
      await store.connections.close();
      const { kind, message } = toFailure(error, 'cannot prepare the tables');
      throw new StoreFailure(kind, `the PostgreSQL database ${placeOf(options.url)}: ${message}`, { cause: error });
    }
  }

  get epoch(): string {
    return this.known;
  }

  get waiting(): number {
    return this.count;
  }

  private prepare(): Promise<string> {
    const migrateAlone = async (client: PoolClient): Promise<string> => {
      await command(client, 'set local statement_timeout = 0');
      await command(client, MIGRATION_LOCK);
      const [place] = (await query(client, 'select current_schema() as schema', [])) as { schema: string | null }[];
      return migrate(schemaBuilder(client), this.options.newEpoch, place?.schema ?? 'public');
    };
    return this.withClient((client) => new Transaction(client, this.builder).around(() => migrateAlone(client), false));
  }

  protected async invoke<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>> {
    if (this.closing !== undefined) throw new StoreFailure('closed', 'the store is closed');
    if (this.count >= MAX_WAITING) throw new StoreFailure('busy', 'the store is overloaded');
    this.count += 1;
    try {
      const work = name === 'append' ? this.inOrder(params as StoreParams<'append'>) : this.insist(name, params);
      return (await work) as StoreResult<K>;
    } catch (error) {
      throw toFailure(error, `the store failed at ${name}`);
    } finally {
      this.count -= 1;
      if (this.count === 0) this.onIdle();
    }
  }

  private async inOrder(sends: StoreParams<'append'>): Promise<StoreResult<'append'>> {
    const before = this.lastAppend;
    let done: () => void = () => undefined;
    this.lastAppend = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      return await appendApart(sends, async (some) => {
        try {
          return await this.insist('append', some);
        } catch (error) {
          throw toFailure(error, 'the store failed at append');
        }
      });
    } finally {
      done();
    }
  }

  /** Tries again as long as that makes sense. A message that was stored before is not stored twice. */
  private async insist<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>> {
    let [conflicts, losses] = [0, 0];
    for (;;) {
      try {
        return await this.carryOut(name, params);
      } catch (error) {
        let pause: number | undefined;
        if (isConflict(error)) pause = (conflicts += 1) < MAX_ATTEMPTS ? Math.random() * PAUSE * conflicts : undefined;
        else if (isLost(error) && (name === 'append' || READS.has(name))) pause = RECONNECTS[losses++];
        if (pause === undefined) throw error;
        await delay(this.options.clock, pause);
      }
    }
  }

  private carryOut<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>> {
    return this.withClient(async (client): Promise<StoreResult<K>> => {
      const transaction = new Transaction(client, this.builder);
      if (name === 'ping') await command(client, 'select 1');
      const work = (): Promise<StoreResult<K>> => procedures[name](transaction, params);
      return READS.has(name) ? work() : transaction.around(work, name === 'append');
    });
  }

  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    try {
      client = await this.connections.get();
      const value = await work(client);
      client.release();
      this.noticed(true);
      return value;
    } catch (error) {
      await giveBack(client, error);
      if (isLost(error)) this.noticed(false, error);
      throw error;
    }
  }

  private noticed(available: boolean, cause?: unknown): void {
    if (this.available === available || this.closing !== undefined) return;
    this.available = available;
    this.options.onAvailable(available, cause);
  }

  /** Waits for the calls under way, then closes the connections. */
  close(): Promise<void> {
    this.closing ??= new Promise<void>((resolve) => {
      this.onIdle = resolve;
      if (this.count === 0) resolve();
    }).then(() => this.connections.close());
    return this.closing;
  }
}

/** A connection in doubt is not used again. */
async function giveBack(client: PoolClient | undefined, error: unknown): Promise<void> {
  if (client === undefined) return;
  if (isLost(error)) {
    client.release(true);
    return;
  }
  try {
    await command(client, 'rollback');
    client.release();
  } catch {
    client.release(true);
  }
}
