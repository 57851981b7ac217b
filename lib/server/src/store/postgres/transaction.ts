import type { ClientBase } from 'pg';
import { together } from '../sql/statement.js';
import type { Builder, Db } from '../sql/tables.js';
import { command, query } from './connections.js';

const BEGIN = 'begin isolation level read committed';

/** A connection, and the transaction that is carried out on it. Statements go out when they are given, in order. */
export class Transaction implements Db {
  readonly shared = true;
  readonly arrays = true;
  /** Why it could not begin. */
  private failure: Error | undefined;
  private readonly ending: Promise<unknown>[] = [];

  constructor(
    private readonly client: ClientBase,
    readonly builder: Builder,
  ) {}

  async run(sql: string, values: readonly unknown[]): Promise<unknown[]> {
    const rows = await query(this.client, sql, values);
    if (this.failure !== undefined) throw this.failure;
    return rows;
  }

  last(statements: readonly Promise<unknown>[]): void {
    for (const statement of statements) {
      // It is looked at when the transaction ends.
      statement.catch(ignore);
      this.ending.push(statement);
    }
  }

  /**
   * What fails is undone when the connection is given back.
   * @param readsFirst what the work does first changes nothing, and need not wait for the beginning
   */
  async around<T>(work: () => Promise<T>, readsFirst: boolean): Promise<T> {
    const begun = command(this.client, BEGIN).catch((error: unknown) => {
      this.failure = error as Error;
      throw error;
    });
    if (!readsFirst) await begun;
    const [, value] = await together([begun, work()]);
    // After a statement that has failed, the database undoes everything instead.
    await together([...this.ending, command(this.client, 'commit')]);
    return value;
  }
}

function ignore(): void {
  // Nothing to do.
}
