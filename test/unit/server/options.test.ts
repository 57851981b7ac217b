import { DEFAULT_LIMITS, OptionError, resolveOptions, type ServerOptions } from '../../../lib/server/src/options.js';
import { VERSION } from '../../../lib/server/src/version.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = 'a-secret-key-of-our-own';

test('nothing given: everything is filled in and frozen', () => {
  const options = resolveOptions({}, {});
  expect(options).toMatchObject({ port: 0, host: '127.0.0.1', administrators: ['administrator'], debug: '' });
  expect(options.limits).toEqual(DEFAULT_LIMITS);
  expect(Object.isFrozen(options)).toBe(true);
});

test('an undefined option is one that was not given', () => {
  const given = { host: undefined, limits: undefined } as unknown as ServerOptions;
  expect(resolveOptions(given, {}).host).toBe('127.0.0.1');
});

test('debugging comes from the environment unless it is given', () => {
  expect(resolveOptions({}, { TIM_DEBUG: 'frames' }).debug).toBe('frames');
  expect(resolveOptions({ debug: '' }, { TIM_DEBUG: 'frames' }).debug).toBe('');
});

test.each(['127.0.0.1', 'localhost', '::1'])('a short key will do where only this machine connects: %s', (host) => {
  expect(resolveOptions({ host, sdkAppId: 1, secretKey: 'short' }, {}).secretKey).toBe('short');
});

const bad: [string, unknown, RegExp][] = [
  ['a key without an app', { secretKey: KEY }, /secretKey needs sdkAppId/],
  ['an empty key', { sdkAppId: 1, secretKey: '' }, /not be empty/],
  ['a short key for everybody', { host: '0.0.0.0', sdkAppId: 1, secretKey: 'fifteen-letters' }, /at least 16/],
  ['a known key', { sdkAppId: 1, secretKey: 'openIM123openIM123' }, /well known/],
  [
    'the key of the sample',
    { sdkAppId: 1, secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e' },
    /well known/,
  ],
  ['a simple key for everybody', { host: '::', sdkAppId: 1, secretKey: 'x'.repeat(64) }, /too simple/],
  ['a key that is no text', { sdkAppId: 1, secretKey: 12 }, /must be a string/],
  ['app 0', { sdkAppId: 0, secretKey: KEY }, /sdkAppId/],
  ['an app that is text', { sdkAppId: '1', secretKey: KEY }, /sdkAppId/],
  ['the same app twice', { sdkAppId: 1, secretKey: KEY, apps: [{ sdkAppId: 1 }] }, /only once/],
  ['a bad key of a further app', { host: 'chat.example', apps: [{ sdkAppId: 1, secretKey: 'short' }] }, /at least 16/],
  ['a port too high', { port: 65_536 }, /port/],
  ['half a port', { port: 1.5 }, /port/],
  ['no host', { host: '' }, /host/],
  ['no folder', { dataDir: '' }, /dataDir/],
  ['half of TLS', { tls: { key: 'x', cert: '' } }, /tls/],
  ['no administrator', { administrators: [] }, /administrators/],
  ['an administrator who cannot be', { administrators: ['a b'] }, /administrators/],
  ['an origin with a path', { allowedOrigins: ['https://a.example/x'] }, /allowedOrigins/],
  ['an unknown metrics rule', { metrics: 'some' }, /metrics/],
  ['an unknown policy', { settings: { policy: 'four' } }, /policy/],
  ['eleven web instances', { settings: { instances: { Web: 11 } } }, /Web must be 1 to 10/],
  ['four phones', { settings: { instances: { Android: 4 } } }, /Android must be 1 to 3/],
  ['an unknown platform', { settings: { instances: { Amiga: 1 } } }, /platforms are/],
  ['instances as a list', { settings: { instances: [1] } }, /instances must be an object/],
  ['a notice that is no boolean', { settings: { kickedOfflineNotice: 'no' } }, /kickedOfflineNotice/],
  ['an unknown limit', { limits: { speed: 1 } }, /limits.speed/],
  ['a limit of nothing', { limits: { heartbeat: 0 } }, /limits.heartbeat/],
  ['a limit beyond all timers', { limits: { loginTimeout: 2 ** 31 } }, /limits.loginTimeout/],
];

test.each(bad)('%s', (_name, options, message) => {
  expect(() => resolveOptions(options as ServerOptions, {})).toThrow(OptionError);
  expect(() => resolveOptions(options as ServerOptions, {})).toThrow(message);
});

test('no message repeats a secret', () => {
  for (const secretKey of ['fifteen-letters', 'openIM123openIM123']) {
    expect(() => resolveOptions({ sdkAppId: 1, secretKey }, {})).not.toThrow(secretKey);
  }
});

test('the version is the one of the package', () => {
  const file = readFileSync(join(__dirname, '../../../lib/server/package.json'), 'utf8');
  expect((JSON.parse(file) as { version: string }).version).toBe(VERSION);
});
