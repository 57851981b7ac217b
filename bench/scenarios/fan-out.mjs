// A group of 1,000 members, all online, four of whom write with four messages under way each. Counted where they
// arrive. The control sends one frame for each delivery and stores nothing.
import { amount, median, times, withPair } from '../tools.mjs';

const ROUNDS = amount(3, 1);
const GROUP = { what: 'gather', members: amount(1000, 50), senders: 4, type: 'Public' };
const LOAD = { what: 'fanOut', window: 4, size: 200 };
const WARM_UP = amount(10, 2);
const COUNT = amount(100, 10);

const KINDS = { control: ['fan', 'fan'], ours: ['tim', 'fan-wire'] };

function round(kind) {
  const [server, client] = KINDS[kind];
  const work = async (worker) => {
    const { maxMembers } = await worker.ask(GROUP);
    await worker.ask({ ...LOAD, count: WARM_UP });
    return { ...(await worker.ask({ ...LOAD, count: COUNT })), maxMembers };
  };
  return withPair(server, work, { client });
}

export async function measure(say) {
  const rates = { control: [], ours: [] };
  let most;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const kind of Object.keys(KINDS)) {
      const { perSecond, maxMembers } = await round(kind);
      rates[kind].push(perSecond);
      most = maxMembers ?? most;
      say(`${kind}: ${perSecond.toFixed(0)} deliveries a second`);
    }
  }
  return [
    {
      what: `deliveries per second in a ${GROUP.type} group of ${GROUP.members} (at most ${most}), synced to SQLite, against \`ws\` sending a frame for each without a store`,
      ours: median(rates.ours).toFixed(0),
      control: median(rates.control).toFixed(0),
      ratio: times(median(rates.ours.map((rate, turn) => rate / rates.control[turn]))),
      goal: 'at least 1 x',
    },
  ];
}
