import { appendApart } from '../append-apart.js';
import { procedures } from '../sql/procedures.js';
import { migrate } from '../sql/schema.js';
import type { Db } from '../sql/tables.js';
import type { StoreCall, StoreFailure, StoreParams, StoreResult } from '../store.js';
import { sqliteBuilder } from './builder.js';
import { openDatabase, toFailure, type EmbeddedDatabase } from './database.js';

/** One call of the store by name. */
export interface Call<K extends StoreCall = StoreCall> {
  readonly name: K;
  readonly params: StoreParams<K>;
}

export type Outcome<R = unknown> = { readonly value: R } | { readonly failure: StoreFailure };

/** Because of its cause SQLite has undone the whole transaction by itself. */
class Undone extends Error {
  constructor(cause: unknown) {
    super('the transaction is no more', { cause });
  }
}

/** Whether a call may be carried out in parts. */
const isSeveral = ({ name, params }: Call): boolean =>
  name === 'append' && (params as StoreParams<'append'>).length > 1;

/** The store on one SQLite connection. Calls are carried out in batches: one transaction and one sync for each batch. */
export class Engine {
  private constructor(
    private readonly database: EmbeddedDatabase,
    private readonly db: Db,
    /** Random name made with the database. */
    readonly epoch: string,
  ) {}

  get driver(): string {
    return this.database.driver;
  }

  /** @throws StoreFailure when the file is damaged, foreign or of a newer version; it stays as it is */
  static async open(file: string, newEpoch: string): Promise<Engine> {
    const database = await openDatabase(file);
    const builder = sqliteBuilder(database);
    try {
      database.exec('begin immediate');
      const epoch = await migrate(builder, newEpoch);
      database.exec('commit');
      return new Engine(database, { builder, run: runner(database) }, epoch);
    } catch (error) {
      database.close();
      throw toFailure(error, `cannot use the database ${file}`);
    }
  }

  /** Carries out calls in order. A call that fails leaves the others alone; when the commit fails, all have failed. */
  async run(calls: readonly Call[]): Promise<Outcome[]> {
    const [only] = calls;
    const isAlone = calls.length === 1 && only !== undefined && !isSeveral(only);
    try {
      this.database.exec('begin immediate');
      const outcomes: Outcome[] = [];
      // The transaction is undone with the only thing that is done in it.
      if (isAlone) outcomes.push({ value: await this.carryOut(only) });
      else for (const call of calls) outcomes.push(await this.runAside(call));
      this.database.exec('commit');
      return outcomes;
    } catch (error) {
      this.rollBack();
      const failure = toFailure(error, isAlone ? `the store failed at ${only.name}` : 'the store failed');
      return calls.map(() => ({ failure }));
    }
  }

  /** Carries out one of several calls so that it can be undone alone. */
  private async runAside(call: Call): Promise<Outcome> {
    try {
      return { value: await (call.name === 'append' ? this.append(call as Call<'append'>) : this.aside(call)) };
    } catch (error) {
      // After a full disk SQLite has undone everything by itself: then the whole batch has failed of this cause.
      if (error instanceof Undone) throw error.cause;
      return { failure: toFailure(error, `the store failed at ${call.name}`) };
    }
  }

  private append({ name, params }: Call<'append'>): Promise<StoreResult<'append'>> {
    return appendApart(params, (some) => this.aside({ name, params: some }));
  }

  /** @throws Undone when nothing of the transaction is left */
  private async aside<K extends StoreCall>(call: Call<K>): Promise<StoreResult<K>> {
    this.database.exec('savepoint call');
    try {
      const value = await this.carryOut(call);
      this.database.exec('release call');
      return value;
    } catch (error) {
      throw this.undo() ? toFailure(error, `the store failed at ${call.name}`) : new Undone(error);
    }
  }

  /** Undoes the call at hand. False: there is no transaction any more. */
  private undo(): boolean {
    try {
      this.database.exec('rollback to call');
      this.database.exec('release call');
      return true;
    } catch {
      return false;
    }
  }

  private carryOut<K extends StoreCall>({ name, params }: Call<K>): Promise<StoreResult<K>> {
    return procedures[name](this.db, params);
  }

  private rollBack(): void {
    try {
      this.database.exec('rollback');
    } catch {
      // SQLite has rolled back by itself.
    }
  }

  close(): void {
    this.database.close();
  }
}

/** Straight to the database: by way of the query builder each statement would wait for several promises. */
function runner(database: EmbeddedDatabase): Db['run'] {
  return (sql, values) => {
    const statement = database.prepare(sql);
    if (statement.reader) return statement.all(values);
    statement.run(values);
    return [];
  };
}
