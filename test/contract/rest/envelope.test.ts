import { gzipSync } from 'node:zlib';
import { genUserSig } from '@tim-node/protocol/usersig';
import { rest, servers } from '../../support/server.js';

const { start } = servers();
const CHECK = 'im_open_login_svc/account_check';
const ok = { CheckItem: [] };

test('success', async () => {
  const server = await start();
  expect(await rest(server, CHECK, ok)).toEqual({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ResultItem: [] });
});

test('everything that may be left out may be left out, and unknown fields do no harm', async () => {
  const server = await start();
  const { httpUrl, sdkAppId } = server;
  const usersig = server.genUserSig('administrator');
  const url = `${httpUrl}/v4/${CHECK}?sdkappid=${sdkAppId}&identifier=administrator&usersig=${usersig}&extra=1`;
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'nonsense', '']) {
    const body = JSON.stringify({ ...ok, Extra: true });
    const answer = await fetch(url, { method: 'POST', body, headers: type === '' ? {} : { 'content-type': type } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ ErrorCode: 0 });
  }
});

describe('who may not call', () => {
  const other = 'the-key-of-another-app';
  const cases: [
    string,
    (sign: (user: string, key?: string, app?: number) => string) => Record<string, string>,
    number,
  ][] = [
    ['nobody in particular', () => ({ identifier: '' }), 60004],
    ['somebody who cannot be', () => ({ identifier: 'a b' }), 60004],
    ['an administrator without a signature', () => ({ usersig: '' }), 60005],
    ['of no app', () => ({ sdkappid: '' }), 60012],
    ['of an unknown app', () => ({ sdkappid: '1' }), 60006],
    ['of an app that is no number', () => ({ sdkappid: '14e8' }), 60006],
    ['with a broken signature', () => ({ usersig: 'nonsense' }), 70003],
    ['with the signature of somebody else', (sign) => ({ usersig: sign('alice') }), 70013],
    ['with a signature of another key', (sign) => ({ usersig: sign('administrator', other) }), 70009],
    ['with a signature of another app', (sign) => ({ usersig: sign('administrator', other, 5) }), 70014],
    ['a user with a good signature', (sign) => ({ identifier: 'alice', usersig: sign('alice') }), 60010],
    ['for an app without a key', () => ({ sdkappid: '6' }), 70016],
  ];

  test.each(cases)('%s', async (_name, query, code) => {
    const server = await start({ apps: [{ sdkAppId: 5, secretKey: other }, { sdkAppId: 6 }] });
    const sign = (userId: string, secretKey = server.secretKey, sdkAppId = server.sdkAppId): string =>
      genUserSig({ sdkAppId, secretKey, userId });
    const answer = await rest(server, 'im_open_login_svc/account_import', { UserID: 'victim' }, query(sign));
    expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
    expect(answer['ErrorInfo']).not.toBe('');
    expect(await rest(server, CHECK, { CheckItem: [{ UserID: 'victim' }] })).toMatchObject({
      ResultItem: [{ AccountStatus: 'NotImported' }],
    });
  });

  test('a signature in the body is none', async () => {
    const server = await start();
    const body = { ...ok, usersig: server.genUserSig('administrator') };
    expect(await rest(server, CHECK, body, { usersig: '' })).toMatchObject({ ErrorCode: 60005 });
  });

  test('whether somebody is an administrator cannot be found out without his signature', async () => {
    const server = await start();
    const answers = await Promise.all(
      ['administrator', 'nobody'].map((identifier) => rest(server, CHECK, ok, { identifier, usersig: 'nonsense' })),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test('an administrator whose UserSigs were made useless', async () => {
    const server = await start();
    await rest(server, 'im_open_login_svc/account_import', { UserID: 'administrator' });
    const usersig = server.genUserSig('administrator');
    await server.kick('administrator');
    expect(await rest(server, CHECK, ok, { usersig })).toMatchObject({ ErrorCode: 70052 });
  });

  test('other administrators can be named', async () => {
    const server = await start({ administrators: ['root'] });
    expect(await rest(server, CHECK, ok)).toMatchObject({ ErrorCode: 60010 });
    expect(await rest(server, CHECK, ok, { identifier: 'root', usersig: server.genUserSig('root') })).toMatchObject({
      ErrorCode: 0,
    });
  });
});

test.each([
  'no_such/account_check',
  'im_open_login_svc/no_such',
  '__proto__/constructor',
  'im_open_login_svc/ACCOUNT_CHECK',
])('there is no %s', async (command) => {
  const server = await start();
  expect(await rest(server, command, {})).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60009 });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"CheckItem":'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['null', 'null'],
  ['JSON 3000 deep', `{"CheckItem":${'['.repeat(3000)}${']'.repeat(3000)}}`],
])('a body that is %s', async (_name, body) => {
  const server = await start();
  expect(await rest(server, CHECK, body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60003 });
});

describe('requests that are no calls', () => {
  async function status(
    method: string,
    body: Buffer | string | undefined,
    headers: Record<string, string>,
  ): Promise<[number, unknown]> {
    const server = await start();
    const query = `sdkappid=${server.sdkAppId}&identifier=administrator&usersig=${server.genUserSig('administrator')}`;
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await fetch(`${server.httpUrl}/v4/${CHECK}?${query}`, init);
    const envelope = (await answer.json()) as Record<string, unknown>;
    expect(envelope['ActionStatus']).toBe('FAIL');
    return [answer.status, envelope['ErrorCode']];
  }

  test('GET', async () => {
    expect(await status('GET', undefined, {})).toEqual([200, 60008]);
  });

  test('a packed body, whatever it would unpack to', async () => {
    expect(await status('POST', gzipSync('0'.repeat(5_000_000)), { 'content-encoding': 'gzip' })).toEqual([415, 60008]);
  });

  test('a form with files', async () => {
    expect(await status('POST', '{}', { 'content-type': 'multipart/form-data; boundary=x' })).toEqual([415, 60008]);
  });

  test('a body over 1 MiB', async () => {
    expect(await status('POST', `{"x":"${'y'.repeat(1 << 20)}"}`, {})).toEqual([413, 60008]);
  });

  test('a body that is not UTF-8', async () => {
    expect(await status('POST', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {})).toEqual([200, 60003]);
  });
});
