import { readFileSync } from 'node:fs';

/** What a process needs besides the sockets of a test. */
const OTHERS = 200;
/** What a system that does not tell has at least. */
const USUAL = 1024;

/** Node raises its limit as far as it may when it starts; this is how far. */
function openFileLimit(): number {
  try {
    const [, limit = ''] = /^Max open files +\d+ +(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === 'unlimited' ? Infinity : Number(limit) || USUAL;
  } catch {
    return USUAL;
  }
}

/**
 * So many sockets as are wanted, or as many as this machine lets one process have; says so when these are fewer.
 * `share` is the part of them that is for the caller.
 */
export function affordable(wanted: number, share: number): number {
  const possible = Math.floor((openFileLimit() - OTHERS) * share);
  if (wanted <= possible) return wanted;

  console.warn(`${String(possible)} sockets instead of ${String(wanted)}: the limit of open files (ulimit -n) is low`);
  return possible;
}
