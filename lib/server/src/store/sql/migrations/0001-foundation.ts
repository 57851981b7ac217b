import type { Kysely } from 'kysely';

/** Accounts, sessions, conversations, messages and the log of every account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('name', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('app_id', 'bigint', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await createAccounts(db);
  await createInstances(db);
  await createMessages(db);
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('nick', 'text')
    .addColumn('face_url', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .addColumn('sig_not_before', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('accounts_key', ['app_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('user_logs')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('head', 'bigint', (column) => column.notNull())
    .addColumn('floor', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('acked', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('user_logs_key', ['app_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('log')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'varchar(32)', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)')
    .addColumn('msg_seq', 'bigint')
    .addColumn('data', 'text')
    .addPrimaryKeyConstraint('log_key', ['app_id', 'user_id', 'seq'])
    .execute();
}

async function createInstances(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instances')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('instance_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('platform', 'varchar(16)', (column) => column.notNull())
    .addColumn('session_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('token_hash', 'varchar(64)', (column) => column.notNull())
    .addColumn('login_order', 'bigint', (column) => column.notNull())
    .addColumn('login_at', 'bigint', (column) => column.notNull())
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .addColumn('sig_time', 'bigint', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('kick_reason', 'varchar(32)')
    .addColumn('notice', 'integer', (column) => column.notNull())
    .addColumn('acked', 'bigint')
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('instances_key', ['app_id', 'user_id', 'instance_id'])
    .execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
    .addColumn('head', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['app_id', 'conv_id'])
    .execute();
  await db.schema
    .createTable('messages')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'varchar(64)', (column) => column.notNull())
    .addColumn('client_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('target_type', 'varchar(16)', (column) => column.notNull())
    .addColumn('target_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('client_time', 'bigint', (column) => column.notNull())
    .addColumn('random', 'bigint', (column) => column.notNull())
    .addColumn('platform', 'varchar(16)', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('messages_key', ['app_id', 'conv_id', 'seq'])
    .execute();
  // The client id before the sender: ids made by a clock then fall on neighbouring pages.
  await db.schema
    .createIndex('messages_by_client_id')
    .unique()
    .on('messages')
    .columns(['app_id', 'client_id', 'sender'])
    .execute();
}
