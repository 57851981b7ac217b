import { Client } from 'pg';
import type { Db } from '../../lib/server/src/store/sql/tables.js';
import { procedures } from '../../lib/server/src/store/sql/procedures.js';
import { PostgresStore } from '../../lib/server/src/store/postgres/postgres-store.js';
import { systemClock } from '../../lib/server/src/clock.js';
import { newDatabase } from '../support/postgres.js';
import { withClient } from '../support/cluster-servers.js';
import { c2c, NOW, readPage } from '../support/stores.js';
import { waitFor } from '../support/wait.js';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function database(): Promise<string> {
  const { url, drop } = await newDatabase();
  closers.push(drop);
  return url;
}

async function open(url: string, newEpoch = 'epoch'): Promise<PostgresStore> {
  const store = await PostgresStore.open({ url, newEpoch, clock: systemClock, onAvailable: () => undefined });
  closers.push(() => store.close());
  return store;
}

/** A user of the database who is no server of ours. */
async function outsider(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  closers.push(() => client.end());
  return client;
}

test('nodes that prepare an empty database at the same time all start, on the same tables', async () => {
  const url = await database();
  const names = ['a', 'b', 'c', 'd'];
  const stores = await Promise.all(names.map((name) => open(url, name)));
  const epochs = stores.map(({ epoch }) => epoch);
  expect(names).toContain(epochs[0]);
  expect(new Set(epochs).size).toBe(1);
  await stores[0]?.importAccounts({ accounts: ['alice', 'bob'].map((user) => ({ app: 1, user })), now: NOW });
  const answers = await Promise.all(stores.map((store, at) => store.append([c2c('alice', 'bob', names[at] ?? '')])));
  const seqs = answers.flat().map((answer) => (answer.type === 'stored' ? answer.seq : undefined));
  expect(seqs.sort()).toEqual([1, 2, 3, 4]);
});

test('two transactions that wait for each other both succeed', async () => {
  const url = await database();
  await withClient(url, (client) =>
    client.query(`alter database ${new URL(url).pathname.slice(1)} set deadlock_timeout = '50ms'`),
  );
  const [one, other] = [await open(url), await open(url)];
  const apps = [1, 2];
  for (const app of apps) await one.saveSettings({ app, value: 'before' });
  const attempts: number[] = [];
  const holding = new Set<number>();
  const lock = async (db: Db, app: number, value: string): Promise<void> => {
    await db.run('update settings set value = $2 where app_id = $1', [app, value]);
  };
  jest.spyOn(procedures, 'saveSettings').mockImplementation(async (db, { app }) => {
    attempts.push(app);
    await lock(db, app, `of ${String(app)}`);
    holding.add(app);
    await waitFor('both to hold what the other one wants', () => holding.size === apps.length);
    await lock(db, 3 - app, `of ${String(app)}`);
  });
  await Promise.all([one.saveSettings({ app: 1, value: '' }), other.saveSettings({ app: 2, value: '' })]);
  expect(attempts.length).toBeGreaterThan(2);
  expect(await one.loadSettings(1)).toBe(await other.loadSettings(2));
});

test('a message whose transaction is ended for a deadlock is stored all the same, once', async () => {
  const url = await database();
  const store = await open(url);
  await store.importAccounts({ accounts: ['alice', 'bob'].map((user) => ({ app: 1, user })), now: NOW });
  await store.append([c2c('alice', 'bob', 'first')]);
  const other = await outsider(url);
  const lock = (user: string): Promise<unknown> =>
    other.query('select 1 from user_logs where user_id = $1 for update', [user]);
  // Whoever finds the deadlock ends: it must not be this one.
  await other.query("set deadlock_timeout = '60s'");
  await other.query('begin');
  await lock('bob');
  const attempts = jest.spyOn(procedures, 'append');
  const appending = store.append([c2c('alice', 'bob', 'second')]);
  const watcher = await outsider(url);
  await waitFor('the message to wait', async () => {
    const { rowCount } = await watcher.query('select 1 from pg_locks where not granted');
    return rowCount === 1;
  });
  await lock('alice');
  await other.query('commit');
  expect(await appending).toMatchObject([{ type: 'stored', seq: 2 }]);
  expect(attempts).toHaveBeenCalledTimes(2);
  const { entries } = readPage(await store.pull({ app: 1, user: 'bob', after: 0, limit: 10, maxBytes: 1e6 }));
  expect(entries).toMatchObject([{ message: { clientId: 'first' } }, { message: { clientId: 'second' } }]);
});
