// The control for catching up: a bare `ws` server that sends the lines of a file, a frame each, to whoever connects.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';
import { parameters, serve } from '../tools.mjs';

const lines = readFileSync(parameters().file, 'utf8').split('\n').slice(0, -1);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');
server.on('connection', (socket) => {
  for (const line of lines) socket.send(line);
});

console.log(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }));
await serve(() => ({}));
process.exit(0);
