import { CLOSE } from '@tim-node/protocol';
import { createServer, type ServerOptions } from '@tim-node/server';
import { logIn, messageOf, refusal, textOf, RawClient, loginParams } from '../support/raw-client.js';
import { rest } from '../support/server.js';
import { waitFor } from '../support/wait.js';
import { cluster } from './world.js';

const { node, options: nodeOptions } = cluster();

/** What came, in the order of the log; pushes of two nodes may overtake each other, and the SDK puts them right. */
function texts(client: RawClient): (string | undefined)[] {
  const entries = client.entries.filter(({ kind }) => kind === 'message').sort((a, b) => a.seq - b.seq);
  return entries.map((entry) => textOf(messageOf(entry)));
}

test('users on different nodes write to each other, in order, everything once', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  const { client: alice } = await logIn(a, 'alice');
  const { client: bob } = await logIn(b, 'bob');
  const expected: string[] = [];
  for (let at = 0; at < 40; at += 1) {
    const [from, to] = at % 2 === 0 ? [alice, 'bob'] : [bob, 'alice'];
    await from.send(to, `m${at}`);
    expected.push(`m${at}`);
  }
  await waitFor('all messages', () => texts(alice).length >= 40 && texts(bob).length >= 40);
  expect(texts(alice)).toEqual(expected);
  expect(texts(bob)).toEqual(expected);
  expect(bob.entries.map(({ seq }) => seq).sort((x, y) => x - y)).toEqual(
    Array.from({ length: 40 }, (_, at) => at + 1),
  );
});

test('what both sides send at the same time gets one order, and both have the same', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  const {
    client: alice,
    session: { epoch },
  } = await logIn(a, 'alice');
  const { client: bob } = await logIn(b, 'bob');
  const all = Array.from({ length: 100 }, (_, at) => at);
  const answers = await Promise.all(
    all.flatMap((at) => [alice.send('bob', `alice ${at}`), bob.send('alice', `bob ${at}`)]),
  );
  const seqs = answers.map(({ seq }) => seq).sort((x, y) => x - y);
  expect(seqs).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  const order = async (client: RawClient): Promise<unknown> => {
    const { entries } = await client.ask('sync.pull', { epoch, after: 0, limit: 200 });
    return entries.map((entry) => textOf(messageOf(entry)));
  };
  expect(await order(alice)).toEqual(await order(bob));
});

test('a login on one node kicks on the other', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  const { client: first } = await logIn(a, 'alice');
  const { client: second } = await logIn(b, 'alice', { instanceId: 'alice-2' });
  expect(await first.push('session.end')).toMatchObject({ reason: 'multipleAccount', byPlatform: 'Linux' });
  expect((await first.closed).code).toBe(CLOSE.kicked.code);
  await second.send('alice', 'still here');
  // It was told: the next login of the first instance succeeds, and kicks in turn.
  await logIn(a, 'alice');
  expect(await second.push('session.end')).toMatchObject({ reason: 'multipleAccount' });
});

test('of two logins at the same time on two nodes one stays', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  for (let round = 0; round < 5; round += 1) {
    const both = await Promise.all([
      logIn(a, 'carol', { instanceId: `a${round}` }),
      logIn(b, 'carol', { instanceId: `b${round}` }),
    ]);
    await waitFor('one of them to go', () => a.inspect().sessions + b.inspect().sessions === 1);
    for (const { client } of both) client.socket.terminate();
    await waitFor('both to be gone', () => a.inspect().sessions + b.inspect().sessions === 0);
  }
});

test('a session is resumed on another node, and misses nothing', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  const { client: alice, session } = await logIn(a, 'alice');
  const { client: bob } = await logIn(b, 'bob');
  await alice.cut();
  await bob.send('alice', 'while away');
  const again = await RawClient.open(b.url);
  const { sessionId, token, epoch } = session;
  const resumed = await again.ask('session.resume', { sessionId, token, position: { epoch, seq: session.seq } });
  expect(resumed).toMatchObject({ seq: 0, head: 1 });
  await bob.send('alice', 'now');
  await again.entryCount(1);
  expect(texts(again)).toEqual(['now']);
});

test('an administrator kicks everywhere, and UserSigs made before are useless everywhere', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  const { client: phone } = await logIn(a, 'alice', { platform: 'iPhone', instanceId: 'phone' });
  const { client: desk } = await logIn(b, 'alice', { platform: 'Mac', instanceId: 'desk' });
  const params = loginParams(a, 'alice');
  expect(await a.kick('alice')).toBe(true);
  for (const client of [phone, desk]) {
    expect(await client.push('session.end')).toMatchObject({ reason: 'REST_API_Kick' });
  }
  const late = await RawClient.open(b.url);
  expect(await refusal(late.ask('session.login', params))).toMatchObject({ code: 70052 });
});

test('who is online is known on every node', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  await rest(a, 'im_open_login_svc/multiaccount_import', { Accounts: ['alice', 'bob', 'carol'] });
  await logIn(a, 'alice', { platform: 'iPad' });
  const { client: bob } = await logIn(b, 'bob');
  const status = async (server: typeof a): Promise<unknown> => {
    const answer = await rest(server, 'openim/query_online_status', { To_Account: ['alice', 'bob', 'carol'] });
    return (answer['QueryResult'] as { Status: string }[]).map(({ Status }) => Status);
  };
  expect(await status(a)).toEqual(['Online', 'Online', 'Offline']);
  expect(await status(b)).toEqual(['Online', 'Online', 'Offline']);
  await bob.close();
  await waitFor('the goodbye to be written down', async () => String(await status(a)) === 'Online,Offline,Offline');
});

test('settings that were changed on one node apply on the other', async () => {
  const [a, b] = await Promise.all([node(), node()]);
  await a.settings.update({ policy: 'single' });
  await waitFor('the news', () => b.settings.get().policy === 'single');
  await b.settings.update({ instances: { Web: 3 } });
  await waitFor('the news', () => a.settings.get().instances.Web === 3);
  expect(a.settings.get().policy).toBe('single');
});

test('nodes of one cluster share their app', async () => {
  const { postgres, nats, dataDir } = nodeOptions() as Required<ServerOptions>;
  await expect(createServer({ postgres, nats, dataDir })).rejects.toThrow(/same sdkAppId and secretKey/);
});

test('a text that the database could not hold is refused to its sender alone', async () => {
  const a = await node();
  const { client: alice } = await logIn(a, 'alice');
  const { client: bob } = await logIn(a, 'bob');
  const { client: mallory } = await logIn(a, 'mallory');
  const bad = ['a\u0000b', 'a\ud800b', '\udc00'];
  // All at once, so that they would be stored together.
  const [refused, ...stored] = await Promise.all([
    Promise.all(bad.map((text) => refusal(mallory.send('bob', text)))),
    ...['1', '2', '3'].map((text) => alice.send('bob', text)),
  ]);
  expect(refused.map(({ code, desc }) => [code, /text/.test(desc)])).toEqual(bad.map(() => [6017, true]));
  expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  await bob.entryCount(3);
  // What looks like them is a text like all others.
  const odd = ['\\u0000', '\ufffd', '\u{1f600}', '\ufffe'];
  for (const text of odd) await alice.send('bob', text);
  await waitFor('all messages', () => texts(bob).length === 7);
  expect(texts(bob).slice(3)).toEqual(odd);
});
