import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { toUrlText } from './alphabet.js';
import { signedText, toDocument, type UserSigFields } from './fields.js';

const DEFAULT_LIFE_SECONDS = 180 * 24 * 3600;

export interface GenUserSigOptions {
  /** The app the user logs in to. */
  readonly sdkAppId: number;
  /** Secret key of the app. Keep it on your backend. */
  readonly secretKey: string;
  readonly userId: string;
  /**
   * How long the UserSig is valid; seconds.
   * @defaultValue 15552000 (180 days)
   */
  readonly expire?: number;
  /** Room privileges as used by TRTC; carried along and covered by the signature. */
  readonly userBuf?: Uint8Array;
  /**
   * Time of issue; unix seconds.
   * @defaultValue now
   */
  readonly time?: number;
}

/** HMAC-SHA256 over the fields. */
export function userSigHmac(secretKey: string, fields: UserSigFields): Buffer {
  return createHmac('sha256', secretKey).update(signedText(fields)).digest();
}

/**
 * Makes a version 2 UserSig, the proof with which a user logs in. Call it on your own backend:
 * whoever holds the secret key can log in as anybody.
 *
 * @throws RangeError when a field cannot be signed
 */
export function genUserSig(options: GenUserSigOptions): string {
  const { sdkAppId, secretKey, userId, expire = DEFAULT_LIFE_SECONDS, userBuf } = options;
  // The backend that signs has no other clock than its own.
  // eslint-disable-next-line no-restricted-properties
  const time = options.time ?? Math.floor(Date.now() / 1000);
  if (!Number.isSafeInteger(sdkAppId) || sdkAppId < 0) throw new RangeError('sdkAppId must be a whole number');
  if (!Number.isSafeInteger(expire) || expire <= 0) throw new RangeError('expire must be a positive whole number');
  if (secretKey === '') throw new RangeError('secretKey must not be empty');
  const fields: UserSigFields = {
    identifier: userId,
    sdkAppId,
    time,
    expire,
    ...(userBuf === undefined ? {} : { userBuf: Buffer.from(userBuf).toString('base64') }),
  };
  const document = toDocument(fields, userSigHmac(secretKey, fields).toString('base64'));
  return toUrlText(deflateSync(JSON.stringify(document)));
}
