import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CLOSE, type SendParams } from '@tim-node/protocol';
import type { ServerOptions, TimServer } from '@tim-node/server';
import { TestNats, TestPostgres } from '../support/cluster-servers.js';
import { logIn, loginParams, message, messageOf, RawClient, Refused, refusal, textOf } from '../support/raw-client.js';
import { waitFor } from '../support/wait.js';
import { cluster } from './world.js';

const { node, options } = cluster();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface ChildNode {
  readonly server: TimServer;
  /** kill -9 */
  kill(): Promise<void>;
}

/** A node in a process of its own. */
async function childNode(settings: ServerOptions, like: TimServer): Promise<ChildNode> {
  const start = { at: Date.now(), simulated: Date.now() };
  const parameters = JSON.stringify({ speed: 1, start, options: settings });
  const script = join(__dirname, '../support/crashable-server.mjs');
  const child = spawn(process.execPath, [script, parameters], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  stops.push(kill);
  if (child.stdout === null) throw new Error('no stdout');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { server: Object.assign(Object.create(like) as TimServer, { url }), kill };
}

async function wholeLog(client: RawClient, epoch: string): Promise<string[]> {
  const texts: string[] = [];
  for (let after = 0; ;) {
    const { entries, head } = await client.ask('sync.pull', { epoch, after, limit: 200 });
    for (const entry of entries) if (entry.kind === 'message') texts.push(textOf(messageOf(entry)) ?? '');
    after = entries.at(-1)?.seq ?? head;
    if (after >= head) return texts;
  }
}

test('kill -9 of a node amid its sends: what was acknowledged is there once, and sending the rest again adds the rest', async () => {
  const b = await node();
  const { server: a, kill } = await childNode(options(), b);
  const { client: bob, session } = await logIn(b, 'bob');
  const { client: alice } = await logIn(a, 'alice');
  const sends = Array.from({ length: 900 }, (_, at) => message('bob', `m${at}`));
  const acked = new Set<SendParams>();
  for (const send of sends) {
    alice.ask('msg.send', send).then(
      () => acked.add(send),
      () => undefined,
    );
  }
  await waitFor('the first of them', () => acked.size > 0);
  await kill();
  await alice.closed;
  const before = await wholeLog(bob, session.epoch);
  expect(new Set(before).size).toBe(before.length);
  const present = new Set(before);
  for (const send of acked) expect(present).toContain(textOf(send));
  // The client moves to the other node and sends again what it knows nothing of.
  const { client: again } = await logIn(b, 'alice');
  await Promise.all(sends.filter((send) => !acked.has(send)).map((send) => again.ask('msg.send', send)));
  const after = await wholeLog(bob, session.epoch);
  expect(after.slice(0, before.length)).toEqual(before);
  expect([...after].sort()).toEqual(sends.map((send) => textOf(send) ?? '').sort());
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
  await alice.send('bob', 'and now');
  await bob.entryCount(1);
});

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
