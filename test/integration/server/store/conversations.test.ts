import type {
  Change,
  ConversationRef,
  GroupChange,
  StoredConversation,
} from '../../../../lib/server/src/store/calls/conversations.js';
import type { Send, StoredMessage } from '../../../../lib/server/src/store/calls/messages.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, NOW, storeKinds } from '../../../support/stores.js';

describe.each(storeKinds)('conversations in the store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    const accounts = ['alice', 'bob', 'carol'].map((user) => ({ app: 1, user }));
    await store.importAccounts({ accounts, now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const ref = (user: string, other: string): ConversationRef => ({
    convId: user < other ? `c2c:${user}:${other}` : `c2c:${other}:${user}`,
    target: { type: 'c2c', id: other },
  });
  let sent = 0;
  const say = async (from: string, to: string, more: Partial<Send> = {}): Promise<void> => {
    sent += 1;
    await store.append([c2c(from, to, `m${sent}`, more)]);
  };
  const list = async (user: string): Promise<readonly StoredConversation[]> =>
    (await store.listConversations({ app: 1, user, after: '', limit: 100 })).conversations;
  const one = async (user: string, other: string): Promise<StoredConversation | undefined> =>
    (await store.findConversations({ app: 1, user, refs: [ref(user, other)] }))[0];
  const read = (user: string, other: string, more: { upTo?: number; upToTime?: number } = {}) =>
    store.readConversations({ app: 1, user, ref: ref(user, other), ...more });
  const change = (user: string, others: readonly string[], what: Change) =>
    store.changeConversations({ app: 1, user, refs: others.map((other) => ref(user, other)), change: what });
  const group = (user: string, what: GroupChange) => store.changeConvGroups({ app: 1, user, change: what });
  const remove = (user: string, others: readonly string[], clear: boolean) =>
    store.removeConversations({ app: 1, user, refs: others.map((other) => ref(user, other)), clear });
  const texts = (logged: readonly { user: string; change: string }[]): unknown[] =>
    logged.map(({ user, change: text }) => [user, JSON.parse(text) as unknown]);
  const lastOf = (conversation: StoredConversation | undefined): string | undefined => conversation?.last?.clientId;

  test('what both sides see of one', async () => {
    await store.importAccounts({ accounts: [{ app: 1, user: 'bob', nick: 'Bob', faceUrl: 'b.png' }], now: NOW });
    await say('alice', 'bob', { time: NOW + 1 });
    await say('alice', 'bob', { time: NOW + 2 });
    const shared = { active: NOW + 2, pinned: false, marks: '0', custom: '', option: 0, mentions: null, groups: null };
    const places = { readSeq: 0, readTime: 0, peerReadSeq: 0, groupType: null, owner: null, at: 2 };
    const last = expect.objectContaining({ seq: 2, sender: 'alice' } satisfies Partial<StoredMessage>) as StoredMessage;
    expect(await list('alice')).toEqual([
      { ...shared, ...places, last, target: { type: 'c2c', id: 'bob' }, unread: 0, name: 'Bob', faceUrl: 'b.png' },
    ]);
    expect(await list('bob')).toEqual([
      { ...shared, ...places, last, target: { type: 'c2c', id: 'alice' }, unread: 2, name: null, faceUrl: null },
    ]);
    expect(await list('carol')).toEqual([]);
  });

  test('pages leave nothing out and tell nothing twice', async () => {
    const users = Array.from({ length: 7 }, (_, at) => `u${at}`);
    await store.importAccounts({ accounts: users.map((user) => ({ app: 1, user })), now: NOW });
    for (const user of users) await say(user, 'alice');
    const seen: string[] = [];
    let after: string | undefined = '';
    while (after !== undefined) {
      const page = await store.listConversations({ app: 1, user: 'alice', after, limit: 3 });
      seen.push(...page.conversations.map(({ target }) => target.id));
      // What happens between pages does not move anybody.
      await say('u0', 'alice');
      after = page.next;
    }
    expect(seen).toEqual(users);
  });

  describe('reading', () => {
    beforeEach(async () => {
      // 1 a, 2 b, 3 a uncounted, 4 a, 5 b, 6 a
      await say('alice', 'bob', { time: NOW + 1 });
      await say('bob', 'alice', { time: NOW + 2 });
      await say('alice', 'bob', { time: NOW + 3, counted: false });
      await say('alice', 'bob', { time: NOW + 4 });
      await say('bob', 'alice', { time: NOW + 5 });
      await say('alice', 'bob', { time: NOW + 6 });
    });

    const unread = async (): Promise<number | undefined> => (await one('bob', 'alice'))?.unread;

    test('everything', async () => {
      expect(await unread()).toBe(3);
      expect(texts(await read('bob', 'alice'))).toEqual([
        [
          'bob',
          {
            kind: 'conversation',
            target: { type: 'c2c', id: 'alice' },
            changes: { unread: 0, readSeq: 6, readTime: NOW + 6, mentions: [] },
          },
        ],
        ['alice', { kind: 'peerRead', target: { type: 'c2c', id: 'bob' }, readSeq: 6, time: NOW + 6 }],
      ]);
      expect(await one('bob', 'alice')).toMatchObject({ unread: 0, readSeq: 6, readTime: NOW + 6, at: 7 });
      expect(await one('alice', 'bob')).toMatchObject({ unread: 2, readSeq: 0, peerReadSeq: 6, at: 7 });
      expect(await read('bob', 'alice')).toEqual([]);
      await say('alice', 'bob');
      expect(await unread()).toBe(1);
    });

    test.each<[string, { upTo?: number; upToTime?: number }, number, number]>([
      ['nothing', { upTo: 0 }, 3, 0],
      ['one', { upTo: 1 }, 2, 1],
      ['up to an own one', { upTo: 2 }, 2, 1],
      ['up to one that does not count', { upTo: 3 }, 2, 3],
      ['all but one', { upTo: 5 }, 1, 4],
      ['further than there is', { upTo: 99 }, 0, 6],
      ['up to a time', { upToTime: NOW + 4 }, 1, 4],
      ['up to a time before', { upToTime: NOW }, 3, 0],
      ['up to a time to come', { upToTime: NOW + 100 }, 0, 6],
    ])('%s', async (_name, limit, left, readSeq) => {
      const logged = await read('bob', 'alice', limit);
      expect(await one('bob', 'alice')).toMatchObject({ unread: left, readSeq });
      expect(logged).toHaveLength(readSeq === 0 ? 0 : 2);
      await say('bob', 'alice');
      await say('alice', 'bob');
      expect(await unread()).toBe(left + 1);
    });

    test('never backwards', async () => {
      await read('bob', 'alice', { upTo: 4 });
      expect(await read('bob', 'alice', { upTo: 1 })).toEqual([]);
      expect(await read('bob', 'alice', { upTo: 5 })).toEqual([]);
      expect(await one('bob', 'alice')).toMatchObject({ unread: 1, readSeq: 4 });
    });

    test('of all conversations, or of those of a kind', async () => {
      await say('carol', 'bob');
      expect(await store.readConversations({ app: 1, user: 'bob', kind: 'group' })).toEqual([]);
      const logged = await store.readConversations({ app: 1, user: 'bob', kind: 'c2c' });
      expect(logged.map(({ user }) => user)).toEqual(['bob', 'alice', 'bob', 'carol']);
      expect((await list('bob')).map(({ unread: count }) => count)).toEqual([0, 0]);
      expect(await store.readConversations({ app: 1, user: 'bob' })).toEqual([]);
    });

    test('what is not there', async () => {
      expect(await read('bob', 'carol')).toEqual([]);
      expect(await read('bob', 'nobody')).toEqual([]);
    });

    test('a conversation with oneself has nothing to read', async () => {
      await say('carol', 'carol');
      expect(await one('carol', 'carol')).toMatchObject({ unread: 0 });
      expect(await read('carol', 'carol')).toEqual([]);
    });
  });

  describe('the last message', () => {
    test('is not one that may not be the last', async () => {
      await say('alice', 'bob', { time: NOW + 1 });
      for (let more = 0; more < 40; more += 1) await say('alice', 'bob', { time: NOW + 2, lasting: false });
      expect(await one('bob', 'alice')).toMatchObject({ last: { seq: 1 }, active: NOW + 1 });
    });

    test('may be none at all', async () => {
      for (let more = 0; more < 20; more += 1) await say('alice', 'bob', { lasting: false, time: NOW + 9 });
      expect(await one('bob', 'alice')).toMatchObject({ last: null, active: NOW + 9, unread: 20 });
    });
  });

  describe('removal', () => {
    test('until the next message, which is the only unread one', async () => {
      await say('alice', 'bob');
      await say('alice', 'bob');
      await change('bob', ['alice'], { type: 'pin', pinned: true });
      await change('bob', ['alice'], { type: 'option', option: 2 });
      const { outcomes, logged } = await remove('bob', ['alice'], false);
      expect(outcomes).toEqual(['done']);
      expect(texts(logged)).toEqual([['bob', { kind: 'conversationRemoved', target: { type: 'c2c', id: 'alice' } }]]);
      expect(await list('bob')).toEqual([]);
      expect(await list('alice')).toHaveLength(1);
      // Asked again after a lost answer it is as it should be.
      expect(await remove('bob', ['alice'], false)).toEqual({ outcomes: ['done'], logged: [] });
      await say('alice', 'bob');
      expect(await one('bob', 'alice')).toMatchObject({ unread: 1, pinned: false, option: 2, last: { seq: 3 } });
    });

    test('with the messages', async () => {
      await say('alice', 'bob');
      const { logged } = await remove('bob', ['alice'], true);
      const target = { type: 'c2c', id: 'alice' };
      expect(texts(logged)).toEqual([
        ['bob', { kind: 'cleared', target, upTo: 1 }],
        ['bob', { kind: 'conversationRemoved', target }],
      ]);
      await say('alice', 'bob', { lasting: false });
      expect(await one('bob', 'alice')).toMatchObject({ unread: 1, last: null });
    });

    test('of some that exist and one that does not', async () => {
      await say('alice', 'bob');
      await say('carol', 'bob');
      expect((await remove('bob', ['carol', 'nobody', 'alice', 'carol'], false)).outcomes).toEqual([
        'done',
        'unknown',
        'done',
        'done',
      ]);
      expect(await list('bob')).toEqual([]);
    });

    test('hidden ones cannot be pinned, and reading them says nothing', async () => {
      await say('alice', 'bob');
      await remove('bob', ['alice'], false);
      expect(await change('bob', ['alice'], { type: 'pin', pinned: true })).toEqual({
        outcomes: ['unknown'],
        logged: [],
      });
      expect(await read('bob', 'alice')).toEqual([]);
    });
  });

  describe('changes', () => {
    beforeEach(async () => {
      await say('alice', 'bob');
      await say('carol', 'bob');
    });

    test.each<[Change, Partial<StoredConversation>]>([
      [{ type: 'pin', pinned: true }, { pinned: true }],
      [{ type: 'custom', custom: '{"a":"\u{1f600}"}' }, { custom: '{"a":"\u{1f600}"}' }],
      [{ type: 'mark', mark: '9223372036854775809', on: true }, { marks: '9223372036854775809' }],
      [{ type: 'option', option: 1 }, { option: 1 }],
    ])('%j', async (what, expected) => {
      const { outcomes, logged } = await change('bob', ['carol', 'nobody', 'alice'], what);
      expect(outcomes).toEqual(['done', what.type === 'option' ? 'unknownUser' : 'unknown', 'done']);
      expect(texts(logged)).toEqual(
        ['alice', 'carol'].map((id) => [
          'bob',
          { kind: 'conversation', target: { type: 'c2c', id }, changes: expected },
        ]),
      );
      expect(await list('bob')).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
      expect((await list('alice'))[0]).not.toMatchObject(expected);
      expect((await change('bob', ['carol', 'alice'], what)).logged).toEqual([]);
    });

    test('marks are bits', async () => {
      const mark = (value: string, on: boolean) => change('bob', ['alice'], { type: 'mark', mark: value, on });
      await mark('3', true);
      await mark('4294967296', true);
      await mark('2', false);
      expect(await one('bob', 'alice')).toMatchObject({ marks: '4294967297' });
      expect((await mark('2', false)).logged).toEqual([]);
      await mark('18446744073709551615', false);
      expect(await one('bob', 'alice')).toMatchObject({ marks: '0' });
    });

    test('the option of a user without a conversation waits for its first message', async () => {
      const { logged } = await change('alice', ['carol'], { type: 'option', option: 2 });
      expect(logged).toEqual([]);
      expect((await list('alice')).map(({ target }) => target.id)).toEqual(['bob']);
      const refs = [ref('alice', 'carol'), ref('alice', 'bob'), ref('alice', 'nobody')];
      expect((await store.findOptions({ app: 1, user: 'alice', refs })).map(({ option }) => option)).toEqual([2, 0, 0]);
      await say('carol', 'alice');
      expect(await one('alice', 'carol')).toMatchObject({ option: 2, unread: 1, last: { seq: 1 } });
    });

    test('the option of a group is for its members', async () => {
      const what = { convId: 'group:g', target: { type: 'group', id: 'g' } } as const;
      expect(
        await store.changeConversations({ app: 1, user: 'bob', refs: [what], change: { type: 'option', option: 1 } }),
      ).toEqual({ outcomes: ['noGroup'], logged: [] });
    });
  });

  describe('groups of conversations', () => {
    beforeEach(async () => {
      await say('alice', 'bob');
      await say('carol', 'bob');
    });

    const groups = async (): Promise<(string | null)[]> => (await list('bob')).map(({ groups: names }) => names);
    const names = async (): Promise<unknown> =>
      JSON.parse((await store.loadUserSettings({ app: 1, user: 'bob' })).convGroups ?? 'null');

    test('are made, filled, renamed, emptied and deleted', async () => {
      const [alice, carol] = [ref('bob', 'alice'), ref('bob', 'carol')];
      const told = async (what: GroupChange): Promise<unknown> => {
        const done = await group('bob', what);
        return done.type === 'done' ? [done.outcomes, texts(done.logged).map((each) => (each as unknown[])[1])] : done;
      };
      const kind = 'convGroup';
      expect(await told({ type: 'create', name: 'work', refs: [carol, ref('bob', 'nobody')] })).toEqual([
        ['done', 'unknown'],
        [{ kind, change: 'created', name: 'work', targets: [carol.target] }],
      ]);
      expect(await told({ type: 'create', name: 'work', refs: [carol] })).toEqual([['done'], []]);
      expect(await told({ type: 'add', name: 'work', refs: [alice, carol] })).toEqual([
        ['done', 'done'],
        [{ kind, change: 'added', name: 'work', targets: [alice.target] }],
      ]);
      expect(await told({ type: 'create', name: 'home', refs: [alice] })).toMatchObject([['done'], [{}]]);
      expect(await groups()).toEqual(['["work","home"]', '["work"]']);
      expect(await told({ type: 'rename', name: 'work', newName: 'office' })).toEqual([
        [],
        [{ kind, change: 'renamed', name: 'work', newName: 'office' }],
      ]);
      expect(await groups()).toEqual(['["office","home"]', '["office"]']);
      expect(await told({ type: 'rename', name: 'office', newName: 'home' })).toEqual({ type: 'nameTaken' });
      expect(await told({ type: 'remove', name: 'office', refs: [carol] })).toEqual([
        ['done'],
        [{ kind, change: 'removed', name: 'office', targets: [carol.target] }],
      ]);
      expect(await names()).toEqual(['office', 'home']);
      expect(await told({ type: 'delete', name: 'office' })).toEqual([
        [],
        [{ kind, change: 'deleted', name: 'office' }],
      ]);
      expect([await groups(), await names()]).toEqual([['["home"]', null], ['home']]);
    });

    test.each<GroupChange>([
      { type: 'delete', name: 'x' },
      { type: 'rename', name: 'x', newName: 'y' },
      { type: 'add', name: 'x', refs: [] },
      { type: 'remove', name: 'x', refs: [] },
    ])('unknown ones: %j', async (what) => {
      expect(await group('bob', what)).toEqual({ type: 'noSuchGroup' });
    });

    test('at most twenty', async () => {
      for (let at = 0; at < 20; at += 1) await group('bob', { type: 'create', name: `g${at}`, refs: [] });
      expect(await group('bob', { type: 'create', name: 'more', refs: [] })).toEqual({ type: 'tooManyGroups' });
      expect(await group('bob', { type: 'create', name: 'g7', refs: [] })).toMatchObject({ type: 'done' });
      expect(await names()).toHaveLength(20);
    });
  });

  test('do-not-disturb of the account', async () => {
    const value = JSON.stringify({ option: 2, daily: 3600, duration: 7200 });
    expect(await store.loadUserSettings({ app: 1, user: 'bob' })).toEqual({ at: 0 });
    expect(texts(await store.saveReceiveOption({ app: 1, user: 'bob', value }))).toEqual([
      ['bob', { kind: 'accountOption', option: JSON.parse(value) as unknown }],
    ]);
    expect(await store.saveReceiveOption({ app: 1, user: 'bob', value })).toEqual([]);
    expect(await store.loadUserSettings({ app: 1, user: 'bob' })).toEqual({ receiveOption: value, at: 1 });
  });

  test('random programs: what is unread is what a recount finds', async () => {
    const messages: { from: string; counted: boolean }[] = [];
    let position = 0;
    let state = 42;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    for (let step = 0; step < 120; step += 1) {
      if (random(4) === 0) {
        const upTo = random(messages.length + 2);
        await read('bob', 'alice', { upTo });
        position = Math.max(position, upTo);
      } else {
        const [from, counted] = [random(3) === 0 ? 'bob' : 'alice', random(4) !== 0];
        messages.push({ from, counted });
        await say(from, from === 'bob' ? 'alice' : 'bob', { counted });
      }
      const expected = messages.filter(({ from, counted }, at) => from === 'alice' && counted && at >= position).length;
      if (messages.length > 0) expect((await one('bob', 'alice'))?.unread).toBe(expected);
      position = Math.min(position, messages.length);
    }
    expect(lastOf(await one('bob', 'alice'))).toBeDefined();
  });
});
