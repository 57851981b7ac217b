// Import and Init in a fresh process, against importing `ws` alone.
import { execFileSync } from 'node:child_process';
import { amount, median, times } from '../tools.mjs';

const ROUNDS = amount(21, 1);

const script = (work) => `
  const start = performance.now();
  const before = process.memoryUsage().rss;
  ${work}
  console.log(JSON.stringify({ ms: performance.now() - start, rss: process.memoryUsage().rss - before }));
  process.exit(0);
`;
const WS = script(`await import('ws');`);
const OURS = script(`
  const tim = await import('tim-node');
  tim.TIMInit(1400000001, { sdk_config_server_url: 'ws://127.0.0.1:9' });
`);

function once(source) {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' }));
}

export async function measure() {
  const ws = [];
  const ours = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ws.push(once(WS));
    ours.push(once(OURS));
  }
  const ms = { ws: median(ws.map((each) => each.ms)), ours: median(ours.map((each) => each.ms)) };
  const mb = (all) => median(all.map(({ rss }) => rss)) / 2 ** 20;
  return [
    {
      what: 'cold start: import and Init, against importing `ws`',
      ours: `${ms.ours.toFixed(1)} ms`,
      control: `${ms.ws.toFixed(1)} ms`,
      ratio: times(ms.ours / ms.ws),
      goal: 'at most 1.5 x',
    },
    {
      what: 'memory of the same',
      ours: `${mb(ours).toFixed(1)} MB`,
      control: `${mb(ws).toFixed(1)} MB`,
      ratio: `+${(mb(ours) - mb(ws)).toFixed(1)} MB`,
      goal: 'at most +12 MB',
    },
  ];
}
