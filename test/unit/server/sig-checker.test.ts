import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { ERRORS, TIMError } from '@tim-node/protocol';
import { genUserSig } from '@tim-node/protocol/usersig';
import { Api } from 'tls-sig-api-v2/TLSSigAPIv2.js';
import { Apps } from '../../../lib/server/src/apps.js';
import { SigChecker } from '../../../lib/server/src/auth/sig-checker.js';
import { MinuteCounter } from '../../../lib/server/src/minute-counter.js';
import { ManualClock } from '../../support/manual-clock.js';

const APP = 1_400_000_000;
const KEY = '0123456789abcdef';
const NOW = 1_700_000_000;

function checker(maxFailures = Infinity): { checker: SigChecker; clock: ManualClock } {
  const clock = new ManualClock(NOW * 1000);
  const apps = new Apps([
    { sdkAppId: APP, secretKey: KEY },
    { sdkAppId: 1, secretKey: 'another-secret-key' },
    { sdkAppId: 2 },
  ]);
  return { checker: new SigChecker(apps, clock, new MinuteCounter(clock), maxFailures), clock };
}

function codeOf(check: () => unknown): number {
  try {
    check();
    return 0;
  } catch (error) {
    if (error instanceof TIMError) return error.code;
    throw error;
  }
}

function sig(options: Partial<Parameters<typeof genUserSig>[0]> = {}): string {
  return genUserSig({ sdkAppId: APP, secretKey: KEY, userId: 'user1', time: NOW, expire: 86_400, ...options });
}

/** A UserSig text around any document. */
function pack(document: unknown, compress: (text: string) => Buffer = (text) => deflateSync(text)): string {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return compress(text).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}

const vector = {
  'TLS.ver': '2.0',
  'TLS.identifier': 'user1',
  'TLS.sdkappid': APP,
  'TLS.expire': 86_400,
  'TLS.time': NOW,
  'TLS.sig': 'xLvHGQPBZJBljQlRHMwXc1SqmmNfR8xrVJzQvkpzR6k=',
};

test('the published test vector passes', () => {
  expect(checker().checker.check(APP, 'user1', pack(vector))).toEqual({ time: NOW, expireAt: NOW + 86_400 });
});

test('signatures of an independent implementation pass', () => {
  const { checker: sigs, clock } = checker();
  clock.jumpWall(Date.now() - clock.now());
  const other = new Api(APP, KEY);
  expect(codeOf(() => sigs.check(APP, 'alice', other.genUserSig('alice', 3600)))).toBe(0);
  expect(codeOf(() => sigs.check(APP, 'alice', other.genPrivateMapKey('alice', 3600, 10_000, 255)))).toBe(0);
  expect(codeOf(() => sigs.check(APP, 'bob', other.genUserSig('alice', 3600)))).toBe(ERRORS.sigOtherUser.code);
});

