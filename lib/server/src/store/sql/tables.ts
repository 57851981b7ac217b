import type { Kysely } from 'kysely';
import type { KickReason, Platform } from '@tim-node/protocol';

/* The tables, with the app first in every key. Times are unix seconds. */

interface AccountsTable {
  app_id: number;
  user_id: string;
  nick: string | null;
  face_url: string | null;
  created_at: number;
  /** Set while the account is deleted; the row stays, so that old UserSigs and positions stay useless. */
  deleted_at: number | null;
  /** UserSigs made at or before this second are useless. */
  sig_not_before: number;
}

/** The log of one account: everything that its clients must not miss. */
export interface UserLogsTable {
  app_id: number;
  user_id: string;
  /** Newest entry. */
  head: number;
  /** Entries up to this one are gone. */
  floor: number;
  /** Highest entry that any instance has acknowledged. */
  acked: number;
}

export interface LogTable {
  app_id: number;
  user_id: string;
  seq: number;
  kind: 'message';
  conv_id: string | null;
  msg_seq: number | null;
  /** What the entry says, where it does not refer to a message. */
  data: string | null;
}

export interface ConversationsTable {
  app_id: number;
  conv_id: string;
  /** Newest message. */
  head: number;
}

export interface MessagesTable {
  app_id: number;
  conv_id: string;
  seq: number;
  sender: string;
  client_id: string;
  target_type: 'c2c' | 'group';
  target_id: string;
  time: number;
  client_time: number;
  random: number;
  platform: Platform;
  /** JSON text that no statement looks into. */
  body: string;
}

type InstanceState = 'live' | 'loggedOut' | 'replaced' | 'kicked';

/** The newest session of every installation of an account. */
export interface InstancesTable {
  app_id: number;
  user_id: string;
  instance_id: string;
  platform: Platform;
  session_id: string;
  token_hash: string;
  /** Grows with every login of the account. */
  login_order: number;
  login_at: number;
  /** When the UserSig ends. */
  expire_at: number;
  /** When the UserSig was made. */
  sig_time: number;
  state: InstanceState;
  kick_reason: KickReason | null;
  /** 1: the instance has not been told yet that it was kicked. */
  notice: number;
  acked: number | null;
  seen_at: number;
}

interface SettingsTable {
  app_id: number;
  value: string;
}

interface MetaTable {
  name: string;
  value: string;
}

export interface Tables {
  accounts: AccountsTable;
  user_logs: UserLogsTable;
  log: LogTable;
  conversations: ConversationsTable;
  messages: MessagesTable;
  instances: InstancesTable;
  settings: SettingsTable;
  meta: MetaTable;
}

/** Builds queries over these tables. */
export type Builder = Kysely<Tables>;

/** A database handle; inside a call, the one of its transaction. */
export interface Db {
  readonly builder: Builder;
  /** Runs a statement and gives its rows. A database in this thread has them at once. */
  run(sql: string, values: readonly unknown[]): unknown[] | Promise<unknown[]>;
}
