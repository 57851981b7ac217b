// 5,000 accounts in one process: how long until all are in, and what they cost while idle.
import { amount, times, withPair } from '../tools.mjs';

const ACCOUNTS = amount(5000, 50);
const WATCH_SECONDS = amount(10, 1);

const connectAll = (client) => client.ask({ what: 'connect', count: ACCOUNTS, abreast: 200 });

async function connectAndWatch(client, server) {
  const { seconds } = await connectAll(client);
  const { share } = await client.ask({ what: 'cpu', seconds: WATCH_SECONDS });
  const { sessions } = await server.ask({});
  if (sessions !== ACCOUNTS) throw new Error(`${sessions} sessions instead of ${ACCOUNTS}`);
  return { seconds, share };
}

export async function measure() {
  const raw = await withPair('raw', connectAll);
  const tim = await withPair('tim', connectAndWatch);
  return [
    {
      what: `${ACCOUNTS} accounts in one process: until all are logged in, against bare connects`,
      ours: `${tim.seconds.toFixed(1)} s`,
      control: `${raw.seconds.toFixed(1)} s`,
      ratio: times(tim.seconds / raw.seconds),
    },
    {
      what: `the same, idle: part of one core`,
      ours: `${(tim.share * 100).toFixed(1)} %`,
      control: '',
      ratio: '',
    },
  ];
}
