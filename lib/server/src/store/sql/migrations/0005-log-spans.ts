import type { Kysely } from 'kysely';

/** Messages that came together are one row of a log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('log')
    .addColumn('span', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
