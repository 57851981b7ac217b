import { LIMITS, type LogEntry, type MessageBody } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { logIn, message, refusal, type LoggedIn, type RawClient } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';

const { start } = servers();

const toBob = { target: { type: 'c2c', id: 'bob' } } as const;
const toAlice = { target: { type: 'c2c', id: 'alice' } } as const;

interface Pair {
  readonly server: TimServer;
  readonly alice: RawClient;
  readonly web: RawClient;
  readonly bob: RawClient;
}

/** Alice with a second instance, and bob. */
async function pair(): Promise<Pair> {
  const server = await start();
  const people: LoggedIn[] = [
    await logIn(server, 'alice'),
    await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' }),
    await logIn(server, 'bob'),
  ];
  const [alice, web, bob] = people.map(({ client }) => client) as [RawClient, RawClient, RawClient];
  return { server, alice, web, bob };
}

/** Sends a text with something else in its body. */
async function say(client: RawClient, to: string, more: Partial<MessageBody> = {}): Promise<number> {
  const { body, ...params } = message(to, 'hello', { random: 9, clientTime: 8 });
  return (await client.ask('msg.send', { ...params, body: { ...body, ...more } })).seq;
}

const ofKind = (client: RawClient, kind: LogEntry['kind']) => client.entries.filter((entry) => entry.kind === kind);

describe('receipts', () => {
  test('the sender is told once, in every instance, and can ask', async () => {
    const { alice, web, bob } = await pair();
    const seq = await say(alice, 'bob', { needReceipt: true });
    expect(await alice.ask('mark.receipt.get', { ...toBob, seqs: [seq] })).toEqual({
      receipts: [{ seq, read: 0, unread: 1, time: 0 }],
    });
    for (let times = 0; times < 2; times += 1) {
      expect(await bob.ask('mark.receipt.send', { ...toAlice, seqs: [seq, seq] })).toEqual({});
    }
    expect(await alice.ask('mark.receipt.get', { ...toBob, seqs: [seq] })).toEqual({
      receipts: [{ seq, read: 1, unread: 0, time: expect.any(Number) as number }],
    });
    await say(bob, 'alice');
    for (const client of [alice, web]) {
      await client.entryCount(3);
      expect(ofKind(client, 'receipts')).toEqual([
        {
          kind: 'receipts',
          seq: 2,
          target: { type: 'c2c', id: 'bob' },
          receipts: [{ seq, read: 1, unread: 0, time: expect.any(Number) as number, clientTime: 8, random: 9 }],
          by: 'bob',
          time: expect.any(Number) as number,
        },
      ]);
    }
    expect(ofKind(bob, 'receipts')).toEqual([]);
  });

  test('nothing for messages that ask for none, for own ones and for those that are not there', async () => {
    const { alice, bob } = await pair();
    const plain = await say(alice, 'bob');
    const own = await say(bob, 'alice', { needReceipt: true });
    await bob.ask('mark.receipt.send', { ...toAlice, seqs: [plain, own, 77] });
    expect(await bob.ask('mark.receipt.get', { ...toAlice, seqs: [plain, own, 77] })).toEqual({
      receipts: [{ seq: own, read: 0, unread: 1, time: 0 }],
    });
    await say(alice, 'bob');
    await bob.entryCount(3);
    for (const client of [alice, bob]) expect(ofKind(client, 'receipts')).toEqual([]);
    // Who reads messages between two users is told by the counts.
    const readers = alice.ask('mark.receipt.users', { ...toBob, seq: plain, read: true, limit: 10 });
    expect(await refusal(readers)).toMatchObject({ code: 10010 });
  });
});

