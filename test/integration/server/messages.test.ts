import { ERRORS, LIMITS, type SendParams } from '@tim-node/protocol';
import { logIn, message, RawClient, refusal, textOf, type LoggedIn, messageOf } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';

const { start } = servers();

test('a message reaches all instances of both, the sending one included, as the server tells it', async () => {
  const server = await start();
  const alice = await logIn(server, 'alice', { platform: 'Windows' });
  const aliceWeb = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
  const bob = await logIn(server, 'bob', { platform: 'iPhone' });
  const bobWeb = await logIn(server, 'bob', { platform: 'Web', instanceId: 'web' });
  const params = message('bob', 'hello', { random: 42, clientTime: 5 });
  const sent = await alice.client.ask('msg.send', params);
  expect(sent).toEqual({ seq: 1, time: expect.any(Number) as number });
  expect(Math.abs(sent.time - Date.now() / 1000)).toBeLessThan(30);
  const told = {
    target: { type: 'c2c', id: 'bob' },
    seq: 1,
    sender: 'alice',
    clientId: params.clientId,
    time: sent.time,
    clientTime: 5,
    random: 42,
    platform: 'Windows',
    body: { elems: [{ type: 'text', text: 'hello' }] },
  };
  const all = [alice, aliceWeb, bob, bobWeb];
  for (const { client } of all)
    expect(await client.entryCount(1)).toEqual([{ kind: 'message', seq: 1, message: told }]);
  const { epoch } = bob.session;
  const page = await bob.client.ask('sync.pull', { epoch, after: 0, limit: 10 });
  expect(page).toEqual({ epoch, reset: false, head: 1, entries: [{ kind: 'message', seq: 1, message: told }] });
  await Promise.all(all.map(({ client }) => client.close()));
});

test('what a client says about sender, place and time is not listened to', async () => {
  const server = await start();
  const [alice, bob] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
  await bob.client.send('bob', 'first');
  const lies = {
    sender: 'bob',
    seq: 99,
    time: 1,
    platform: 'Web',
    from: 'bob',
    target: { type: 'c2c', id: 'bob', seq: 5 },
  };
  await alice.client.request('msg.send', { ...message('bob', 'x'), ...lies });
  const [, entry] = await bob.client.entryCount(2);
  expect(messageOf(entry)).toMatchObject({
    sender: 'alice',
    seq: 1,
    platform: 'Linux',
    target: { type: 'c2c', id: 'bob' },
  });
  expect(Object.keys(messageOf(entry).target)).toEqual(['type', 'id']);
  await Promise.all([alice.client.close(), bob.client.close()]);
});

test('the same client id again: the first answer, and nobody gets it twice', async () => {
  const server = await start();
  const [alice, bob] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
  const params = message('bob', 'once');
  const first = await alice.client.ask('msg.send', params);
  const again = await Promise.all([alice.client.ask('msg.send', params), alice.client.ask('msg.send', params)]);
  expect(again).toEqual([first, first]);
  await alice.client.send('bob', 'then');
  const entries = await bob.client.entryCount(2);
  expect(entries.map((entry) => textOf(messageOf(entry)))).toEqual(['once', 'then']);
  await Promise.all([alice.client.close(), bob.client.close()]);
});

const CUSTOM = { type: 'custom', data: 'd', desc: '', ext: '', sound: '' } as const;
const PLACE = { type: 'location', desc: 'home', longitude: 11.5, latitude: -48.1 } as const;
const FACE = { type: 'face', index: -1, data: 'smile' } as const;

test('elements of every kind, in their order, and nothing that is not part of one', async () => {
  const server = await start();
  const [alice, bob] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
  const elems = [FACE, CUSTOM, { type: 'text', text: 'and' }, PLACE, CUSTOM] as const;
  const sent = elems.map((elem) => ({ ...elem, more: 'of the client' }));
  await alice.client.ask('msg.send', { ...message('bob', ''), body: { elems: sent } });
  const [entry] = await bob.client.entryCount(1);
  expect(messageOf(entry).body).toEqual({ elems });
  await Promise.all([alice.client.close(), bob.client.close()]);
});

