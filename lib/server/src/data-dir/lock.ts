import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'server.lock';
/** Two processes that both find an old lock meet here this often before one of them gives up. */
const ATTEMPTS = 20;

/** Who holds a lock. A process id alone is used again by the system; together with its start time it is not. */
interface Holder {
  readonly pid: number;
  /** When the process started, in the words of the system; empty where it does not tell. */
  readonly started: string;
}

/** Another server works in the folder. */
export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
}

export interface FolderLock {
  release(): void;
}

/** Folders that this process holds: its own process id says nothing about them. */
const ours = new Set<string>();

/**
 * Makes sure that one server alone works in a folder.
 *
 * @throws FolderLockedError naming the process that holds the lock
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, FILE);
  const me: Holder = { pid: process.pid, started: startOf(process.pid) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(path, me)) {
      ours.add(path);
      return {
        release: () => {
          release(path);
        },
      };
    }
    const text = read(path);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder !== undefined && isAlive(holder, path)) {
      throw new FolderLockedError(`${folder} is in use by another server (process ${holder.pid})`);
    }
    removeStale(path, text, me);
  }
  throw new FolderLockedError(`${folder} is in use: several servers are starting there`);
}

/** Creates the file with its content in one step. False: there is one already. */
function create(path: string, me: Holder): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // Some file systems have no links.
    if (isCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) return createPlain(path, me);
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function createPlain(path: string, me: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote the lock still runs. In a container every start may have the same process id. */
function isAlive({ pid, started }: Holder, path: string): boolean {
  if (pid === process.pid && startOf(pid) === started) return ours.has(path);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (!isCode(error, 'EPERM')) return false;
  }
  return started === startOf(pid);
}

/** Boot and start time of a process, where the system tells (Linux). */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, second of the fields, may hold spaces and brackets; the start time is the 20th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}

/**
 * Takes away the lock of a process that is gone. Only one process at a time may do so, and only after it has seen
 * that the lock is still the old one; else it could take away the lock of somebody who was faster.
 */
function removeStale(path: string, seen: string, me: Holder): void {
  const gate = `${path}.stale`;
  if (!create(gate, me)) {
    const holder = parse(read(gate) ?? '');
    if (holder === undefined || !isAlive(holder, gate)) remove(gate);
    return;
  }
  ours.add(gate);
  try {
    if (read(path) === seen) remove(path);
  } finally {
    release(gate);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

function release(path: string): void {
  if (ours.delete(path)) remove(path);
}
