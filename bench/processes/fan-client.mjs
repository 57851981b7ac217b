// Members of the control's group: bare `ws` connections.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { parameters, pool, serve } from '../tools.mjs';
import { fanOut } from './load.mjs';

const { url } = parameters();
console.log('{}');

let hear;
const group = { members: 0, senders: [], onText: (listener) => (hear = listener) };

async function connect(member) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on('error', (error) => console.error(error.message));
  await once(socket, 'open');
  const waiting = new Map();
  let lastId = 0;
  socket.on('message', (data) => {
    const { ack, text } = JSON.parse(data.toString());
    if (text !== undefined) {
      hear(member, text);
      return;
    }
    waiting.get(ack)();
    waiting.delete(ack);
  });
  return (text, onStored) => {
    lastId += 1;
    waiting.set(lastId, onStored);
    socket.send(JSON.stringify({ id: lastId, text }));
  };
}

const requests = {
  async gather({ members, senders }) {
    await pool(members, 50, async (member) => {
      const send = await connect(member);
      if (member < senders) group.senders.push(send);
    });
    group.members = members;
    return {};
  },
  fanOut: (load) => fanOut(group, load),
};
await serve(({ what, ...details }) => requests[what](details));
process.exit(0);
