import { createServer } from '@tim-node/server';
import { parameters, serve, settledMemory } from '../tools.mjs';

const server = await createServer(parameters());
const { url, sdkAppId, secretKey } = server;
console.log(JSON.stringify({ url, sdkAppId, secretKey }));
const requests = {
  memory: async () => ({ rss: await settledMemory(), ...server.inspect() }),
  cpu: () => ({ cpu: Object.values(process.cpuUsage()).reduce((sum, part) => sum + part, 0) / 1e6 }),
};
await serve(({ what = 'memory' }) => requests[what]());
await server.close();
