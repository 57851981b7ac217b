// The control's clients: bare `ws` connections.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { parameters, pool, quantile, serve, settledMemory } from '../tools.mjs';

const { url } = parameters();
const sockets = [];
console.log('{}');

async function connect(name) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on('error', (error) => console.error(error.message));
  await once(socket, 'open');
  socket.send(JSON.stringify({ hello: name }));
  await once(socket, 'message');
  sockets.push(socket);
  return socket;
}

const requests = {
  /** Nobody has to prove who he is. */
  sign: () => ({}),

  async connect({ count, abreast }) {
    const start = performance.now();
    await pool(count, abreast, (index) => connect(`user-${sockets.length}-${index}`));
    return { seconds: (performance.now() - start) / 1000 };
  },

  memory: async () => ({ rss: await settledMemory() }),

  /** A sends to B, B sends back: the time until A has the answer. */
  async roundTrips({ count, text }) {
    const [a, b] = [await connect('a'), await connect('b')];
    const milliseconds = [];
    let answered;
    b.on('message', (data) => {
      const message = JSON.parse(data.toString());
      if (message.text !== undefined) b.send(JSON.stringify({ to: 'a', id: message.id, text: message.text }));
    });
    a.on('message', (data) => {
      if (JSON.parse(data.toString()).text !== undefined) answered();
    });
    for (let id = 0; id < count; id += 1) {
      const start = performance.now();
      const answer = new Promise((resolve) => {
        answered = resolve;
      });
      a.send(JSON.stringify({ to: 'b', id, text }));
      await answer;
      milliseconds.push(performance.now() - start);
    }
    const warm = milliseconds.slice(count / 5);
    return { p50: quantile(warm, 0.5), p99: quantile(warm, 0.99) };
  },
};

await serve(({ what, ...details }) => requests[what](details));
process.exit(0);
