// The control for stored messages: a bare `ws` relay that has each message stored, synced, before it acknowledges and
// passes it on. What arrives while one batch is stored makes up the next one.
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { parameters, serve, settledMemory } from '../tools.mjs';
import { postgresStore, sqliteStore } from './relay-stores.mjs';

const { postgres } = parameters();
const store = postgres === undefined ? sqliteStore() : await postgresStore(postgres);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');

const byName = new Map();
let waiting = [];
let isStoring = false;

async function pump() {
  if (isStoring || waiting.length === 0) return;
  isStoring = true;
  const batch = waiting;
  waiting = [];
  await store.put(batch.map(({ to, text }) => ({ to, text })));
  isStoring = false;
  void pump();
  for (const { socket, to, id, text } of batch) {
    byName.get(to)?.send(JSON.stringify({ id, text }));
    socket.send(JSON.stringify({ ack: id }));
  }
}

server.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const { hello, to, id, text } = JSON.parse(data.toString());
    if (hello !== undefined) {
      byName.set(hello, socket);
      socket.send('{"welcome":true}');
      return;
    }
    waiting.push({ socket, to, id, text });
    setImmediate(pump);
  });
});

console.log(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }));
await serve(async () => ({ rss: await settledMemory() }));
await store.close();
process.exit(0);
