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

/** Field by field: to put objects together takes a hundred times as long, and this is done for each message of a page. */
export function toStoredMessage(row: MessageRow): StoredMessage {
  return {
    target: { type: row.target_type, id: row.target_id },
    seq: row.seq,
    sender: row.sender,
    clientId: row.client_id,
    time: row.time,
    clientTime: row.client_time,
    random: row.random,
    platform: row.platform,
    body: row.body,
    version: row.version,
    profile: row.profile,
    revoked: row.revoked,
    onlyFor: row.only_for,
    receiptTotal: row.receipt_total,
  };
}
