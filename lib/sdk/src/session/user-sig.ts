import { isRecord, LIMITS, parseJson, utf8Length } from '@tim-node/protocol';
import type { Inflate } from '../host/host.js';

const USER_SIG_TEXT = /^[A-Za-z0-9*_-]+$/;

/** Whether a UserSig, as it travels, is longer than any server reads: it would hang up instead of answering. */
export function isTooLong(userSig: string): boolean {
  return utf8Length(JSON.stringify(userSig)) > LIMITS.userSigBytes + '""'.length;
}

/**
 * The second at which a UserSig ends, read without checking its signature (only the server can).
 * Nothing when it cannot be read: then the server says what is wrong with it.
 */
export async function userSigEnd(userSig: string, inflate: Inflate): Promise<number | undefined> {
  if (userSig.length > LIMITS.userSigBytes || !USER_SIG_TEXT.test(userSig)) return undefined;
  try {
    const base64 = userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
    const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const document = parseJson(await inflate(packed, LIMITS.userSigInflatedBytes), 2);
    if (!isRecord(document)) return undefined;
    const { 'TLS.time': time, 'TLS.expire': expire } = document;
    return typeof time === 'number' && typeof expire === 'number' ? time + expire : undefined;
  } catch {
    return undefined;
  }
}
