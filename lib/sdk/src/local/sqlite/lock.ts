import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { randomId } from '../../host/random.js';

/** Two processes that both find an old lock meet here this often before one of them gives up. */
const ATTEMPTS = 20;

/** Which SQLite works on a file. The native one asks the system for a lock too, which ends with its process. */
export type Driver = 'native' | 'wasm';

/** Who holds a lock. A process id alone is used again by the system; together with its start time it is not. */
interface Holder {
  readonly pid: number;
  /** When the process started, in the words of the system; empty where it does not tell. */
  readonly started: string;
  readonly driver: Driver;
}

/** Locks that this process holds: its own process id says nothing about them. */
const ours = new Set<string>();

/** Makes sure that one client alone works on a file. Gives the function that ends it; nothing when somebody else does. */
export function lock(path: string, driver: Driver): (() => void) | undefined {
  const me: Holder = { pid: process.pid, started: startOf(process.pid), driver };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(path, me)) {
      ours.add(path);
      return () => release(path);
    }
    const text = read(path);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder !== undefined && isHeld(holder, path, driver)) return undefined;
    removeStale(path, text, me);
  }
  return undefined;
}

/** Creates the file with its content in one step. False: there is one already. */
function create(path: string, me: Holder): boolean {
  const draft = `${path}.${randomId().slice(0, 12)}`;
  const text = JSON.stringify(me);
  writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // Some file systems have no links.
    if (isCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) return createPlain(path, text);
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function createPlain(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
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
    const { pid, started, driver } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof started === 'string'
      ? { pid, started, driver: driver ?? 'wasm' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote the lock still runs. In a container every start may have the same process id. */
function isHeld({ pid, started, driver }: Holder, path: string, mine: Driver): boolean {
  if (pid === process.pid && startOf(pid) === started) return ours.has(path);
  // The system has reused the id, perhaps; the lock of the system knows.
  if (started === '' && driver === 'native' && mine === 'native') return false;
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
    if (holder === undefined || !isHeld(holder, gate, 'wasm')) remove(gate);
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
