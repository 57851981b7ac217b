import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** A new folder for files that outlive processes but not the machine: in memory where the system has such a place. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), `tim-node-${name}-`));
}
