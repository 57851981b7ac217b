import { deflateRawSync } from 'node:zlib';
import { CLOSE, ERRORS, LIMITS, type LoginResult } from '@tim-node/protocol';
import { loginParams, refusal } from '../../support/raw-client.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';
import { closeFrame, frame, handshake, OP, text, Wire, type WireOptions } from './wire.js';

const { binary, protocol, invalidUtf8, policy, tooBig, badFrame, beforeLogin } = CLOSE;
const MIB = 1024 * 1024;

/** A connection over which somebody has logged in. */
async function member(arena: ServerArena, options: WireOptions = {}): Promise<Wire> {
  const wire = await arena.wire(options);
  const params = loginParams(arena.target.server, 'sender');
  wire.write(text(JSON.stringify({ id: 1, op: 'session.login', params })));
  await wire.count(2);
  const [, answer = ''] = wire.texts;
  const { result } = JSON.parse(answer) as { readonly result: LoginResult };
  arena.target.secret(result.token);
  return wire;
}

/** Who sends the bytes. */
const senders: Record<string, (arena: ServerArena) => Promise<Wire>> = {
  'before login': (arena) => arena.wire(),
  'after login': (arena) => member(arena),
};

/** Rows that send some bytes before login and after it, and tell the close code. */
function sent(number: Row<ServerArena>['case'], code: number, all: Record<string, Buffer>): Row<ServerArena>[] {
  return Object.entries(senders).flatMap(([when, open]) =>
    Object.entries(all).map(([what, bytes]) => ({
      case: number,
      what: `${when}, ${what}`,
      run: async (arena: ServerArena) => {
        const wire = await open(arena);
        wire.write(bytes);
        expect(await wire.end()).toBe(code);
      },
    })),
  );
}

const utf8 = (...bytes: number[]): Buffer => text(Buffer.from([0x22, ...bytes, 0x22]));

const encoding = sent(18, invalidUtf8.code, {
  'a byte that never occurs': utf8(0xff),
  'a byte that goes on with nothing': utf8(0x80),
  'a character that stops': utf8(0xe2, 0x82),
  'two bytes for one': utf8(0xc0, 0x80),
  'half of a pair': utf8(0xed, 0xa0, 0x80),
  'beyond the last character': utf8(0xf4, 0x90, 0x80, 0x80),
  'a break in the second piece': Buffer.concat([
    frame({ opcode: OP.text, payload: '"a', fin: false }),
    frame({ opcode: OP.continuation, payload: Buffer.from([0xc3, 0x28]) }),
  ]),
});

const lengths: Row<ServerArena>[] = [
  ...sent(23, tooBig.code, {
    'a header that says 1 GiB': frame({ opcode: OP.text, claims: 2n ** 30n }),
    'a length beyond 2^53': frame({ opcode: OP.text, claims: 2n ** 53n }),
    'the longest length there is': frame({ opcode: OP.text, claims: 2n ** 64n - 1n }),
    'binary of 1 GiB': frame({ opcode: OP.binary, claims: 2n ** 30n }),
    '1 MiB and a byte in two pieces': Buffer.concat([
      frame({ opcode: OP.text, payload: '', fin: false }),
      frame({ opcode: OP.continuation, claims: BigInt(LIMITS.frameBytes + 1) }),
    ]),
  }),
  {
    case: 23,
    what: 'three hundred headers that say 1 MiB and are left at that take no memory',
    run: async (arena) => {
      const wires = await Promise.all(Array.from({ length: 300 }, () => arena.wire()));
      for (const wire of wires) wire.write(frame({ opcode: OP.text, claims: BigInt(MIB) }), 'x'.repeat(1000));
      await arena.alive();
      expect((await arena.target.ask('memory')).used).toBeLessThan(100 * MIB);
    },
  },
  {
    case: 23,
    what: 'after login 1 MiB is taken, one byte more is not',
    run: async (arena) => {
      const { client } = await arena.logIn('sender');
      const padded = (size: number): string => '{"id":9,"op":"no.such","params":{}}'.padEnd(size);
      client.raw(padded(LIMITS.frameBytes));
      await client.send('probe', arena.body());
      client.raw(padded(LIMITS.frameBytes + 1));
      expect((await client.closed).code).toBe(tooBig.code);
    },
  },
];

const piece = (payload: string): Buffer => frame({ opcode: OP.continuation, payload, fin: false });
const pieces = (count: number, payload: string): Buffer =>
  Buffer.concat([
    frame({ opcode: OP.text, payload, fin: false }),
    Buffer.alloc(count * piece(payload).length, piece(payload)),
  ]);

