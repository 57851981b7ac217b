import { randomBytes } from 'node:crypto';
import { LIMITS } from '@tim-node/protocol';

/** How ids begin that the server makes. */
const OWN = '@TGS#';
const PRINTABLE = /^[\x20-\x7e]+$/;

/** Whether somebody may give a group this id. */
export function isNewGroupId(id: string): boolean {
  return id.length <= LIMITS.newGroupIdBytes && PRINTABLE.test(id) && !id.startsWith(OWN);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTERS = 16;

/** A new id that nobody can guess. */
export function makeGroupId(): string {
  // 32 letters divide 256, so that each is as likely as the others.
  return OWN + Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
