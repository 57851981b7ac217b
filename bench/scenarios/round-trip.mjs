// A sends to B, B answers A: one message under way at a time.
import { amount, median, times, withPair } from '../tools.mjs';

const ROUNDS = amount(5, 1);
const REQUEST = { what: 'roundTrips', count: amount(3000, 50), text: 'x'.repeat(200) };

const round = (kind, parameters) => withPair(kind, (client) => client.ask(REQUEST), { parameters });

export async function measure() {
  const results = { raw: [], memory: [], sqlite: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    results.raw.push(await round('raw'));
    results.memory.push(await round('tim', { dataDir: ':memory:' }));
    results.sqlite.push(await round('tim'));
  }
  const row = (store, key, goal) => ({
    what: `message there and back, ${store}, ${key}`,
    ours: `${median(results[store].map((each) => each[key])).toFixed(2)} ms`,
    control: `${median(results.raw.map((each) => each[key])).toFixed(2)} ms`,
    ratio: times(median(results[store].map((each, turn) => each[key] / results.raw[turn][key]))),
    ...(goal === undefined ? {} : { goal }),
  });
  return [
    row('memory', 'p50', 'at most 3 x'),
    row('memory', 'p99', 'at most 3 x'),
    row('sqlite', 'p50'),
    row('sqlite', 'p99'),
  ];
}
