import type { Kysely } from 'kysely';

/** Which node serves a session, for servers of several nodes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('nodes')
    .addColumn('node_id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.alterTable('instances').addColumn('node', 'varchar(64)').execute();
  await db.schema.alterTable('instances').addColumn('attachment', 'varchar(64)').execute();
  await db.schema
    .alterTable('instances')
    .addColumn('online_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
