import { constants } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileError, type Files, type FileFacts, type FileWriter } from './files.js';
import { randomId } from './random.js';

const CHUNK = 64 * 1024;
const FILE_MODE = 0o644;

/** The file system of Node. */
export const nodeFiles: Files = {
  inspect: (path, length) => using(path, (file) => inspect(file, path, length)),
  read: readPart,
  create: (path) => DraftFile.open(path),
  nameOf: (path) => basename(path),
};

async function inspect(file: FileHandle, path: string, length: number): Promise<FileFacts> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new FileError('unusable', `${path} is not a file`);
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
  return { size: stat.size, beginning: buffer.subarray(0, bytesRead) };
}

async function* readPart(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  try {
    let at = from;
    while (at < to) {
      const wanted = Math.min(CHUNK, to - at);
      const { buffer, bytesRead } = await file.read(new Uint8Array(wanted), 0, wanted, at);
      if (bytesRead === 0) throw new FileError('changed', `${path} has become shorter`);
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function using<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await openFile(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Without waiting for anybody: opening a pipe would wait until somebody writes to it. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Windows does not have it
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): FileError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new FileError(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unusable', message);
}

/** Written beside its place under a name that nobody else has, then moved there. */
class DraftFile implements FileWriter {
  size = 0;
  private finished = false;

  private constructor(
    private readonly file: FileHandle,
    private readonly draft: string,
    private readonly path: string,
  ) {}

  static async open(path: string): Promise<FileWriter> {
    const draft = join(dirname(path), `.${randomId()}.part`);
    try {
      // Made anew or not at all: a link that lies there is not followed.
      return new DraftFile(await open(draft, 'wx', FILE_MODE), draft, path);
    } catch (error) {
      throw new FileError('unusable', problemOf(error).message);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.file.appendFile(bytes);
    } catch (error) {
      throw problemOf(error);
    }
    this.size += bytes.length;
  }

  async finish(): Promise<void> {
    try {
      await this.file.sync();
      await this.file.close();
      await rename(this.draft, this.path);
      this.finished = true;
    } catch (error) {
      throw new FileError('unusable', problemOf(error).message);
    }
  }

  async discard(): Promise<void> {
    if (this.finished) return;
    await this.file.close().catch(() => undefined);
    await rm(this.draft, { force: true }).catch(() => undefined);
  }
}
