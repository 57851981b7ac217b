import crypto, { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { CLOSE, ERRORS, type LoginParams } from '@tim-node/protocol';
import { verifyUserSig } from '@tim-node/protocol/usersig';
import { loginParams, refusal } from '../../support/raw-client.js';
import { ServerArena, type Target } from './server-arena.js';
import { document, hmac, pack, toBytes, toText, type Claims } from './sigs.js';
import { hostile, type Row } from './suite.js';

const { sigMalformed, sigWrongKey, sigOtherUser, sigOtherApp, sigExpired, appUnknown, appWithoutKey } = ERRORS;
const { tooManyFailures } = ERRORS;

/** Each row has a user of its own: ten failures a minute and user, and another answer follows. */
let users = 0;
function newUser(): string {
  users += 1;
  return `user-${String(users)}`;
}

/** How a login with this UserSig is answered; 0 when it succeeds. */
async function login(
  arena: ServerArena,
  user: string,
  userSig: string,
  more: Partial<LoginParams> = {},
  target: Target = arena.target,
): Promise<{ code: number; desc: string }> {
  target.secret(userSig);
  const client = await arena.connect(target);
  const asked = client.ask('session.login', loginParams(target.server, user, { userSig, ...more }));
  return refusal(asked.then(() => Promise.reject(new Error('let in'))));
}

/** Rows that try one UserSig each, made out of a good one. */
function attempts(
  number: 1 | 2 | 3 | 4 | 5 | 8,
  code: number,
  all: Record<string, (target: Target, user: string) => string>,
): Row<ServerArena>[] {
  return Object.entries(all).map(([what, make]) => ({
    case: number,
    what,
    run: async (arena) => {
      const user = newUser();
      const answer = await login(arena, user, make(arena.target, user));
      expect(answer.code).toBe(code);
      // Nothing but words: no stack, no file, no name of an error of Node.
      expect(answer.desc).toMatch(/^[A-Za-z ;]+$/);
    },
  }));
}

const good = (target: Target, user: string): Buffer => toBytes(target.sig(user));
const claims = (target: Target, user: string, more: Partial<Claims> = {}): Claims => ({
  ...{ user, app: target.sdkAppId, time: Math.floor(Date.now() / 1000), expire: 86_400 },
  ...more,
});

const MIB = 1024 * 1024;
const bomb = (bytes: number): string => toText(deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 }));

const bombs: Row<ServerArena>[] = [
  ...attempts(1, sigMalformed.code, {
    '4 KB that inflate to 3 MiB': () => bomb(2.9 * MIB),
    '5.4 KB that inflate to 4 MiB': () => bomb(4 * MIB),
    'a document of 9 KB': (target, user) =>
      pack(`${document(target.secretKey, claims(target, user))}${' '.repeat(9000)}`),
  }),
  {
    case: 1,
    what: '136 KB that inflate to 100 MiB are cut off on their way',
    run: async (arena) => {
      const client = await arena.connect();
      const userSig = arena.target.secret(bomb(100 * MIB));
      expect(userSig.length).toBeGreaterThan(130_000);
      client.say({ id: 1, op: 'session.login', params: loginParams(arena.target.server, newUser(), { userSig }) });
      expect((await client.closed).code).toBe(CLOSE.beforeLogin.code);
    },
  },
  {
    case: 1,
    what: 'the same to renew a session, where 1 MiB may be sent; the session goes on',
    run: async (arena) => {
      const { client } = await arena.logIn(newUser());
      const userSig = arena.target.secret(bomb(100 * MIB));
      expect(await refusal(client.ask('session.renew', { userSig }))).toMatchObject({ code: sigMalformed.code });
      await client.send('probe', arena.body());
    },
  },
  {
    case: 1,
    what: '5.4 KB in the address of a REST call',
    run: async (arena) => {
      const usersig = arena.target.secret(bomb(4 * MIB));
      const answer = await arena.rest('im_open_login_svc/kick', { UserID: 'probe' }, { usersig });
      expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: sigMalformed.code });
    },
  },
];

