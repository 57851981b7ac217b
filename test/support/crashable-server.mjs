// A server in a process of its own, in fast time, for simulations that kill it. Says its address on stdout.
import { createServer } from '@tim-node/server';

const { speed, start, options } = JSON.parse(process.argv[2]);
const origin = start.at;
const elapsed = () => (Date.now() - origin) * speed;
const monotonicStart = performance.now();

const clock = {
  now: () => start.simulated + elapsed(),
  monotonic: () => (performance.now() - monotonicStart) * speed,
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds / speed),
  clearTimeout: (timer) => clearTimeout(timer),
  defer: (run) => setImmediate(run),
};

const server = await createServer({ ...options, clock });
console.log(
  JSON.stringify({ url: server.url, httpUrl: server.httpUrl, sdkAppId: server.sdkAppId, secretKey: server.secretKey }),
);
process.on('message', async ({ kick, close }) => {
  if (kick !== undefined) process.send({ kicked: await server.kick(kick) });
  if (close) await server.close().then(() => process.disconnect());
});
