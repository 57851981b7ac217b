import { timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { timError } from '../errors.js';
import { parseJson } from '../json.js';
import { LIMITS } from '../limits.js';
import { fromUrlText } from './alphabet.js';
import { fromDocument, type UserSigFields } from './fields.js';
import { userSigHmac } from './sign.js';

export interface VerifyUserSigOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** The user who wants to log in. */
  readonly userId: string;
  /** Current time; unix seconds. */
  readonly now: number;
}

export interface VerifiedUserSig {
  /** When it was made; unix seconds. */
  readonly time: number;
  /** First second at which it is no longer valid; unix seconds. */
  readonly expireAt: number;
}

/**
 * Checks a version 2 UserSig. The cheap and strict checks come first, so that nothing large is ever inflated.
 *
 * @throws TIMError 70002 empty, 70003 malformed, 70013 other user, 70014 other app, 70009 wrong key, 70001 expired
 */
export function verifyUserSig(userSig: string, options: VerifyUserSigOptions): VerifiedUserSig {
  const { fields, sig } = readUserSig(userSig);
  if (fields.identifier !== options.userId) throw timError('sigOtherUser');
  if (fields.sdkAppId !== options.sdkAppId) throw timError('sigOtherApp');
  if (!sameBytes(userSigHmac(options.secretKey, fields), Buffer.from(sig, 'base64'))) throw timError('sigWrongKey');
  if (fields.time > options.now + LIMITS.userSigSkewSeconds) {
    throw timError('sigMalformed', 'the UserSig was issued in the future; check the clock of your backend');
  }
  const expireAt = fields.time + fields.expire;
  if (options.now >= expireAt) throw timError('sigExpired');
  return { time: fields.time, expireAt };
}

function readUserSig(userSig: string): { fields: UserSigFields; sig: string } {
  if (userSig === '') throw timError('sigEmpty');
  if (userSig.length > LIMITS.userSigBytes) throw timError('sigMalformed', 'the UserSig is too long');
  const packed = fromUrlText(userSig);
  const read = packed && fromDocument(unpack(packed));
  if (!read || !isCanonicalBase64(read.sig)) throw timError('sigMalformed');
  return read;
}

/** A UserSig is short; the default would take 16 KiB each time. */
const INFLATE_CHUNK = 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Inflates and parses; anything wrong, trailing bytes included, gives nothing. */
function unpack(packed: Buffer): unknown {
  try {
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: LIMITS.userSigInflatedBytes,
      chunkSize: INFLATE_CHUNK,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== packed.length) return undefined;
    return parseJson(utf8.decode(buffer), 2);
  } catch {
    return undefined;
  }
}

function isCanonicalBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

function sameBytes(expected: Buffer, given: Buffer): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}
