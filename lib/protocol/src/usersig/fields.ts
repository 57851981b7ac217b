import { int, obj, oneOf, opt, text, type Schema } from '../schema.js';

/** What a version 2 UserSig says. */
export interface UserSigFields {
  readonly identifier: string;
  readonly sdkAppId: number;
  /** When it was made; unix seconds. */
  readonly time: number;
  /** How long it is valid; seconds. */
  readonly expire: number;
  /** Base64 of the optional user buffer. */
  readonly userBuf?: string;
}

/** The JSON object inside a UserSig. */
export interface UserSigDocument {
  'TLS.ver': '2.0';
  'TLS.identifier': string;
  'TLS.sdkappid': number;
  'TLS.expire': number;
  'TLS.time': number;
  'TLS.userbuf'?: string;
  'TLS.sig': string;
}

const document: Schema<UserSigDocument> = obj<UserSigDocument>({
  'TLS.ver': oneOf('2.0'),
  'TLS.identifier': text(),
  'TLS.sdkappid': int(0),
  'TLS.expire': int(1),
  'TLS.time': int(0),
  'TLS.userbuf': opt(text()),
  'TLS.sig': text(),
});

/** The text that the HMAC covers. */
export function signedText(fields: UserSigFields): string {
  const lines = [
    `TLS.identifier:${fields.identifier}`,
    `TLS.sdkappid:${fields.sdkAppId}`,
    `TLS.time:${fields.time}`,
    `TLS.expire:${fields.expire}`,
  ];
  if (fields.userBuf !== undefined) lines.push(`TLS.userbuf:${fields.userBuf}`);
  return lines.map((line) => `${line}\n`).join('');
}

export function toDocument(fields: UserSigFields, sig: string): UserSigDocument {
  return {
    'TLS.ver': '2.0',
    'TLS.identifier': fields.identifier,
    'TLS.sdkappid': fields.sdkAppId,
    'TLS.expire': fields.expire,
    'TLS.time': fields.time,
    ...(fields.userBuf === undefined ? {} : { 'TLS.userbuf': fields.userBuf }),
    'TLS.sig': sig,
  };
}

/** Reads the JSON object inside a UserSig; nothing when a field is missing or of the wrong type. */
export function fromDocument(value: unknown): { fields: UserSigFields; sig: string } | undefined {
  if (document.check(value, 'UserSig') !== undefined) return undefined;
  const read = value as UserSigDocument;
  const { 'TLS.time': time, 'TLS.expire': expire, 'TLS.userbuf': userBuf } = read;
  if (!Number.isSafeInteger(time + expire)) return undefined;
  const fields: UserSigFields = {
    identifier: read['TLS.identifier'],
    sdkAppId: read['TLS.sdkappid'],
    time,
    expire,
    ...(userBuf === undefined ? {} : { userBuf }),
  };
  return { fields, sig: read['TLS.sig'] };
}
