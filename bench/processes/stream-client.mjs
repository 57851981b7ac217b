// The control for catching up: parses the frames that come and looks at each message.
import { WebSocket } from 'ws';
import { parameters, serve } from '../tools.mjs';
import { textOf } from './wire.mjs';

const { url } = parameters();
console.log('{}');

await serve(async ({ senders, total }) => {
  const start = performance.now();
  await new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 8 * 1024 * 1024 });
    socket.on('error', reject);
    let received = 0;
    socket.on('message', (data) => {
      for (const entry of JSON.parse(data.toString()).result.entries) {
        const expected = `#${Math.floor(received / senders) + 1} ${received % senders} `;
        if (!textOf(entry).startsWith(expected)) reject(new Error(`"${textOf(entry)}" instead of "${expected}"`));
        received += 1;
      }
      if (received === total) resolve();
    });
  });
  return { perSecond: total / ((performance.now() - start) / 1000) };
});
process.exit(0);
