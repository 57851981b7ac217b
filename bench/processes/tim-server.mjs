import { createServer } from '@tim-node/server';
import { parameters, serve, settledMemory } from '../tools.mjs';

const server = await createServer(parameters());
const { url, sdkAppId, secretKey } = server;
console.log(JSON.stringify({ url, sdkAppId, secretKey }));
await serve(async () => ({ rss: await settledMemory(), ...server.inspect() }));
await server.close();
