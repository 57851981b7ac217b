import { CLOSE, ERRORS, type ResumeParams } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { logIn, RawClient, refusal, type LoggedIn } from '../../support/raw-client.js';
import { servers, ServerClock } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();

/** A new connection that goes on with a session. */
async function resume(server: TimServer, { session }: LoggedIn, more: Partial<ResumeParams> = {}): Promise<RawClient> {
  const client = await RawClient.open(server.url);
  const { sessionId, token } = session;
  await client.ask('session.resume', { sessionId, token, ...more });
  return client;
}

test('after a lost connection the session goes on, and nothing was missed', async () => {
  const server = await start();
  const alice = await logIn(server, 'alice');
  const bob = await logIn(server, 'bob');
  await alice.client.cut();
  await bob.client.send('alice', 'while you were away');
  const client = await RawClient.open(server.url);
  const { sessionId, token, epoch } = alice.session;
  const info = await client.ask('session.resume', { sessionId, token, position: { epoch, seq: 0 } });
  expect(info).toMatchObject({ epoch, seq: 0, head: 1, expireAt: alice.session.expireAt });
  const page = await client.ask('sync.pull', { epoch, after: 0, limit: 10 });
  expect(page.entries).toHaveLength(1);
  await bob.client.send('alice', 'welcome back');
  expect((await client.entryCount(1))[0]?.seq).toBe(2);
  await Promise.all([client.close(), bob.client.close()]);
});

test('the old connection, if it is still there, is let go without a kick', async () => {
  const server = await start();
  const alice = await logIn(server, 'alice');
  const again = await resume(server, alice);
  expect((await alice.client.closed).code).toBe(CLOSE.replaced.code);
  expect(alice.client.pushes.map(({ push }) => push)).toEqual(['hello']);
  expect(server.inspect()).toMatchObject({ sessions: 1, users: 1, lingering: 0 });
  const third = await resume(server, alice);
  expect((await again.closed).code).toBe(CLOSE.replaced.code);
  await third.send('alice', 'still the same session');
  await third.close();
});

test('a session that was closed properly can be resumed too', async () => {
  const server = await start();
  const alice = await logIn(server, 'alice');
  await alice.client.close();
  await waitFor('the goodbye', () => server.inspect().users === 0);
  await (await resume(server, alice)).close();
});

describe('refused', () => {
  const attempts: [string, (mine: LoggedIn, other: LoggedIn) => Partial<ResumeParams>][] = [
    ['a secret that is wrong', () => ({ token: 'x'.repeat(43) })],
    ['the secret of somebody else', (_mine, other) => ({ token: other.session.token })],
    ['the session of somebody else', (_mine, other) => ({ sessionId: other.session.sessionId })],
    ['a name that is none', () => ({ sessionId: 'nonsense' })],
    ['a session of an unknown user', (mine) => ({ sessionId: mine.session.sessionId.replace('alice', 'carol') })],
    ['a session of an unknown app', (mine) => ({ sessionId: mine.session.sessionId.replace(/^\d+/, '1') })],
  ];

  test.each(attempts)('%s', async (_name, change) => {
    const server = await start();
    const [mine, other] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
    const client = await RawClient.open(server.url);
    const { sessionId, token } = mine.session;
    const asked = client.ask('session.resume', { sessionId, token, ...change(mine, other) });
    expect(await refusal(asked)).toMatchObject({ code: ERRORS.sessionLost.code });
    // Nobody has noticed anything.
    await mine.client.send('bob', 'hello');
    await other.client.send('alice', 'hello');
    await Promise.all([client.close(), mine.client.close(), other.client.close()]);
  });

  test('a UserSig that has ended meanwhile', async () => {
    const clock = new ServerClock();
    const server = await start({ clock });
    const alice = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 60) });
    await alice.client.cut();
    await clock.freeze(61_000);
    const client = await RawClient.open(server.url);
    const { sessionId, token } = alice.session;
    expect(await refusal(client.ask('session.resume', { sessionId, token }))).toMatchObject({
      code: ERRORS.sigExpired.code,
    });
    await client.close();
  });
});

test('positions: the client’s own word counts, but only where it can be true', async () => {
  const server = await start();
  const alice = await logIn(server, 'alice');
  const { epoch } = alice.session;
  for (let i = 0; i < 5; i += 1) await alice.client.send('alice', String(i));
  await alice.client.ask('sync.ack', { seq: 2 });
  await alice.client.cut();
  const { sessionId, token } = alice.session;
  const at = async (position: ResumeParams['position']): Promise<number> => {
    const client = await RawClient.open(server.url);
    const ticket = { sessionId, token };
    const { seq } = await client.ask('session.resume', position === undefined ? ticket : { ...ticket, position });
    await client.close();
    return seq;
  };
  await waitFor('the acknowledgement to be kept', async () => (await at(undefined)) === 2);
  expect(await at({ epoch, seq: 4 })).toBe(4);
  expect(await at({ epoch, seq: 99 })).toBe(2);
  expect(await at({ epoch: 'another store', seq: 4 })).toBe(2);
});

test('a session that lost its connection counts as online for a while only', async () => {
  const clock = new ServerClock();
  const server = await start({ clock, limits: { lingerTime: 30_000 } });
  const alice = await logIn(server, 'alice');
  await alice.client.cut();
  await waitFor('the cut to be noticed', () => server.inspect().lingering === 1);
  await clock.advance(29_000);
  expect(server.inspect().lingering).toBe(1);
  await clock.advance(2000);
  expect(server.inspect()).toMatchObject({ lingering: 0, users: 0 });
  await (await resume(server, alice)).cut();
});
