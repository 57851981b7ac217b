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
    const document = parseJson(await inflate(bytesOf(atob(base64)), LIMITS.userSigInflatedBytes), 2);
    if (!isRecord(document)) return undefined;
    const { 'TLS.time': time, 'TLS.expire': expire } = document;
    return typeof time === 'number' && typeof expire === 'number' ? time + expire : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes that stand in a text one by one. */
function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