const streams = attempts(2, sigMalformed.code, {
  'no zlib at all': () => toText(randomBytes(300)),
  'plain JSON': (target, user) => toText(Buffer.from(document(target.secretKey, claims(target, user)))),
  gzip: (target, user) => toText(gzipSync(document(target.secretKey, claims(target, user)))),
  'deflate without a header': (target, user) =>
    toText(deflateRawSync(document(target.secretKey, claims(target, user)))),
  'a dictionary that nobody has': (target, user) =>
    toText(deflateSync(document(target.secretKey, claims(target, user)), { dictionary: Buffer.from('TLS.sig') })),
  'cut in the middle': (target, user) => toText(good(target, user).subarray(0, 100)),
  'without its last byte': (target, user) => toText(good(target, user).subarray(0, -1)),
  'a wrong checksum': (target, user) => {
    const bytes = good(target, user);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return toText(bytes);
  },
  'a stream of nothing': () => toText(deflateSync('')),
  'the header alone': () => toText(Buffer.from([0x78, 0x9c])),
  'no document': () => pack('[]'),
  'an empty document': () => pack('{}'),
  'JSON that stops': (target, user) => pack(document(target.secretKey, claims(target, user)).slice(0, -1)),
  'invalid UTF-8 in the document': (target, user) => {
    const text = document(target.secretKey, claims(target, `${user}\u00ff`));
    return toText(deflateSync(Buffer.from(text, 'latin1')));
  },
});

const trailers = attempts(3, sigMalformed.code, {
  'garbage after the stream': (target, user) => toText(Buffer.concat([good(target, user), randomBytes(7)])),
  'one zero byte after the stream': (target, user) => toText(Buffer.concat([good(target, user), Buffer.alloc(1)])),
  'a second stream after the first': (target, user) =>
    toText(Buffer.concat([good(target, user), deflateSync('{"TLS.identifier":"administrator"}')])),
  'the same stream twice': (target, user) => toText(Buffer.concat([good(target, user), good(target, user)])),
  'white space and a second document inside': (target, user) =>
    pack(`${document(target.secretKey, claims(target, user))} {}`),
});

const withTail = (target: Target, user: string): string => {
  // Of three lengths one has no padding, and the padding is what is played with.
  for (let expire = 86_400; ; expire += 1) {
    const sig = target.sig(user, { expire });
    if (sig.endsWith('_')) return sig;
  }
};

const spellings = attempts(4, sigMalformed.code, {
  'padding as base64 writes it': (target, user) => withTail(target, user).replaceAll('_', '='),
  'without padding': (target, user) => withTail(target, user).replaceAll('_', ''),
  'padding twice': (target, user) => `${withTail(target, user)}____`,
  'plus for star': (target, user) => {
    for (let expire = 86_400; ; expire += 1) {
      const sig = target.sig(user, { expire });
      if (sig.includes('*')) return sig.replaceAll('*', '+');
    }
  },
  'slash for minus': (target, user) => {
    for (let expire = 86_400; ; expire += 1) {
      const sig = target.sig(user, { expire });
      if (sig.includes('-')) return sig.replaceAll('-', '/');
    }
  },
  'a space inside': (target, user) => target.sig(user).replace(/^(.{50})/, '$1 '),
  'a space before': (target, user) => ` ${target.sig(user)}`,
  'a line break after': (target, user) => `${target.sig(user)}\n`,
  'a line break inside': (target, user) => target.sig(user).replace(/^(.{76})/, '$1\r\n'),
  'percent signs': (target, user) => target.sig(user).replaceAll('*', '%2A').replace('e', '%65'),
  'full-width letters': (target, user) => target.sig(user).replace('e', '\uff45'),
  'an invisible character': (target, user) => target.sig(user).replace(/^(.{50})/, '$1\u200b'),
  'bits beyond the last byte': (target, user) => {
    const sig = withTail(target, user);
    const at = sig.indexOf('_') - 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-';
    return sig.slice(0, at) + (alphabet[alphabet.indexOf(sig.charAt(at)) + 1] ?? '') + sig.slice(at + 1);
  },
});

const unicode: Row<ServerArena>[] = [
  {
    case: 4,
    what: 'what is no text at all',
    run: async (arena) => {
      const sig = arena.target.sig('alice');
      for (const bad of [`${sig}\u0000`, `\ud800${sig}`]) {
        expect(await login(arena, newUser(), bad)).toMatchObject({ code: ERRORS.invalidParameters.code });
      }
    },
  },
];

