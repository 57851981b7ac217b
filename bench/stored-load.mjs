// Messages that are synced to disk before they are acknowledged, beside a bare relay that does the same: how many, and
// how late at half of what we can.
import { amount, median, times, withPair } from './tools.mjs';

export const ROUNDS = amount(3, 1);
export const LOAD = { what: 'throughput', pairs: 20, window: 16, count: amount(3000, 40), size: 200 };
const PACED = { what: 'openLoop', pairs: 20, seconds: amount(5, 1), size: 200 };

const KINDS = { relay: ['stored', 'stored'], ours: ['tim', 'wire'] };

/**
 * @param newParameters what the server of each round is given
 * @param store names the store in the table
 */
export async function measureStored(say, { newParameters, store, goal }) {
  const round = async (kind, request) => {
    const [server, client] = KINDS[kind];
    return withPair(server, (worker) => worker.ask(request), { client, parameters: await newParameters() });
  };
  const rates = { relay: [], ours: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const kind of Object.keys(KINDS)) {
      const { perSecond } = await round(kind, LOAD);
      rates[kind].push(perSecond);
      say(`${kind}: ${perSecond.toFixed(0)} messages a second`);
    }
  }
  const perSecond = median(rates.ours) / 2;
  const paced = {
    relay: await round('relay', { ...PACED, perSecond }),
    ours: await round('ours', { ...PACED, perSecond }),
  };
  const latency = (key, name) => ({
    what: `latency at ${perSecond.toFixed(0)} messages a second, open loop, ${store}, ${name}`,
    ours: `${paced.ours[key].toFixed(1)} ms`,
    control: `${paced.relay[key].toFixed(1)} ms`,
    ratio: times(paced.ours[key] / paced.relay[key]),
  });
  return [
    {
      what: `messages per second, synced to ${store} before the acknowledgement, against a bare relay that does the same`,
      ours: median(rates.ours).toFixed(0),
      control: median(rates.relay).toFixed(0),
      ratio: times(median(rates.ours.map((rate, turn) => rate / rates.relay[turn]))),
      goal,
    },
    latency('p50', 'p50'),
    latency('p99', 'p99'),
    latency('p999', 'p99.9'),
  ];
}