test.each([
  ['unknown app', 99, 'user1', sig(), 70020],
  ['app without a key', 2, 'user1', sig(), 70016],
  ['app is asked before the user', 99, 'no user', '', 70020],
  ['bad user id', APP, 'user 1', sig(), 7003],
  ['user id too long', APP, 'u'.repeat(33), sig(), 7003],
  ['empty', APP, 'user1', '', 70002],
  ['expired', APP, 'user1', sig({ time: NOW - 86_400 }), 70001],
  ['ends this very second', APP, 'user1', sig({ time: NOW - 10, expire: 10 }), 70001],
  ['last second', APP, 'user1', sig({ time: NOW - 10, expire: 11 }), 0],
  ['other user', APP, 'user2', sig(), 70013],
  ['other app', APP, 'user1', sig({ sdkAppId: 1 }), 70014],
  ['other key', APP, 'user1', sig({ secretKey: 'another-secret-key' }), 70009],
  ['from the future', APP, 'user1', sig({ time: NOW + 601 }), 70003],
  ['from a clock that is ten minutes ahead', APP, 'user1', sig({ time: NOW + 600 }), 0],
  ['not base64', APP, 'user1', `${sig()}!`, 70003],
  ['with a space', APP, 'user1', ` ${sig()}`, 70003],
  ['gzip instead of zlib', APP, 'user1', pack(vector, (text) => gzipSync(text)), 70003],
  ['cut', APP, 'user1', sig().slice(0, 40), 70003],
  [
    'bytes after the end',
    APP,
    'user1',
    pack(vector, (text) => Buffer.concat([deflateSync(text), Buffer.from('x')])),
    70003,
  ],
  [
    'a second stream',
    APP,
    'user1',
    pack(vector, (text) => Buffer.concat([deflateSync(text), deflateSync(text)])),
    70003,
  ],
  ['a bomb', APP, 'user1', pack('0'.repeat(4 << 20)), 70003],
  ['too long', APP, 'user1', 'A'.repeat(5000), 70003],
  ['not JSON', APP, 'user1', pack('{"TLS.ver"'), 70003],
  ['deep JSON', APP, 'user1', pack(`${'['.repeat(3000)}${']'.repeat(3000)}`), 70003],
  ['expire as text', APP, 'user1', pack({ ...vector, 'TLS.expire': '86400abc' }), 70003],
  ['expire infinite', APP, 'user1', pack(JSON.stringify(vector).replace('86400', '1e400')), 70003],
  ['expire negative', APP, 'user1', pack({ ...vector, 'TLS.expire': -1 }), 70003],
  ['short HMAC', APP, 'user1', pack({ ...vector, 'TLS.sig': Buffer.alloc(31).toString('base64') }), 70009],
  ['long HMAC', APP, 'user1', pack({ ...vector, 'TLS.sig': Buffer.alloc(33).toString('base64') }), 70009],
  ['no HMAC', APP, 'user1', pack({ ...vector, 'TLS.sig': '' }), 70009],
  ['HMAC in another spelling', APP, 'user1', pack({ ...vector, 'TLS.sig': `${vector['TLS.sig']} ` }), 70003],
])('%s', (_name, app, user, userSig, code) => {
  expect(codeOf(() => checker().checker.check(app, user, userSig))).toBe(code);
});

/** What a UserSig says. */
function said(userSig: string): string {
  const base64 = userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  return inflateSync(Buffer.from(base64, 'base64')).toString();
}

test('no signature passes that says anything else', () => {
  const { checker: sigs } = checker();
  const good = sig();
  fc.assert(
    fc.property(
      fc.nat(good.length - 1),
      fc.constantFrom('A', 'B', 'x', 'y', '0', '9', '*', '-', '_', '+', '/', '=', ' ', '\n'),
      fc.constantFrom('set', 'add', 'cut'),
      (at, char, how) => {
        const tail = how === 'add' ? good.slice(at) : good.slice(at + 1);
        const changed = `${good.slice(0, at)}${how === 'cut' ? '' : char}${tail}`;
        fc.pre(changed !== good);
        // Compression may leave the last bits of a byte unused; they change nothing.
        if (codeOf(() => sigs.check(APP, 'user1', changed)) === 0) expect(said(changed)).toBe(said(good));
      },
    ),
    { numRuns: 500 },
  );
});

describe('failed proofs', () => {
  const bad = sig({ secretKey: 'another-secret-key' });

  test('ten in a minute say what is wrong, the eleventh that it is enough', () => {
    const { checker: sigs } = checker(10);
    const codes = Array.from({ length: 12 }, () => codeOf(() => sigs.check(APP, 'user1', bad)));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 70009), 70050, 70050]);
  });

  test('a good signature passes whatever strangers do', () => {
    const { checker: sigs } = checker(10);
    for (let i = 0; i < 50; i += 1) codeOf(() => sigs.check(APP, 'user1', bad));
    expect(codeOf(() => sigs.check(APP, 'user1', sig()))).toBe(0);
  });

  test('a minute later they are told again what is wrong', async () => {
    const { checker: sigs, clock } = checker(1);
    expect(codeOf(() => sigs.check(APP, 'user1', bad))).toBe(70009);
    let retryAfter: number | undefined;
    try {
      sigs.check(APP, 'user1', bad);
    } catch (error) {
      ({ retryAfter } = error as TIMError);
    }
    expect(retryAfter).toBe(60_000);
    await clock.advance(60_000);
    expect(codeOf(() => sigs.check(APP, 'user1', bad))).toBe(70009);
  });

  test('expired ones are no attack, and users do not count for each other', () => {
    const { checker: sigs } = checker(1);
    const old = sig({ time: NOW - 100_000 });
    for (let i = 0; i < 5; i += 1) expect(codeOf(() => sigs.check(APP, 'user1', old))).toBe(70001);
    expect(codeOf(() => sigs.check(APP, 'user1', bad))).toBe(70009);
    expect(codeOf(() => sigs.check(APP, 'user2', bad))).toBe(70013);
  });
});