describe('extensions', () => {
  test('both sides set, change and delete them, and both are told', async () => {
    const { alice, web, bob } = await pair();
    const seq = await say(alice, 'bob', { extensible: true });
    const set = [
      { key: 'a', value: '1' },
      { key: '__proto__', value: 'x' },
    ];
    const ok = (key: string, value: string) => ({ code: 0, desc: '', extension: { key, value } });
    expect(await bob.ask('mark.extension.set', { ...toAlice, seq, set })).toEqual({
      results: [ok('a', '1'), ok('__proto__', 'x')],
    });
    // What is so already is told to nobody.
    await alice.ask('mark.extension.set', { ...toBob, seq, set: [{ key: 'a', value: '1' }] });
    await alice.ask('mark.extension.set', { ...toBob, seq, set: [{ key: 'a', value: '2' }] });
    expect(await bob.ask('mark.extension.get', { ...toAlice, seq })).toEqual({
      extensions: [
        { key: '__proto__', value: 'x' },
        { key: 'a', value: '2' },
      ],
    });
    const missing = { code: 23004, desc: expect.any(String) as string, extension: { key: 'constructor', value: '' } };
    expect(await bob.ask('mark.extension.delete', { ...toAlice, seq, keys: ['a', 'constructor', 'a'] })).toEqual({
      results: [ok('a', ''), missing],
    });
    expect(await alice.ask('mark.extension.delete', { ...toBob, seq, keys: [] })).toEqual({
      results: [ok('__proto__', '')],
    });
    expect(await alice.ask('mark.extension.delete', { ...toBob, seq, keys: [] })).toEqual({ results: [] });
    for (const [client, target] of [
      [alice, toBob.target],
      [web, toBob.target],
      [bob, toAlice.target],
    ] as const) {
      await client.entryCount(5);
      const name = { seq, sender: 'alice', random: 9, clientTime: 8, time: expect.any(Number) as number };
      const told = { kind: 'extensions', target, message: name };
      expect(client.entries.slice(1)).toEqual([
        { ...told, seq: 2, set },
        { ...told, seq: 3, set: [{ key: 'a', value: '2' }] },
        { ...told, seq: 4, deleted: ['a'] },
        { ...told, seq: 5, deleted: ['__proto__'] },
      ]);
    }
  });

  test('not for messages that were sent without, and no more than there is room for', async () => {
    const { alice } = await pair();
    const plain = await say(alice, 'bob');
    const one = [{ key: 'k', value: '' }];
    expect(await refusal(alice.ask('mark.extension.set', { ...toBob, seq: plain, set: one }))).toMatchObject({
      code: 6017,
    });
    const seq = await say(alice, 'bob', { extensible: true });
    const page = LIMITS.extensionsPerRequest;
    for (let at = 0; at < LIMITS.extensions; at += page) {
      const set = Array.from({ length: page }, (_each, n) => ({ key: `k${at + n}`, value: 'v' }));
      await alice.ask('mark.extension.set', { ...toBob, seq, set });
    }
    const set = [
      { key: 'more', value: 'v' },
      { key: 'k7', value: 'changed' },
    ];
    const { results } = await alice.ask('mark.extension.set', { ...toBob, seq, set });
    expect(results.map(({ code }) => code)).toEqual([6017, 0]);
    const { extensions } = await alice.ask('mark.extension.get', { ...toBob, seq });
    expect(extensions).toHaveLength(LIMITS.extensions);
    expect((await alice.ask('mark.extension.delete', { ...toBob, seq, keys: [] })).results).toHaveLength(300);
  });

  const bad: [string, unknown][] = [
    ['a key of 101 bytes', { set: [{ key: 'x'.repeat(101), value: '' }] }],
    ['no key', { set: [{ key: '', value: '' }] }],
    ['a value of 1025 bytes', { set: [{ key: 'k', value: 'x'.repeat(1025) }] }],
    ['a value that is no text', { set: [{ key: 'k', value: {} }] }],
    ['half a character', { set: [{ key: 'k\udc00', value: '' }] }],
    ['21 at once', { set: Array.from({ length: 21 }, (_each, at) => ({ key: `${at}`, value: '' })) }],
    ['a place that is none', { seq: 0, set: [] }],
  ];

  test('whoever says what he takes to be there changes nothing that is otherwise by now', async () => {
    const { alice, bob } = await pair();
    const seq = await say(alice, 'bob', { extensible: true });
    const set = async (value: string, known?: { key: string; value: string }[]) => {
      const params = { ...toAlice, seq, set: [{ key: 'k', value }], ...(known === undefined ? {} : { known }) };
      const { results } = await bob.ask('mark.extension.set', params);
      return results.map(({ code, extension }) => [code, extension.value]);
    };
    const remove = async (known: { key: string; value: string }[]) => {
      const { results } = await bob.ask('mark.extension.delete', { ...toAlice, seq, keys: ['k'], known });
      return results.map(({ code, extension }) => [code, extension.value]);
    };
    expect(await set('1', [])).toEqual([[0, '1']]);
    // Again, as after a lost answer; then a change of somebody who knows nothing of it.
    expect(await set('1', [])).toEqual([[0, '1']]);
    expect(await set('2', [])).toEqual([[23001, '1']]);
    expect(await set('2', [{ key: 'k', value: '1' }])).toEqual([[0, '2']]);
    expect(await set('3', [{ key: 'k', value: '1' }])).toEqual([[23001, '2']]);
    expect(await set('3')).toEqual([[0, '3']]);
    expect(await remove([{ key: 'k', value: '2' }])).toEqual([[23001, '3']]);
    expect(await remove([{ key: 'k', value: '3' }])).toEqual([[0, '']]);
    expect(await remove([{ key: 'k', value: '3' }])).toEqual([[23004, '']]);
    expect(await set('', [])).toEqual([[0, '']]);
    expect(await set('4', [])).toEqual([[0, '4']]);
  });

  test.each(bad)('refused: %s', async (_name, params) => {
    const { alice } = await pair();
    const seq = await say(alice, 'bob', { extensible: true });
    const request = alice.request('mark.extension.set', { ...toBob, seq, ...(params as object) });
    expect(await refusal(request)).toMatchObject({ code: 6017 });
    expect(await alice.ask('mark.extension.get', { ...toBob, seq })).toEqual({ extensions: [] });
  });
});

