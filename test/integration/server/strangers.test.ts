import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { CLOSE, LIMITS, type CloseReason } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { logIn, loginParams, RawClient } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();

/** Another user logs in and sends a message: the server is alive and well. */
async function expectAlive(server: TimServer): Promise<void> {
  const { client } = await logIn(server, 'probe');
  await client.send('probe', 'alive');
  await client.close();
}

const nested = (depth: number): string => `{"id":1,"op":"x","params":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const misdeeds: [string, (client: RawClient) => void, CloseReason][] = [
  ['something that is not JSON', (client) => client.raw('hello'), CLOSE.badFrame],
  ['an empty message', (client) => client.raw(''), CLOSE.badFrame],
  ['JSON that is no frame', (client) => client.raw('{"op":"x"}'), CLOSE.badFrame],
  ['a number', (client) => client.raw('1'), CLOSE.badFrame],
  ['a push', (client) => client.say({ push: 'log', data: {} }), CLOSE.badFrame],
  ['an answer to nothing', (client) => client.say({ id: 1, result: {} }), CLOSE.badFrame],
  ['an id beyond all numbers', (client) => client.raw('{"id":1e400,"op":"x"}'), CLOSE.badFrame],
  ['JSON 100 deep', (client) => client.raw(nested(100)), CLOSE.badFrame],
  ['JSON 3000 deep', (client) => client.raw(nested(3000)), CLOSE.badFrame],
  ['binary', (client) => client.raw(Buffer.from('{}'), true), CLOSE.binary],
  ['invalid UTF-8', (client) => client.raw(Buffer.from([0x22, 0xff, 0x22])), CLOSE.invalidUtf8],
  ['a frame over 8 KiB', (client) => client.raw(' '.repeat(LIMITS.frameBytesBeforeLogin + 1)), CLOSE.tooBig],
  ['a frame of 1 MiB', (client) => client.raw(' '.repeat(LIMITS.frameBytes)), CLOSE.beforeLogin],
  [
    'frames that come to more than 32 KiB',
    (client) => {
      for (let i = 0; i < 9; i += 1) client.say({ ping: i, filler: 'x'.repeat(4000) });
    },
    CLOSE.beforeLogin,
  ],
  [
    'seventeen frames',
    (client) => {
      for (let i = 0; i < 17; i += 1) client.say({ ping: i });
    },
    CLOSE.beforeLogin,
  ],
  [
    'seventeen frames in one message',
    (client) => client.say(...Array.from({ length: 17 }, (_, ping) => ({ ping }))),
    CLOSE.beforeLogin,
  ],
];

test.each(misdeeds)('before login: %s', async (_name, misbehave, { code }) => {
  const server = await start();
  const client = await RawClient.open(server.url);
  misbehave(client);
  expect((await client.closed).code).toBe(code);
  await expectAlive(server);
});

test('sixteen frames are allowed', async () => {
  const server = await start();
  const client = await RawClient.open(server.url);
  for (let i = 0; i < 15; i += 1) client.say({ ping: i });
  await client.ask('session.login', loginParams(server, 'alice'));
  for (let i = 0; i < 100; i += 1) client.say({ ping: i, filler: 'x'.repeat(4000) });
  await client.send('alice', 'hello');
  await client.close();
});

test('after login: 1 MiB is taken, one byte more is not', async () => {
  const server = await start();
  const { client } = await logIn(server, 'alice');
  const frame = (size: number): string => {
    const text = JSON.stringify({ id: 900, op: 'no.such', params: {} });
    return text + ' '.repeat(size - text.length);
  };
  client.raw(frame(LIMITS.frameBytes));
  await client.send('alice', 'still here');
  client.raw(frame(LIMITS.frameBytes + 1));
  expect((await client.closed).code).toBe(CLOSE.tooBig.code);
  await expectAlive(server);
});

test('keys named like parts of every object change nothing', async () => {
  const server = await start();
  const { client } = await logIn(server, 'alice');
  client.raw(
    '{"id":500,"op":"sync.ack","params":{"seq":0,"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}}',
  );
  await client.ask('sync.ack', { seq: 0 });
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  await client.close();
});

test('a thousand requests at once are too many, and each is told so', async () => {
  const server = await start({ limits: { pendingRequests: 10 } });
  const { client } = await logIn(server, 'alice');
  const answers = await Promise.allSettled(Array.from({ length: 200 }, (_, at) => client.send('alice', String(at))));
  const refused = answers
    .filter(({ status }) => status === 'rejected')
    .map((each) => String((each as PromiseRejectedResult).reason));
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.map((text) => text.slice(0, 12)))).toEqual(new Set(['Error: 9507 ']));
  await client.send('alice', 'there is room again');
  await client.close();
});

test('one address has so many places and no more', async () => {
  const server = await start({ limits: { connectionsPerAddress: 4, unauthenticatedPerAddress: 2 } });
  const strangers = [await RawClient.open(server.url), await RawClient.open(server.url)];
  const third = new RawClient(server.url);
  expect((await third.closed).code).toBe(CLOSE.tooManyConnections.code);
  await strangers[0]?.close();
  await waitFor('the place to be free', () => server.inspect().connections === 1);
  const users = [];
  for (const user of ['a', 'b', 'c']) users.push(await logIn(server, user));
  const fifth = new RawClient(server.url);
  expect((await fifth.closed).code).toBe(CLOSE.tooManyConnections.code);
  await Promise.all([strangers[1]?.close(), ...users.map(({ client }) => client.close())]);
});

/** A WebSocket handshake by hand, for frames that no client would send. */
async function handshake(server: TimServer): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  await once(socket, 'data');
  return socket;
}

const MASK = [0, 0, 0, 0];
const rawFrames: [string, number[]][] = [
  ['an unmasked frame', [0x81, 0x00]],
  ['a reserved opcode', [0x83, 0x80, ...MASK]],
  ['a reserved bit', [0xc1, 0x80, ...MASK]],
  ['a ping in pieces', [0x09, 0x80, ...MASK]],
  ['a continuation of nothing', [0x80, 0x80, ...MASK]],
  ['a close frame of one byte', [0x88, 0x81, ...MASK, 0x03]],
  ['a close code that must not be sent', [0x88, 0x82, ...MASK, 0x03, 0xed]],
  ['a frame that says it has 1 GiB', [0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, ...MASK]],
  ['a length beyond all numbers', [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...MASK]],
  [
    'a message in a thousand empty pieces',
    [0x01, 0x80, ...MASK, ...Array.from({ length: 1000 }, () => [0x00, 0x80, ...MASK]).flat()],
  ],
];

test.each(rawFrames)('on the wire: %s', async (_name, bytes) => {
  const server = await start();
  const socket = await handshake(server);
  socket.resume();
  socket.write(Buffer.from(bytes));
  await once(socket, 'close');
  await expectAlive(server);
});
