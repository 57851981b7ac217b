import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../../lib/server/src/store/embedded/database.js';
import { openWorker, readPage } from '../../../support/stores.js';

const APP = 1400000001;
const folder = mkdtempSync(join(tmpdir(), 'tim-migration-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;

/** A file as an earlier server left it; `name` is that of its text among the databases that are kept. */
async function earlierDatabase(name: string): Promise<string> {
  files += 1;
  const file = join(folder, `${name}-${String(files)}.db`);
  const database = await openDatabase(file);
  const text = readFileSync(join(__dirname, 'databases', `${name}.sql`), 'utf8');
  for (const line of text.split('\n')) if (line !== '' && !line.startsWith('--')) database.exec(line);
  database.close();
  return file;
}

async function rowsOf(file: string, query: string): Promise<unknown[]> {
  const database = await openDatabase(file);
  const rows = [...database.prepare(query).all([])];
  database.close();
  return rows;
}

test('a database of version 1 opens: its messages are there, read, in conversations of both sides', async () => {
  const file = await earlierDatabase('version-1');
  const epochBefore = await rowsOf(file, "select value from meta where name = 'epoch'");
  const store = await openWorker(file);
  expect([{ value: store.epoch }]).toEqual(epochBefore);
  const page = readPage(await store.pull({ app: APP, user: 'bob', after: 0, limit: 10, maxBytes: 1e6 }));
  expect(page).toMatchObject({ head: 3, reset: false });
  const seen = page.entries.map((entry) => (entry.kind === 'message' ? entry.message : undefined));
  expect(seen.map((message) => message?.seq)).toEqual([1, 2, 3]);
  for (const later of ['version', 'profile', 'revoked', 'onlyFor']) expect(seen[1]).not.toHaveProperty(later);
  const [elem] = seen[1]?.body.elems ?? [];
  expect(elem?.type === 'text' && elem.text).toContain(`it's "two" \u{1f600}`);
  await store.close();

  const columns = 'user_id, conv_id, target_type, target_id, seen, read_seq, hidden_seq';
  expect(await rowsOf(file, `select ${columns} from user_conversations order by user_id, conv_id`)).toEqual(
    [
      ['alice', 'c2c:alice:bob', 'bob', 3],
      ['alice', 'c2c:alice:carol', 'carol', 1],
      ['bob', 'c2c:alice:bob', 'alice', 3],
      ['carol', 'c2c:alice:carol', 'alice', 1],
      ['carol', 'c2c:carol:carol', 'carol', 1],
    ].map(([user_id, conv_id, target_id, head]) => ({
      ...{ user_id, conv_id, target_type: 'c2c', target_id },
      ...{ seen: head, read_seq: head, hidden_seq: -1 },
    })),
  );
  const messages = await rowsOf(
    file,
    'select conv_id, seq, types, counted, lasting from messages order by conv_id, seq',
  );
  expect(messages.map((row) => (row as { types: number }).types)).toEqual([1, 1, 2, 5, 8]);
  expect(messages).toContainEqual({ conv_id: 'c2c:alice:bob', seq: 1, types: 1, counted: 1, lasting: 1 });
  expect(await rowsOf(file, 'select conv_id, head, counted from conversations order by conv_id')).toEqual([
    { conv_id: 'c2c:alice:bob', head: 3, counted: 3 },
    { conv_id: 'c2c:alice:carol', head: 1, counted: 1 },
    { conv_id: 'c2c:carol:carol', head: 1, counted: 1 },
  ]);
});

test('a database of version 1 that cannot be brought up stays as it was', async () => {
  const file = await earlierDatabase('version-1');
  const database = await openDatabase(file);
  // A table of the next version is in the way.
  database.exec('create table reactions (x integer)');
  database.close();
  await expect(openWorker(file)).rejects.toMatchObject({ name: 'StoreFailure' });
  expect(await rowsOf(file, "select value from meta where name = 'schema-version'")).toEqual([{ value: '1' }]);
  expect(await rowsOf(file, "select name from sqlite_master where name = 'user_conversations'")).toEqual([]);
});

test('what becomes of an earlier database is what a new one is', async () => {
  const made = 'select type, name, tbl_name, sql from sqlite_master order by type, name';
  const [earlier, fresh] = [await earlierDatabase('version-1'), join(folder, 'fresh.db')];
  for (const file of [earlier, fresh]) await (await openWorker(file)).close();
  const tables = await rowsOf(fresh, made);
  expect(await rowsOf(earlier, made)).toEqual(tables);
  const [log] = await rowsOf(fresh, "select sql from sqlite_master where name = 'log'");
  expect((log as { sql: string }).sql).toMatch(/without rowid$/);
});

test('a server that has opened it goes on with it', async () => {
  const file = await earlierDatabase('version-1');
  await (await openWorker(file)).close();
  const store = await openWorker(file);
  expect(await store.findAccounts({ app: APP, users: ['alice', 'bob', 'carol'] })).toHaveLength(3);
  await store.close();
});
