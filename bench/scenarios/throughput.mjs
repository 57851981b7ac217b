// Twenty pairs with sixteen messages of 200 bytes under way each; counted where they arrive.
import { median, times, withPair } from '../tools.mjs';

const ROUNDS = 3;
const REQUEST = { what: 'throughput', pairs: 20, window: 16, count: 1500, text: 'x'.repeat(200) };

const round = (kind) =>
  withPair(kind, async (client) => {
    const { perSecond, received } = await client.ask(REQUEST);
    if (received !== REQUEST.pairs * REQUEST.count) throw new Error(`${received} messages have arrived`);
    return perSecond;
  });

export async function measure() {
  const rates = { raw: [], sqlite: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    rates.raw.push(await round('raw'));
    rates.sqlite.push(await round('tim'));
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
