import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of one test file; call it at the top level. */
export function mediaFolder(): (name: string) => string {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tim-media-test-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (name) => join(folder, name);
}

/** Bytes that differ from place to place. */
export function bytes(size: number): Buffer {
  return Buffer.from(new Uint8Array(size).map((_byte, at) => (at * 31 + (at >>> 8)) & 0xff));
}

/** The header of a PNG of a size, and some bytes after it. */
export function png(width: number, height: number, more = 1000): Buffer {
  const header = Buffer.alloc(24);
  header.write('\x89PNG\r\n\x1a\n', 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, bytes(more)]);
}

export function writeBytes(path: string, content: Buffer): string {
  writeFileSync(path, content);
  return path;
}

export function sameBytes(path: string, content: Buffer): boolean {
  return readFileSync(path).equals(content);
}
