// One-to-one messages through our server.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parameters, serve } from '../tools.mjs';
import { openLoop, pages, throughput } from './load.mjs';
import { connectWire, textOf, textOfMessage } from './wire.mjs';

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

/** Entries in one page of the log. */
const PAGE = 200;

const requests = {
  throughput: (load) => throughput(peer, load),
  openLoop: (load) => openLoop(peer, load),

  /** One message to a user from each of some others, in turn: what `fill.mjs` makes many of. */
  async seed({ receiver, senders, size }) {
    const wires = [await connectWire(server, receiver)];
    for (let sender = 0; sender < senders; sender += 1) {
      const wire = await connectWire(server, `sender-${sender}`);
      const text = `#1 ${sender} ${'x'.repeat(size)}`.slice(0, size);
      await new Promise((resolve) => wire.sendText({ type: 'c2c', id: receiver }, text, resolve));
      wires.push(wire);
    }
    for (const wire of wires) wire.close();
    return {};
  },

  /** Pages of a conversation of which `head` messages were made by `fill.mjs`. */
  async history({ userId, partner, head, limit, count }) {
    const wire = await connectWire(server, userId);
    const target = { type: 'c2c', id: partner };
    return pages({
      head,
      limit,
      count,
      echo: wire.echo,
      read: async (from) => (await wire.request('msg.list', { target, from, limit })).messages.map(textOfMessage),
    });
  },

  /** Reads the log of a user and writes the answers of the server into a file, one a line. */
  async record({ userId, file }) {
    const wire = await connectWire(server, userId);
    const { epoch, head } = wire.session;
    const output = openSync(file, 'w');
    for (let after = 0; after < head;) {
      const result = await wire.request('sync.pull', { epoch, after, limit: PAGE });
      after = result.entries.at(-1).seq;
      writeSync(output, `${JSON.stringify({ id: after, result })}\n`);
    }
    closeSync(output);
    wire.close();
    return { head };
  },
};
await serve(({ what, ...details }) => requests[what](details));
process.exit(0);
