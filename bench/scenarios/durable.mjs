// Messages that are synced to disk before they are acknowledged, beside a bare relay that does the same.
import { median, times, withPair } from '../tools.mjs';

const ROUNDS = 3;
const LOAD = { what: 'throughput', pairs: 20, window: 16, count: 2000, size: 200 };
const PACED = { what: 'openLoop', pairs: 20, seconds: 5, size: 200 };

const kinds = { relay: ['stored', 'stored'], ours: ['tim', 'wire'] };

const round = (kind, request) => {
  const [server, client] = kinds[kind];
  return withPair(server, (worker) => worker.ask(request), { client });
};

export async function measure(say) {
  const rates = { relay: [], ours: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const kind of Object.keys(kinds)) {
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
    what: `latency at ${perSecond.toFixed(0)} messages a second, open loop, ${name}`,
    ours: `${paced.ours[key].toFixed(1)} ms`,
    control: `${paced.relay[key].toFixed(1)} ms`,
    ratio: times(paced.ours[key] / paced.relay[key]),
  });
  return [
    {
      what: 'messages per second, synced to SQLite before the acknowledgement, against a bare relay that does the same',
      ours: median(rates.ours).toFixed(0),
      control: median(rates.relay).toFixed(0),
      ratio: times(median(rates.ours.map((rate, turn) => rate / rates.relay[turn]))),
      goal: 'at least 0.6 x',
    },
    latency('p50', 'p50'),
    latency('p99', 'p99'),
    latency('p999', 'p99.9'),
  ];
}