const withSig = (bytes: Buffer) => (target: Target, user: string) =>
  pack(document(target.secretKey, claims(target, user), bytes.toString('base64')));

const hmacs: Row<ServerArena>[] = [
  ...attempts(5, sigWrongKey.code, {
    'no byte': withSig(Buffer.alloc(0)),
    '31 bytes': (target, user) => withSig(hmac(target.secretKey, claims(target, user)).subarray(0, 31))(target, user),
    '33 bytes': (target, user) =>
      withSig(Buffer.concat([hmac(target.secretKey, claims(target, user)), Buffer.alloc(1)]))(target, user),
    '4 KB': withSig(Buffer.alloc(4096)),
  }),
  ...attempts(5, sigMalformed.code, {
    '1 MB': withSig(Buffer.alloc(MIB)),
    'no base64': (target, user) => pack(document(target.secretKey, claims(target, user), 'not base64 at all')),
    'the right one with a space in it': (target, user) => {
      const sig = hmac(target.secretKey, claims(target, user)).toString('base64');
      return pack(document(target.secretKey, claims(target, user), `${sig.slice(0, 20)} ${sig.slice(20)}`));
    },
  }),
];

const timing: Row<ServerArena>[] = [
  {
    case: 6,
    what: 'wrong in the first byte or in the last: the same answer, in a comparison that takes the same time',
    run: async (arena) => {
      const { target } = arena;
      const user = newUser();
      const right = hmac(target.secretKey, claims(target, user));
      const wrongAt = (at: number): string => {
        const bytes = Buffer.from(right);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return withSig(bytes)(target, user);
      };
      const answers = [await login(arena, user, wrongAt(0)), await login(arena, user, wrongAt(31))];
      expect(answers[0]).toMatchObject({ code: sigWrongKey.code });
      expect(answers[1]).toEqual(answers[0]);
      // A stopwatch on a busy machine would prove nothing: what counts is that this function compares, and all bytes.
      const compare = jest.spyOn(crypto, 'timingSafeEqual');
      const { sdkAppId, secretKey } = target;
      const verify = (userSig: string) => () => verifyUserSig(userSig, { sdkAppId, secretKey, userId: user, now: 0 });
      for (const at of [0, 31]) expect(verify(wrongAt(at))).toThrow(sigWrongKey.meaning);
      expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual([
        [32, 32],
        [32, 32],
      ]);
      // Different lengths must not reach it: it would throw.
      expect(verify(withSig(right.subarray(1))(target, user))).toThrow(sigWrongKey.meaning);
      expect(compare).toHaveBeenCalledTimes(2);
    },
  },
];

const strangers: Row<ServerArena>[] = [
  {
    case: 7,
    what: 'a UserSig of somebody else, of another app, of another key',
    run: async (arena) => {
      const { target } = arena;
      const mallory = newUser();
      const as = (user: string, sig: string, more: Partial<LoginParams> = {}): Promise<{ code: number }> =>
        login(arena, user, sig, more);
      expect(await as('victim', target.sig(mallory))).toMatchObject({ code: sigOtherUser.code });
      expect(await as(mallory, target.sig(mallory, { sdkAppId: 1 }))).toMatchObject({ code: sigOtherApp.code });
      const otherKey = target.sig(mallory, { secretKey: 'the-key-of-somebody-else' });
      expect(await as(mallory, otherKey)).toMatchObject({ code: sigWrongKey.code });
      const anywhere = target.sig(mallory);
      expect(await as(mallory, anywhere, { sdkAppId: 1 })).toMatchObject({ code: appUnknown.code });
      // Letters that look alike are other letters.
      expect(await as(mallory.toUpperCase(), anywhere)).toMatchObject({ code: sigOtherUser.code });
    },
  },
  {
    case: 7,
    what: 'two apps on one server: a UserSig counts in its own, an app without a key lets nobody in',
    run: async (arena) => {
      const other = { sdkAppId: 5, secretKey: arena.target.secret('the-key-of-the-second-app') };
      const target = await arena.another({ apps: [other, { sdkAppId: 6 }] });
      const user = newUser();
      const of = (app: number, sig: string): Promise<{ code: number }> =>
        login(arena, user, sig, { sdkAppId: app }, target);
      expect(await of(5, target.sig(user))).toMatchObject({ code: sigOtherApp.code });
      expect(await of(5, target.sig(user, { sdkAppId: 5 }))).toMatchObject({ code: sigWrongKey.code });
      expect(await of(target.sdkAppId, target.sig(user, other))).toMatchObject({ code: sigOtherApp.code });
      expect(await of(6, target.sig(user, { sdkAppId: 6 }))).toMatchObject({ code: appWithoutKey.code });
      await arena.logIn(user, { sdkAppId: 5, userSig: target.sig(user, other) }, target);
    },
  },
  {
    case: 7,
    what: 'counted as failed proofs, of the user who was named; a good UserSig still passes',
    run: async (arena) => {
      const { target } = arena;
      const victim = newUser();
      const codes: number[] = [];
      for (let time = 0; time < 12; time += 1) codes.push((await login(arena, victim, target.sig('mallory'))).code);
      const { code } = sigOtherUser;
      expect(codes).toEqual([...Array.from({ length: 10 }, () => code), tooManyFailures.code, tooManyFailures.code]);
      await arena.logIn(victim);
    },
  },
];

