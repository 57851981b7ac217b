import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { CLOSE, ERRORS, LIMITS } from '@tim-node/protocol';
import { waitFor } from '../../support/wait.js';
import { ClientArena, LOGINED, type Manner } from './client-arena.js';
import type { Peer } from './evil-server.js';
import { hostile, type Row } from './suite.js';
import { closeFrame, frame, OP } from './wire.js';

const MIB = 1024 * 1024;
const ESCAPES = '\r\n\u001b[2J\u0007\u2028{"level":60}';

/** A frame as servers send it. */
function bytes(opcode: number, payload: string | Buffer = '', more: object = {}): Buffer {
  return frame({ opcode, payload, masked: false, ...more });
}

const text = (payload: string | Buffer): Buffer => bytes(OP.text, payload);
const json = (value: unknown): Buffer => text(JSON.stringify(value));
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const push = (name: string, data: unknown): Buffer => json({ push: name, data });
const entry = (seq: number, more: object = {}): object => ({
  kind: 'message',
  seq,
  message: { ...message(seq), ...more },
});

function message(seq: number): object {
  return {
    ...{ target: { type: 'c2c', id: 'victim' }, seq, sender: 'mallory', clientId: `c${String(seq)}` },
    ...{ time: 1_700_000_000, clientTime: 1_700_000_000, random: 1, platform: 'Linux' },
    body: { elems: [{ type: 'text', text: 'x' }] },
  };
}

let users = 0;
function newUser(): string {
  users += 1;
  return `victim-${String(users)}`;
}

/** After the evil act the app is logged in at the honest server, and all is well. */
async function recovers(arena: ClientArena, act: Parameters<ClientArena['evilServer']>[0]): Promise<void> {
  const evil = await arena.evilServer(act);
  const app = await arena.app(evil.url);
  const user = newUser();
  expect(await arena.login(app, user)).toEqual({ code: 0, desc: '' });
  await evil.acted;
  expect(evil.connections).toBeGreaterThan(1);
  await arena.chats(app, user);
}

/** Rows that answer the first login with some bytes, for which the connection is given up. */
const broken: Row<ClientArena>[] = Object.entries({
  'a text that is not JSON': text('hello'),
  'an empty text': text(''),
  binary: bytes(OP.binary, '{"ping":1}'),
  'invalid UTF-8': text(Buffer.from([0x22, 0xff, 0x22])),
  'JSON 33 deep': text(nested(33)),
  'JSON 4,000,000 deep': text(nested(4_000_000)),
  'a header that says 1 GiB': bytes(OP.text, '', { claims: 2n ** 30n }),
  'a header that says 2^64 bytes': bytes(OP.text, '', { claims: 2n ** 64n - 1n }),
  'a message of 9 MiB': text('"'.padEnd(9 * MIB)),
  'a message in a million pieces': Buffer.concat([
    bytes(OP.text, '', { fin: false }),
    Buffer.alloc(2_000_000, bytes(OP.continuation, '', { fin: false })),
  ]),
  'a masked frame': frame({ opcode: OP.text, payload: '{"ping":1}' }),
  'a compressed frame': bytes(OP.text, 'x', { reserved: 4 }),
  'a reserved opcode': bytes(3),
  'a ping of 126 bytes': bytes(OP.ping, 'x'.repeat(126)),
  'a close frame of one byte': bytes(OP.close, 'x'),
  'a close code that cannot be': frameClose(1005),
  'goodbye with a code that nobody knows': frameClose(4999),
  'a request': json({ id: 1, op: 'session.login', params: {} }),
  'a second greeting': push('hello', { version: 1, time: 1, heartbeat: 25_000, loginTimeout: 10_000 }),
  'a greeting without a time': push('hello', { version: 1 }),
  '1,001 frames in one message': json(Array.from({ length: 1001 }, () => ({ ping: 1 }))),
  'an answer with a code that is no number': json({ id: 1, error: { code: '0', desc: '' } }),
  'an answer with a time to wait below zero': json({ id: 1, error: { code: 70_050, desc: '', retryAfter: -1 } }),
  'a time that is text': json({ ping: 1, time: 'now' }),
  'a time beyond all numbers': text('{"pong":1,"time":1e400}'),
  'a log entry that is none': push('log', { entries: [{ kind: 'message', seq: 1 }] }),
  'a log entry of a kind that is named like a part of every object': push('log', {
    entries: [{ kind: 'constructor', seq: 1 }],
  }),
  'more log entries than a page': push('log', {
    entries: Array.from({ length: LIMITS.pullPage + 1 }, (_, at) => entry(at + 1)),
  }),
  'an end for a reason that there is not': push('session.end', { reason: '__proto__', time: 1 }),
}).map(([what, evil]) => ({
  case: 'S' as const,
  what: `instead of the answer to a login ${what}`,
  run: (arena: ClientArena) =>
    recovers(arena, {
      peer: async (peer) => {
        peer.hello();
        await peer.request('session.login');
        peer.raw(evil);
        await waitFor('the client to give up', () => peer.closed);
      },
    }),
}));

