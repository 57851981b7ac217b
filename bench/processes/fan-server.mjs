// The control for groups: a bare `ws` server that sends each text to every connection, and stores nothing.
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { serve } from '../tools.mjs';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');

server.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const { id, text } = JSON.parse(data.toString());
    const frame = JSON.stringify({ text });
    for (const each of server.clients) each.send(frame);
    socket.send(JSON.stringify({ ack: id }));
  });
});

console.log(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }));
await serve(() => ({}));
process.exit(0);