describe('reactions', () => {
  test('both sides react and take it back; not twice; mine is who is told', async () => {
    const { alice, web, bob } = await pair();
    const seq = await say(alice, 'bob');
    await alice.ask('mark.reaction.add', { ...toBob, seq, reaction: 'like' });
    const twice = alice.ask('mark.reaction.add', { ...toBob, seq, reaction: 'like' });
    expect(await refusal(twice)).toMatchObject({ code: 23007 });
    await bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'like' });
    await bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: '__proto__' });
    const both = [{ user: 'alice' }, { user: 'bob' }];
    expect(await bob.ask('mark.reaction.get', { ...toAlice, seqs: [seq, 5], users: 10 })).toEqual({
      results: [
        {
          seq,
          reactions: expect.arrayContaining([
            { id: '__proto__', count: 1, users: [{ user: 'bob' }], mine: true },
            { id: 'like', count: 2, users: both, mine: true },
          ]) as unknown,
        },
      ],
    });
    const remove = (): Promise<unknown> => alice.ask('mark.reaction.remove', { ...toBob, seq, reaction: 'like' });
    await remove();
    expect(await refusal(remove())).toMatchObject({ code: 23009 });
    await bob.ask('mark.reaction.remove', { ...toAlice, seq, reaction: 'like' });
    expect(await refusal(remove())).toMatchObject({ code: 23008 });
    expect(await alice.ask('mark.reaction.get', { ...toBob, seqs: [seq], users: 0 })).toEqual({
      results: [{ seq, reactions: [{ id: '__proto__', count: 1, users: [], mine: false }] }],
    });
    for (const [client, user] of [
      [alice, 'alice'],
      [web, 'alice'],
      [bob, 'bob'],
    ] as const) {
      await client.entryCount(6);
      const told = ofKind(client, 'reactions').map((entry) => (entry.kind === 'reactions' ? entry.reactions : []));
      const like = (...users: string[]) => [
        { id: 'like', count: users.length, users: users.map((each) => ({ user: each })), mine: users.includes(user) },
      ];
      expect(told).toEqual([
        like('alice'),
        like('alice', 'bob'),
        [{ id: '__proto__', count: 1, users: [{ user: 'bob' }], mine: user === 'bob' }],
        like('bob'),
        like(),
      ]);
    }
  });

  test('users page by page', async () => {
    const { alice, bob } = await pair();
    const seq = await say(alice, 'bob');
    await alice.ask('mark.reaction.add', { ...toBob, seq, reaction: 'r' });
    await bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'r' });
    const page = (skip: number) => bob.ask('mark.reaction.users', { ...toAlice, seq, reaction: 'r', skip, limit: 1 });
    expect([await page(0), await page(1), await page(2)]).toEqual([
      { users: [{ user: 'alice' }], finished: false },
      { users: [{ user: 'bob' }], finished: true },
      { users: [], finished: true },
    ]);
  });

  test('ten kinds, and another user may still join one of them', async () => {
    const { alice, bob } = await pair();
    const seq = await say(alice, 'bob');
    for (let at = 0; at < LIMITS.reactions; at += 1) {
      await alice.ask('mark.reaction.add', { ...toBob, seq, reaction: `r${at}` });
    }
    const eleventh = bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'r10' });
    expect(await refusal(eleventh)).toMatchObject({ code: 23005 });
    await bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'r3' });
    await alice.ask('mark.reaction.remove', { ...toBob, seq, reaction: 'r0' });
    await bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'r10' });
  });
});