const refused: [string, Partial<SendParams> | Record<string, unknown>, number][] = [
  ['to nobody', { target: { type: 'c2c', id: 'nobody' } }, ERRORS.messageParty.code],
  ['to somebody who cannot be', { target: { type: 'c2c', id: 'no body' } }, ERRORS.messageParty.code],
  ['to a group that does not exist', { target: { type: 'group', id: 'g' } }, ERRORS.groupUnknown.code],
  ['longer than 12 KB', { body: { elems: [{ type: 'text', text: 'x'.repeat(LIMITS.messageBytes) }] } }, 8001],
  ['12 KB in few characters', { body: { elems: [{ type: 'text', text: '\u{1f600}'.repeat(3500) }] } }, 8001],
  ['12 KB of data on the side', { body: { elems: [], cloudData: 'x'.repeat(LIMITS.messageBytes) } }, 8001],
  ['of an unknown kind', { body: { elems: [{ type: 'video' }] } }, 6017],
  ['with custom data that is no text', { body: { elems: [{ ...CUSTOM, data: { a: 1 } }] } }, 6017],
  ['with half a custom element', { body: { elems: [{ type: 'custom', data: 'x' }] } }, 6017],
  ['with a face that is no number', { body: { elems: [{ type: 'face', index: 1.5, data: '' }] } }, 6017],
  ['with a place that is no number', { body: { elems: [{ ...PLACE, latitude: '48' }] } }, 6017],
  ['with a place at no place', { body: { elems: [{ ...PLACE, longitude: null }] } }, 6017],
  ['with U+0000', { body: { elems: [{ type: 'text', text: 'a\u0000b' }] } }, 6017],
  ['with half a character', { body: { elems: [{ type: 'text', text: '\udc00' }] } }, 6017],
  ['without a client id', { clientId: '' }, 6017],
  ['with a client id of 65 bytes', { clientId: 'x'.repeat(65) }, 6017],
  ['with a random number that is too large', { random: 2 ** 32 }, 6017],
  ['with a negative time', { clientTime: -1 }, 6017],
  ['with 65 elements', { body: { elems: Array.from({ length: 65 }, () => ({ type: 'text', text: '' })) } }, 6017],
];

test.each(refused)('refused: %s', async (_name, change, code) => {
  const server = await start();
  const { client } = await logIn(server, 'alice');
  expect(await refusal(client.request('msg.send', { ...message('alice', 'x'), ...change }))).toMatchObject({ code });
  // Nothing is left of it.
  expect(await client.send('alice', 'fine')).toMatchObject({ seq: 1 });
  await client.close();
});

test('just under 12 KB is taken', async () => {
  const server = await start();
  const { client } = await logIn(server, 'alice');
  const frame = Buffer.byteLength('{"elems":[{"type":"text","text":""}]}');
  await client.send('alice', 'x'.repeat(LIMITS.messageBytes - frame));
  await client.close();
});

test('many senders at once: every conversation and every log has one order without gaps, the same for all', async () => {
  const server = await start({ settings: { instances: { Web: 2 } } });
  const users = ['a', 'b', 'c', 'd'];
  const all: LoggedIn[] = [];
  for (const user of users) {
    for (const instanceId of ['1', '2']) all.push(await logIn(server, user, { platform: 'Web', instanceId }));
  }
  const COUNT = 50;
  await Promise.all(
    all.flatMap(({ client }, at) =>
      Array.from({ length: COUNT }, (_, n) => client.send(users[(at + n) % users.length] ?? 'a', `${at}/${n}`)),
    ),
  );
  for (const [at, user] of users.entries()) {
    const { client, session } = all[at * 2] as LoggedIn;
    const { epoch } = session;
    const log: string[] = [];
    const seqs = new Map<string, number>();
    const ofSender = new Map<string, number>();
    for (let after = 0, head = 1; after < head;) {
      const page = await client.ask('sync.pull', { epoch, after, limit: 70 });
      for (const entry of page.entries) {
        const { seq } = entry;
        const m = messageOf(entry);
        expect(seq).toBe((after += 1));
        const partner = m.sender === user ? m.target.id : m.sender;
        expect(m.seq).toBe((seqs.get(partner) ?? 0) + 1);
        seqs.set(partner, m.seq);
        const [instance = '', n = ''] = (textOf(m) ?? '').split('/');
        expect(Number(n)).toBeGreaterThan(ofSender.get(instance) ?? -1);
        ofSender.set(instance, Number(n));
        log.push(m.clientId);
      }
      head = page.head;
    }
    for (const { client: instance } of all.slice(at * 2, at * 2 + 2)) {
      const pushed = await instance.entryCount(log.length);
      expect(pushed.map((entry) => messageOf(entry).clientId)).toEqual(log);
    }
  }
  await Promise.all(all.map(({ client }) => client.close()));
});

