// The one-to-one load of `durable` beside Prosody, an XMPP server, that archives messages in files.
import { haveProgram } from '../programs.mjs';
import { LOAD, ROUNDS } from '../stored-load.mjs';
import { amount, median, times, withPair } from '../tools.mjs';

/** It is slower by so much that fewer messages take as long. */
const COUNT = amount(250, 20);

async function roundOfProsody() {
  return withPair('xmpp', async (client, server) => {
    const { perSecond, received } = await client.ask({ ...LOAD, count: COUNT });
    const { archived } = await server.ask({});
    if (archived !== 2 * received) throw new Error(`${archived} messages were archived instead of ${2 * received}`);
    return perSecond;
  });
}

const ourRound = async () => (await withPair('tim', (client) => client.ask(LOAD), { client: 'wire' })).perSecond;

export async function measure(say) {
  if (!haveProgram('prosody', say)) return [];
  const rates = { prosody: [], ours: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    rates.prosody.push(await roundOfProsody());
    rates.ours.push(await ourRound());
    say(`Prosody: ${rates.prosody[turn].toFixed(0)}, ours: ${rates.ours[turn].toFixed(0)} messages a second`);
  }
  return [
    {
      what: 'the same load, synced to SQLite before the acknowledgement, against Prosody, whose archive is not synced',
      ours: median(rates.ours).toFixed(0),
      control: median(rates.prosody).toFixed(0),
      ratio: times(median(rates.ours.map((rate, turn) => rate / rates.prosody[turn]))),
    },
  ];
}