const fragments: Row<ServerArena>[] = [
  ...sent(24, policy.code, {
    '200 empty pieces': pieces(200, ''),
    '200 pieces of a byte': pieces(200, ' '),
  }),
  {
    case: 24,
    what: 'a million pieces of a byte',
    run: async (arena) => {
      const wire = await member(arena);
      wire.write(pieces(1_000_000, ' '));
      expect(await wire.end()).toBe(policy.code);
    },
  },
  {
    case: 24,
    what: 'as many pieces as are allowed make one frame',
    run: async (arena) => {
      const wire = await arena.wire();
      const letters = '{"ping":7}'.split('');
      wire.write(frame({ opcode: OP.text, payload: letters[0] ?? '', fin: false }));
      for (const [at, letter] of letters.slice(1).entries()) {
        wire.write(frame({ opcode: OP.continuation, payload: letter, fin: at === letters.length - 2 }));
        wire.write(frame({ opcode: OP.ping, payload: 'in between' }));
      }
      await wire.count(2);
      expect(wire.texts[1]).toContain('"pong":7');
    },
  },
];

const compression: Row<ServerArena>[] = [
  ...sent(25, protocol.code, { 'a compressed frame': frame({ opcode: OP.text, payload: 'x', reserved: 4 }) }),
  {
    case: 25,
    what: 'compression is offered and not taken; 51 KB that inflate to 50 MiB do not',
    run: async (arena) => {
      const headers = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' };
      const wire = await member(arena, { headers });
      expect(wire.head.toLowerCase()).not.toContain('sec-websocket-extensions');
      const payload = deflateRawSync(Buffer.alloc(50 * MIB));
      wire.write(frame({ opcode: OP.text, payload, reserved: 4 }));
      expect(await wire.end()).toBe(protocol.code);
    },
  },
];

const control = 'x'.repeat(126);
const broken: Row<ServerArena>[] = [
  ...sent(26, protocol.code, {
    'a frame that is not masked': frame({ opcode: OP.text, payload: '{}', masked: false }),
    ...Object.fromEntries(
      [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) => [`opcode ${String(opcode)}`, frame({ opcode })]),
    ),
    'the second reserved bit': frame({ opcode: OP.text, reserved: 2 }),
    'the third reserved bit': frame({ opcode: OP.text, reserved: 1 }),
    'a reserved bit in a ping': frame({ opcode: OP.ping, reserved: 4 }),
    'a ping in pieces': frame({ opcode: OP.ping, fin: false }),
    'a ping of 126 bytes': frame({ opcode: OP.ping, payload: control }),
    'a pong of 126 bytes': frame({ opcode: OP.pong, payload: control }),
    'a continuation of nothing': frame({ opcode: OP.continuation }),
    'a new message inside another': Buffer.concat([frame({ opcode: OP.text, fin: false }), text('{}')]),
    'a close frame of one byte': frame({ opcode: OP.close, payload: 'x' }),
    'a close frame of 126 bytes': frame({ opcode: OP.close, payload: control }),
    ...Object.fromEntries(
      [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535].map((code) => [
        `close code ${String(code)}`,
        closeFrame(code),
      ]),
    ),
  }),
  ...sent(26, invalidUtf8.code, { 'a reason that is no text': closeFrame(1000, Buffer.from([0xff])) }),
  ...sent(26, binary.code, { 'a binary frame': frame({ opcode: OP.binary, payload: '{"ping":1}' }) }),
  ...sent(26, badFrame.code, {
    'a text that is not JSON': text('hello'),
    'an empty text': text(''),
    'a number': text('1'),
    null: text('null'),
    'an object that is no frame': text('{"op":"session.login"}'),
    'a push': text('{"push":"hello","data":{}}'),
    'an answer': text('{"id":1,"result":{}}'),
    'an error': text('{"id":1,"error":{"code":0,"desc":""}}'),
    'a negative id': text('{"id":-1,"op":"x"}'),
    'an id beyond all numbers': text('{"id":1e400,"op":"x"}'),
    'an id with a fraction': text('{"id":1.5,"op":"x"}'),
    'an id as text': text('{"id":"1","op":"x"}'),
    'an operation that is no text': text('{"id":1,"op":{"toString":"x"}}'),
    'a list in a list': text('[[{"ping":1}]]'),
    'something broken after something good': text('[{"ping":1},{"ping":"x"}]'),
    'a byte order mark': text('\ufeff{"ping":1}'),
    'two documents': text('{"ping":1}{"ping":2}'),
  }),
  ...sent(26, 1005, { 'goodbye without a code': frame({ opcode: OP.close }) }),
  ...sent(26, 1000, { goodbye: closeFrame(1000) }),
  ...sent(26, 4999, { 'a code that nobody knows': closeFrame(4999, 'bye') }),
  {
    case: 26,
    what: 'nothing is answered after the frame that ends the connection',
    run: async (arena) => {
      const wire = await arena.wire();
      wire.write(text('x'), text('{"ping":1}'), text('{"id":1,"op":"x"}'));
      expect(await wire.end()).toBe(badFrame.code);
      expect(wire.texts).toHaveLength(1);
    },
  },
  {
    case: 26,
    what: 'frames that come together with the handshake count like all others',
    run: async (arena) => {
      const wire = await arena.wire({ head: text('{"ping":1}') });
      await wire.count(2);
      expect(wire.texts[1]).toContain('"pong":1');
      const flood = await arena.wire({ head: text(' '.repeat(LIMITS.frameBytesBeforeLogin + 1)) });
      expect(await flood.end()).toBe(tooBig.code);
    },
  },
];