describe('strangers', () => {
  test('whoever is not one of the two finds nothing', async () => {
    const { server, alice } = await pair();
    const { client: mallory } = await logIn(server, 'mallory');
    const seq = await say(alice, 'bob', { needReceipt: true, extensible: true });
    await alice.ask('mark.extension.set', { ...toBob, seq, set: [{ key: 'k', value: 'v' }] });
    await alice.ask('mark.reaction.add', { ...toBob, seq, reaction: 'r' });
    for (const target of [toBob.target, toAlice.target, { type: 'c2c', id: 'alice:bob' } as const]) {
      const place = { target, seq };
      const set = [{ key: 'k', value: 'w' }];
      for (const request of [
        mallory.ask('mark.extension.get', place),
        mallory.ask('mark.extension.set', { ...place, set }),
        mallory.ask('mark.extension.delete', { ...place, keys: [] }),
        mallory.ask('mark.reaction.add', { ...place, reaction: 'r' }),
        mallory.ask('mark.reaction.remove', { ...place, reaction: 'r' }),
        mallory.ask('mark.reaction.users', { ...place, reaction: 'r', skip: 0, limit: 10 }),
      ]) {
        expect(await refusal(request)).toMatchObject({ code: 20022 });
      }
      await mallory.ask('mark.receipt.send', { target, seqs: [seq] });
      expect(await mallory.ask('mark.receipt.get', { target, seqs: [seq] })).toEqual({ receipts: [] });
      expect(await mallory.ask('mark.reaction.get', { target, seqs: [seq], users: 10 })).toEqual({ results: [] });
    }
    expect(await alice.ask('mark.receipt.get', { ...toBob, seqs: [seq] })).toMatchObject({ receipts: [{ read: 0 }] });
    expect(await alice.ask('mark.extension.get', { ...toBob, seq })).toEqual({
      extensions: [{ key: 'k', value: 'v' }],
    });
    expect(mallory.entries).toEqual([]);
  });

  test('groups that are not there', async () => {
    const { alice } = await pair();
    const target = { type: 'group', id: 'nowhere' } as const;
    for (const request of [
      alice.ask('mark.receipt.send', { target, seqs: [1] }),
      alice.ask('mark.extension.get', { target, seq: 1 }),
      alice.ask('mark.reaction.add', { target, seq: 1, reaction: 'r' }),
      alice.ask('mark.pin.set', { groupId: 'nowhere', seq: 1, pinned: true }),
      alice.ask('mark.pin.list', { groupId: 'nowhere' }),
    ]) {
      expect(await refusal(request)).toMatchObject({ code: 10010 });
    }
  });
});

describe('messages that are gone', () => {
  test('nothing is put to a message that was taken back, and its pin is gone', async () => {
    const { alice, bob } = await pair();
    const members = [{ user: 'bob', role: 'member' as const }];
    const { groupId } = await alice.ask('group.create', { type: 'Private', name: 'team', members });
    const target = { type: 'group', id: groupId } as const;
    const { body, ...params } = message('', 'hello', { target });
    const more = { extensible: true, needReceipt: true };
    const { seq } = await alice.ask('msg.send', { ...params, body: { ...body, ...more } });
    const place = { target, seq };
    await bob.ask('mark.pin.set', { groupId, seq, pinned: true });
    expect((await alice.ask('mark.pin.list', { groupId })).messages).toMatchObject([{ message: { seq }, by: 'bob' }]);
    await alice.ask('msg.revoke', { ...place, reason: '' });
    for (const request of [
      bob.ask('mark.extension.set', { ...place, set: [{ key: 'k', value: 'v' }] }),
      bob.ask('mark.extension.get', place),
      bob.ask('mark.reaction.add', { ...place, reaction: 'r' }),
      bob.ask('mark.pin.set', { groupId, seq, pinned: true }),
      alice.ask('mark.receipt.users', { ...place, read: false, limit: 10 }),
    ]) {
      expect(await refusal(request)).toMatchObject({ code: 20022 });
    }
    await bob.ask('mark.receipt.send', { target, seqs: [seq] });
    expect(await alice.ask('mark.receipt.get', { target, seqs: [seq] })).toEqual({ receipts: [] });
    expect(await bob.ask('mark.pin.list', { groupId })).toEqual({ messages: [] });
    expect(ofKind(alice, 'receipts')).toEqual([]);
  });

  test('who has deleted a message for himself hears no more of it; the other one does', async () => {
    const { alice, bob } = await pair();
    const seq = await say(alice, 'bob', { extensible: true });
    await bob.ask('msg.delete', { ...toAlice, seqs: [seq] });
    expect(await refusal(bob.ask('mark.reaction.add', { ...toAlice, seq, reaction: 'r' }))).toMatchObject({
      code: 20022,
    });
    await alice.ask('mark.reaction.add', { ...toBob, seq, reaction: 'r' });
    await say(alice, 'bob');
    await bob.entryCount(3);
    expect([ofKind(alice, 'reactions'), ofKind(bob, 'reactions')]).toMatchObject([[{ kind: 'reactions' }], []]);
  });
});
