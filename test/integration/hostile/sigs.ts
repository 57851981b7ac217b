import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A UserSig text around any bytes. */
export function toText(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}

/** The bytes inside a UserSig text. */
export function toBytes(text: string): Buffer {
  return Buffer.from(text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64');
}

/** A UserSig text around any document. */
export function pack(document: string | object): string {
  return toText(deflateSync(typeof document === 'string' ? document : JSON.stringify(document)));
}

export interface Claims {
  readonly user: string;
  readonly app: number | string;
  readonly time: number | string;
  readonly expire: number | string;
}

/** The HMAC that a careless signer would make of these claims, whatever they are. */
export function hmac(key: string, { user, app, time, expire }: Claims): Buffer {
  const signed = `TLS.identifier:${user}\nTLS.sdkappid:${app}\nTLS.time:${time}\nTLS.expire:${expire}\n`;
  return createHmac('sha256', key).update(signed).digest();
}

/**
 * A document with any claims and an HMAC that fits them, as JSON text: only what the claims are can be wrong with it.
 * Numbers stand in it as they are written here.
 */
export function document(key: string, claims: Claims, sig = hmac(key, claims).toString('base64')): string {
  const { user, app, time, expire } = claims;
  return (
    `{"TLS.ver":"2.0","TLS.identifier":${JSON.stringify(user)},"TLS.sdkappid":${app},` +
    `"TLS.expire":${expire},"TLS.time":${time},"TLS.sig":${JSON.stringify(sig)}}`
  );
}
