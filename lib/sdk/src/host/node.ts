import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { isRecord, parseJson, type Platform } from '@tim-node/protocol';
import { nodeHttp } from '../transport/node-http.js';
import { dial } from '../transport/node.js';
import type { Clock, Timer } from './clock.js';
import type { Host, LogSink } from './host.js';
import { nodeFiles } from './node-files.js';
import { randomId } from './random.js';

/* eslint-disable no-restricted-globals, no-restricted-properties -- the one place where time comes from */
export const nodeClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer: Timer) => {
    clearTimeout(timer as NodeJS.Timeout);
  },
  defer: (run) => {
    setImmediate(run);
  },
};
/* eslint-enable no-restricted-globals, no-restricted-properties */

/** What is inflated here is short; the default would take 16 KiB each time. */
const INFLATE_CHUNK = 1024;

const PLATFORM_OF_OS: Readonly<Partial<Record<NodeJS.Platform, Platform>>> = {
  win32: 'Windows',
  darwin: 'Mac',
  android: 'Android',
};

/** The host that Node and Electron's main process give. */
export const nodeHost: Host = {
  clock: nodeClock,
  dial,
  http: nodeHttp,
  files: nodeFiles,
  platform: PLATFORM_OF_OS[process.platform] ?? 'Linux',
  inflate: (packed, limit) => inflateSync(packed, { maxOutputLength: limit, chunkSize: INFLATE_CHUNK }).toString(),
  env: (name) => process.env[name],
  instanceId: (folder) => (folder === undefined ? randomId() : keptInstanceId(folder)),
  openLog: (folder) => new DailyFile(folder),
  // Loaded by those who keep something.
  openStore: async (options) => (await import('../local/sqlite/open.js')).openSqliteStore(options),
  print: (line) => {
    process.stdout.write(`${line}\n`);
  },
};

const INSTANCE_FILE = 'tim-node-instance.json';
const INSTANCE_ID = /^[0-9a-f]{32}$/;

/** The id in the folder, or a new one that is put there. */
function keptInstanceId(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, INSTANCE_FILE);
  const kept = readInstanceId(file);
  if (kept !== undefined) return kept;
  const instanceId = randomId();
  writeFileSync(file, `${JSON.stringify({ instanceId })}\n`, { mode: 0o600 });
  return instanceId;
}

function readInstanceId(file: string): string | undefined {
  try {
    const content = parseJson(readFileSync(file, 'utf8'));
    const id = isRecord(content) ? content['instanceId'] : undefined;
    return typeof id === 'string' && INSTANCE_ID.test(id) ? id : undefined;
  } catch {
    // Not there yet, or damaged: it is made anew.
    return undefined;
  }
}

/** Appends to `tim-node_YYYYMMDD.log`, at once, so that the last line before a crash is there. */
class DailyFile implements LogSink {
  private day = '';
  private file: number | undefined;

  constructor(private readonly folder: string) {}

  write(line: string): void {
    try {
      writeSync(this.open(), `${line}\n`);
    } catch {
      // A full or read-only disk must not stop the chat.
    }
  }

  private open(): number {
    const day = new Date(nodeClock.now()).toISOString().slice(0, 10).replaceAll('-', '');
    if (this.file !== undefined && day === this.day) return this.file;
    this.close();
    mkdirSync(this.folder, { recursive: true });
    this.day = day;
    this.file = openSync(join(this.folder, `tim-node_${day}.log`), 'a', 0o600);
    return this.file;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}
