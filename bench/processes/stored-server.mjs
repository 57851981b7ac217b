// The control for stored messages: a bare `ws` relay that has a worker store each message, synced, before it
// acknowledges and passes it on. What arrives while one batch is stored makes up the next one.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { WebSocketServer } from 'ws';
import { serve, settledMemory } from '../tools.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tim-node-bench-'));
const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
  workerData: { file: join(folder, 'relay.db') },
});
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');

const byName = new Map();
let waiting = [];
let storing;

function pump() {
  if (storing !== undefined || waiting.length === 0) return;
  storing = waiting;
  waiting = [];
  worker.postMessage(storing.map(({ to, text }) => ({ to, text })));
}

worker.on('message', () => {
  const stored = storing;
  storing = undefined;
  pump();
  for (const { socket, to, id, text } of stored) {
    byName.get(to)?.send(JSON.stringify({ id, text }));
    socket.send(JSON.stringify({ ack: id }));
  }
});

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
worker.postMessage(null);
await once(worker, 'exit');
rmSync(folder, { recursive: true, force: true });
process.exit(0);
