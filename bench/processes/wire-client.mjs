// One-to-one messages through our server.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parameters, pool, serve, settledUsage } from '../tools.mjs';
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

const kept = new Map();
const writers = [];

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

  /** Everybody has as many conversations as `receivers` says: others write to him once. */
  async populate({ receivers, size }) {
    for (const name of Object.keys(receivers)) (await connectWire(server, name)).close();
    await pool(Math.max(...Object.values(receivers)), 50, async (other) => {
      const wire = await connectWire(server, `other-${other}`);
      for (const [id, count] of Object.entries(receivers)) {
        const text = `${other} ${'x'.repeat(size)}`.slice(0, size);
        if (other < count) await new Promise((resolve) => wire.sendText({ type: 'c2c', id }, text, resolve));
      }
      wire.close();
    });
    return {};
  },

  /** Some users write to another one, each in turn. */
  async write({ receiver, senders, each, size }) {
    await pool(senders, senders, async (sender) => {
      writers[sender] ??= await connectWire(server, `writer-${sender}`);
      for (let at = 0; at < each; at += 1) {
        const text = `${at} ${'x'.repeat(size)}`.slice(0, size);
        const target = { type: 'c2c', id: receiver };
        await new Promise((resolve) => writers[sender].sendText(target, text, resolve));
      }
    });
    return {};
  },

  /** Keeps the conversations of a user as plain objects. */
  async keepConversations({ userId }) {
    const wire = await connectWire(server, userId);
    let after;
    do {
      const page = await wire.request('conv.list', { limit: 100, ...(after === undefined ? {} : { after }) });
      for (const conversation of page.conversations) kept.set(conversation.target.id, conversation);
      after = page.next;
    } while (after !== undefined);
    return { count: kept.size, ...(await settledUsage()) };
  },

  /** Keeps the messages that a user gets, as plain objects. */
  async keepMessages({ userId }) {
    await connectWire(server, userId, (entries) => {
      for (const { message } of entries) kept.set(kept.size, message);
    });
    return {};
  },

  /** Memory when so many messages are kept. */
  async usage({ count }) {
    while (kept.size < count) await new Promise((resolve) => setTimeout(resolve, 20));
    return { count: kept.size, ...(await settledUsage()) };
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
