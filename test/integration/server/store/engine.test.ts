import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../../lib/server/src/store/embedded/database.js';
import { Engine, type Call } from '../../../../lib/server/src/store/embedded/engine.js';
import type { Send } from '../../../../lib/server/src/store/calls/messages.js';
import { c2c, NOW, openWorker } from '../../../support/stores.js';
import { waitFor } from '../../../support/wait.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tim-engine-'));
  file = join(folder, 'tim.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const accounts: Call = {
  name: 'importAccounts',
  params: { accounts: ['alice', 'bob'].map((user) => ({ app: 1, user })), now: NOW },
};
const append = (...sends: Send[]): Call => ({ name: 'append', params: sends });
const heads: Call = { name: 'pull', params: { app: 1, user: 'bob', after: 0, limit: 200, maxBytes: 1e9 } };

test('a call that fails leaves its neighbours in the batch alone', async () => {
  const engine = await Engine.open(file, 'e');
  await engine.run([accounts]);
  const broken = append({ ...c2c('alice', 'bob', 'bad'), body: null as unknown as string });
  const outcomes = await engine.run([append(c2c('alice', 'bob', '1')), broken, append(c2c('alice', 'bob', '2'))]);
  expect(outcomes.map((outcome) => 'value' in outcome)).toEqual([true, false, true]);
  expect(outcomes[2]).toMatchObject({ value: [{ type: 'stored', seq: 2 }] });
  expect(await engine.run([heads])).toMatchObject([{ value: { head: 2 } }]);
  engine.close();
});

test('a call that fails alone leaves nothing of itself', async () => {
  const engine = await Engine.open(file, 'e');
  await engine.run([accounts]);
  // It has counted in the conversation and made room in logs before.
  const broken = append({ ...c2c('alice', 'bob', 'bad'), body: null as unknown as string });
  expect(await engine.run([broken])).toMatchObject([{ failure: { kind: 'failed' } }]);
  expect(await engine.run([heads])).toMatchObject([{ value: { head: 0 } }]);
  engine.close();
});

test('a full disk fails the calls, clearly, and the store lives on', async () => {
  (await Engine.open(file, 'e')).close();
  const database = await openDatabase(file);
  const [{ page_count: pages }] = database.prepare('pragma page_count').all([]) as [{ page_count: number }];
  database.close();
  const engine = await Engine.open(file, 'e');
  const inner = engine as unknown as { database: Awaited<ReturnType<typeof openDatabase>> };
  inner.database.prepare(`pragma max_page_count = ${pages + 2}`).all([]);
  await engine.run([accounts]);
  const large = c2c('alice', 'bob', 'large', { body: 'x'.repeat(100_000) });
  expect(await engine.run([append(large)])).toMatchObject([{ failure: { kind: 'full' } }]);
  expect(await engine.run([append(large), heads])).toMatchObject([{ failure: { kind: 'full' } }, {}]);
  inner.database.prepare('pragma max_page_count = 1000000').all([]);
  expect(await engine.run([append(large)])).toMatchObject([{ value: [{ type: 'stored', seq: 1 }] }]);
  engine.close();
});

test('the epoch is made once', async () => {
  const first = await Engine.open(file, 'made-first');
  first.close();
  const second = await Engine.open(file, 'made-second');
  expect([first.epoch, second.epoch]).toEqual(['made-first', 'made-first']);
  second.close();
});

test('nobody else may read the files', async () => {
  const engine = await Engine.open(file, 'e');
  await engine.run([accounts]);
  for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  engine.close();
});

test('a lock that a killed process has left behind is no obstacle', async () => {
  (await Engine.open(file, 'e')).close();
  mkdirSync(`${file}.lock`);
  const engine = await Engine.open(file, 'e');
  await engine.run([accounts]);
  engine.close();
});

describe('a file that cannot be used stays as it is', () => {
  const attempt = async (kind: string): Promise<void> => {
    const before = readFileSync(file);
    await expect(Engine.open(file, 'e')).rejects.toMatchObject({ name: 'StoreFailure', kind });
    await expect(openWorker(file)).rejects.toMatchObject({ name: 'StoreFailure', kind });
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  test('no database at all', async () => {
    writeFileSync(file, 'this is not a database, '.repeat(1000));
    await attempt('corrupt');
  });

  test('of a newer version', async () => {
    (await Engine.open(file, 'e')).close();
    const database = await openDatabase(file);
    database.exec(`update meta set value = '99' where name = 'schema-version'`);
    database.close();
    await attempt('newer');
  });

  test('of another program', async () => {
    const database = await openDatabase(file);
    database.exec('create table notes (text text)');
    database.close();
    await attempt('foreign');
  });

  test('of another program that has a table of the same name', async () => {
    const database = await openDatabase(file);
    database.exec('create table meta (name text, value text)');
    database.close();
    await attempt('foreign');
  });
});

test('a worker that dies fails its calls and is started again', async () => {
  const causes: unknown[] = [];
  const store = await openWorker(file, (cause) => causes.push(cause));
  await store.importAccounts({ accounts: [{ app: 1, user: 'alice' }], now: NOW });
  const inner = store as unknown as { worker: { terminate(): Promise<number> } };
  const lost = store.append([c2c('alice', 'alice', '1')]);
  void inner.worker.terminate();
  await expect(lost).rejects.toMatchObject({ name: 'StoreFailure', kind: 'failed' });
  expect(causes).toHaveLength(1);
  await waitFor('the store to come back', async () => {
    try {
      return (await store.findAccounts({ app: 1, users: ['alice'] })).length === 1;
    } catch {
      return false;
    }
  });
  await store.close();
  expect(existsSync(file)).toBe(true);
});
