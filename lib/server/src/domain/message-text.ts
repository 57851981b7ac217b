import {
  revokedBody,
  type LogChange,
  type LogEntry,
  type Message,
  type MessageBody,
  type Revocation,
  type SenderProfile,
} from '@tim-node/protocol';
import type { StoredEntry, StoredMessage } from '../store/calls/messages.js';

/* Stored messages and log entries on their way to clients. */

/** A message as clients see it. What was taken back has no content any more. */
export function toMessage(stored: StoredMessage): Message {
  const { target, seq, sender, clientId, time, clientTime, random, platform, version } = stored;
  const head = { target, seq, sender, clientId, time, clientTime, random, platform };
  return {
    ...head,
    body: stored.revoked === null ? bodyOf(stored) : revokedBody(bodyOf(stored)),
    ...(version === 0 ? {} : { version }),
    ...(stored.profile === null ? {} : { profile: JSON.parse(stored.profile) as SenderProfile }),
    ...(stored.revoked === null ? {} : { revoked: JSON.parse(stored.revoked) as Revocation }),
    ...(stored.onlyFor === null ? {} : { onlyFor: JSON.parse(stored.onlyFor) as string[] }),
    ...receiptsOf(stored),
  };
}

function bodyOf({ body }: StoredMessage): MessageBody {
  return JSON.parse(body) as MessageBody;
}

type Receipts = Pick<Message, 'receiptTotal' | 'receiptRead' | 'receiptSent'>;

function receiptsOf({ receiptTotal, receiptRead = 0, receiptSent }: StoredMessage): Receipts {
  if (receiptTotal === null) return {};
  return {
    receiptTotal,
    ...(receiptRead === 0 ? {} : { receiptRead }),
    ...(receiptSent === true ? { receiptSent } : {}),
  };
}

/** The same as JSON text for everybody, without taking its parts apart. */
export function encodeMessage(stored: StoredMessage): string {
  const { target, seq, sender, clientId, time, clientTime, random, platform, version, profile } = stored;
  const { revoked, onlyFor, receiptTotal } = stored;
  const head = JSON.stringify({ target, seq, sender, clientId, time, clientTime, random, platform });
  const body = revoked === null ? stored.body : JSON.stringify(revokedBody(bodyOf(stored)));
  return (
    `${head.slice(0, -1)},"body":${body}` +
    (version === 0 ? '' : `,"version":${version}`) +
    (profile === null ? '' : `,"profile":${profile}`) +
    (revoked === null ? '' : `,"revoked":${revoked}`) +
    (onlyFor === null ? '' : `,"onlyFor":${onlyFor}`) +
    (receiptTotal === null ? '' : `,"receiptTotal":${receiptTotal}`) +
    '}'
  );
}

export function toLogEntry({ seq, change, message }: StoredEntry): LogEntry {
  const fields = JSON.parse(change) as LogChange;
  if (message === undefined) return { ...fields, seq };
  if (fields.kind !== 'conversation') return { ...fields, seq, message: toMessage(message) } as LogEntry;
  return { ...fields, seq, changes: { ...fields.changes, last: toMessage(message) } };
}

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
