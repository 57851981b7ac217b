// A client logs in and is told of 100,000 messages that it has missed. The control sends the same JSON in as many frames,
// and parses it.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { multiply, withSqlite } from '../fill.mjs';
import { amount, median, times, withFolder, withPair } from '../tools.mjs';

const ROUNDS = amount(3, 1);
const SENDERS = 50;
const EACH = amount(2000, 20);
const RECEIVER = 'reader';
const MISSED = { userId: RECEIVER, senders: SENDERS, total: SENDERS * EACH };

/** A data folder in which a user has messages that no client of his has seen, and the answers that tell of them. */
async function prepare(folder) {
  const dataDir = join(folder, 'data');
  const wire = (request) =>
    withPair('tim', (client) => client.ask(request), { parameters: { dataDir }, client: 'wire' });
  await wire({ what: 'seed', receiver: RECEIVER, senders: SENDERS, size: 200 });
  await withSqlite(join(dataDir, 'tim.db'), (database) =>
    multiply(database, EACH, { user: RECEIVER, conversations: SENDERS }),
  );
  const pages = join(folder, 'pages');
  const { head } = await wire({ what: 'record', userId: RECEIVER, file: pages });
  if (head !== MISSED.total) throw new Error(`${head} messages are in the log`);
  return { dataDir, pages };
}

async function roundOfOurs(filled, isKept, say) {
  return withFolder((folder) => {
    const dataDir = join(folder, 'data');
    cpSync(filled, dataDir, { recursive: true });
    const work = async (client, server) => {
      const before = await server.ask({ what: 'cpu' });
      const kept = isKept ? { folder: join(folder, 'client') } : {};
      const { perSecond, cpu } = await client.ask({ what: 'catchUp', ...MISSED, ...kept });
      const after = await server.ask({ what: 'cpu' });
      const seconds = `${cpu.toFixed(1)} s of the client's processor, ${(after.cpu - before.cpu).toFixed(1)} s of the server's`;
      say(`${isKept ? 'kept' : 'not kept'}: ${perSecond.toFixed(0)} messages a second; ${seconds}`);
      return perSecond;
    };
    return withPair('tim', work, { parameters: { dataDir } });
  });
}

export async function measure(say) {
  const rates = { control: [], off: [], on: [] };
  await withFolder(async (folder) => {
    const { dataDir, pages } = await prepare(folder);
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const control = await withPair('stream', (client) => client.ask(MISSED), { parameters: { file: pages } });
      rates.control.push(control.perSecond);
      say(`control: ${control.perSecond.toFixed(0)} messages a second`);
      rates.off.push(await roundOfOurs(dataDir, false, say));
      rates.on.push(await roundOfOurs(dataDir, true, say));
    }
  });
  const row = (key, how) => ({
    what: `missed messages told per second, ${MISSED.total} in ${SENDERS} conversations, ${how}, against parsing the same JSON`,
    ours: median(rates[key]).toFixed(0),
    control: median(rates.control).toFixed(0),
    ratio: times(median(rates[key].map((rate, turn) => rate / rates.control[turn]))),
    goal: 'at least 50,000',
  });
  return [row('off', 'no local store'), row('on', 'kept in the local store')];
}
