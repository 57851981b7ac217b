// A page of history from a conversation of a million messages: time of the server, which is that of the request without
// the way there and back. The control reads the same rows by their key and does nothing else.
import { join } from 'node:path';
import { multiply, withDatabase, withSqlite } from '../fill.mjs';
import { haveProgram, withPostgres } from '../programs.mjs';
import { amount, median, times, withFolder, withPair } from '../tools.mjs';

const ROUNDS = amount(3, 1);
const HEAD = amount(1_000_000, 1000);
const USER = 'reader';
const LOAD = { limit: 20, head: HEAD, count: amount(2000, 50) };
const READ = { what: 'history', userId: USER, partner: 'sender-0', ...LOAD };

/**
 * @param parameters of the server, which keeps its data from one start to the next
 * @param fill does something with the database while no server runs
 * @param control where the control finds the database
 */
async function measureStore(say, { store, parameters, fill, control }) {
  const wire = (request) => withPair('tim', (client) => client.ask(request), { parameters, client: 'wire' });
  await wire({ what: 'seed', receiver: USER, senders: 1, size: 200 });
  const start = performance.now();
  await fill((database) => multiply(database, HEAD));
  say(`${store}: ${HEAD} messages in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const results = { control: [], ours: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const page = { parameters: { ...control, limit: LOAD.limit } };
    results.control.push(await withPair('page', (client) => client.ask(LOAD), page));
    results.ours.push(await wire(READ));
    const [theirs, ours] = [results.control[turn], results.ours[turn]];
    say(`${store}: control ${theirs.p50.toFixed(2)} ms, ours ${ours.p50.toFixed(2)} ms`);
  }
  const of = (kind, key) => median(results[kind].map((each) => each[key]));
  return ['p50', 'p99'].map((key) => ({
    what: `server time of a page of ${LOAD.limit} from a conversation of ${HEAD} messages, ${store}, ${key}, against reading the rows`,
    ours: `${of('ours', key).toFixed(2)} ms`,
    control: `${of('control', key).toFixed(2)} ms`,
    ratio: times(of('ours', key) / of('control', key)),
    ...(key === 'p50' ? { goal: 'under 2 ms' } : {}),
  }));
}

const onSqlite = (say) =>
  withFolder((dataDir) => {
    const file = join(dataDir, 'tim.db');
    return measureStore(say, {
      store: 'SQLite',
      parameters: { dataDir },
      fill: (work) => withSqlite(file, work),
      control: { file },
    });
  });

const onPostgres = (say) =>
  withFolder((dataDir) =>
    withPostgres(async (newDatabase) => {
      const postgres = await newDatabase();
      return measureStore(say, {
        store: 'PostgreSQL',
        parameters: { dataDir, postgres },
        fill: (work) => withDatabase(postgres, work),
        control: { postgres },
      });
    }),
  );

export async function measure(say) {
  return [...(await onSqlite(say)), ...(haveProgram('postgres', say) ? await onPostgres(say) : [])];
}
