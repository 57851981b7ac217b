import { Client } from 'pg';
import { AppendQueue } from '../../../../lib/server/src/domain/append-queue.js';
import type { Appended, Send } from '../../../../lib/server/src/store/calls/messages.js';
import { sqliteBuilder } from '../../../../lib/server/src/store/embedded/builder.js';
import { MEMORY, openDatabase } from '../../../../lib/server/src/store/embedded/database.js';
import { procedures } from '../../../../lib/server/src/store/sql/procedures.js';
import { migrate } from '../../../../lib/server/src/store/sql/schema.js';
import type { Db } from '../../../../lib/server/src/store/sql/tables.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, NOW, openPostgres, readPage, storeKinds } from '../../../support/stores.js';
import { newDatabase } from '../../../support/postgres.js';

/** A message that no database takes: it has no random number. */
const bad = (from: string, to: string): Send => c2c(from, to, 'bad', { random: null as never });
const seqOf = (answer: Appended | undefined): number | undefined =>
  answer?.type === 'stored' ? answer.seq : undefined;
const accounts = ['alice', 'bob', 'carol'].map((user) => ({ app: 1, user }));

describe.each(storeKinds)('messages in a store $name', ({ open }) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await open());
    await store.importAccounts({ accounts, now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const clientIds = async (user: string): Promise<(string | undefined)[]> => {
    const { entries } = readPage(await store.pull({ app: 1, user, after: 0, limit: 1000, maxBytes: 1e6 }));
    return entries.map((entry) => (entry.kind === 'message' ? entry.message.clientId : undefined));
  };

  test('a message that the database does not take leaves the others in order, also later batches', async () => {
    const queue = new AppendQueue(store, () => undefined);
    const add = (sends: readonly Send[]): Promise<unknown>[] =>
      sends.map((send) => queue.add(send).catch((error: unknown) => error));
    const first = add([
      c2c('alice', 'bob', '1'),
      c2c('alice', 'carol', '2'),
      bad('alice', 'bob'),
      c2c('alice', 'bob', '3'),
    ]);
    await Promise.resolve();
    await Promise.resolve();
    const second = add([c2c('alice', 'bob', '4'), c2c('alice', 'carol', '5')]);
    const answers = await Promise.all([...first, ...second]);
    expect(answers.map((answer) => seqOf(answer as Appended))).toEqual([1, 1, undefined, 2, 3, 2]);
    expect(answers[2]).toMatchObject({ name: 'StoreFailure', kind: 'failed' });
    expect(await clientIds('alice')).toEqual(['1', '2', '3', '4', '5']);
    expect(await clientIds('bob')).toEqual(['1', '3', '4']);
  });

  test('of many, only those that the database does not take are not stored', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const isBad = (at: number): boolean => at % 17 === 5;
    const sends = ids.map((id, at) => (isBad(at) ? { ...bad('alice', 'bob'), clientId: id } : c2c('alice', 'bob', id)));
    const answers = await store.append(sends);
    expect(answers.map(({ type }) => type)).toEqual(ids.map((_, at) => (isBad(at) ? 'failed' : 'stored')));
    const good = ids.filter((_, at) => !isBad(at));
    expect(answers.map(seqOf).filter((seq) => seq !== undefined)).toEqual(good.map((_, at) => at + 1));
    expect(await clientIds('bob')).toEqual(good);
  });

  test('a page of a log may begin and end among messages that came together', async () => {
    const sends = ['1', '2', '3', '4', '5'].map((id) => c2c('alice', id === '4' ? 'carol' : 'bob', id));
    await store.append(sends);
    // What is neighbours in a conversation is so in the log, when nothing has come between for anybody.
    const order = await clientIds('alice');
    expect([...order].sort()).toEqual(['1', '2', '3', '4', '5']);
    for (const after of [0, 1, 2, 3]) {
      const page = await store.pull({ app: 1, user: 'alice', after, limit: 2, maxBytes: 1e6 });
      const told = readPage(page).entries.map((entry) => [
        entry.seq,
        entry.kind === 'message' ? entry.message.clientId : '',
      ]);
      expect(told).toEqual([after + 1, after + 2].map((seq) => [seq, order[seq - 1]]));
    }
  });

  test('no message is older than the one before it in its conversation', async () => {
    const at = (clientId: string, time: number, to = 'bob'): Send => c2c('alice', to, clientId, { time });
    await store.append([at('1', NOW + 5)]);
    const answers = await store.append([at('2', NOW + 3), at('3', NOW + 4), at('4', NOW, 'carol')]);
    expect(answers).toMatchObject([{ time: NOW + 5 }, { time: NOW + 5 }, { time: NOW }]);
    const rising = await store.append([at('5', NOW + 8), at('6', NOW + 7)]);
    expect(rising).toMatchObject([{ time: NOW + 8 }, { time: NOW + 8 }]);
    const { entries } = readPage(await store.pull({ app: 1, user: 'bob', after: 0, limit: 10, maxBytes: 1e6 }));
    const times = entries.map((entry) => (entry.kind === 'message' ? entry.message.time : undefined));
    expect(times).toEqual([5, 5, 5, 8, 8].map((more) => NOW + more));
    const [repeated] = await store.append([at('2', NOW + 20)]);
    expect(repeated).toEqual({ type: 'repeated', seq: 2, time: NOW + 5 });
  });
});

