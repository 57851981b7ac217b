// Reads pages from the control.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { parameters, serve } from '../tools.mjs';
import { pages } from './load.mjs';
import { textOfMessage } from './wire.mjs';

const socket = new WebSocket(parameters().url, { perMessageDeflate: false });
await once(socket, 'open');
console.log('{}');

async function ask(request) {
  socket.send(JSON.stringify(request));
  const [data] = await once(socket, 'message');
  return JSON.parse(data.toString());
}

const read = async (from) =>
  (await ask({ from })).messages.map(({ body }) => textOfMessage({ body: JSON.parse(body) }));
await serve((load) => pages({ ...load, read, echo: () => ask({}) }));
process.exit(0);
