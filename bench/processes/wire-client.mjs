// One-to-one messages through our server.
import { parameters, serve } from '../tools.mjs';
import { openLoop, throughput } from './load.mjs';
import { connectWire, textOf } from './wire.mjs';

const server = parameters();
console.log('{}');

const peer = {
  async connect(userId, onText) {
    const wire = await connectWire(server, userId, (entries) => {
      for (const entry of entries) if (entry.message.sender !== userId) onText(textOf(entry));
    });
    return {
      send: (to, text, onStored) => wire.sendText({ type: 'c2c', id: to }, text, onStored),
    };
  },
};

const requests = { throughput, openLoop };
await serve(({ what, ...details }) => requests[what](peer, details));
process.exit(0);
