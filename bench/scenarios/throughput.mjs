// Twenty pairs with sixteen messages of 200 bytes under way each; counted where they arrive.
import { amount, median, times, withPair } from '../tools.mjs';

const ROUNDS = amount(3, 1);
const REQUEST = { what: 'throughput', pairs: 20, window: 16, count: amount(1500, 20), size: 200 };

const round = async (kind, client) => (await withPair(kind, (worker) => worker.ask(REQUEST), { client })).perSecond;

export async function measure() {
  const rates = { raw: [], sqlite: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    rates.raw.push(await round('raw', 'stored'));
    rates.sqlite.push(await round('tim', 'tim'));
  }
  return [
    {
      what: 'messages per second, SQLite with fsync before the acknowledgement, against a relay without a store',
      ours: median(rates.sqlite).toFixed(0),
      control: median(rates.raw).toFixed(0),
      ratio: times(median(rates.sqlite.map((rate, turn) => rate / rates.raw[turn]))),
    },
  ];
}
