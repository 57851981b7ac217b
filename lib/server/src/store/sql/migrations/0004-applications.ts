import type { Kysely } from 'kysely';

/** Who wants to come into groups and waits for somebody to agree. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_applications')
    .addColumn('app_id', 'bigint', (column) => column.notNull())
    .addColumn('group_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('by_user', 'varchar(64)', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('state', 'varchar(16)', (column) => column.notNull())
    .addColumn('handled_by', 'varchar(64)', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_applications_pk', ['app_id', 'group_id', 'user_id'])
    .execute();
}