test('answers to one connection travel together', async () => {
  const server = await start();
  const { client } = await logIn(server, 'alice');
  const before = client.messages.length;
  await Promise.all(Array.from({ length: 100 }, (_, at) => client.send('alice', String(at))));
  await client.entryCount(100);
  expect(client.messages.length - before).toBeLessThan(100);
  await client.close();
});

describe('the log', () => {
  test('a large backlog comes in pages that every client takes', async () => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    const { epoch } = session;
    const large = 'x'.repeat(11_000);
    for (let i = 0; i < 60; i += 1) await client.send('alice', large);
    const seen: number[] = [];
    while (seen.length < 60) {
      const { entries, head, reset } = await client.ask('sync.pull', {
        epoch,
        after: seen.length,
        limit: LIMITS.pullPage,
      });
      expect([head, reset]).toEqual([60, false]);
      expect(entries.length).toBeGreaterThan(0);
      expect(JSON.stringify(entries).length).toBeLessThan(LIMITS.frameBytes / 2);
      seen.push(...entries.map(({ seq }) => seq));
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    await client.close();
  });

  test.each([
    ['ahead of the log', { after: 3 }],
    ['of another store', { after: 1, epoch: 'another' }],
  ])('a position %s: everything has to be loaded anew', async (_name, change) => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    const { epoch } = session;
    await client.send('alice', '1');
    await client.send('alice', '2');
    expect(await client.ask('sync.pull', { epoch, limit: 10, ...change })).toEqual({
      epoch,
      head: 2,
      reset: true,
      entries: [],
    });
    await client.close();
  });

  test.each([
    { limit: 0 },
    { limit: LIMITS.pullPage + 1 },
    { limit: -1 },
    { limit: 1e9 },
    { after: -1 },
    { after: 2 ** 63 },
    { after: '0' },
    { epoch: '' },
  ])('%p is no page', async (change) => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    const params = { epoch: session.epoch, after: 0, limit: 10, ...change };
    expect(await refusal(client.request('sync.pull', params))).toMatchObject({ code: ERRORS.invalidParameters.code });
    await client.close();
  });

  test('a new instance begins where the account stands', async () => {
    const server = await start();
    const [alice, bob] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
    for (let i = 0; i < 4; i += 1) await bob.client.send('alice', String(i));
    await alice.client.ask('session.logout', { seq: 3 });
    const web = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
    expect(web.session).toMatchObject({ seq: 3, head: 4 });
    await Promise.all([alice, bob, web].map(({ client }) => client.close()));
  });

  test('pushes begin where the answer to the login ends, and come after it', async () => {
    const server = await start();
    const bob = await logIn(server, 'bob');
    await (await logIn(server, 'alice')).client.close();
    const enough = new AbortController();
    const sender = (async () => {
      while (!enough.signal.aborted) await bob.client.send('alice', 'again and again');
    })();
    for (let i = 0; i < 20; i += 1) {
      const client = await RawClient.open(server.url);
      const { sdkAppId } = server;
      const userSig = server.genUserSig('alice');
      const instanceId = 'alice-1';
      const { head } = await client.ask('session.login', {
        sdkAppId,
        userId: 'alice',
        userSig,
        platform: 'Linux',
        instanceId,
      });
      const [first] = await client.entryCount(1);
      expect(first?.seq).toBeLessThanOrEqual(head + 1);
      const frames = client.messages.flat();
      const answer = frames.findIndex((frame) => 'id' in frame);
      const push = frames.findIndex((frame) => 'push' in frame && frame.push === 'log');
      expect(answer).toBeLessThan(push);
      await client.ask('session.logout', {});
      await client.close();
    }
    enough.abort();
    await sender;
    await bob.client.close();
  });
});
