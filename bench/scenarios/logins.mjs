// Logins with a UserSig each, against bare connections; a new process for every round.
import { amount, median, times, withPair } from '../tools.mjs';

const ROUNDS = amount(5, 1);
const LOAD = { count: amount(2000, 50), abreast: 100 };

const WARM_UP = { count: amount(1000, 50), abreast: 100 };

const round = (kind) =>
  withPair(kind, async (client, server) => {
    // The first connections pay for compiling.
    await client.ask({ what: 'connect', ...WARM_UP });
    const { seconds } = await client.ask({ what: 'connect', ...LOAD });
    const { sessions = WARM_UP.count + LOAD.count } = await server.ask({});
    if (sessions !== WARM_UP.count + LOAD.count) throw new Error(`${sessions} sessions`);
    return LOAD.count / seconds;
  });

export async function measure(say) {
  const rates = { raw: [], tim: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    rates.raw.push(await round('raw'));
    rates.tim.push(await round('tim'));
    say(`round ${turn + 1}: ${rates.tim.at(-1).toFixed(0)} logins/s, ${rates.raw.at(-1).toFixed(0)} connects/s`);
  }
  return [
    {
      what: 'logins per second, against bare connects (each pair of rounds; median)',
      ours: median(rates.tim).toFixed(0),
      control: median(rates.raw).toFixed(0),
      ratio: times(median(rates.tim.map((rate, turn) => rate / rates.raw[turn]))),
      goal: 'at least 0.5 x',
    },
  ];
}
