import type { StoredMessage } from '../calls/messages.js';
import type { MessagesTable } from './tables.js';

/** The columns that make a stored message. */
export const MESSAGE_COLUMNS = [
  'messages.target_type',
  'messages.target_id',
  'messages.seq',
  'messages.sender',
  'messages.client_id',
  'messages.time',
  'messages.client_time',
  'messages.random',
  'messages.platform',
  'messages.body',
  'messages.version',
  'messages.profile',
  'messages.revoked',
  'messages.only_for',
  'messages.receipt_total',
] as const;

type Name<C> = C extends `messages.${infer N}` ? N : never;
export type MessageRow = Pick<MessagesTable, Name<(typeof MESSAGE_COLUMNS)[number]> & keyof MessagesTable>;

export function toStoredMessage(row: MessageRow): StoredMessage {
  const { seq, sender, time, random, platform, body, version, profile, revoked } = row;
  const target = { type: row.target_type, id: row.target_id };
  const names = { clientId: row.client_id, clientTime: row.client_time, onlyFor: row.only_for };
  const receiptTotal = row.receipt_total;
  return { target, seq, sender, time, random, platform, body, version, profile, revoked, receiptTotal, ...names };
}
