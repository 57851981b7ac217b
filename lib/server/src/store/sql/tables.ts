import type { Generated, Kysely } from 'kysely';
import type {
  GroupApplication,
  GroupRole,
  GroupType,
  JoinOption,
  KickReason,
  LogEntry,
  MediaKind,
  Platform,
} from '@tim-node/protocol';

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
  kind: LogEntry['kind'];
  /** The message that belongs to the entry, when one does: it is told as it is when the entry is read. */
  conv_id: string | null;
  msg_seq: number | null;
  /** What the entry says besides: its kind and fields as JSON text, without place and message. Null: its kind. */
  data: string | null;
  /**
   * Entries that the row stands for: consecutive messages of one conversation that came together. Its places in the log
   * and in the conversation are those of the last one.
   */
  span: Generated<number>;
}

export interface ConversationsTable {
  app_id: number;
  conv_id: string;
  /** Newest message. */
  head: number;
  /** How many messages count as unread for those who have not read them. */
  counted: number;
  /** Time of the newest message. */
  last_time: number;
}

/** A conversation as one of its users sees it. */
export interface UserConversationsTable {
  app_id: number;
  user_id: string;
  conv_id: string;
  target_type: 'c2c' | 'group';
  target_id: string;
  /**
   * How many of the counted messages are no news for this user: read, or sent by himself. What is unread is the
   * `counted` of the conversation less this, so that a message to a group changes no row of its receivers.
   */
  seen: number;
  read_seq: Generated<number>;
  /** Time of the message at `read_seq`. */
  read_time: Generated<number>;
  /** Messages up to this one are from before this user came and are not shown. */
  floor_seq: Generated<number>;
  /** Messages up to this one were deleted by this user. */
  clear_seq: Generated<number>;
  /** The conversation is not in the list while its head is not after this. */
  hidden_seq: Generated<number>;
  pinned: Generated<number>;
  /** Decimal number of 64 bits. */
  marks: Generated<string>;
  custom: Generated<string>;
  receive_option: Generated<number>;
  /** Unread mentions as JSON text. */
  mentions: Generated<string | null>;
  /** Names of the groups of conversations as JSON text. */
  conv_groups: Generated<string | null>;
}

/** Small things of a user: his do-not-disturb, his groups of conversations. */
export interface UserSettingsTable {
  app_id: number;
  user_id: string;
  name: string;
  /** JSON text. */
  value: string;
}

/** Messages that a user has deleted one by one. */
export interface HiddenMessagesTable {
  app_id: number;
  user_id: string;
  conv_id: string;
  seq: number;
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
  /** How often it was modified. */
  version: number;
  /** 1: counts as unread. */
  counted: number;
  /** 1: may be the last message of its conversation. */
  lasting: number;
  /** Set of the kinds of its elements: bit n for the n-th of `ELEM_TYPES`. */
  types: number;
  /** Nick, face and name card of the sender as JSON text. */
  profile: string | null;
  /** Who took it back, why and when, as JSON text. */
  revoked: string | null;
  /** The members it is for as JSON text; null for everybody. */
  only_for: string | null;
  /** How many people receipts are wanted from; null when none are wanted. */
  receipt_total: number | null;
}

export interface GroupsTable {
  app_id: number;
  group_id: string;
  type: GroupType;
  name: string;
  notification: string;
  introduction: string;
  face_url: string;
  join_option: JoinOption;
  approve_option: JoinOption;
  max_members: number;
  /** Fields of the app's own as JSON text. */
  custom: string;
  /** Empty for a group without an owner. */
  owner: string;
  created_at: number;
  changed_at: number;
  /** Set when the group is no more; its id is not given away again. */
  dismissed_at: number | null;
  member_count: number;
}

export interface GroupMembersTable {
  app_id: number;
  group_id: string;
  user_id: string;
  role: GroupRole;
  joined_at: number;
  name_card: string;
  muted_until: number;
}

/** Somebody is to come into a group, when a leader of it agrees. */
export interface GroupApplicationsTable {
  app_id: number;
  group_id: string;
  /** Who is to come in. */
  user_id: string;
  kind: GroupApplication['kind'];
  /** Who has asked. */
  by_user: string;
  words: string;
  time: number;
  state: GroupApplication['state'];
  /** Who has decided; empty while it is open. */
  handled_by: string;
  reply: string;
}

interface OfMessage {
  app_id: number;
  conv_id: string;
  seq: number;
}

export interface ReceiptsTable extends OfMessage {
  user_id: string;
  time: number;
}

export interface ExtensionsTable extends OfMessage {
  name: string;
  value: string;
}

export interface ReactionsTable extends OfMessage {
  reaction: string;
  user_id: string;
  time: number;
}

export interface PinnedMessagesTable extends OfMessage {
  /** Who pinned it. */
  user_id: string;
  time: number;
}

/** Merged messages, by a key that nobody can guess. */
export interface MergersTable {
  app_id: number;
  merger_key: string;
  user_id: string;
  messages: string;
  time: number;
}

/** Files that were announced or uploaded. */
export interface MediaTable {
  app_id: number;
  media_id: string;
  /** Who uploads it. */
  user_id: string;
  kind: MediaKind;
  name: string;
  size: number;
  /** 1: all bytes are there. */
  complete: number;
  time: number;
}

export interface MediaUsesTable {
  app_id: number;
  media_id: string;
  conv_id: string;
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
  /** The node that it is connected to; null when it is not, or the server stands alone. */
  node: string | null;
  /** Names its connection there. */
  attachment: string | null;
  /** Until when it counts as online without a connection. */
  online_until: number;
}

interface NodesTable {
  node_id: string;
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
  user_conversations: UserConversationsTable;
  user_settings: UserSettingsTable;
  hidden_messages: HiddenMessagesTable;
  groups: GroupsTable;
  group_members: GroupMembersTable;
  group_applications: GroupApplicationsTable;
  receipts: ReceiptsTable;
  extensions: ExtensionsTable;
  reactions: ReactionsTable;
  pinned_messages: PinnedMessagesTable;
  mergers: MergersTable;
  media: MediaTable;
  media_uses: MediaUsesTable;
  instances: InstancesTable;
  nodes: NodesTable;
  settings: SettingsTable;
  meta: MetaTable;
}

/** Builds queries over these tables. */
export type Builder = Kysely<Tables>;

/** A database handle; inside a call, the one of its transaction. */
export interface Db {
  readonly builder: Builder;
  /** Other transactions run at the same time, each statement sees what they have committed until then. */
  readonly shared?: true;
  /** A list of values may be given as one value, and statements had better be few: each is a way to the database. */
  readonly arrays?: true;
  /** Runs a statement and gives its rows. A database in this thread has them at once. */
  run(sql: string, values: readonly unknown[]): unknown[] | Promise<unknown[]>;
  /** Takes statements that nothing depends on any more; they are waited for when the transaction ends. */
  last?(statements: readonly Promise<unknown>[]): void;
}
