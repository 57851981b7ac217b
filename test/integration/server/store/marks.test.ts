import type { GroupRole } from '@tim-node/protocol';
import type { MarkQuery } from '../../../../lib/server/src/store/calls/marks.js';
import type { Send } from '../../../../lib/server/src/store/calls/messages.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, NOW, storeKinds } from '../../../support/stores.js';

const EVERYBODY = ['alice', 'bob', 'carol', 'dave'];

describe.each(storeKinds)('store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    await store.importAccounts({ accounts: EVERYBODY.map((user) => ({ app: 1, user, nick: user })), now: NOW });
    await store.importAccounts({ accounts: ['alice', 'bob'].map((user) => ({ app: 2, user })), now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const pair = (user: string): MarkQuery => ({
    app: 1,
    user,
    target: { type: 'c2c', id: user === 'alice' ? 'bob' : 'alice' },
    convId: 'c2c:alice:bob',
  });
  const team = (user: string): MarkQuery => ({
    app: 1,
    user,
    target: { type: 'group', id: 'team' },
    convId: 'group:team',
  });
  const toTeam = (sender: string, clientId: string, more: Partial<Send> = {}): Send =>
    c2c(sender, 'x', clientId, { ...team(sender), sender, time: NOW + 1, ...more });
  const send = async (one: Send): Promise<number> => {
    const [answer] = await store.append([one]);
    if (answer?.type !== 'stored') throw new Error(`not stored: ${JSON.stringify(answer)}`);
    return answer.seq;
  };
  const makeTeam = (type: 'Public' | 'Private', members: Record<string, GroupRole>) =>
    store.createGroup({
      app: 1,
      user: 'alice',
      group: 'team',
      platform: 'Linux',
      now: NOW,
      tipId: 'tip',
      random: 1,
      type,
      fields: { name: 'team' },
      members: Object.entries(members).map(([user, role]) => ({ user, role })),
    });
  const told = (changed: { type: string; logged?: readonly { user: string; change: string }[] }) =>
    (changed.logged ?? []).map(({ user, change }) => [user, JSON.parse(change) as Record<string, unknown>] as const);
  const extensible = { body: '{"elems":[],"extensible":true}' };

  test('receipts count each reader once and are told to the senders, each what is his', async () => {
    await makeTeam('Public', { bob: 'member', carol: 'member' });
    const first = await send(toTeam('alice', '1', { needReceipt: true }));
    const second = await send(toTeam('bob', '2', { needReceipt: true }));
    const plain = await send(toTeam('bob', '3'));
    const seqs = [second, first, plain, first, 99];
    const now = NOW + 5;
    const read = await store.sendReceipts({ ...team('carol'), seqs, now });
    const receipt = (seq: number) => ({ seq, read: 1, unread: 1, time: now, clientTime: NOW, random: 7 });
    const change = { kind: 'receipts', target: { type: 'group', id: 'team' }, by: 'carol', time: now };
    expect(told(read)).toEqual([
      ['carol', { kind: 'receiptsSent', target: { type: 'group', id: 'team' }, seqs: [first, second] }],
      ['alice', { ...change, receipts: [receipt(first)] }],
      ['bob', { ...change, receipts: [receipt(second)] }],
    ]);
    expect(told(await store.sendReceipts({ ...team('carol'), seqs, now: NOW + 9 }))).toEqual([]);
    expect(await store.countReceipts({ ...team('alice'), seqs })).toEqual({
      type: 'found',
      value: [{ seq: first, read: 1, unread: 1, time: now }],
    });
  });

  test('who has read and who has not, page by page', async () => {
    await makeTeam('Public', { bob: 'member', carol: 'member', dave: 'member' });
    const seq = await send(toTeam('alice', '1', { needReceipt: true }));
    for (const user of ['dave', 'bob']) await store.sendReceipts({ ...team(user), seqs: [seq], now: NOW });
    const page = (read: boolean, after: string) => store.listReaders({ ...team('alice'), seq, read, after, limit: 1 });
    const users = (...names: string[]) => names.map((user) => ({ user, nick: user }));
    expect(await page(true, '')).toEqual({ type: 'found', value: { users: users('bob'), finished: false } });
    expect(await page(true, 'bob')).toEqual({ type: 'found', value: { users: users('dave'), finished: true } });
    expect(await page(false, '')).toEqual({ type: 'found', value: { users: users('carol'), finished: true } });
    const other = await store.listReaders({ ...team('bob'), seq, read: true, after: '', limit: 1 });
    expect(other).toEqual({ type: 'refused', why: 'notAllowed' });
  });

  test('what is for some members only: the others can do nothing to it and hear nothing of it', async () => {
    await makeTeam('Public', { bob: 'member', carol: 'member' });
    const more = { needReceipt: true, onlyFor: ['bob'], ...extensible };
    const seq = await send(toTeam('alice', '1', more));
    const set = [{ key: 'k', value: 'v' }];
    expect(await store.setExtensions({ ...team('carol'), seq, set })).toEqual({ type: 'refused', why: 'noMessage' });
    const done = told(await store.setExtensions({ ...team('bob'), seq, set }));
    expect(done.map(([user]) => user)).toEqual(['alice', 'bob']);
    expect(told(await store.sendReceipts({ ...team('carol'), seqs: [seq], now: NOW }))).toEqual([]);
    const readers = await store.listReaders({ ...team('alice'), seq, read: false, after: '', limit: 5 });
    expect(readers).toMatchObject({ type: 'found', value: { users: [{ user: 'bob' }], finished: true } });
    // Nobody can show it to all.
    const pinned = await store.pinMessage({ ...team('alice'), seq, pinned: true, now: NOW });
    expect(pinned).toEqual({ type: 'refused', why: 'notAllowed' });
  });

  test('who came later does not see what was before, and hears nothing of it', async () => {
    await makeTeam('Private', { bob: 'member' });
    const seq = await send(toTeam('alice', '1', { needReceipt: true, ...extensible }));
    const act = { app: 1, user: 'bob', group: 'team', platform: 'Linux', random: 2, tipId: 'in' } as const;
    await store.invite({ ...act, users: ['carol'], now: NOW + 2 });
    const place = { ...team('carol'), seq };
    expect(await store.getExtensions(place)).toEqual({ type: 'refused', why: 'noMessage' });
    expect(await store.setReaction({ ...place, reaction: 'r', on: true, now: NOW })).toMatchObject({
      why: 'noMessage',
    });
    const reacted = await store.setReaction({ ...team('bob'), seq, reaction: 'r', on: true, now: NOW });
    expect(told(reacted).map(([user]) => user)).toEqual(['alice', 'bob']);
    const unread = await store.listReaders({ ...team('alice'), seq, read: false, after: '', limit: 5 });
    expect(unread).toMatchObject({ value: { users: [{ user: 'bob' }] } });
    // Who has left is a stranger again.
    await store.kickMembers({ ...act, user: 'alice', users: ['bob'], now: NOW, tipId: 'out' });
    expect(await store.getExtensions({ ...team('bob'), seq })).toEqual({ type: 'refused', why: 'notMember' });
    expect(await store.listPinned(team('bob'))).toEqual({ type: 'refused', why: 'notMember' });
  });

  test("reactions: the first users, how many there are, and what is one's own", async () => {
    await makeTeam('Public', { bob: 'member', carol: 'member', dave: 'member' });
    const one = await send(toTeam('alice', '1'));
    const two = await send(toTeam('alice', '2'));
    const react = (user: string, seq: number, reaction: string, now: number, on = true) =>
      store.setReaction({ ...team(user), seq, reaction, on, now });
    for (const [at, user] of ['dave', 'bob', 'carol'].entries()) await react(user, one, 'late', NOW + 5 + at);
    await react('bob', one, 'early', NOW);
    await react('alice', two, 'late', NOW);
    const get = (user: string, users: number) => store.getReactions({ ...team(user), seqs: [two, one, 99], users });
    const face = (user: string) => ({ user, nick: user });
    expect(await get('carol', 2)).toEqual({
      type: 'found',
      value: [
        {
          seq: one,
          reactions: [
            { id: 'early', count: 1, users: [face('bob')], mine: false },
            { id: 'late', count: 3, users: [face('dave'), face('bob')], mine: true },
          ],
        },
        { seq: two, reactions: [{ id: 'late', count: 1, users: [face('alice')], mine: false }] },
      ],
    });
    const gone = told(await react('dave', one, 'late', NOW, false));
    expect(gone.map(([user, { reactions }]) => [user, reactions])).toEqual(
      EVERYBODY.map((user) => {
        const mine = user === 'bob' || user === 'carol';
        return [user, [{ id: 'late', count: 2, users: [face('bob'), face('carol')], mine }]];
      }),
    );
    expect(told(await react('dave', one, 'late', NOW, false))).toEqual([]);
    const users = await store.listReactors({ ...team('bob'), seq: one, reaction: 'late', skip: 1, limit: 5 });
    expect(users).toEqual({ type: 'found', value: { users: [face('carol')], finished: true } });
  });

  test('a hundred users react in the same way, not more', async () => {
    const many = Array.from({ length: 100 }, (_each, at) => `u${at}`);
    await store.importAccounts({ accounts: many.map((user) => ({ app: 1, user })), now: NOW });
    await makeTeam('Public', Object.fromEntries([...many, 'bob'].map((user) => [user, 'member'])));
    const seq = await send(toTeam('alice', '1'));
    const react = (user: string) => store.setReaction({ ...team(user), seq, reaction: 'r', on: true, now: NOW });
    for (const user of many) expect(await react(user)).toMatchObject({ type: 'changed' });
    expect(await react('bob')).toEqual({ type: 'refused', why: 'tooManyReactors' });
    expect(await react('u7')).toEqual({ type: 'refused', why: 'alreadyReacted' });
  });

  test('pins: by leaders, ten of them, the newest first, with who did it', async () => {
    await makeTeam('Public', { bob: 'admin', carol: 'member' });
    const seqs: number[] = [];
    for (let at = 0; at < 11; at += 1) seqs.push(await send(toTeam('carol', `m${at}`)));
    const pin = (user: string, seq = 0, pinned = true, now = NOW) =>
      store.pinMessage({ ...team(user), seq, pinned, now });
    const [first = 0, second = 0, ...others] = seqs;
    expect(await pin('carol', first)).toEqual({ type: 'refused', why: 'notAllowed' });
    expect(await pin('dave', first)).toEqual({ type: 'refused', why: 'notMember' });
    expect(await pin('bob', 999)).toEqual({ type: 'refused', why: 'noMessage' });
    const done = await pin('bob', first, true, NOW + 100);
    const change = { kind: 'pinned', target: { type: 'group', id: 'team' }, pinned: true, by: 'bob' };
    expect(told(done)).toEqual(['alice', 'bob', 'carol'].map((user) => [user, change]));
    expect(done).toMatchObject({ logged: [{ message: { seq: first, sender: 'carol' } }, {}, {}] });
    expect(told(await pin('alice', first))).toEqual([]);
    for (const seq of [second, ...others].slice(0, 9)) await pin('alice', seq, true, NOW + 1);
    expect(await pin('alice', seqs.at(-1))).toEqual({ type: 'refused', why: 'tooManyPins' });
    const list = await store.listPinned(team('carol'));
    const found = list.type === 'found' ? list.value : [];
    expect(found.map(({ message }) => message.seq)).toEqual([first, ...seqs.slice(1, 10).reverse()]);
    expect(found[0]).toMatchObject({ by: 'bob', time: NOW + 100, profile: { nick: 'bob' } });
    expect(told(await pin('alice', first, false))).toHaveLength(3);
    expect(told(await pin('alice', first, false))).toEqual([]);
    expect(await pin('alice', seqs.at(-1))).toMatchObject({ type: 'changed' });
  });

  test('in a private group every member pins', async () => {
    await makeTeam('Private', { bob: 'member' });
    const seq = await send(toTeam('alice', '1'));
    expect(await store.pinMessage({ ...team('bob'), seq, pinned: true, now: NOW })).toMatchObject({ type: 'changed' });
  });

  test('nothing of this reaches another app', async () => {
    const seq = await send(c2c('alice', 'bob', '1', { needReceipt: true, ...extensible }));
    const place = { ...pair('bob'), seq };
    await store.setExtensions({ ...place, set: [{ key: 'k', value: 'v' }] });
    await store.setReaction({ ...place, reaction: 'r', on: true, now: NOW });
    const other = { ...place, app: 2 };
    expect(await store.getExtensions(other)).toEqual({ type: 'refused', why: 'noMessage' });
    expect(await store.getReactions({ ...other, seqs: [seq], users: 5 })).toEqual({ type: 'found', value: [] });
    expect(await store.countReceipts({ ...other, user: 'alice', seqs: [seq] })).toEqual({ type: 'found', value: [] });
    // The same places in another app are other places.
    await store.append([{ ...c2c('alice', 'bob', '1', extensible), app: 2 }]);
    expect(await store.getExtensions(other)).toEqual({ type: 'found', value: [] });
    expect(await store.getReactions({ ...other, seqs: [seq], users: 5 })).toEqual({
      type: 'found',
      value: [{ seq, reactions: [] }],
    });
  });

  test('what was deleted is out of reach for who has deleted it; a deleted account hears nothing', async () => {
    const seq = await send(c2c('alice', 'bob', '1', extensible));
    await store.deleteAccounts({ app: 1, users: ['bob'], now: NOW });
    expect(await store.getExtensions({ ...pair('bob'), seq })).toEqual({ type: 'refused', why: 'noMessage' });
    const set = await store.setExtensions({ ...pair('alice'), seq, set: [{ key: 'k', value: 'v' }] });
    expect(told(set).map(([user]) => user)).toEqual(['alice']);
  });

  test('keys that are names of something else are keys like any other', async () => {
    const seq = await send(c2c('alice', 'bob', '1', extensible));
    const keys = ['__proto__', 'constructor', "'; drop table extensions; --", 'ключ', '%'];
    const set = keys.map((key) => ({ key, value: key }));
    await store.setExtensions({ ...pair('alice'), seq, set });
    const found = await store.getExtensions({ ...pair('bob'), seq });
    expect(found).toEqual({ type: 'found', value: expect.arrayContaining(set) as unknown });
    const gone = await store.deleteExtensions({ ...pair('bob'), seq, keys: ['toString', '__proto__'] });
    expect(gone).toMatchObject({ value: [{ code: 23004 }, { code: 0 }] });
    expect(await store.getExtensions({ ...pair('alice'), seq })).toMatchObject({ value: { length: 4 } });
  });
});