function frameClose(code: number): Buffer {
  const payload = closeFrame(code).subarray(6);
  return bytes(OP.close, payload);
}

const accept = (key = ''): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

const handshakes: Row<ClientArena>[] = Object.entries<(socket: Socket, key: string | undefined) => void>({
  'is refused': (socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
  'is led to another place': (socket) =>
    socket.end('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
  'is answered with a page': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'),
  'is answered with something else': (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  'is cut': (socket) => socket.destroy(),
  'has a wrong proof': (socket) => socket.write(`${upgrade('wrong')}\r\n`),
  'agrees on compression that nobody wanted': (socket, key) =>
    socket.write(`${upgrade(accept(key))}Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n`),
  'agrees on a protocol that nobody wanted': (socket, key) =>
    socket.write(`${upgrade(accept(key))}Sec-WebSocket-Protocol: x\r\n\r\n`),
  'has a header of 1 MB': (socket, key) => socket.write(`${upgrade(accept(key))}X: ${'x'.repeat(MIB)}\r\n\r\n`),
  'comes together with garbage': (socket, key) => socket.write(`${upgrade(accept(key))}\r\n\u0003\u0003\u0003`),
}).map(([what, answer]) => ({
  case: 'S' as const,
  what: `a handshake that ${what}`,
  run: (arena: ClientArena) =>
    recovers(arena, {
      handshake: (socket, { headers }) => {
        answer(socket, headers['sec-websocket-key']);
      },
    }),
}));

function upgrade(proof: string): string {
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${proof}\r\n`;
}

/** Two at once, because both take as long as the SDK waits: ten seconds. */
const silent: Row<ClientArena> = {
  case: 'S',
  what: 'a handshake that is never answered, or followed by nothing',
  early: true,
  run: async (arena) => {
    const aside = arena.aside();
    await Promise.all([recovers(aside, { handshake: () => undefined }), recovers(aside, { peer: () => undefined })]);
    await aside.cleanUp();
  },
};

const QUESTION = text('{"ping":12345678}');

const falsehoods: Row<ClientArena>[] = [
  ...Object.entries({
    'an empty object': {},
    'no object': null,
    'a list': [],
    'a token that is too long': {
      sessionId: 's',
      token: 'x'.repeat(MIB),
      serverTime: 1,
      expireAt: 1,
      epoch: 'e',
      seq: 0,
      head: 0,
    },
    'a head below zero': { sessionId: 's', token: 't', serverTime: 1, expireAt: 1, epoch: 'e', seq: 0, head: -1 },
    'keys of every object': JSON.parse('{"__proto__":{"sessionId":"s","token":"t"},"constructor":1}') as unknown,
  }).map(([what, result]) => ({
    case: 'S' as const,
    what: `for the answer to a login ${what}`,
    run: async (arena: ClientArena) => {
      const evil = await arena.evilServer({
        peer: async (peer) => {
          peer.hello();
          peer.say({ id: await peer.request('session.login'), result });
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, newUser())).toMatchObject({ code: expect.any(Number) as number });
      expect((await arena.ask('look', app)).status).not.toBe(LOGINED);
    },
  })),
  {
    case: 'S',
    what: 'answers to nothing, answers twice, pongs that nobody asked for, pushes that nobody knows: not heard',
    run: async (arena) => {
      const noise = (peer: Peer): void => {
        peer.say(
          { id: 4711, result: {} },
          { id: 4712, result: { seq: 1 } },
          { id: 4711, error: { code: 1, desc: 'x' } },
        );
        peer.say({ pong: 1, time: 1 }, { push: 'constructor', data: {} }, { push: '__proto__', data: null });
        peer.raw(text('{"push":"no.such","data":{"__proto__":{"admin":true},"polluted":1}}'));
        peer.raw(bytes(OP.pong, 'unasked'));
      };
      const user = newUser();
      const evil = await arena.evilServer({
        relay: async (peer) => {
          const login = await peer.request('session.login');
          noise(peer);
          await peer.request('msg.send');
          noise(peer);
          // By now the login is answered.
          peer.say({ id: login, result: {} }, { id: login, error: { code: 70_009, desc: 'too late' } });
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.chats(app, user);
      await evil.acted;
      expect(evil.connections).toBe(1);
      const { diary } = await arena.ask('look', app);
      expect(diary.filter((line) => line.includes('times'))).toEqual([]);
    },
  },
  {
    case: 'S',
    what: 'log entries from far ahead, twice, and backwards: what is true is fetched, the rest is forgotten',
    run: async (arena) => {
      const user = newUser();
      const evil = await arena.evilServer({
        relay: async (peer) => {
          await peer.request('msg.send');
          for (let at = 0; at < 300; at += 1) {
            const seqs = Array.from({ length: 200 }, (_, of) => 2 ** 40 + at * 1000 - of);
            peer.raw(push('log', { entries: seqs.map((seq) => entry(seq)) }));
          }
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.chats(app, user);
      await evil.acted;
      await arena.chats(app, user);
      expect((await arena.ask('look', app)).texts).toHaveLength(2);
    },
  },
  {
    case: 'S',
    what: 'a message with fields that are named like parts of every object',
    run: async (arena) => {
      const user = newUser();
      const evil = await arena.evilServer({
        relay: async (peer, upstream) => {
          // The message that the app has sent is the first entry; what comes before it would only be a reason to fetch it.
          await new Promise<void>((resolve) => {
            upstream.on('message', (data: Buffer) => {
              if (data.toString().includes('"push":"log"')) resolve();
            });
          });
          const poison = '"__proto__":{"admin":true,"polluted":1},"constructor":{"prototype":{"admin":true}}';
          const evilEntry = JSON.stringify(entry(2)).replaceAll('{', `{${poison},`);
          peer.raw(text(`{"push":"log","data":{"entries":[${evilEntry}]}}`));
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.ask('send', app, 'witness', arena.body());
      await evil.acted;
      await arena.until('the message', app, ({ texts }) => texts.length > 0);
    },
  },
  {
    case: 'S',
    what: 'two million questions from somebody who does not read the answers',
    run: async (arena) => {
      const user = newUser();
      const before = await arena.memory();
      let stopped = false;
      const evil = await arena.evilServer({
        relay: async (peer, upstream) => {
          await peer.request('msg.send');
          await waitFor('the answer', () => peer.heard.length > 1);
          upstream.removeAllListeners('message');
          peer.socket.pause();
          const questions = Buffer.from(QUESTION.toString('latin1').repeat(250_000), 'latin1');
          for (let at = 0; at < 8 && !peer.socket.destroyed; at += 1) {
            await new Promise((resolve) => peer.socket.write(questions, resolve));
          }
          // Whether it was cut or not, what it has asked takes no room.
          peer.socket.destroy();
          stopped = true;
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.chats(app, user);
      await waitFor('the flood to end', () => stopped, 60_000);
      expect((await arena.memory()).used).toBeLessThan(before.used + 10 * MIB);
    },
  },
];

const manners: Row<ClientArena>[] = (['throws', 'rejects', 'never returns', 'blocks'] satisfies Manner[]).map(
  (manner) => ({
    case: 52 as const,
    what: `every callback ${manner}: each still comes once, in order, and the session goes on`,
    run: async (arena: ClientArena) => {
      const user = newUser();
      await arena.ask('thrown');
      const app = await arena.app(arena.server.url, manner);
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.chats(app, user);
      await arena.chats(app, user);
      expect(await arena.ask('logout', app)).toMatchObject({ code: 0 });
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      await arena.server.kick(user);
      const { diary, logLines } = await arena.until('the kick', app, (look) => look.diary.includes('kicked'));
      const calls = diary.filter((line) => !/^(network|messages)/.test(line));
      expect(calls).toEqual(['login 0', 'send 0', 'send 0', 'logout 0', 'login 0', 'kicked']);
      expect(logLines).toBeGreaterThan(0);
      const thrown = await arena.ask('thrown');
      if (manner === 'throws')
        expect(thrown).toEqual(expect.arrayContaining(['Error: thrown by login', 'Error: thrown by kicked']));
      else if (manner === 'rejects') expect(thrown).toContain('Error: rejected by messages');
      else expect(thrown).toEqual([]);
    },
  }),
);

const log: Row<ClientArena>[] = [
  {
    case: 53,
    what: 'line breaks and terminal codes in what a server says',
    run: async (arena) => {
      const evil = await arena.evilServer({
        peer: async (peer) => {
          peer.hello();
          const id = await peer.request('session.login');
          peer.say({ push: `x${ESCAPES}`, data: { [ESCAPES]: ESCAPES } });
          peer.say({ id, error: { code: ERRORS.sigWrongKey.code, desc: `no${ESCAPES}`.repeat(1000) } });
          peer.client.close(CLOSE.internal.code, `bye${ESCAPES}`);
        },
      });
      const app = await arena.app(evil.url);
      expect(await arena.login(app, newUser())).toMatchObject({ code: ERRORS.sigWrongKey.code });
      await waitFor('the next connection', () => evil.connections > 1);
    },
  },
  {
    case: 53,
    what: 'line breaks and terminal codes in what the app says',
    run: async (arena) => {
      const app = await arena.app();
      expect(await arena.login(app, `a${ESCAPES}`)).toMatchObject({ code: ERRORS.invalidUserId.code });
      const sig = arena.secret(`sig${ESCAPES}`);
      expect((await arena.ask('login', app, newUser(), sig)).code).toBe(ERRORS.sigMalformed.code);
      const user = newUser();
      expect(await arena.login(app, user)).toMatchObject({ code: 0 });
      expect((await arena.ask('send', app, `b${ESCAPES}`, arena.secret(`text ${ESCAPES} ${user}`))).code).not.toBe(0);
      await arena.chats(app, user);
      const elsewhere = await arena.app(`ws://127.0.0.1:1/${encodeURIComponent(ESCAPES)}`);
      await arena.until('the refusal', elsewhere, ({ diary }) => diary.includes('network 3'));
    },
  },
];

hostile(() => ClientArena.begin(), [...broken, ...handshakes, ...falsehoods, ...manners, ...log, silent], {
  peak: 200 * MIB,
});
