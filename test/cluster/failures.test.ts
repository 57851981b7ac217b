import { CLOSE } from '@tim-node/protocol';
import type { ServerOptions } from '@tim-node/server';
import { world } from '../integration/native/world.js';
import { killAmidBurst } from '../support/burst-story.js';
import { TestNats, TestPostgres } from '../support/cluster-servers.js';
import { logIn, loginParams, message, RawClient, Refused, refusal, type Home } from '../support/raw-client.js';
import { ServerProcess } from '../support/server-process.js';
import { waitFor } from '../support/wait.js';
import { cluster } from './world.js';

const { node, options } = cluster();
const the = world();
jest.setTimeout(180_000);
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A node in a process of its own. */
async function childNode(settings: ServerOptions): Promise<ServerProcess> {
  const child = new ServerProcess({ ...settings }, 1);
  stops.push(() => child.kill());
  await child.start();
  return child;
}

test('kill -9 of a node amid 10,000 sends: what was acknowledged is there once and in order, the rest at most once; another node takes the rest', async () => {
  const b = await node();
  const a = await childNode(options());
  await killAmidBurst({
    world: the,
    sending: a,
    receiving: b,
    kill: () => a.kill(),
    recover: () => Promise.resolve(b),
  });
});

test('NATS stops and starts: what was sent meanwhile arrives, and a kick takes effect', async () => {
  const nats = await TestNats.start();
  stops.push(() => nats.close());
  const [a, b] = await Promise.all([node({ nats: nats.url }), node({ nats: nats.url })]);
  const { client: alice } = await logIn(a, 'alice');
  const { client: bob } = await logIn(b, 'bob');
  const { client: carol } = await logIn(b, 'carol');
  await nats.crash();
  await alice.send('bob', 'while it is away');
  await logIn(a, 'carol', { instanceId: 'another' });
  expect(bob.entries).toEqual([]);
  await nats.resume();
  expect(await bob.push('head')).toEqual({ seq: 1 });
  expect((await carol.closed).code).toBe(CLOSE.kicked.code);
  // The other node may need a moment longer; what it says meanwhile is told in the same way as above.
  await waitFor('a message as usual', async () => {
    await alice.send('bob', 'and now');
    return bob.entries.length > 0;
  });
});

test('PostgreSQL dies amid 2,000 sends: what was acknowledged is there once and in order, the rest at most once', async () => {
  const postgres = await TestPostgres.start();
  stops.push(() => postgres.close());
  const a = await node({ postgres: postgres.url() });
  stops.unshift(() => a.close());
  await killAmidBurst({
    world: the,
    sends: 2000,
    sending: a,
    receiving: a,
    kill: () => postgres.crash(),
    recover: async () => {
      await postgres.resume();
      await waitFor('the database', () => isReady(a));
      // What the node still had in hand is stored now, or never.
      await waitFor('an idle node', () => a.inspect().waitingMessages + a.inspect().storeCalls === 0);
      return a;
    },
  });
});

/** Whether logins work. */
async function isReady(server: Home): Promise<boolean> {
  const client = await RawClient.open(server.url);
  const outcome = client.ask('session.login', loginParams(server, 'visitor'));
  const works = await outcome.then(() => true).catch(() => false);
  await client.close();
  return works;
}

test('PostgreSQL stops and starts: sends fail with a code that may be tried again, and then succeed', async () => {
  const postgres = await TestPostgres.start();
  stops.push(() => postgres.close());
  const a = await node({ postgres: postgres.url() });
  // Closes before its database does.
  stops.unshift(() => a.close());
  const { client: alice } = await logIn(a, 'alice');
  await alice.send('alice', 'before');
  await postgres.crash();
  expect(await refusal(alice.send('alice', 'meanwhile'))).toMatchObject({ code: 20005, retryAfter: 1000 });
  const other = await RawClient.open(a.url);
  expect(await refusal(other.ask('session.login', loginParams(a, 'bob')))).toMatchObject({ code: 70500 });
  await postgres.resume();
  const tries = message('alice', 'after');
  await waitFor('the database', async () => {
    try {
      await alice.ask('msg.send', tries);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  });
  await alice.entryCount(2);
});
