import { CLOSE, ERRORS, type LoginParams } from '@tim-node/protocol';
import { logIn, loginParams, RawClient, refusal, messageOf } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';

const { start } = servers();

describe('the first frames', () => {
  test('the server says hello, with its clock and what it expects', async () => {
    const server = await start();
    const client = await RawClient.open(server.url);
    const hello = await client.push('hello');
    expect(hello).toMatchObject({ version: 1, heartbeat: 25_000, loginTimeout: 10_000 });
    expect(Math.abs(hello.time - Date.now())).toBeLessThan(5000);
    await client.close();
  });

  test('a login answers with a session that is the user’s own', async () => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    expect(session).toMatchObject({ seq: 0, head: 0 });
    expect(session.sessionId).toContain('alice');
    expect(session.expireAt).toBeGreaterThan(Date.now() / 1000 + 179 * 24 * 3600);
    expect(server.inspect()).toMatchObject({ connections: 1, sessions: 1, users: 1 });
    await client.close();
  });

  test('a client that asks for the time gets it', async () => {
    const server = await start();
    const client = await RawClient.open(server.url);
    client.say({ ping: 7 });
    await client.request('session.logout', {}).catch(() => undefined);
    expect(client.messages.flat()).toContainEqual({ pong: 7, time: expect.any(Number) as number });
    await client.close();
  });
});

describe('refused logins', () => {
  const changes: [string, Partial<LoginParams>, number][] = [
    ['unknown app', { sdkAppId: 1 }, 70020],
    ['app without a key', { sdkAppId: 5 }, 70016],
    ['user id with a space', { userId: 'a b' }, 7003],
    ['no user id', { userId: '' }, 7003],
    ['user id too long', { userId: 'u'.repeat(33) }, 7003],
    ['other user', { userId: 'bob' }, 70013],
    ['no signature', { userSig: '' }, 70002],
    ['broken signature', { userSig: 'eJwrSi1Ozs9LAQANxALm' }, 70003],
    ['a signature of 5000 letters', { userSig: 'A'.repeat(5000) }, 70003],
  ];

  test.each(changes)('%s', async (_name, change, code) => {
    const server = await start({ apps: [{ sdkAppId: 5 }] });
    const client = await RawClient.open(server.url);
    expect(await refusal(client.ask('session.login', loginParams(server, 'alice', change)))).toMatchObject({ code });
    // The connection is still good for a better attempt.
    await client.ask('session.login', loginParams(server, 'alice'));
    await client.close();
  });

  const malformed: [string, unknown][] = [
    ['nothing', null],
    ['a list', []],
    ['a number for a text', { userId: 5 }],
    ['an unknown platform', { platform: 'Amiga' }],
    ['no instance', { instanceId: undefined }],
    ['an instance with U+0000', { instanceId: 'a\u0000b' }],
    ['half a character', { instanceId: 'a\ud800b' }],
    ['an app beyond all numbers', { sdkAppId: 2 ** 60 }],
    ['half an app', { sdkAppId: 1.5 }],
    ['a negative position', { position: { epoch: 'x', seq: -1 } }],
    ['a position of 2^64', { position: { epoch: 'x', seq: 2 ** 64 } }],
  ];

  test.each(malformed)('%s', async (_name, change) => {
    const server = await start();
    const client = await RawClient.open(server.url);
    const params =
      change === null || Array.isArray(change) ? change : { ...loginParams(server, 'alice'), ...(change as object) };
    expect(await refusal(client.request('session.login', params))).toMatchObject({
      code: ERRORS.invalidParameters.code,
    });
    await client.close();
  });

  test('ten failed proofs in a minute are enough, and the real user still gets in', async () => {
    const server = await start();
    const client = await RawClient.open(server.url);
    const bad = loginParams(server, 'alice', { userSig: server.genUserSig('bob') });
    for (let i = 0; i < 10; i += 1) {
      expect(await refusal(client.ask('session.login', bad))).toMatchObject({ code: 70013 });
    }
    const enough = await refusal(client.ask('session.login', bad));
    expect(enough.code).toBe(70050);
    expect(enough.retryAfter).toBeGreaterThan(0);
    const real = await logIn(server, 'alice');
    await Promise.all([client.close(), real.client.close()]);
  });
});

