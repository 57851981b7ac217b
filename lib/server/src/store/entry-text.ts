import { revokedBody, type MessageBody } from '@tim-node/protocol';
import type { StoredMessage } from './calls/messages.js';

/* Stored messages and log entries as clients get them, without taking their parts apart. */

/** A message for everybody, as JSON text. */
export function encodeMessage(stored: StoredMessage): string {
  const { target, seq, sender, clientId, time, clientTime, random, platform, version, profile } = stored;
  const { revoked, onlyFor, receiptTotal } = stored;
  const body = revoked === null ? stored.body : JSON.stringify(revokedBody(JSON.parse(stored.body) as MessageBody));
  return (
    `{"target":{"type":"${target.type}","id":${quote(target.id)}},"seq":${seq},"sender":${quote(sender)}` +
    `,"clientId":${quote(clientId)},"time":${time},"clientTime":${clientTime},"random":${random}` +
    `,"platform":"${platform}","body":${body}` +
    (version === 0 ? '' : `,"version":${version}`) +
    (profile === null ? '' : `,"profile":${profile}`) +
    (revoked === null ? '' : `,"revoked":${revoked}`) +
    (onlyFor === null ? '' : `,"onlyFor":${onlyFor}`) +
    (receiptTotal === null ? '' : `,"receiptTotal":${receiptTotal}`) +
    '}'
  );
}

/** Text in which nothing has to be escaped. */
const PLAIN = /^[\w.:@-]*$/;

const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** How the change of a conversation begins; the message that belongs to it is its last one. */
const CONVERSATION = '{"kind":"conversation",';

/** A log entry as JSON text; `message` as `encodeMessage` makes it. */
export function encodeEntry(seq: number, change: string, message: string | undefined): string {
  const begin = change.slice(0, -1);
  if (message === undefined) return `${begin},"seq":${seq}}`;
  if (!change.startsWith(CONVERSATION)) return `${begin},"seq":${seq},"message":${message}}`;
  // The changes are the last field.
  const comma = begin.endsWith('{}') ? '' : ',';
  return `${begin.slice(0, -1)}${comma}"last":${message}},"seq":${seq}}`;
}
