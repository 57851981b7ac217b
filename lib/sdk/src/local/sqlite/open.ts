import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreOptions } from '../../host/host.js';
import type { LocalStore } from '../store.js';
import { findSqlite, isDamage, type Sqlite } from './database.js';
import { isCode, lock } from './lock.js';
import { ForeignFileError, migrate } from './schema.js';
import { SqliteStore } from './sqlite-store.js';

export interface OpenOptions extends StoreOptions {
  /** Pages of 4 KiB that the file may have; for tests of a full disk. */
  readonly maxPages?: number;
}

/** Another client works with the file. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';
}

/**
 * Opens the file of an account. One that cannot be read, or that is not ours, is set aside.
 * @throws Error when the folder or SQLite cannot be used, StoreInUseError when another client has the file open
 */
export async function openSqliteStore(options: OpenOptions): Promise<LocalStore> {
  const sqlite = await findSqlite();
  mkdirSync(options.folder, { recursive: true });
  const file = join(options.folder, fileName(options));
  const release = lock(`${file}.owner`, sqlite.driver);
  if (release === undefined) throw new StoreInUseError('another client of this account works in the folder');
  try {
    return openOrReplace(sqlite, file, options, release);
  } catch (error) {
    release();
    if (BUSY.test(String(error))) {
      throw new StoreInUseError('another client of this account works in the folder', { cause: error });
    }
    throw error;
  }
}

/** Some file systems do not tell capital letters from small ones, UserIDs do. */
function fileName({ sdkAppId, userId }: OpenOptions): string {
  return `tim-node_${sdkAppId}_${userId.replace(/[A-Z]/g, (letter) => `+${letter.toLowerCase()}`)}.db`;
}

const BUSY = /locked|busy/i;

function openOrReplace(sqlite: Sqlite, file: string, options: OpenOptions, release: () => void): LocalStore {
  try {
    return openStore(sqlite, file, options, release);
  } catch (error) {
    if (!isDamage(error) && !(error instanceof ForeignFileError)) throw error;
    setAside(file, options, error);
    return openStore(sqlite, file, options, release);
  }
}

function openStore(sqlite: Sqlite, file: string, options: OpenOptions, release: () => void): LocalStore {
  const { sdkAppId, userId, maxPages } = options;
  const database = sqlite.open(file);
  try {
    migrate(database, `${sdkAppId}:${userId}`);
    if (maxPages !== undefined) database.all(`pragma max_page_count = ${maxPages}`);
    return new SqliteStore(database, () => {
      // The next start is to find a clean file.
      if (database.damage !== undefined) setAside(file, options, database.damage);
      release();
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function setAside(file: string, { now, warn }: OpenOptions, why: unknown): void {
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const aside = `${file}.${stamp}.bad`;
  renameSync(file, aside);
  moveIfThere(`${file}-wal`, `${aside}-wal`);
  for (const rest of ['-shm', '.lock']) rmSync(`${file}${rest}`, { recursive: true, force: true });
  warn(`local store: the file could not be used and was set aside as ${aside}: ${String(why)}`);
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}
