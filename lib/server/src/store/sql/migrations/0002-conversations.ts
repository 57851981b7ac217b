import { sql, type Kysely } from 'kysely';

/** What a user sees of conversations, groups, and what is put to messages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await growMessages(db);
  await createUserConversations(db);
  await fillUserConversations(db);
  await createGroups(db);
  await createMarks(db);
  await createMedia(db);
}

async function growMessages(db: Kysely<unknown>): Promise<void> {
  const add = (table: string) => db.schema.alterTable(table);
  await add('messages')
    .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await add('messages')
    .addColumn('counted', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await add('messages')
    .addColumn('lasting', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await add('messages')
    .addColumn('types', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await add('messages').addColumn('profile', 'text').execute();
  await add('messages').addColumn('revoked', 'text').execute();
  await add('messages').addColumn('only_for', 'text').execute();
  await add('messages').addColumn('receipt_total', 'bigint').execute();
  await add('conversations')
    .addColumn('counted', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await add('conversations')
    .addColumn('last_time', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  // Quotes inside a text are escaped, so what is found here are the kinds of the elements.
  await sql`update messages set types =
    case when body like '%{"type":"text"%' then 1 else 0 end
    + case when body like '%{"type":"custom"%' then 2 else 0 end
    + case when body like '%{"type":"face"%' then 4 else 0 end
    + case when body like '%{"type":"location"%' then 8 else 0 end`.execute(db);
  await sql`update conversations set counted = head, last_time = coalesce(
    (select max(time) from messages
      where messages.app_id = conversations.app_id and messages.conv_id = conversations.conv_id), 0)`.execute(db);
}

async function createUserConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user_conversations')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
    .addColumn('target_type', 'varchar(16)', (column) => column.notNull())
    .addColumn('target_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('seen', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('read_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('read_time', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('floor_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('clear_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('hidden_seq', 'bigint', (column) => column.notNull().defaultTo(-1))
    .addColumn('pinned', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('marks', 'varchar(20)', (column) => column.notNull().defaultTo('0'))
    .addColumn('custom', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('receive_option', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('mentions', 'text')
    .addColumn('conv_groups', 'text')
    .addPrimaryKeyConstraint('user_conversations_key', ['app_id', 'user_id', 'conv_id'])
    .execute();
  await db.schema
    .createIndex('user_conversations_by_conversation')
    .on('user_conversations')
    .columns(['app_id', 'conv_id'])
    .execute();
  await db.schema
    .createTable('user_settings')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('name', 'varchar(64)', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_settings_key', ['app_id', 'user_id', 'name'])
    .execute();
  await db.schema
    .createTable('hidden_messages')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('hidden_messages_key', ['app_id', 'user_id', 'conv_id', 'seq'])
    .execute();
}

/** Conversations of databases made before: everything in them counts as read. */
async function fillUserConversations(db: Kysely<unknown>): Promise<void> {
  await sql`insert into user_conversations
      (app_id, user_id, conv_id, target_type, target_id, seen, read_seq, read_time)
    select l.app_id, l.user_id, l.conv_id, 'c2c',
      max(case when m.sender = l.user_id then m.target_id else m.sender end),
      max(c.counted), max(c.head), max(c.last_time)
    from log l
    join messages m on m.app_id = l.app_id and m.conv_id = l.conv_id and m.seq = l.msg_seq
    join conversations c on c.app_id = l.app_id and c.conv_id = l.conv_id
    group by l.app_id, l.user_id, l.conv_id`.execute(db);
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('groups')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('group_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('type', 'varchar(16)', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('notification', 'text', (column) => column.notNull())
    .addColumn('introduction', 'text', (column) => column.notNull())
    .addColumn('face_url', 'text', (column) => column.notNull())
    .addColumn('join_option', 'varchar(16)', (column) => column.notNull())
    .addColumn('approve_option', 'varchar(16)', (column) => column.notNull())
    .addColumn('max_members', 'bigint', (column) => column.notNull())
    .addColumn('custom', 'text', (column) => column.notNull())
    .addColumn('owner', 'varchar(64)', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('dismissed_at', 'bigint')
    .addColumn('member_count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('groups_key', ['app_id', 'group_id'])
    .execute();
  await db.schema
    .createTable('group_members')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('group_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('role', 'varchar(16)', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('name_card', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('muted_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('group_members_key', ['app_id', 'group_id', 'user_id'])
    .execute();
  await db.schema.createIndex('group_members_by_user').on('group_members').columns(['app_id', 'user_id']).execute();
}

async function createMarks(db: Kysely<unknown>): Promise<void> {
  const ofMessage = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('app_id', 'bigint', (column) => column.notNull())
      .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull());
  await ofMessage('receipts')
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('receipts_key', ['app_id', 'conv_id', 'seq', 'user_id'])
    .execute();
  await ofMessage('extensions')
    .addColumn('name', 'varchar(128)', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('extensions_key', ['app_id', 'conv_id', 'seq', 'name'])
    .execute();
  await ofMessage('reactions')
    .addColumn('reaction', 'varchar(64)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reactions_key', ['app_id', 'conv_id', 'seq', 'reaction', 'user_id'])
    .execute();
  await ofMessage('pinned_messages')
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pinned_messages_key', ['app_id', 'conv_id', 'seq'])
    .execute();
  await db.schema
    .createTable('mergers')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('merger_key', 'varchar(64)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mergers_key', ['app_id', 'merger_key'])
    .execute();
}

async function createMedia(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('media')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('media_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('complete', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('media_key', ['app_id', 'media_id'])
    .execute();
  await db.schema.createIndex('media_by_user').on('media').columns(['app_id', 'user_id']).execute();
  await db.schema.createIndex('media_by_time').on('media').columns(['complete', 'time']).execute();
  // In which conversations a file was sent: who may read there may fetch it.
  await db.schema
    .createTable('media_uses')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('media_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('conv_id', 'varchar(160)', (column) => column.notNull())
    .addPrimaryKeyConstraint('media_uses_key', ['app_id', 'media_id', 'conv_id'])
    .execute();
  await db.schema.createIndex('media_uses_by_conv').on('media_uses').columns(['app_id', 'conv_id']).execute();
}
