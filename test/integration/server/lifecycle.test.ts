import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOSE, ERRORS } from '@tim-node/protocol';
import { createServer, FolderLockedError, StoreFailure, type TimServer } from '@tim-node/server';
import { logIn, loginParams, RawClient, refusal } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';
import { inTime, waitFor } from '../../support/wait.js';

const { start } = servers();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tim-server-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('start', () => {
  test('without a folder there is a temporary one, which goes away', async () => {
    const server = await createServer();
    expect(existsSync(server.dataDir)).toBe(true);
    await server.close();
    expect(existsSync(server.dataDir)).toBe(false);
  });

  test('a second server in the same folder is refused, and the first one goes on', async () => {
    const server = await start({ dataDir: folder });
    await expect(createServer({ dataDir: folder })).rejects.toThrow(FolderLockedError);
    const { client } = await logIn(server, 'alice');
    await client.close();
    await server.close();
    const next = await createServer({ dataDir: folder });
    expect([next.sdkAppId, next.secretKey]).toEqual([server.sdkAppId, server.secretKey]);
    expect([server.appCreated, next.appCreated]).toEqual([true, false]);
    await next.close();
  });

  test('a port that is taken is told, and nothing is left behind', async () => {
    const server = await start();
    const port = Number(new URL(server.url).port);
    await expect(createServer({ dataDir: folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
    expect(existsSync(join(folder, 'app.json'))).toBe(false);
    await (await createServer({ dataDir: folder })).close();
  });

  test('a database that cannot be used is told and left alone', async () => {
    const file = join(folder, 'tim.db');
    writeFileSync(file, 'not a database at all, '.repeat(500));
    const before = statSync(file).size;
    await expect(createServer({ dataDir: folder })).rejects.toThrow(StoreFailure);
    expect(statSync(file).size).toBe(before);
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  });
});

describe('close', () => {
  test('clients are told when to come back, and what was under way is answered', async () => {
    const server = await start({ dataDir: folder });
    const { client } = await logIn(server, 'alice');
    const sending = Promise.all(Array.from({ length: 50 }, (_, at) => client.send('alice', String(at))));
    await waitFor('the messages to arrive', () => server.inspect().pendingRequests > 0);
    const closing = server.close();
    expect(server.close()).toBe(closing);
    expect(server.inspect().state).toBe('closing');
    await sending;
    expect((await client.closed).code).toBe(CLOSE.goingAway.code);
    const { after } = await client.push('drain');
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThan(30_000);
    await closing;
    expect(server.inspect()).toMatchObject({ state: 'closed', connections: 0 });
  });

  test('a client that does not answer does not hold it up for ever', async () => {
    const server = await start();
    const { client } = await logIn(server, 'alice');
    client.socket.pause();
    await inTime('the server to close', server.close());
    client.socket.resume();
    await client.closed;
  });
});

describe('what a restart keeps', () => {
  async function restart(server: TimServer): Promise<TimServer> {
    await server.close();
    return start({ dataDir: folder, port: Number(new URL(server.url).port) });
  }

  test('sessions, kicks, messages, positions and client ids', async () => {
    const first = await start({ dataDir: folder });
    const alice = await logIn(first, 'alice');
    await (await logIn(first, 'bob', { instanceId: 'old' })).client.close();
    await (await logIn(first, 'bob', { instanceId: 'new' })).client.close();
    const sent = await alice.client.send('bob', 'kept', { clientId: 'kept-id' });
    await alice.client.ask('sync.ack', { seq: 1 });
    const second = await restart(first);
    const client = await RawClient.open(second.url);
    const { sessionId, token, epoch } = alice.session;
    expect(await client.ask('session.resume', { sessionId, token })).toMatchObject({ epoch, seq: 1, head: 1 });
    expect(await client.send('bob', 'kept', { clientId: 'kept-id' })).toEqual(sent);
    expect(await client.send('bob', 'next')).toMatchObject({ seq: 2 });
    const bob = await RawClient.open(second.url);
    const login = () => bob.ask('session.login', loginParams(second, 'bob', { instanceId: 'old' }));
    expect(await refusal(login())).toMatchObject({ code: ERRORS.kickedWhileOffline.code });
    expect(await login()).toMatchObject({ seq: 0, head: 2 });
    await Promise.all([client.close(), bob.close()]);
  });

  test('settings that were changed at run time, unless others are given', async () => {
    const first = await start({ dataDir: folder });
    await first.settings.update({ policy: 'two', instances: { Web: 3 } });
    const second = await restart(first);
    expect(second.settings.get()).toMatchObject({ policy: 'two', instances: { Web: 3 } });
    await second.close();
    const third = await start({ dataDir: folder, settings: { policy: 'single' } });
    expect(third.settings.get()).toMatchObject({ policy: 'single', instances: { Web: 3 } });
  });
});

test('in memory nothing is kept, and positions of yesterday are recognised as such', async () => {
  const identity = { sdkAppId: 1_400_000_123, secretKey: 'a-secret-key-of-our-own' };
  const first = await start(identity);
  const { client, session } = await logIn(first, 'alice');
  await client.close();
  await first.close();
  const second = await start(identity);
  const again = await logIn(second, 'alice', { position: { epoch: session.epoch, seq: 5 } });
  expect(again.session.epoch).not.toBe(session.epoch);
  expect(again.session.seq).toBe(0);
  await again.client.close();
});

test('settings change at run time and apply to the next login', async () => {
  const server = await start();
  const phone = await logIn(server, 'alice', { platform: 'iPhone', instanceId: 'phone' });
  const web = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
  await server.settings.update({ policy: 'single' });
  await phone.client.ask('sync.ack', { seq: 0 });
  const tablet = await logIn(server, 'alice', { platform: 'iPad', instanceId: 'tablet' });
  expect(await phone.client.push('session.end')).toMatchObject({ reason: 'multipleDevice', byPlatform: 'iPad' });
  expect(await web.client.push('session.end')).toMatchObject({ reason: 'multipleDevice' });
  await tablet.client.close();
});

test('the store fails: clients hear that it may pass, and when it has passed all is well', async () => {
  const server = await start();
  const { client, session } = await logIn(server, 'alice');
  const { store } = (server as unknown as { foundation: { store: { invoke?: () => Promise<never> } } }).foundation;
  store.invoke = () => Promise.reject(new StoreFailure('full', 'the disk of /secret/place is full'));
  const stranger = await RawClient.open(server.url);
  const { epoch, sessionId, token } = session;
  const [sent, pulled, login, resumed] = await Promise.all([
    refusal(client.send('alice', 'lost')),
    refusal(client.ask('sync.pull', { epoch, after: 0, limit: 1 })),
    refusal(stranger.ask('session.login', loginParams(server, 'bob'))),
    refusal((await RawClient.open(server.url)).ask('session.resume', { sessionId, token })),
  ]);
  expect(sent.code).toBe(ERRORS.messageInternal.code);
  expect([pulled, login, resumed].map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 70500));
  expect(JSON.stringify([sent, pulled, login, resumed])).not.toContain('secret');
  expect((await fetch(`${server.httpUrl}/readyz`)).status).toBe(503);
  delete store.invoke;
  await client.send('alice', 'again');
  await stranger.ask('session.login', loginParams(server, 'bob'));
  expect((await fetch(`${server.httpUrl}/readyz`)).status).toBe(200);
  await Promise.all([client.close(), stranger.close()]);
});
