// Our server over bare `ws` connections that speak the wire protocol: no more is done on this side than the clients of
// a control do.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { genUserSig } from 'tim-node/usersig';

/**
 * Logs a user in. Entries of his log are told as they come; every failure ends the process.
 * @param server what the process of the server has said
 */
export async function connectWire({ url, sdkAppId, secretKey }, userId, onEntries = () => undefined) {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 8 * 1024 * 1024 });
  socket.on('error', (error) => console.error(error.message));
  const waiting = new Map();
  let lastId = 0;
  let onPong;
  let isClosing = false;
  socket.on('close', (code, reason) => {
    if (!isClosing) throw new Error(`the server has closed the connection of ${userId}: ${code} ${reason}`);
  });

  const handle = (frame) => {
    if ('ping' in frame) socket.send(JSON.stringify({ pong: frame.ping }));
    else if ('pong' in frame) onPong();
    else if (frame.push === 'log') onEntries(frame.data.entries);
    else if (frame.id !== undefined) {
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

  const wire = {
    ask(op, params, settle) {
      lastId += 1;
      waiting.set(lastId, settle);
      socket.send(JSON.stringify({ id: lastId, op, params }));
    },

    request: (op, params) => new Promise((resolve) => wire.ask(op, params, resolve)),

    sendText(target, text, onStored) {
      const body = { elems: [{ type: 'text', text }] };
      const clientTime = Math.floor(Date.now() / 1000);
      wire.ask('msg.send', { target, clientId: `${userId}-${lastId}`, random: 1, clientTime, body }, onStored);
    },

    /** There and back without anything being done. */
    echo: () =>
      new Promise((resolve) => {
        onPong = resolve;
        socket.send('{"ping":1}');
      }),

    close() {
      isClosing = true;
      socket.close();
    },
  };
  await once(socket, 'message');
  const userSig = genUserSig({ sdkAppId, secretKey, userId });
  wire.session = await wire.request('session.login', {
    ...{ sdkAppId, userId, userSig },
    ...{ platform: 'Linux', instanceId: `bench-${userId}` },
  });
  return wire;
}

export const textOfMessage = (message) => message.body.elems[0].text;
export const textOf = (entry) => textOfMessage(entry.message);
