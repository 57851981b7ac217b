// The control's clients for stored messages: bare `ws` connections.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { parameters, serve } from '../tools.mjs';
import { openLoop, throughput } from './load.mjs';

const { url } = parameters();
console.log('{}');

const peer = {
  async connect(name, onText) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', (error) => console.error(error.message));
    await once(socket, 'open');
    socket.send(JSON.stringify({ hello: name }));
    await once(socket, 'message');
    const waiting = new Map();
    let lastId = 0;
    socket.on('message', (data) => {
      const { ack, text } = JSON.parse(data.toString());
      if (text !== undefined) {
        onText(text);
        return;
      }
      const onStored = waiting.get(ack);
      waiting.delete(ack);
      onStored();
    });
    return {
      send(to, text, onStored) {
        lastId += 1;
        waiting.set(lastId, onStored);
        socket.send(JSON.stringify({ to, id: lastId, text }));
      },
    };
  },
};

const requests = { throughput, openLoop };
await serve(({ what, ...details }) => requests[what](peer, details));
process.exit(0);
