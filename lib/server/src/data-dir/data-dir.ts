import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OptionError, type ServerOptions } from '../options.js';
import { MEMORY } from '../store/embedded/database.js';
import { createApp, readApp, writeApp, type OwnApp } from './app-file.js';
import { lockFolder } from './lock.js';

const DATABASE = 'tim.db';

/** Where a server keeps its data. */
export interface DataDir {
  /** The folder, or `:memory:`. */
  readonly path: string;
  /** The database file, or `:memory:`. */
  readonly database: string;
  /** Gives the folder up; a temporary one goes away. */
  release(): void;
}

/**
 * Takes a folder for this server alone.
 *
 * @param shared the database is elsewhere, and other nodes may use the folder as well
 *
 * @throws FolderLockedError when another server works there
 */
export function openDataDir(dataDir: string | undefined, shared = false): DataDir {
  if (dataDir === MEMORY) return { path: MEMORY, database: MEMORY, release: () => undefined };
  const temporary = dataDir === undefined;
  const path = temporary ? mkdtempSync(join(tmpdir(), 'tim-node-')) : resolve(dataDir);
  if (!temporary) mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = shared ? undefined : lockFolder(path);
  return {
    path,
    database: join(path, DATABASE),
    release: () => {
      lock?.release();
      if (temporary) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The app that a server runs, and whether it was made just now. */
export interface ChosenApp extends OwnApp {
  readonly created: boolean;
}

/** Options that say which app it is. */
type GivenApp = Pick<ServerOptions, 'sdkAppId' | 'secretKey' | 'nats'>;

/**
 * What was given counts. Without a key, the app that the folder keeps is taken, and at the first start one is made.
 * A key that was given is never written down.
 */
export function chooseApp(path: string, given: GivenApp): ChosenApp {
  const { sdkAppId, secretKey, nats } = given;
  if (sdkAppId !== undefined && secretKey !== undefined) return { sdkAppId, secretKey, created: false };
  const kept = path === MEMORY ? undefined : readApp(path);
  if (kept !== undefined) {
    if (sdkAppId === undefined || sdkAppId === kept.sdkAppId) return { ...kept, created: false };
    throw new OptionError(
      `the data folder keeps the key of app ${kept.sdkAppId}; give the secret key of app ${sdkAppId} too`,
    );
  }
  if (nats !== undefined) {
    throw new OptionError('nodes of one cluster share their app: give each of them the same sdkAppId and secretKey');
  }
  return { ...createApp(sdkAppId), created: true };
}

/** Writes down an app that was made just now. Only once the server runs: else its owner would never see the key. */
export function keepApp(path: string, { sdkAppId, secretKey, created }: ChosenApp): void {
  if (created && path !== MEMORY) writeApp(path, { sdkAppId, secretKey });
}
