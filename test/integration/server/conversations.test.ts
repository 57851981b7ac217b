import { ERRORS, MENTION_ALL, type Conversation, type LogEntry, type Target } from '@tim-node/protocol';
import { logIn, message, type RawClient, refusal } from '../../support/raw-client.js';
import { rest, servers } from '../../support/server.js';

const { start } = servers();

const c2c = (id: string): Target => ({ type: 'c2c', id });

/** Clients of these users, one of them with a second instance. */
async function people(...names: string[]): Promise<RawClient[]> {
  const server = await start();
  const clients: RawClient[] = [];
  for (const name of names) {
    const again = names.indexOf(name) !== clients.length;
    const more = again ? ({ platform: 'Web', instanceId: 'web' } as const) : {};
    clients.push((await logIn(server, name, more)).client);
  }
  return clients;
}

const close = (clients: readonly RawClient[]) => Promise.all(clients.map((client) => client.close()));

async function list(client: RawClient): Promise<Conversation[]> {
  return (await client.ask('conv.list', { limit: 100 })).conversations;
}

async function get(client: RawClient, target: Target): Promise<Conversation | undefined> {
  return (await client.ask('conv.get', { targets: [target] })).conversations[0];
}

const kinds = (entries: readonly LogEntry[]): string[] => entries.map(({ kind }) => kind);

test('the list tells names and faces, and what belongs to no conversation', async () => {
  const server = await start();
  await rest(server, 'im_open_login_svc/account_import', { UserID: 'bob', Nick: 'Bob', FaceUrl: 'b.png' });
  const { client } = await logIn(server, 'alice');
  await client.send('bob', 'hi');
  expect(await client.ask('conv.list', { limit: 1 })).toEqual({
    conversations: [
      {
        target: c2c('bob'),
        unread: 0,
        readSeq: 0,
        readTime: 0,
        peerReadSeq: 0,
        active: expect.any(Number) as number,
        last: expect.objectContaining({ seq: 1, sender: 'alice' }) as object,
        pinned: false,
        marks: '0',
        custom: '',
        option: 0,
        mentions: [],
        groups: [],
        face: { name: 'Bob', faceUrl: 'b.png' },
        at: 1,
      },
    ],
    groups: [],
    accountOption: { option: 0, duration: 0 },
    at: 1,
  });
  await client.close();
});

test('the entry of a change comes before the answer, and to the other instance as well', async () => {
  const clients = await people('alice', 'alice', 'bob');
  const [alice, web, bob] = clients as [RawClient, RawClient, RawClient];
  await bob.send('alice', 'hi');
  await alice.entryCount(1);
  const calls: [() => Promise<unknown>, string[]][] = [
    [() => alice.ask('conv.pin', { target: c2c('bob'), pinned: true }), ['conversation']],
    [() => alice.ask('conv.read', { target: c2c('bob') }), ['conversation']],
    [() => alice.ask('conv.group.create', { name: 'g', targets: [c2c('bob')] }), ['convGroup']],
    [() => alice.ask('conv.option.account.set', { option: 1, daily: 0, duration: 1 }), ['accountOption']],
    [() => alice.ask('conv.remove', { targets: [c2c('bob')], clear: true }), ['cleared', 'conversationRemoved']],
  ];
  for (const [call, expected] of calls) {
    const before = alice.entries.length;
    await call();
    expect(kinds(alice.entries.slice(before))).toEqual(expected);
    // Again it is so already.
    await call();
    expect(alice.entries).toHaveLength(before + expected.length);
  }
  expect(kinds(await web.entryCount(7))).toEqual(kinds(alice.entries));
  expect(kinds(await bob.entryCount(2))).toEqual(['message', 'peerRead']);
  expect(await list(alice)).toEqual([]);
  await close(clients);
});

test('mentions: told until they are read, those after the place of reading stay', async () => {
  const clients = await people('alice', 'bob');
  const [alice, bob] = clients as [RawClient, RawClient];
  const named = [{ user: 'bob', role: 'member' as const }];
  const { groupId } = await alice.ask('group.create', { type: 'Private', name: 'us', members: named });
  const target: Target = { type: 'group', id: groupId };
  const say = (mentions: string[]) =>
    alice.ask('msg.send', {
      ...message('', 'x', { target }),
      body: { elems: [{ type: 'text', text: 'x' }], mentions },
    });
  await say(['bob']);
  const all = await say([MENTION_ALL]);
  const both = await say(['bob', MENTION_ALL]);
  const conversation = await get(bob, target);
  expect(conversation).toMatchObject({
    unread: 3,
    face: { name: 'us', groupType: 'Private', owner: 'alice' },
    mentions: [
      { seq: all.seq - 1, me: true, all: false },
      { seq: all.seq, me: false, all: true },
      { seq: both.seq, me: true, all: true },
    ],
  });
  await bob.ask('conv.read', { target, upTo: all.seq });
  expect(await get(bob, target)).toMatchObject({
    unread: 1,
    readSeq: all.seq,
    mentions: [{ seq: both.seq, me: true, all: true }],
  });
  expect(await get(alice, target)).toMatchObject({ unread: 0, mentions: [] });
  await alice.ask('conv.option.set', { targets: [target], option: 2 });
  expect(await alice.ask('conv.option.get', { targets: [target] })).toEqual({ options: [{ target, option: 2 }] });
  await close(clients);
});

