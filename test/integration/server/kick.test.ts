import { CLOSE, ERRORS, type Platform } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { logIn, loginParams, RawClient, refusal, type LoggedIn } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();

/** A login of an instance of alice. */
function alice(server: TimServer, instanceId: string, platform: Platform = 'Linux'): Promise<LoggedIn> {
  return logIn(server, 'alice', { instanceId, platform });
}

async function isAlive({ client }: LoggedIn): Promise<boolean> {
  return client.request('sync.ack', { seq: 0 }).then(
    () => true,
    () => false,
  );
}

async function expectKicked(one: LoggedIn, reason: string, byPlatform?: Platform): Promise<void> {
  const end = await one.client.push('session.end');
  expect(end).toMatchObject({ reason, ...(byPlatform === undefined ? {} : { byPlatform }) });
  expect(Math.abs(end.time - Date.now() / 1000)).toBeLessThan(30);
  expect((await one.client.closed).code).toBe(CLOSE.kicked.code);
  expect(one.client.pushes.filter(({ push }) => push === 'session.end')).toHaveLength(1);
}

test('the same platform: the newer stays, the older hears why and from where', async () => {
  const server = await start();
  const first = await alice(server, 'one');
  const second = await alice(server, 'two');
  await expectKicked(first, 'multipleAccount', 'Linux');
  expect(await isAlive(second)).toBe(true);
  await second.client.close();
});

test('another platform of the same place', async () => {
  const server = await start({ settings: { policy: 'three' } });
  const [phone, web] = [await alice(server, 'phone', 'iPhone'), await alice(server, 'web', 'Web')];
  const tablet = await alice(server, 'tablet', 'iPad');
  await expectKicked(phone, 'multipleDevice', 'iPad');
  expect(await isAlive(web)).toBe(true);
  await Promise.all([web.client.close(), tablet.client.close()]);
});

test('several instances: the earliest goes', async () => {
  const server = await start({ settings: { instances: { Web: 2 } } });
  const [a, b, c] = [await alice(server, 'a', 'Web'), await alice(server, 'b', 'Web'), await alice(server, 'c', 'Web')];
  await expectKicked(a, 'multipleAccount', 'Web');
  expect([await isAlive(b), await isAlive(c)]).toEqual([true, true]);
  await Promise.all([b.client.close(), c.client.close()]);
});

test('users and apps do not kick each other', async () => {
  const key = 'the-key-of-the-other-app';
  const server = await start({ apps: [{ sdkAppId: 77, secretKey: key }], settings: { policy: 'single' } });
  const { genUserSig } = await import('@tim-node/protocol/usersig');
  const [mine, bob] = [await alice(server, 'one'), await logIn(server, 'bob')];
  const userSig = genUserSig({ sdkAppId: 77, secretKey: key, userId: 'alice' });
  const other = await logIn(server, 'alice', { sdkAppId: 77, userSig });
  expect([await isAlive(mine), await isAlive(bob), await isAlive(other)]).toEqual([true, true, true]);
  await Promise.all([mine, bob, other].map(({ client }) => client.close()));
});

describe('kicked while offline', () => {
  test('the next login says so once, the one after succeeds', async () => {
    const server = await start();
    const first = await alice(server, 'one');
    await first.client.cut();
    await waitFor('the cut to be noticed', () => server.inspect().lingering === 1);
    const second = await alice(server, 'two');
    const client = await RawClient.open(server.url);
    const params = loginParams(server, 'alice', { instanceId: 'one' });
    const { code } = ERRORS.kickedWhileOffline;
    expect(await refusal(client.ask('session.login', params))).toMatchObject({ code, reason: 'multipleAccount' });
    await client.ask('session.login', params);
    await expectKicked(second, 'multipleAccount');
    await client.close();
  });

  test('a resume says so, and then it is over', async () => {
    const server = await start();
    const { client, session } = await alice(server, 'one');
    await client.close();
    const second = await alice(server, 'two');
    const again = await RawClient.open(server.url);
    const { sessionId, token } = session;
    const { code } = ERRORS.kickedWhileOffline;
    expect(await refusal(again.ask('session.resume', { sessionId, token }))).toMatchObject({
      code,
      reason: 'multipleAccount',
    });
    await again.ask('session.login', loginParams(server, 'alice', { instanceId: 'one' }));
    await expectKicked(second, 'multipleAccount');
    await again.close();
  });

  test('not when the setting is off', async () => {
    const server = await start({ settings: { kickedOfflineNotice: false } });
    await (await alice(server, 'one')).client.close();
    await (await alice(server, 'two')).client.close();
    await (await alice(server, 'one')).client.close();
  });

  test('not for an instance that has logged out', async () => {
    const server = await start();
    const { client } = await alice(server, 'one');
    await client.ask('session.logout', {});
    await client.close();
    await (await alice(server, 'two')).client.close();
    await (await alice(server, 'one')).client.close();
  });

  test('somebody offline never costs the place of somebody online', async () => {
    const server = await start({ settings: { instances: { Web: 2 } } });
    const online = await alice(server, 'online', 'Web');
    await (await alice(server, 'offline', 'Web')).client.close();
    const third = await alice(server, 'third', 'Web');
    expect([await isAlive(online), await isAlive(third)]).toEqual([true, true]);
    await Promise.all([online.client.close(), third.client.close()]);
  });
});

