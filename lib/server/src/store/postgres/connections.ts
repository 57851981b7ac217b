import { DatabaseError, Pool, types, type Client, type ClientBase, type PoolClient, type PoolConfig } from 'pg';
import { StoreFailure } from '../store.js';

/** Connections of one node. */
const MAX_CONNECTIONS = 16;
/** Milliseconds. */
const CONNECT_TIMEOUT = 5000;
/** The database gives a statement up after this time, and so do we a moment later. */
const STATEMENT_TIMEOUT = 10_000;
const ANSWER_TIMEOUT = STATEMENT_TIMEOUT + 5000;
/** A transaction of a node that has vanished is undone after this time. */
const IDLE_TIMEOUT = 15_000;

/** bigint, and numeric, which sums of bigint are. */
const WHOLE_NUMBERS: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);

/** All whole numbers of the store fit; one that does not would be wrong without notice. */
function safeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new StoreFailure('corrupt', `the database holds the number ${text.slice(0, 30)}, which is too large`);
}

/** Whole numbers as numbers, everything else as the driver does it. */
const customTypes: NonNullable<PoolConfig['types']> = {
  getTypeParser: (type, format): ((text: string) => unknown) =>
    WHOLE_NUMBERS.has(type) ? safeNumber : (types.getTypeParser(type, format) as (text: string) => unknown),
};

/** The connections to one database. Each is made ready before its first use. */
export class Connections {
  private readonly pool: Pool;
  private readonly ready = new WeakSet<ClientBase>();

  constructor(url: string, onIdleError: (error: Error) => void) {
    this.pool = new Pool({
      connectionString: url,
      application_name: 'tim-node-server',
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      statement_timeout: STATEMENT_TIMEOUT,
      query_timeout: ANSWER_TIMEOUT,
      idle_in_transaction_session_timeout: IDLE_TIMEOUT,
      keepAlive: true,
      // A statement need not wait for the answer to the one before it.
      pipeline: true,
      types: customTypes,
    });
    // Without a listener the end of an idle connection would end the process.
    this.pool.on('error', onIdleError);
  }

  async get(): Promise<PoolClient> {
    const client = await answered(this.pool.connect());
    if (this.ready.has(client)) return client;
    client.on('error', ignore);
    try {
      // What is acknowledged is on disk, whatever the database is set to.
      await query(client, ENSURE_SYNC, []);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.ready.add(client);
    return client;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

const ENSURE_SYNC =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/** Errors of a connection in use are told by the statement at hand. */
function ignore(): void {
  // Nothing to do.
}

/** Names of statements that the database keeps prepared for each connection. There are as many as there are forms. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `tim${names.size + 1}`));
  return name;
}

/** Runs a prepared statement. */
export async function query(client: ClientBase, sql: string, values: readonly unknown[]): Promise<unknown[]> {
  const text = { name: nameOf(sql), text: sql, values: values.map(storable) };
  packTurn(client);
  return (await answered(client.query(text))).rows as unknown[];
}

/** Runs a command that has neither parameters nor results. */
export async function command(client: ClientBase, sql: string): Promise<void> {
  packTurn(client);
  await answered(client.query(sql));
}

/** What is said in one turn leaves in one piece. */
function packTurn(client: ClientBase): void {
  const { stream } = (client as ClientBase & Pick<Client, 'connection'>).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

/** A list is written as PostgreSQL writes one. The database has no place for the character 0. */
function storable(value: unknown): unknown {
  const text = Array.isArray(value) ? `{${(value as Element[]).map(element).join(',')}}` : value;
  return typeof text === 'string' && text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}

type Element = string | number | null;

function element(value: Element): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  const isPlain = !value.includes('"') && !value.includes('\\');
  return `"${isPlain ? value : value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** What did not come from the database itself means that it is not there. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof StoreFailure) throw error;
    throw new StoreFailure('unavailable', `PostgreSQL does not answer: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