/** Five seconds long the server waits for a goodbye. */
const stubborn: Row<ServerArena> = {
  case: 26,
  what: 'somebody who has been told to go and does not is cut',
  early: true,
  run: async (arena) => {
    const wire = new Wire(arena.target.httpUrl);
    wire.socket.removeAllListeners('data');
    wire.write(handshake(), frame({ opcode: 3 }));
    wire.socket.resume();
    expect(await wire.end()).toBe(1006);
  },
};

const early: Row<ServerArena>[] = [
  {
    case: 30,
    what: 'any operation that needs a login, and one that does not exist',
    run: async (arena) => {
      const client = await arena.connect();
      for (const op of ['msg.send', 'sync.pull', 'sync.ack', 'session.renew', 'session.logout']) {
        expect(await refusal(client.request(op, {}))).toMatchObject({ code: ERRORS.notAuthenticated.code });
      }
      for (const op of ['', 'no.such', 'constructor', '__proto__', 'toString']) {
        expect(await refusal(client.request(op, {}))).toMatchObject({ code: ERRORS.notSupported.code });
      }
    },
  },
  {
    case: 30,
    what: 'a frame that is a byte too long',
    run: async (arena) => {
      const allowed = await arena.wire();
      allowed.write(text('{"ping":1}'.padEnd(LIMITS.frameBytesBeforeLogin)));
      await allowed.count(2);
      const wire = await arena.wire();
      wire.write(text('{"ping":1}'.padEnd(LIMITS.frameBytesBeforeLogin + 1)));
      expect(await wire.end()).toBe(tooBig.code);
    },
  },
  ...Object.entries({
    'a frame of 1 MiB': text(' '.repeat(MIB)),
    'a frame of 1 MiB that never ends': text(' '.repeat(MIB)).subarray(0, MIB / 2),
    'a thousand small frames': Buffer.concat(Array.from({ length: 1000 }, () => text('{"ping":1}'))),
    'a thousand small frames in one message': text(JSON.stringify(Array.from({ length: 600 }, () => ({ ping: 1 })))),
    'a flood of pings below the messages': Buffer.concat(
      Array.from({ length: 1000 }, () => frame({ opcode: OP.ping, payload: 'x'.repeat(100) })),
    ),
  }).map(([what, bytes]) => ({
    case: 30 as const,
    what,
    run: async (arena: ServerArena) => {
      const wire = await arena.wire();
      wire.write(bytes);
      expect(await wire.end()).toBe(beforeLogin.code);
      expect(wire.texts.length).toBeLessThanOrEqual(1 + LIMITS.framesBeforeLogin);
    },
  })),
];

const http: Row<ServerArena>[] = [
  ...Object.entries({
    '1,900 headers': { bytes: headers(1900, 5), status: 431 },
    '65 headers': { bytes: headers(65, 5), status: 431 },
    'a header of 20 KB': { bytes: headers(1, 20_000), status: 431 },
    'an address of 20 KB': { bytes: `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, status: 431 },
    'no HTTP': { bytes: 'hello\r\n\r\n', status: 400 },
    'TLS on a plain port': { bytes: Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), status: 400 },
    'two lengths': {
      bytes: 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      status: 400,
    },
    'an upgrade without a key': { bytes: handshake({ 'Sec-WebSocket-Key': 'short' }), status: 400 },
    'an upgrade to an old version': { bytes: handshake({ 'Sec-WebSocket-Version': '7' }), status: 400 },
    'an upgrade to something else': { bytes: handshake({ Upgrade: 'h2c' }), status: 400 },
    'an upgrade by POST': { bytes: handshake().replace('GET', 'POST'), status: 405 },
  }).map(([what, { bytes, status }]) => ({
    case: 27 as const,
    what,
    run: async (arena: ServerArena) => {
      const wire = arena.tcp();
      wire.write(bytes);
      expect(await wire.opened).toBe(status);
    },
  })),
];

function headers(count: number, length: number): string {
  const lines = Array.from({ length: count }, (_, at) => `X-${String(at)}: ${'x'.repeat(length)}\r\n`);
  return handshake().replace('\r\n\r\n', `\r\n${lines.join('')}\r\n`);
}

hostile(
  () => ServerArena.begin(),
  [...encoding, ...lengths, ...fragments, ...compression, ...broken, ...early, ...http, stubborn],
);
