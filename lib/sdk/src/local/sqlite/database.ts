import { closeSync, openSync, rmSync } from 'node:fs';
import type { Driver } from './lock.js';

/** A value for a statement. */
export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, string | number | null>>;

interface RawStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): unknown;
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

/** Messages are for the owner's eyes only; SQLite keeps the mode of files that are there. */
const PRIVATE = 0o600;
/** Statements that are kept compiled: all but those of rare searches. */
const MAX_STATEMENTS = 60;

const PRAGMAS = [
  // Before WAL: the WebAssembly build has no shared memory, and nobody else may write anyway.
  'pragma locking_mode = exclusive',
  'pragma journal_mode = wal',
  // A crash of the machine may cost the last changes, which the server still has, but never splits one.
  'pragma synchronous = normal',
  'pragma cache_size = -2048',
  // 16 MiB: a client that catches up would sync several times a second otherwise.
  'pragma wal_autocheckpoint = 4000',
];

/** There is no SQLite on this machine. */
export class NoSqliteError extends Error {
  override readonly name = 'NoSqliteError';
}

/** A SQLite that works here: that of Node, or the package `node-sqlite3-wasm`. */
export interface Sqlite {
  readonly driver: Driver;
  open(file: string): Database;
}

/** @throws NoSqliteError when there is none */
export async function findSqlite(): Promise<Sqlite> {
  const native = nativeSqlite();
  if (native !== undefined) {
    return {
      driver: 'native',
      open: (file) => new Database(prepared(file, native.DatabaseSync), (values) => [...values]),
    };
  }
  const wasm = await wasmSqlite();
  return {
    driver: 'wasm',
    open: (file) => {
      // A process that was killed leaves its lock behind. The lock beside the file says that nobody else is here.
      rmSync(`${file}.lock`, { recursive: true, force: true });
      return new Database(prepared(file, wasm.Database), (values) => [values]);
    },
  };
}

/** The module, without the warning that it is experimental: to use it is our decision, not the app's. */
function nativeSqlite(): NativeModule | undefined {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite') as NativeModule | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

async function wasmSqlite(): Promise<WasmModule> {
  try {
    return ((await import('node-sqlite3-wasm')) as unknown as { default: WasmModule }).default;
  } catch (cause) {
    throw new NoSqliteError('this Node has no node:sqlite, and the package node-sqlite3-wasm is not installed', {
      cause,
    });
  }
}

function prepared(file: string, Raw: new (file: string) => RawDatabase): RawDatabase {
  for (const name of [file, `${file}-wal`]) closeSync(openSync(name, 'a', PRIVATE));
  const raw = new Raw(file);
  try {
    for (const pragma of PRAGMAS) {
      const statement = raw.prepare(pragma);
      statement.all();
      // One that is left over would keep the file open.
      statement.finalize?.();
    }
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

const DAMAGED = /malformed|not a database|corrupt/i;

export function isDamage(error: unknown): boolean {
  return DAMAGED.test(String(error));
}

/** One open database file. */
export class Database {
  /** What has shown that the file is damaged: some damage shows only when a page is read. */
  damage: unknown;
  private readonly statements = new Map<string, RawStatement>();

  constructor(
    private readonly raw: RawDatabase,
    private readonly bind: (values: readonly Value[]) => unknown[],
  ) {}

  /** Runs a statement without results. */
  run(sql: string, ...values: Value[]): void {
    this.guarded(sql, (statement) => statement.run(...this.bind(values)));
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.guarded(sql, (statement) => statement.all(...this.bind(values))) as Row[];
  }

  /** A statement that has failed would fail once more when it is used again, whatever with. */
  private guarded<T>(sql: string, work: (statement: RawStatement) => T): T {
    try {
      return work(this.statement(sql));
    } catch (error) {
      if (isDamage(error)) this.damage = error;
      this.forget(sql);
      throw error;
    }
  }

  private statement(sql: string): RawStatement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const [oldest] = this.statements.keys();
    if (this.statements.size >= MAX_STATEMENTS && oldest !== undefined) this.forget(oldest);
    const made = this.raw.prepare(sql);
    this.statements.set(sql, made);
    return made;
  }

  private forget(sql: string): void {
    const statement = this.statements.get(sql);
    this.statements.delete(sql);
    try {
      statement?.finalize?.();
    } catch {
      // It repeats the last error of the statement, which was told when it happened.
    }
  }

  close(): void {
    for (const sql of [...this.statements.keys()]) this.forget(sql);
    this.raw.close();
  }
}
