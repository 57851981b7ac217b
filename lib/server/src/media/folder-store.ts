import { constants, createReadStream, mkdirSync, mkdtempSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileRef, MediaStore, Received } from './media-store.js';

/** For the owner's eyes only. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const { O_CREAT, O_NOFOLLOW, O_RDONLY, O_RDWR } = constants;

/**
 * Files in a folder: unfinished ones under `parts`, finished ones under `files`, both by their random names. Nothing
 * that a user says becomes part of a path.
 */
export class FolderStore implements MediaStore {
  private folder: string | undefined;
  private readonly temporary: boolean;

  /** @param folder none means a temporary one, which goes when the store is closed */
  constructor(folder: string | undefined) {
    this.folder = folder;
    this.temporary = folder === undefined;
  }

  async received(file: FileRef): Promise<number> {
    return (await sizeOf(this.part(file))) ?? 0;
  }

  async receive(file: FileRef, from: number, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
    const path = this.part(file);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    const handle = await open(path, O_RDWR | O_CREAT | O_NOFOLLOW, FILE_MODE);
    try {
      await handle.truncate(from);
      return await this.write(handle, from, bytes, limit);
    } finally {
      await handle.sync();
      await handle.close();
    }
  }

  private async write(
    handle: FileHandle,
    from: number,
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
  ): Promise<Received> {
    let size = from;
    for await (const chunk of bytes) {
      if (size + chunk.length > limit) return { size, tooMuch: true };
      let written = 0;
      while (written < chunk.length) {
        const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, size + written);
        written += bytesWritten;
      }
      size += chunk.length;
    }
    return { size, tooMuch: false };
  }

  async beginning(file: FileRef, length: number): Promise<Buffer> {
    const handle = (await openToRead(this.part(file))) ?? (await openToRead(this.whole(file)));
    if (handle === undefined) return Buffer.alloc(0);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async finish(file: FileRef): Promise<void> {
    const path = this.whole(file);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    await rename(this.part(file), path);
    await syncFolder(dirname(path));
  }

  size(file: FileRef): Promise<number | undefined> {
    return sizeOf(this.whole(file));
  }

  read(file: FileRef, first: number, last: number): Readable {
    return createReadStream(this.whole(file), { start: first, end: last });
  }

  async remove(file: FileRef): Promise<void> {
    await rm(this.part(file), { force: true });
    await rm(this.whole(file), { force: true });
  }

  async close(): Promise<void> {
    if (this.temporary && this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private part({ app, id }: FileRef): string {
    return join(this.root(), 'parts', `${app}-${id}`);
  }

  /** Spread over folders, because those with very many entries are slow. */
  private whole({ app, id }: FileRef): string {
    return join(this.root(), 'files', String(app), id.slice(0, 2), id);
  }

  private root(): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'tim-node-media-'));
    mkdirSync(this.folder, { recursive: true, mode: FOLDER_MODE });
    return this.folder;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return undefined;
  }
}

async function openToRead(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, O_RDONLY | O_NOFOLLOW);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return undefined;
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** A rename is safe only once its folder is. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