test('a group message for some of the members is the last one for these only, and does not count as unread', async () => {
  const clients = await people('alice', 'bob', 'carol');
  const [alice, bob, carol] = clients as [RawClient, RawClient, RawClient];
  const named = ['bob', 'carol'].map((user) => ({ user, role: 'member' as const }));
  const { groupId } = await alice.ask('group.create', { type: 'Private', name: 'us', members: named });
  const target: Target = { type: 'group', id: groupId };
  const say = (more: object = {}) => alice.ask('msg.send', message('', 'x', { target, ...more }));
  const first = await say();
  await say({ onlyFor: ['bob'] });
  await say();
  await say({ onlyFor: ['carol'] });
  expect(await get(bob, target)).toMatchObject({ unread: 2, last: { seq: first.seq + 2 } });
  expect(await get(carol, target)).toMatchObject({ unread: 2, last: { seq: first.seq + 3 } });
  await bob.ask('conv.read', { target, upTo: first.seq });
  await carol.ask('conv.read', { target, upTo: first.seq });
  expect(await get(bob, target)).toMatchObject({ unread: 1 });
  expect(await get(carol, target)).toMatchObject({ unread: 1 });
  await carol.ask('conv.read', { kind: 'group' });
  expect(await get(carol, target)).toMatchObject({ unread: 0, readSeq: first.seq + 3 });
  await bob.ask('group.quit', { groupId });
  expect(await list(bob)).toEqual([]);
  await close(clients);
});

test.each<[string, string, unknown, number]>([
  ['a page of none', 'conv.list', { limit: 0 }, 6017],
  ['a page of too many', 'conv.list', { limit: 101 }, 6017],
  ['a cursor that is no text', 'conv.list', { limit: 1, after: {} }, 6017],
  ['too many', 'conv.get', { targets: Array.from({ length: 101 }, (_, at) => c2c(`u${at}`)) }, 6017],
  ['marks that are no number', 'conv.mark', { targets: [], mark: '-1', on: true }, 6017],
  ['marks of more than 64 bits', 'conv.mark', { targets: [], mark: '18446744073709551616', on: true }, 6017],
  ['custom data that is too long', 'conv.custom', { targets: [], custom: 'x'.repeat(257) }, 6017],
  ['an option that does not exist', 'conv.option.set', { targets: [], option: 4 }, 6017],
  ['a name that is too long', 'conv.group.create', { name: '世'.repeat(11), targets: [] }, 6017],
  ['pinning what is not there', 'conv.pin', { target: c2c('nobody'), pinned: true }, 50002],
  ['pinning what cannot be', 'conv.pin', { target: c2c('a:b'), pinned: true }, 50002],
  ['a group that is not there', 'conv.group.add', { name: 'x', targets: [] }, ERRORS.convGroupUnknown.code],
])('refused: %s', async (_name, op, params, code) => {
  const clients = await people('alice');
  const [alice] = clients as [RawClient];
  expect((await refusal(alice.request(op, params))).code).toBe(code);
  expect(await list(alice)).toEqual([]);
  await close(clients);
});

test('nobody reaches the conversation of others', async () => {
  const clients = await people('alice', 'bob', 'eve');
  const [alice, bob, eve] = clients as [RawClient, RawClient, RawClient];
  await alice.send('bob', 'secret');
  const targets = [c2c('alice'), c2c('bob'), c2c('alice:bob'), { type: 'group', id: 'x' } as const];
  expect(await eve.ask('conv.get', { targets })).toEqual({ conversations: [] });
  expect(await eve.ask('conv.list', { limit: 100, after: 'c2c:alice:bo' })).toEqual({ conversations: [] });
  const { results } = await eve.ask('conv.custom', { targets, custom: 'x' });
  expect(results.map(({ code }) => code)).toEqual([50002, 50002, 50002, 50002]);
  expect(await get(bob, c2c('alice'))).toMatchObject({ custom: '' });
  await close(clients);
});
