import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Longest piece of data of one call that is written down; longer than any message or page. */
const MAX_DATA = 200_000;
const CALLS = 'fsync,fdatasync,write,writev,pwrite64,pwritev,sendto,sendmsg';

/** Why calls into the system cannot be traced here; nothing when they can. */
export function whyNoTrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is for Linux';
  const { error, status, stderr } = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (error !== undefined) {
    // Where nobody reads along, nothing that can be installed is left out.
    if (process.env['CI'] === 'true') throw new Error('strace is missing: install the Debian package strace');
    return 'strace is missing: install the Debian package strace';
  }
  return status === 0 ? undefined : `processes may not be traced here: ${stderr.trim()}`;
}

/** The command before a program that writes its calls into a file. */
export function tracing(file: string): string[] {
  return ['strace', '-f', '-y', '-qq', '--seccomp-bpf', '-s', String(MAX_DATA), '-e', `trace=${CALLS}`, '-o', file];
}

/** A call into the system. */
export interface SystemCall {
  /** Order of its begin, and of its end, among all begins and ends. */
  readonly began: number;
  ended: number;
  readonly name: string;
  /** What its first argument stands for: a path, or a socket. */
  readonly on: string;
  /** All arguments as text. */
  readonly args: string;
}

const BEGIN = /^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$/;
const RESUMED = /^(\d+) +<\.\.\. \w+ resumed>/;

/** The calls that were written down, of all threads, in the order of their begin. */
export function readTrace(file: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const open = new Map<string, SystemCall>();
  for (const [at, line] of readFileSync(file, 'latin1').split('\n').entries()) {
    const [, resumed] = RESUMED.exec(line) ?? [];
    const call = resumed === undefined ? undefined : open.get(resumed);
    if (call !== undefined) call.ended = at;
    const [, thread = '', name, on = '', args = ''] = BEGIN.exec(line) ?? [];
    if (name === undefined) continue;
    const begun = { began: at, ended: at, name, on, args };
    calls.push(begun);
    if (!line.endsWith('<unfinished ...>')) continue;
    begun.ended = Infinity;
    open.set(thread, begun);
  }
  return calls;
}
