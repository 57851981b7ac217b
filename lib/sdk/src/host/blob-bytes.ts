import { FileError, type FileBytes } from './files.js';

const CHUNK = 64 * 1024;

/** What the web platform gives for a file: `File`, or a `Blob` from wherever. */
export function blobBytes(blob: Blob): FileBytes {
  return {
    inspect: async (length) => ({ size: blob.size, beginning: await part(blob, 0, length) }),
    read: (from, to) => parts(blob, from, to),
  };
}

async function* parts(blob: Blob, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += CHUNK) {
    const wanted = Math.min(CHUNK, to - at);
    const bytes = await part(blob, at, at + wanted);
    if (bytes.length < wanted) throw new FileError('changed', 'the file has become shorter');
    yield bytes;
  }
}

/** A file that was changed or taken away since it was chosen cannot be read any more. */
async function part(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new FileError('unusable', String(error));
  }
}
