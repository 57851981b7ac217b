// What loads a server, the same for every protocol. A peer is `{ connect(name, onText) -> { send(to, text, onStored) } }`.
import { quantile } from '../tools.mjs';

/**
 * Pairs with several messages under way each. Every text is checked where it arrives: content, order, each once. The
 * clock starts when a quarter of them has arrived: until then, both sides are still compiling.
 */
export async function throughput(peer, { pairs, window, count, size }) {
  const filler = 'x'.repeat(size);
  const textOf = (at) => `${at} ${filler}`.slice(0, size);
  let received = 0;
  let finished;
  let failed;
  const all = new Promise((resolve, reject) => {
    finished = resolve;
    failed = reject;
  });
  const begins = [];
  const warm = (pairs * count) / 4;
  let start;
  for (let pair = 0; pair < pairs; pair += 1) {
    let expected = 0;
    await peer.connect(`to-${pair}`, (text) => {
      if (text !== textOf(expected)) failed(new Error(`"${text.slice(0, 20)}" instead of ${expected}`));
      expected += 1;
      received += 1;
      if (received === warm) start = performance.now();
      if (received === pairs * count) finished();
    });
    const from = await peer.connect(`from-${pair}`, () => undefined);
    let sent = 0;
    const send = () => {
      if (sent < count) from.send(`to-${pair}`, textOf(sent++), send);
    };
    begins.push(() => {
      for (let flying = 0; flying < window; flying += 1) send();
    });
  }
  for (const begin of begins) begin();
  await all;
  return { perSecond: (received - warm) / ((performance.now() - start) / 1000), received };
}

/** Messages at fixed times, whether or not earlier ones are answered; latency from when each was due. */
export async function openLoop(peer, { pairs, perSecond, seconds, size }) {
  const filler = 'x'.repeat(size);
  const total = Math.floor(perSecond * seconds);
  const milliseconds = [];
  let start = Infinity;
  const due = (at) => start + (at * 1000) / perSecond;
  let finished;
  const all = new Promise((resolve) => {
    finished = resolve;
  });
  const senders = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    await peer.connect(`to-${pair}`, (text) => {
      milliseconds.push(performance.now() - due(Number.parseInt(text, 10)));
      if (milliseconds.length === total) finished();
    });
    senders.push(await peer.connect(`from-${pair}`, () => undefined));
  }
  start = performance.now();
  let sent = 0;
  const tick = setInterval(() => {
    for (; sent < total && performance.now() >= due(sent); sent += 1) {
      senders[sent % pairs].send(`to-${sent % pairs}`, `${sent} ${filler}`.slice(0, size), () => undefined);
    }
    if (sent === total) clearInterval(tick);
  }, 1);
  await all;
  const warm = milliseconds.slice(Math.floor(total / 5));
  return { p50: quantile(warm, 0.5), p99: quantile(warm, 0.99), p999: quantile(warm, 0.999), received: total };
}

/**
 * A group in which some members write, with several messages under way each. Every member gets every message, those who
 * write included: content, each once, and in the one order that all members see.
 * @param group `{ members, senders: [(text, onStored) => void], onText(hear) }`; `hear(member, text)` for each delivery
 */
export async function fanOut(group, { window, count, size }) {
  const { members, senders } = group;
  const filler = 'x'.repeat(size);
  const next = senders.map(() => 0);
  const order = [];
  const places = new Array(members).fill(0);
  let delivered = 0;
  const total = members * senders.length * count;
  const textOf = (sender, at) => `${sender} ${at} ${filler}`.slice(0, size);

  const all = new Promise((resolve, reject) => {
    group.onText((member, text) => {
      const place = places[member]++;
      if (place === order.length) {
        // The first to see it: it must be the next one of its sender.
        const sender = Number.parseInt(text, 10);
        if (text !== textOf(sender, next[sender]++)) reject(new Error(`"${text.slice(0, 20)}" was not expected`));
        order.push(text);
      } else if (text !== order[place]) {
        reject(new Error(`member ${member} got "${text.slice(0, 20)}" instead of "${order[place].slice(0, 20)}"`));
      }
      if (++delivered === total) resolve();
    });
  });
  const start = performance.now();
  for (const [sender, send] of senders.entries()) {
    let sent = 0;
    const more = () => {
      if (sent < count) send(textOf(sender, sent++), more);
    };
    for (let flying = 0; flying < window; flying += 1) more();
  }
  await all;
  return { perSecond: delivered / ((performance.now() - start) / 1000), delivered };
}

/**
 * Pages of a conversation from anywhere in it, one at a time; what the way there and back costs is measured beside and
 * taken off.
 * @param peer `read(from)` gives the texts of the messages before a place, the newest first; `echo()` does nothing
 */
export async function pages({ head, limit, count, read, echo }) {
  const reads = [];
  const echoes = [];
  const timed = async (work) => {
    const start = performance.now();
    const result = await work();
    return [performance.now() - start, result];
  };
  for (let at = 0; at < count; at += 1) {
    const from = limit + 1 + Math.floor(Math.random() * (head - limit));
    const [took, texts] = await timed(() => read(from));
    reads.push(took);
    echoes.push((await timed(echo))[0]);
    const isRight = texts.every((text, behind) => text.startsWith(`#${from - 1 - behind} `));
    if (texts.length !== limit || !isRight) throw new Error(`the page before ${from} is wrong`);
  }
  const warm = (milliseconds) => milliseconds.slice(count / 5);
  const way = quantile(warm(echoes), 0.5);
  return { p50: quantile(warm(reads), 0.5) - way, p99: quantile(warm(reads), 0.99) - way };
}
