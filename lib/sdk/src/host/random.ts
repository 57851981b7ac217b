/** Filled at once, because the call costs more than the numbers. */
const pool = new Uint32Array(64);
let used = pool.length;

/** A random number from 0 to 2^32 - 1. */
export function randomUint32(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  return pool[used++] ?? 0;
}

/** A random id of 128 bits, as 32 hexadecimal digits. */
export function randomId(): string {
  // One text of its own: a sum would keep its parts.
  return [hex(), hex(), hex(), hex()].join('');
}

const hex = (): string => randomUint32().toString(16).padStart(8, '0');
