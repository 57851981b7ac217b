import { randomBytes, randomInt } from 'node:crypto';

/** Shortest secret key of a server that others can reach, in characters. */
const MIN_SECRET_LENGTH = 16;
const SECRET_BYTES = 32;
/** App ids made by a server of its own accord. */
const FIRST_APP_ID = 1_400_000_000;
const APP_IDS = 100_000_000;

/** Keys from manuals and samples. Whoever has read those could log in as anybody. */
const WELL_KNOWN = new Set([
  '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  'openim123',
  'password',
  'secret',
  'changeme',
  'secretkey',
  '1234567890',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
]);

/**
 * Says why a secret key must not be used; nothing when it may. A server that only this machine can reach, as in
 * tests, may have a short one.
 */
export function secretProblem(secretKey: string, reachable: 'from here' | 'from anywhere'): string | undefined {
  if (secretKey === '') return 'must not be empty';
  if (WELL_KNOWN.has(period(secretKey.toLowerCase()))) return 'is well known from a manual; make one of your own';
  if (reachable === 'from here') return undefined;
  if (secretKey.length < MIN_SECRET_LENGTH) return `must have at least ${MIN_SECRET_LENGTH} characters`;
  if (new Set(secretKey).size < 4) return 'is too simple; make a random one';
  return undefined;
}

/** The shortest text that gives this one when repeated: `changemechangeme` is no better than `changeme`. */
function period(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}

export function newAppId(): number {
  return FIRST_APP_ID + randomInt(APP_IDS);
}
