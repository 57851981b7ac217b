import { rmdirSync } from 'node:fs';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { StoreFailure, type FailureKind } from '../store.js';

/** One open SQLite database: what Kysely needs, and plain commands for transactions. */
export interface EmbeddedDatabase extends SqliteDatabase {
  /** Which SQLite it is, for the log. */
  readonly driver: string;
  /** Runs a command that has neither parameters nor results. */
  exec(command: string): void;
}

/** A compiled statement of either driver. */
interface RawStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  /** Frees the memory, where the garbage collector does not. */
  finalize?(): void;
}

interface RawDatabase {
  prepare(sql: string): RawStatement;
  close(): void;
}

/** `node:sqlite`, as far as it is used here; the Node that this is compiled for does not have it. */
interface NativeModule {
  readonly DatabaseSync: new (file: string) => RawDatabase;
}

interface WasmModule {
  readonly Database: new (file: string) => RawDatabase;
}

/** The name of a database that is kept in memory only. */
export const MEMORY = ':memory:';
/** Statements that are kept compiled. */
const MAX_STATEMENTS = 300;

const PRAGMAS = [
  // Before WAL: the WebAssembly build has no shared memory, and nobody else may write anyway.
  'pragma locking_mode = exclusive',
  'pragma journal_mode = wal',
  'pragma synchronous = full',
  'pragma cache_size = -65536',
  'pragma wal_autocheckpoint = 4000',
];

/** Opens a database file, or one in memory. `node:sqlite` is used where Node has it. */
export async function openDatabase(file: string): Promise<EmbeddedDatabase> {
  try {
    const native = nativeSqlite();
    const database = native ? openNative(native, file) : await openWasm(file);
    for (const pragma of PRAGMAS) database.prepare(pragma).all([]);
    return database;
  } catch (error) {
    throw toFailure(error, `cannot open the database ${file}`);
  }
}

/** The module, without the warning that it is experimental: that is a decision of the server, not of its user. */
function nativeSqlite(): NativeModule | undefined {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite') as NativeModule | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function openNative({ DatabaseSync }: NativeModule, file: string): EmbeddedDatabase {
  return withCache('node:sqlite', new DatabaseSync(file), (values) => [...values]);
}

async function openWasm(file: string): Promise<EmbeddedDatabase> {
  // A process that was killed leaves its lock behind. The lock of the folder says that nobody else is here.
  if (file !== MEMORY) removeStaleLock(`${file}.lock`);
  const { default: wasm } = (await import('node-sqlite3-wasm')) as unknown as { default: WasmModule };
  return withCache('node-sqlite3-wasm', new wasm.Database(file), (values) => [values]);
}

function removeStaleLock(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Keeps compiled statements; the oldest unused one goes when there are too many. */
function withCache(
  driver: string,
  raw: RawDatabase,
  bind: (values: readonly unknown[]) => unknown[],
): EmbeddedDatabase {
  const statements = new Map<string, { readonly raw: RawStatement; readonly usable: SqliteStatement }>();
  const prepare = (sql: string): SqliteStatement => {
    const known = statements.get(sql);
    if (known !== undefined) return known.usable;
    const statement = raw.prepare(sql);
    const usable = adapt(sql, statement, bind);
    statements.set(sql, { raw: statement, usable });
    if (statements.size > MAX_STATEMENTS) {
      const [[oldest, { raw: old }]] = statements as unknown as [[string, { raw: RawStatement }]];
      statements.delete(oldest);
      old.finalize?.();
    }
    return usable;
  };
  return {
    driver,
    prepare,
    exec: (command) => {
      prepare(command).run([]);
    },
    close: () => {
      for (const statement of statements.values()) statement.raw.finalize?.();
      statements.clear();
      raw.close();
    },
  };
}

const RETURNS_ROWS = /^\s*(?:select|pragma|with)\b|\breturning\b/i;

function adapt(sql: string, raw: RawStatement, bind: (values: readonly unknown[]) => unknown[]): SqliteStatement {
  return {
    reader: RETURNS_ROWS.test(sql),
    all: (values) => raw.all(...bind(values)),
    run: (values) => raw.run(...bind(values)),
    iterate: (values) => raw.all(...bind(values)).values(),
  };
}

const KINDS: readonly [RegExp, FailureKind][] = [
  [/disk is full/i, 'full'],
  [/readonly|read-only|permission denied|EACCES|EROFS/i, 'readonly'],
  [/malformed|not a database/i, 'corrupt'],
  [/locked|busy/i, 'busy'],
];

/** What a driver says, as a failure of the store. */
export function toFailure(error: unknown, doing: string): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'failed';
  return new StoreFailure(kind, `${doing}: ${message}`, { cause: error });
}