describe('an instance does not kick itself', () => {
  test('with the ticket of its old session it replaces it silently', async () => {
    const server = await start();
    const old = await alice(server, 'one');
    const { sessionId, token } = old.session;
    const next = await logIn(server, 'alice', { instanceId: 'one', previous: { sessionId, token } });
    expect((await old.client.closed).code).toBe(CLOSE.replaced.code);
    expect(old.client.pushes.map(({ push }) => push)).not.toContain('session.end');
    expect(await isAlive(next)).toBe(true);
    await next.client.close();
  });

  test('without, the old connection is told, but no later login hears of a kick', async () => {
    const server = await start();
    const old = await alice(server, 'one');
    const next = await alice(server, 'one');
    await expectKicked(old, 'multipleAccount');
    await next.client.cut();
    const third = await alice(server, 'one');
    expect(await isAlive(third)).toBe(true);
    await third.client.close();
  });

  test('the ticket of somebody else replaces nobody', async () => {
    const server = await start();
    const bob = await logIn(server, 'bob');
    const { sessionId, token } = bob.session;
    const mine = await logIn(server, 'alice', { previous: { sessionId, token } });
    expect([await isAlive(bob), await isAlive(mine)]).toEqual([true, true]);
    await Promise.all([bob.client.close(), mine.client.close()]);
  });
});

describe('by the administrator', () => {
  test('all sessions end, older UserSigs are useless, newer ones work', async () => {
    const server = await start();
    const sessions = [await alice(server, 'one'), await alice(server, 'web', 'Web')];
    const userSig = server.genUserSig('alice');
    expect(await server.kick('alice')).toBe(true);
    for (const one of sessions) await expectKicked(one, 'REST_API_Kick');
    const client = await RawClient.open(server.url);
    const login = (sig: string) => client.ask('session.login', loginParams(server, 'alice', { userSig: sig }));
    expect(await refusal(login(userSig))).toMatchObject({ code: ERRORS.sigRevoked.code });
    const { genUserSig } = await import('@tim-node/protocol/usersig');
    const { sdkAppId, secretKey } = server;
    const newer = genUserSig({ sdkAppId, secretKey, userId: 'alice', time: Math.floor(Date.now() / 1000) + 2 });
    await login(newer);
    await client.close();
  });

  test('a session without a connection cannot be resumed', async () => {
    const server = await start();
    const { client, session } = await alice(server, 'one');
    await client.cut();
    await server.kick('alice');
    const again = await RawClient.open(server.url);
    const { sessionId, token } = session;
    const { code } = ERRORS.kickedWhileOffline;
    expect(await refusal(again.ask('session.resume', { sessionId, token }))).toMatchObject({
      code,
      reason: 'REST_API_Kick',
    });
    await again.close();
  });

  test('nobody is no one to kick', async () => {
    const server = await start();
    expect(await server.kick('nobody')).toBe(false);
  });
});

test('two instances that keep kicking each other are told to wait, and nobody is kicked meanwhile', async () => {
  const server = await start({ limits: { kicksPerMinute: 5 } });
  let last = await alice(server, 'i0');
  for (let at = 1; at <= 5; at += 1) last = await alice(server, `i${at}`);
  const client = await RawClient.open(server.url);
  const refused = await refusal(client.ask('session.login', loginParams(server, 'alice', { instanceId: 'i6' })));
  expect(refused.code).toBe(ERRORS.tooManyFailures.code);
  expect(refused.retryAfter).toBeGreaterThan(0);
  expect(await isAlive(last)).toBe(true);
  // Another platform, for which nobody has to go, is not concerned.
  const web = await alice(server, 'web', 'Web');
  await Promise.all([client.close(), last.client.close(), web.client.close()]);
});
