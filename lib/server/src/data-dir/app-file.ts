import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAppId, newSecret } from '../auth/secret.js';

const FILE = 'app.json';
/** For the owner's eyes only. */
const MODE = 0o600;

/** The app that a server made for itself. */
export interface OwnApp {
  readonly sdkAppId: number;
  readonly secretKey: string;
}

/** The file that keeps the app is not what this server wrote. */
export class AppFileError extends Error {
  override readonly name = 'AppFileError';
}

/** The app that is kept in a folder; nothing when there is none. */
export function readApp(folder: string): OwnApp | undefined {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const app = parse(text);
  if (app === undefined) throw new AppFileError(`${path} is damaged; restore it, or give an app id and a secret key`);
  return app;
}

function parse(text: string): OwnApp | undefined {
  try {
    const { sdkAppId, secretKey } = JSON.parse(text) as Partial<OwnApp>;
    const usable = typeof sdkAppId === 'number' && typeof secretKey === 'string' && secretKey !== '';
    return usable ? { sdkAppId, secretKey } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a key, and an app id unless one is given. */
export function createApp(sdkAppId: number = newAppId()): OwnApp {
  return { sdkAppId, secretKey: newSecret() };
}

/** Keeps the app, wholly or not at all. */
export function writeApp(folder: string, app: OwnApp): void {
  const path = join(folder, FILE);
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(app, undefined, 2)}\n`, { mode: MODE, flush: true });
  renameSync(draft, path);
}
