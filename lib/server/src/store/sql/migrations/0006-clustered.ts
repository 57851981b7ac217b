import { sql, SqliteAdapter, type Kysely } from 'kysely';
import { StoreFailure } from '../../store.js';

/** Tables that every message touches. Their rows are short, and are only ever looked for by their keys. */
const TOUCHED = [
  'user_logs',
  'log',
  'conversations',
  'user_conversations',
  'group_members',
  'hidden_messages',
  'instances',
];

/**
 * SQLite keeps rows by a number of its own and finds them through an index, two trees for one table, unless the table is
 * made without that number. PostgreSQL knows no such choice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return;
  for (const table of TOUCHED) await cluster(db, table);
}

/** SQLite cannot change how a table is kept: the rows move into another one, which takes its name. */
async function cluster(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_master where tbl_name = ${table} and sql is not null order by type desc`.execute(db);
  const [made, ...indexes] = rows;
  if (made === undefined) throw new StoreFailure('corrupt', `there is no table ${table}`);
  const moved = `${table}_clustered`;
  await sql.raw(`${made.sql.replace(table, moved)} without rowid`).execute(db);
  await sql`insert into ${sql.table(moved)} select * from ${sql.table(table)}`.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(moved).renameTo(table).execute();
  for (const index of indexes) await sql.raw(index.sql).execute(db);
}