describe('one connection, one session', () => {
  test('a second login is refused and changes nothing', async () => {
    const server = await start();
    const { client } = await logIn(server, 'alice');
    const code = ERRORS.invalidOperation.code;
    expect(await refusal(client.ask('session.login', loginParams(server, 'bob')))).toMatchObject({ code });
    await client.send('alice', 'still me');
    const [entry] = await client.entryCount(1);
    expect(messageOf(entry).sender).toBe('alice');
    await client.close();
  });

  test('two logins at the same time: one is refused', async () => {
    const server = await start();
    const client = await RawClient.open(server.url);
    const both = await Promise.allSettled([
      client.ask('session.login', loginParams(server, 'alice')),
      client.ask('session.login', loginParams(server, 'bob')),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(server.inspect().sessions).toBe(1);
    await client.close();
  });

  test('a resume on a connection that is logged in is refused', async () => {
    const server = await start();
    const other = await logIn(server, 'bob');
    const { client } = await logIn(server, 'alice');
    const { sessionId, token } = other.session;
    const code = ERRORS.invalidOperation.code;
    expect(await refusal(client.ask('session.resume', { sessionId, token }))).toMatchObject({ code });
    await other.client.send('bob', 'still here');
    await Promise.all([client.close(), other.client.close()]);
  });

  test('after a logout it may be used by somebody else', async () => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    await client.ask('session.logout', {});
    expect(await refusal(client.send('alice', 'x'))).toMatchObject({ code: ERRORS.notAuthenticated.code });
    expect(server.inspect()).toMatchObject({ connections: 1, sessions: 0, users: 0 });
    await client.ask('session.login', loginParams(server, 'bob'));
    await client.send('bob', 'hello');
    const { sessionId, token } = session;
    const third = await RawClient.open(server.url);
    expect(await refusal(third.ask('session.resume', { sessionId, token }))).toMatchObject({
      code: ERRORS.sessionLost.code,
    });
    await Promise.all([client.close(), third.close()]);
  });
});

test('operations that need a login do not work without one', async () => {
  const server = await start();
  const client = await RawClient.open(server.url);
  for (const [op, params] of [
    ['msg.send', {}],
    ['sync.pull', {}],
    ['sync.ack', {}],
    ['session.renew', {}],
    ['session.logout', {}],
  ] as const) {
    expect(await refusal(client.request(op, params))).toMatchObject({ code: ERRORS.notAuthenticated.code });
  }
  await client.close();
});

test.each(['no.such', 'constructor', '__proto__', 'session', ''])(
  'an operation that does not exist: %p',
  async (op) => {
    const server = await start();
    const client = await RawClient.open(server.url);
    expect(await refusal(client.request(op, {}))).toMatchObject({ code: ERRORS.notSupported.code });
    await client.close();
  },
);

test('a login storm: everybody gets in, nobody is kicked', async () => {
  const server = await start();
  const users = Array.from({ length: 300 }, (_, at) => `user-${at}`);
  const all = await Promise.all(users.map((user) => logIn(server, user)));
  expect(server.inspect()).toMatchObject({ sessions: 300, users: 300 });
  expect(all.flatMap(({ client }) => client.pushes.filter(({ push }) => push === 'session.end'))).toEqual([]);
  await Promise.all(all.map(({ client }) => client.cut()));
});

test('the same user from a hundred connections: one stays, each other one is told once', async () => {
  const server = await start();
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, at) => logIn(server, 'alice', { instanceId: `i${at}` })),
  );
  const ends = await Promise.all(
    all.map(({ client }) =>
      Promise.race([client.closed.then(({ code }) => code), client.request('sync.ack', { seq: 0 })]),
    ),
  );
  expect(ends.filter((end) => end === CLOSE.kicked.code)).toHaveLength(99);
  for (const { client } of all) {
    expect(client.pushes.filter(({ push }) => push === 'session.end').length).toBeLessThanOrEqual(1);
  }
  expect(server.inspect().sessions).toBe(1);
  await Promise.all(all.map(({ client }) => client.cut()));
});
