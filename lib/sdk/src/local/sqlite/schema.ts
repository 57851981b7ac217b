import type { Database } from './database.js';

/** The file is not ours, of a newer version, or of another account. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
}

/** "TIMN": says in the header of the file whose it is. */
const APPLICATION_ID = 0x54494d4e;

/** Each brings a file from the version of its place in the list to the next one. Only append. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table messages (
      conv text not null,
      seq integer not null,
      id text not null,
      sender text not null,
      time integer not null,
      status integer not null,
      types integer not null,
      words text not null,
      kept text not null
    )`,
    'create unique index messages_placed on messages (conv, seq) where seq > 0',
    'create unique index messages_own on messages (conv, id) where seq = 0',
    'create index messages_id on messages (id)',
    'create index messages_time on messages (time)',
    `create table records (
      kind text not null,
      name text not null,
      value text not null,
      primary key (kind, name)
    ) without rowid`,
  ],
];

const OWNER = 'select value from records where kind = ? and name = ?';

/**
 * Makes the tables of a new file, or brings an old one up to date.
 * @throws ForeignFileError
 */
export function migrate(database: Database, owner: string): void {
  const version = number(database, 'user_version');
  const application = number(database, 'application_id');
  const isNew = version === 0 && application === 0 && isEmpty(database);
  if (!isNew && application !== APPLICATION_ID) throw new ForeignFileError('the file belongs to something else');
  if (version > MIGRATIONS.length) throw new ForeignFileError('the file was made by a newer version');
  if (version < MIGRATIONS.length) bringUp(database, version);
  checkOwner(database, owner);
}

function bringUp(database: Database, version: number): void {
  database.run('begin immediate');
  for (const statement of MIGRATIONS.slice(version).flat()) database.run(statement);
  database.run(`pragma application_id = ${APPLICATION_ID}`);
  database.run(`pragma user_version = ${MIGRATIONS.length}`);
  database.run('commit');
}

function checkOwner(database: Database, owner: string): void {
  const [known] = database.all(OWNER, 'store', 'owner');
  if (known === undefined) database.run('insert into records values (?, ?, ?)', 'store', 'owner', owner);
  else if (known['value'] !== owner) throw new ForeignFileError('the file belongs to another account');
}

function number(database: Database, pragma: string): number {
  return Number(database.all(`pragma ${pragma}`)[0]?.[pragma]);
}

function isEmpty(database: Database): boolean {
  return database.all('select 1 as one from sqlite_master limit 1').length === 0;
}
