// What one more idle connection costs, from the slope between 2,000 and 8,000 of them, on both ends.
import { amount, median, times, withPair } from '../tools.mjs';

const ROUNDS = amount(3, 1);
// By then what grows once, such as the heap for young objects, has grown.
const FEW = amount(2000, 50);
const MORE = amount(6000, 50);
const GC = { nodeOptions: ['--expose-gc'] };

async function measureMemory(client, server) {
  const both = async () => ({ client: (await client.ask({ what: 'memory' })).rss, server: (await server.ask({})).rss });
  await client.ask({ what: 'sign', count: FEW + MORE });
  await client.ask({ what: 'connect', count: FEW, abreast: 100 });
  const few = await both();
  await client.ask({ what: 'connect', count: MORE, abreast: 100 });
  const many = await both();
  return { client: (many.client - few.client) / MORE / 1024, server: (many.server - few.server) / MORE / 1024 };
}

const round = (kind) => withPair(kind, measureMemory, GC);

export async function measure() {
  const results = { raw: [], tim: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    results.raw.push(await round('raw'));
    results.tim.push(await round('tim'));
  }
  const row = (what, side) => ({
    what,
    ours: `${median(results.tim.map((each) => each[side])).toFixed(1)} KiB`,
    control: `${median(results.raw.map((each) => each[side])).toFixed(1)} KiB`,
    ratio: times(median(results.tim.map((each) => each[side])) / median(results.raw.map((each) => each[side]))),
    goal: 'at most 2.5 x',
  });
  return [
    row('memory per idle account in one SDK process, against a bare connection', 'client'),
    row('memory per idle session in the server, against a bare connection', 'server'),
  ];
}
