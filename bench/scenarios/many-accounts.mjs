// 5,000 accounts in one process: how long until all are in, and what they cost while idle.
import { times, Worker } from '../tools.mjs';

const ACCOUNTS = 5000;
const WATCH_SECONDS = 10;

async function connectAll(kind) {
  const server = new Worker(`${kind}-server`);
  const client = new Worker(`${kind}-client`, await server.heard());
  await client.heard();
  const { seconds } = await client.ask({ what: 'connect', count: ACCOUNTS, abreast: 200 });
  return { server, client, seconds };
}

export async function measure() {
  const raw = await connectAll('raw');
  await raw.client.stop();
  await raw.server.stop();
  const tim = await connectAll('tim');
  const { share } = await tim.client.ask({ what: 'cpu', seconds: WATCH_SECONDS });
  const { sessions } = await tim.server.ask({});
  if (sessions !== ACCOUNTS) throw new Error(`${sessions} sessions instead of ${ACCOUNTS}`);
  await tim.client.stop();
  await tim.server.stop();
  return [
    {
      what: `${ACCOUNTS} accounts in one process: until all are logged in, against bare connects`,
      ours: `${tim.seconds.toFixed(1)} s`,
      control: `${raw.seconds.toFixed(1)} s`,
      ratio: times(tim.seconds / raw.seconds),
    },
    {
      what: `the same, idle: part of one core`,
      ours: `${(share * 100).toFixed(1)} %`,
      control: '',
      ratio: '',
    },
  ];
}