const NOW = Math.floor(Date.now() / 1000);
const withClaims = (more: Partial<Claims>) => (target: Target, user: string) =>
  pack(document(target.secretKey, claims(target, user, more)));

const times: Row<ServerArena>[] = [
  ...attempts(8, sigMalformed.code, {
    'expire 0': withClaims({ expire: 0 }),
    'expire -1': withClaims({ expire: -1 }),
    'expire -0': withClaims({ expire: '-0' }),
    'expire as text': withClaims({ expire: '"86400"' }),
    'expire 86400abc as text': withClaims({ expire: '"86400abc"' }),
    'expire 86400abc': withClaims({ expire: '86400abc' }),
    'expire 0x15180': withClaims({ expire: '0x15180' }),
    'expire 86400.5': withClaims({ expire: 86_400.5 }),
    'expire 1e400': withClaims({ expire: '1e400' }),
    'expire 2^63': withClaims({ expire: '9223372036854775808' }),
    'expire 2^53': withClaims({ expire: 2 ** 53 }),
    'an end beyond all numbers': withClaims({ expire: Number.MAX_SAFE_INTEGER }),
    'expire null': withClaims({ expire: 'null' }),
    'expire true': withClaims({ expire: 'true' }),
    'expire a list': withClaims({ expire: '[86400]' }),
    'time -1': withClaims({ time: -1 }),
    'time 1e400': withClaims({ time: '1e400' }),
    'time as text': withClaims({ time: `"${String(NOW)}"` }),
    'time 2^63': withClaims({ time: '9223372036854775808' }),
    'time in milliseconds': withClaims({ time: Date.now() }),
    'made tomorrow': withClaims({ time: NOW + 86_400 }),
    'made in fifteen minutes': withClaims({ time: NOW + 900 }),
    'app id as text': (target, user) =>
      pack(document(target.secretKey, claims(target, user, { app: `"${String(target.sdkAppId)}"` }))),
    'another version': (target, user) =>
      pack(document(target.secretKey, claims(target, user)).replace('"2.0"', '"1.0"')),
    'a list for a name': (target, user) =>
      pack(document(target.secretKey, claims(target, user)).replace(`"${user}"`, `["${user}"]`)),
  }),
  ...attempts(8, sigExpired.code, {
    'time 0': withClaims({ time: 0, expire: 1 }),
    'ended a second ago': withClaims({ time: NOW - 100, expire: 99 }),
  }),
  {
    case: 8,
    what: 'a clock that goes ten minutes wrong is forgiven, so is a life of a thousand years',
    run: async (arena) => {
      const user = newUser();
      await arena.logIn(user, { userSig: arena.target.sig(user, { time: Math.floor(Date.now() / 1000) + 590 }) });
      const other = newUser();
      await arena.logIn(other, { userSig: arena.target.sig(other, { expire: 1000 * 365 * 86_400 }) });
    },
  },
];

hostile(
  () => ServerArena.begin(),
  [...bombs, ...streams, ...trailers, ...spellings, ...unicode, ...hmacs, ...timing, ...strangers, ...times],
);
