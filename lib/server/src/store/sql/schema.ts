import type { Kysely } from 'kysely';
import { StoreFailure } from '../store.js';
import { migrations } from './migrations/index.js';
import type { Builder } from './tables.js';

const VERSION = 'schema-version';
const EPOCH = 'epoch';

/**
 * Brings the tables to the present version and returns the epoch of the database. Call it inside a transaction:
 * either all steps are taken or none. A database that is not ours, or is newer than this software, stays as it is.
 *
 * @param newEpoch name for a database that has none yet
 * @param schema where the tables are, in a database that has several places for them
 */
export async function migrate(db: Builder, newEpoch: string, schema?: string): Promise<string> {
  const version = await presentVersion(db, schema);
  if (version > migrations.length) {
    throw new StoreFailure(
      'newer',
      `the database is of version ${version}, made by a newer server; this one knows ${migrations.length}`,
    );
  }
  for (const step of migrations.slice(version)) await step(db as unknown as Kysely<unknown>);
  if (version < migrations.length) await setMeta(db, VERSION, String(migrations.length));
  if (version === 0) await setMeta(db, EPOCH, newEpoch);
  const epoch = await getMeta(db, EPOCH);
  if (epoch === undefined) throw new StoreFailure('corrupt', 'the database has lost its epoch');
  return epoch;
}

async function presentVersion(db: Builder, schema: string | undefined): Promise<number> {
  const tables = (await db.introspection.getTables()).filter((table) => table.schema === schema);
  if (tables.length === 0) return 0;
  const version = tables.some(({ name }) => name === 'meta') ? Number(await getMeta(db, VERSION)) : NaN;
  if (!Number.isInteger(version)) {
    throw new StoreFailure('foreign', 'the database holds tables that are not of this server');
  }
  return version;
}

async function getMeta(db: Builder, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

async function setMeta(db: Builder, name: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
