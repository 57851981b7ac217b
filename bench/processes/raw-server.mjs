// The control: a bare `ws` server. Text for a name is passed on to whoever has said that name.
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { serve, settledMemory } from '../tools.mjs';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');
const byName = new Map();
server.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const { hello, to, ...rest } = JSON.parse(data.toString());
    if (hello !== undefined) {
      byName.set(hello, socket);
      socket.send('{"welcome":true}');
    } else {
      byName.get(to)?.send(JSON.stringify(rest));
      socket.send(JSON.stringify({ ack: rest.id }));
    }
  });
});
console.log(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }));
await serve(async () => ({ rss: await settledMemory() }));
process.exit(0);
