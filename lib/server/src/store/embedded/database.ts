import { closeSync, openSync, rmdirSync } from 'node:fs';
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
/** Messages are for the owner's eyes only; SQLite keeps the mode of files that are there. */
const PRIVATE = 0o600;
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
    if (file !== MEMORY) for (const name of [file, `${file}-wal`]) closeSync(openSync(name, 'a', PRIVATE));
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

type Bind = (values: readonly unknown[]) => unknown[];

function withCache(driver: string, raw: RawDatabase, bind: Bind): EmbeddedDatabase {
  const statements = new StatementCache(raw, bind);
  return {
    driver,
    prepare: (sql) => statements.get(sql),
    exec: (command) => {
      statements.get(command).run([]);
    },
    close: () => {
      statements.clear();
      raw.close();
    },
  };
}

/** Keeps statements compiled; the one that was made first goes when there are too many. */
class StatementCache {
  private readonly statements = new Map<string, { readonly raw: RawStatement; readonly usable: SqliteStatement }>();

  constructor(
    private readonly database: RawDatabase,
    private readonly bind: Bind,
  ) {}

  get(sql: string): SqliteStatement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known.usable;
    const raw = this.database.prepare(sql);
    const usable = this.adapt(sql, raw);
    this.statements.set(sql, { raw, usable });
    const [oldest] = this.statements.keys();
    if (this.statements.size > MAX_STATEMENTS && oldest !== undefined) this.forget(oldest);
    return usable;
  }

  private adapt(sql: string, raw: RawStatement): SqliteStatement {
    // A statement that has failed would fail once more when it is used again, whatever with.
    const guarded = <T>(work: () => T): T => {
      try {
        return work();
      } catch (error) {
        this.forget(sql);
        throw error;
      }
    };
    return {
      reader: RETURNS_ROWS.test(sql),
      all: (values) => guarded(() => raw.all(...this.bind(values))),
      run: (values) => guarded(() => raw.run(...this.bind(values))),
      iterate: (values) => guarded(() => raw.all(...this.bind(values)).values()),
    };
  }

  private forget(sql: string): void {
    const statement = this.statements.get(sql);
    this.statements.delete(sql);
    try {
      statement?.raw.finalize?.();
    } catch {
      // It repeats the last error of the statement, which was told when it happened.
    }
  }

  clear(): void {
    for (const sql of [...this.statements.keys()]) this.forget(sql);
  }
}

const RETURNS_ROWS = /^\s*(?:select|pragma|with)\b|\breturning\b/i;

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
