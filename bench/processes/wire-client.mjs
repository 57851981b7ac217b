// Our server under the load of bare `ws` connections that speak the wire protocol: no more is done on this side than
// the control's clients do.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { genUserSig } from 'tim-node/usersig';
import { parameters, serve } from '../tools.mjs';
import { openLoop, throughput } from './load.mjs';

const { url, sdkAppId, secretKey } = parameters();
console.log('{}');

const peer = {
  async connect(userId, onText) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', (error) => console.error(error.message));
    const waiting = new Map();
    let lastId = 0;
    const ask = (op, params, settle) => {
      lastId += 1;
      waiting.set(lastId, settle);
      socket.send(JSON.stringify({ id: lastId, op, params }));
    };
    const handle = (frame) => {
      if ('ping' in frame) socket.send(JSON.stringify({ pong: frame.ping }));
      else if (frame.push === 'log') {
        for (const { message } of frame.data.entries) if (message.sender !== userId) onText(message.body.elems[0].text);
      } else if (frame.id !== undefined) {
        if (frame.error) throw new Error(`${frame.error.code} ${frame.error.desc}`);
        const settle = waiting.get(frame.id);
        waiting.delete(frame.id);
        settle(frame.result);
      }
    };
    socket.on('message', (data) => {
      const frames = JSON.parse(data.toString());
      if (Array.isArray(frames)) frames.forEach(handle);
      else handle(frames);
    });
    await once(socket, 'message');
    const userSig = genUserSig({ sdkAppId, secretKey, userId });
    const login = { sdkAppId, userId, userSig, platform: 'Linux', instanceId: `bench-${userId}` };
    await new Promise((resolve) => ask('session.login', login, resolve));
    return {
      send(to, text, onStored) {
        const body = { elems: [{ type: 'text', text }] };
        const clientTime = Math.floor(Date.now() / 1000);
        const params = {
          target: { type: 'c2c', id: to },
          clientId: `${userId}-${lastId}`,
          random: 1,
          clientTime,
          body,
        };
        ask('msg.send', params, onStored);
      },
    };
  },
};

const requests = { throughput, openLoop };
await serve(({ what, ...details }) => requests[what](peer, details));
process.exit(0);
