import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a signature is good for: one made for one thing is worth nothing for another. */
export type Purpose = 'upload' | 'link' | 'session';

const FILE = 'media.key';
const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}\n$/;
const MODE = 0o600;

/** The file that keeps the key is not what this server wrote. */
export class MediaKeyError extends Error {
  override readonly name = 'MediaKeyError';
}

/** Signs addresses of files, with a key of the server's own. */
export class Signer {
  private key: Buffer | undefined;

  /** @param folder where the key is kept; without one it is forgotten */
  constructor(private readonly folder: string | undefined) {}

  sign(purpose: Purpose, ...about: readonly (string | number)[]): string {
    this.key ??= this.folder === undefined ? randomBytes(KEY_BYTES) : keptKey(this.folder);
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, ...about]))
      .digest('base64url');
  }

  /** Whether a signature is the right one; from a comparison of all bytes. */
  verify(signature: string, purpose: Purpose, ...about: readonly (string | number)[]): boolean {
    const wanted = Buffer.from(this.sign(purpose, ...about));
    const given = Buffer.from(signature);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

/** The key in the folder, or a new one that is put there. */
function keptKey(folder: string): Buffer {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    text = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
    const draft = `${path}.new`;
    writeFileSync(draft, text, { mode: MODE, flush: true });
    renameSync(draft, path);
  }
  if (!KEY.test(text)) throw new MediaKeyError(`${path} is damaged; remove it, and links that were given out end`);
  return Buffer.from(text.trim(), 'hex');
}