/** A batch as a busy server stores it: between some pairs, several messages each. */
const batch = (name: string): Send[] =>
  Array.from({ length: 96 }, (_, at) => {
    const pair = at % 8;
    return c2c(`from-${pair}`, `to-${pair}`, `${name}-${at}`);
  });
const pairs = Array.from({ length: 8 }, (_, pair) => [`from-${pair}`, `to-${pair}`]).flat();
const people = pairs.map((user) => ({ app: 1, user }));

test('SQLite: a batch takes a bounded number of statements', async () => {
  const database = await openDatabase(MEMORY);
  const builder = sqliteBuilder(database);
  await migrate(builder, 'epoch');
  let statements = 0;
  const db: Db = {
    builder,
    run: (sql, values) => {
      statements += 1;
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(values);
      statement.run(values);
      return [];
    },
  };
  await procedures.importAccounts(db, { accounts: people, now: NOW });
  statements = 0;
  expect((await procedures.append(db, batch('a'))).every(({ type }) => type === 'stored')).toBe(true);
  // Lists are cut at powers of two: 96 are 64 and 32.
  expect(statements).toBeLessThanOrEqual(10);
  statements = 0;
  await procedures.append(db, batch('b').slice(0, 1));
  expect(statements).toBeLessThanOrEqual(7);
  database.close();
});

const onPostgres = process.env['TIM_TEST_POSTGRES_PORT'] !== undefined;
/** Where there is no PostgreSQL there is nothing to count. */
if (onPostgres)
  test('PostgreSQL: a batch takes three ways there and back', async () => {
    const { url, drop } = await newDatabase();
    const store = await openPostgres(url);
    await store.importAccounts({ accounts: people, now: NOW });
    await store.append(batch('first'));
    const { query } = Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
    const spy = jest.spyOn(Client.prototype, 'query');
    let [ways, sameTurn] = [0, false];
    spy.mockImplementation(function (this: Client, ...args: unknown[]) {
      if (!sameTurn) ways += 1;
      sameTurn = true;
      setImmediate(() => {
        sameTurn = false;
      });
      return query.apply(this, args);
    });
    for (const sends of [batch('a'), batch('b').slice(0, 1)]) {
      [ways, sameTurn] = [0, false];
      spy.mockClear();
      expect((await store.append(sends)).every(({ type }) => type === 'stored')).toBe(true);
      // Begin, accounts, earlier answers; conversations, logs, accounts again; messages, entries, what is seen, commit.
      expect(spy.mock.calls.length).toBeLessThanOrEqual(10);
      expect(ways).toBe(3);
    }
    spy.mockRestore();
    await store.close();
    await drop();
  });
