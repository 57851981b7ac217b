import { ELEM_TYPES, type ElemType, type GroupRole, type Target } from '@tim-node/protocol';
import type { ConversationRef, HistoryQuery, ModifyRequest } from '../../../../lib/server/src/store/calls/history.js';
import type { Send } from '../../../../lib/server/src/store/calls/messages.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, NOW, storeKinds } from '../../../support/stores.js';

const EVERYBODY = ['alice', 'bob', 'carol', 'dave'];
const MAX = 1_000_000;
const TEAM: Target = { type: 'group', id: 'team' };

/** The set of these kinds of elements, as the server keeps it. */
const bits = (...types: ElemType[]): number => types.reduce((sum, type) => sum + 2 ** ELEM_TYPES.indexOf(type), 0);

const pair = (user: string): ConversationRef => ({
  app: 1,
  user,
  target: { type: 'c2c', id: user === 'alice' ? 'bob' : 'alice' },
  convId: 'c2c:alice:bob',
});
const team = (user: string): ConversationRef => ({ app: 1, user, target: TEAM, convId: 'group:team' });
const query = (ref: ConversationRef, more: Partial<HistoryQuery> = {}): HistoryQuery => ({
  ...ref,
  forward: false,
  limit: 10,
  maxBytes: MAX,
  ...more,
});

interface Answer {
  readonly type: string;
  readonly messages?: readonly { readonly seq: number }[];
  readonly entries?: readonly { readonly user: string; readonly change: string }[];
}

const seqs = ({ messages = [] }: Answer): number[] => messages.map(({ seq }) => seq);
const told = ({ entries = [] }: Answer): [string, Record<string, unknown>][] =>
  entries.map(({ user, change }) => [user, JSON.parse(change) as Record<string, unknown>]);
/** Who was told what, without the details. */
const kinds = (answer: Answer): string[] => told(answer).map(([user, { kind }]) => `${user} ${String(kind)}`);

describe.each(storeKinds)('store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    await store.importAccounts({
      accounts: EVERYBODY.map((user) => ({ app: 1, user, nick: `Nick ${user}` })),
      now: NOW,
    });
    await store.importAccounts({ accounts: ['alice', 'bob'].map((user) => ({ app: 2, user })), now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const send = async (one: Send): Promise<number> => {
    const [answer] = await store.append([one]);
    if (answer?.type !== 'stored') throw new Error(`not stored: ${JSON.stringify(answer)}`);
    return answer.seq;
  };
  const fromAlice = (id: string, more: Partial<Send> = {}) => send(c2c('alice', 'bob', id, more));
  const toTeam = (sender: string, id: string, more: Partial<Send> = {}) =>
    send(c2c(sender, 'x', id, { ...team(sender), sender, time: NOW + 1, ...more }));
  const makeTeam = (type: 'Public' | 'Private', members: Record<string, GroupRole>) =>
    store.createGroup({
      ...{ app: 1, user: 'alice', group: 'team', platform: 'Linux', now: NOW, tipId: 'tip', random: 1, type },
      fields: { name: 'team' },
      members: Object.entries(members).map(([user, role]) => ({ user, role })),
    });
  const list = (user: string, more: Partial<HistoryQuery> = {}) => store.listMessages(query(pair(user), more));
  const find = (ref: ConversationRef, ...places: number[]) =>
    store.findMessages({ ...ref, seqs: places, maxBytes: MAX });
  const revoke = (ref: ConversationRef, seq: number, oldest = NOW) =>
    store.revokeMessage({ ...ref, seq, reason: 'a slip', now: NOW + 9, oldest });
  const modify = (ref: ConversationRef, seq: number, more: Partial<ModifyRequest> = {}) =>
    store.modifyMessage({
      ...{ ...ref, seq, version: 0, elems: '[{"type":"text","text":"new"}]' },
      ...{ types: bits('text'), media: [], maxBytes: 12_288, ...more },
    });

  test('pages by place, in both directions, and by size', async () => {
    for (let at = 1; at <= 7; at += 1) await fromAlice(`m${at}`);
    const back = await list('bob', { limit: 3 });
    expect([seqs(back), back]).toMatchObject([[7, 6, 5], { finished: false, next: 5, readSeq: 0, peerReadSeq: 0 }]);
    expect(seqs(await list('bob', { limit: 3, from: 5 }))).toEqual([4, 3, 2]);
    const end = await list('bob', { limit: 3, from: 2 });
    expect([seqs(end), end]).toMatchObject([[1], { finished: true }]);
    const on = await list('alice', { limit: 3, forward: true, from: 4 });
    expect([seqs(on), on]).toMatchObject([[5, 6, 7], { finished: true }]);
    const short = await list('alice', { maxBytes: 80 });
    expect([seqs(short), short]).toMatchObject([[7, 6], { finished: false, next: 6 }]);
    expect(seqs(await list('alice', { maxBytes: 1 }))).toEqual([7]);
    // Places that no message has.
    expect(seqs(await list('bob', { from: 0 }))).toEqual([]);
    expect(seqs(await list('bob', { from: Number.MAX_SAFE_INTEGER, limit: 2 }))).toEqual([7, 6]);
    expect(seqs(await list('bob', { from: Number.MAX_SAFE_INTEGER, forward: true }))).toEqual([]);
  });

  test('every kind of element is found by its own bit', async () => {
    for (const type of ELEM_TYPES) await fromAlice(type, { types: bits(type) });
    const both = await fromAlice('both', { types: bits('text', 'face') });
    for (const [at, type] of ELEM_TYPES.entries()) {
      const more = type === 'text' || type === 'face' ? [both] : [];
      expect(seqs(await list('bob', { types: bits(type), limit: 100 }))).toEqual([...more, at + 1]);
    }
    expect(seqs(await list('bob', { types: bits(...ELEM_TYPES), limit: 100 }))).toHaveLength(ELEM_TYPES.length + 1);
    expect(seqs(await list('bob', { types: bits('text'), limit: 1 }))).toEqual([both]);
    expect(seqs(await list('bob', { types: bits('face'), forward: true, limit: 1 }))).not.toEqual([both]);
  });

  test('pages by time', async () => {
    for (let at = 0; at < 12; at += 1) await fromAlice(`m${at}`, { time: NOW + 10 * Math.floor(at / 3) });
    expect(seqs(await list('bob', { since: NOW + 10, until: NOW + 20 }))).toEqual([9, 8, 7, 6, 5, 4]);
    expect(seqs(await list('bob', { since: NOW + 11, until: NOW + 29, forward: true }))).toEqual([7, 8, 9]);
    expect(seqs(await list('bob', { until: NOW - 1 }))).toEqual([]);
    expect(seqs(await list('bob', { since: NOW + 31 }))).toEqual([]);
    expect(seqs(await list('bob', { since: 0, until: 2 ** 40, limit: 2 }))).toEqual([12, 11]);
  });

  test('found by places: each once, in order, and what did not fit is named', async () => {
    for (let at = 1; at <= 4; at += 1) await fromAlice(`m${at}`);
    expect(seqs(await find(pair('bob'), 4, 2, 2, 99, 1))).toEqual([1, 2, 4]);
    expect(await find(pair('bob'))).toMatchObject({ messages: [], rest: [] });
    const cut = await store.findMessages({ ...pair('bob'), seqs: [4, 3, 2, 1], maxBytes: 80 });
    expect([seqs(cut), cut]).toMatchObject([[1, 2], { rest: [3, 4] }]);
    const sameUsers = { ...pair('bob'), app: 2 };
    expect(await store.listMessages(query(sameUsers))).toMatchObject({ type: 'page', messages: [], finished: true });
    expect(await find(sameUsers, 1)).toMatchObject({ messages: [] });
  });

  test('taken back: no content, no kind, no news; said once, and not after its time', async () => {
    const seq = await fromAlice('x', { types: bits('text') });
    expect(await revoke(pair('alice'), seq, NOW + 1)).toEqual({ type: 'refused', why: 'late' });
    expect(await revoke(pair('bob'), seq)).toEqual({ type: 'refused', why: 'denied' });
    expect(await revoke(pair('alice'), 2)).toEqual({ type: 'refused', why: 'unknown' });
    const done = await revoke(pair('alice'), seq);
    expect(kinds(done)).toEqual(['alice revoked', 'bob revoked', 'bob conversation']);
    expect(told(done).at(-1)?.[1]).toMatchObject({ changes: { unread: 0 } });
    expect(await revoke(pair('alice'), seq, NOW + 1)).toEqual({ type: 'written', entries: [] });
    const { messages = [] } = (await list('bob')) as { messages?: { revoked: string | null }[] };
    expect(JSON.parse(messages[0]?.revoked ?? '')).toEqual({
      ...{ by: 'alice', reason: 'a slip', time: NOW + 9, profile: { nick: 'Nick alice' } },
    });
    expect(seqs(await list('bob', { types: bits('text') }))).toEqual([]);
    expect(await modify(pair('alice'), seq)).toEqual({ type: 'refused', why: 'unknown' });
  });

  test('modified: versions, conflicts, sizes, and kinds that are right again', async () => {
    const seq = await fromAlice('x', { types: bits('face'), body: '{"elems":[],"priority":2,"cloudData":"c"}' });
    expect(await modify(pair('bob'), seq)).toEqual({ type: 'refused', why: 'denied' });
    expect(await modify(pair('alice'), seq, { maxBytes: 20 })).toEqual({ type: 'refused', why: 'tooLong' });
    expect(await modify(pair('alice'), seq, { media: ['none'] })).toEqual({ type: 'refused', why: 'noMedia' });
    const done = await modify(pair('alice'), seq);
    expect(kinds(done)).toEqual(['alice modified', 'bob modified']);
    expect(done).toMatchObject({ modified: true, message: { version: 1 } });
    const again = await modify(pair('alice'), seq);
    expect(again).toMatchObject({ modified: false, message: { version: 1 }, entries: [] });
    const found = await find(pair('bob'), seq);
    const body = found.type === 'found' ? (JSON.parse(found.messages[0]?.body ?? '') as unknown) : undefined;
    expect(body).toEqual({ elems: [{ type: 'text', text: 'new' }], priority: 2, cloudData: 'c' });
    expect(seqs(await list('bob', { types: bits('face') }))).toEqual([]);
    expect(seqs(await list('bob', { types: bits('text') }))).toEqual([seq]);
  });

  test('two who modify at once: one of them does', async () => {
    const seq = await fromAlice('x');
    const done = await Promise.all([1, 2, 3].map(() => modify(pair('alice'), seq)));
    expect(done.filter((one) => one.type === 'answered' && one.modified)).toHaveLength(1);
    expect(await find(pair('bob'), seq)).toMatchObject({ messages: [{ version: 1 }] });
  });

  test('deleted and cleared for one of the two only', async () => {
    for (let at = 1; at <= 4; at += 1) await fromAlice(`m${at}`);
    const gone = await store.deleteMessages({ ...pair('bob'), seqs: [4, 2, 9, 4] });
    expect(kinds(gone)).toEqual(['bob deleted', 'bob conversation']);
    expect(told(gone)).toMatchObject([
      ['bob', { seqs: [2, 4] }],
      ['bob', { changes: { unread: 2 } }],
    ]);
    expect(told(await store.deleteMessages({ ...pair('bob'), seqs: [4, 2] }))).toEqual([]);
    expect([seqs(await list('bob')), seqs(await list('alice'))]).toEqual([
      [3, 1],
      [4, 3, 2, 1],
    ]);
    const cleared = await store.clearMessages(pair('bob'));
    expect(told(cleared)).toMatchObject([
      ['bob', { kind: 'cleared', upTo: 4 }],
      ['bob', { kind: 'conversation', changes: { unread: 0, last: null } }],
    ]);
    expect(told(await store.clearMessages(pair('bob')))).toEqual([]);
    await fromAlice('later');
    expect([seqs(await list('bob')), seqs(await list('alice'))]).toEqual([[5], [5, 4, 3, 2, 1]]);
  });

  test('groups: only members see them, from when they came; leaders take back what others wrote', async () => {
    await makeTeam('Private', { bob: 'admin', carol: 'member' });
    const seq = await toTeam('carol', 'one');
    const secret = await toTeam('alice', 'two', { onlyFor: ['bob'] });
    for (const call of [
      store.listMessages(query(team('dave'))),
      find(team('dave'), seq),
      revoke(team('dave'), seq),
      modify(team('dave'), seq),
      store.deleteMessages({ ...team('dave'), seqs: [seq] }),
      store.clearMessages(team('dave')),
    ]) {
      expect(await call).toEqual({ type: 'refused', why: 'notMember' });
    }
    expect(await store.listMessages(query({ ...team('bob'), app: 2 }))).toEqual({ type: 'refused', why: 'noGroup' });
    expect(seqs(await find(team('bob'), seq, secret))).toEqual([seq, secret]);
    expect(seqs(await find(team('carol'), seq, secret))).toEqual([seq]);
    expect(await revoke(team('carol'), secret)).toEqual({ type: 'refused', why: 'unknown' });
    const act = { app: 1, user: 'bob', group: 'team', platform: 'Linux', random: 2, tipId: 'in' } as const;
    await store.invite({ ...act, users: ['dave'], now: NOW + 2 });
    expect(seqs(await find(team('dave'), seq))).toEqual([]);
    expect(await revoke(team('carol'), seq + 99)).toEqual({ type: 'refused', why: 'unknown' });
    expect(await revoke(team('bob'), seq)).toEqual({ type: 'refused', why: 'denied' });
    const done = await revoke(team('alice'), seq);
    expect(new Set(kinds(done).filter((one) => one.endsWith('revoked')))).toEqual(
      new Set(['alice revoked', 'bob revoked', 'carol revoked']),
    );
    expect(kinds(done).some((one) => one.startsWith('dave'))).toBe(false);
  });

  test('merged messages are kept by key and app', async () => {
    const messages = JSON.stringify([{ text: "it's \u{1f600} \\u0041 %s $1" }]);
    await store.keepMerger({ app: 1, key: 'k', user: 'alice', messages, now: NOW });
    expect(await store.findMerger({ app: 1, key: 'k' })).toBe(messages);
    expect(await store.findMerger({ app: 1, key: 'K' })).toBeUndefined();
    expect(await store.findMerger({ app: 2, key: 'k' })).toBeUndefined();
  });

  test('who would get a message that is not kept', async () => {
    const to = (ref: ConversationRef, more: Partial<Send> = {}) =>
      store.receiversOf(c2c(ref.user, 'x', 'c', { ...ref, sender: ref.user, ...more }));
    const two = await to(pair('alice'));
    expect(two.type === 'receivers' && [...two.users].sort()).toEqual(['alice', 'bob']);
    expect(
      await to({ ...pair('alice'), target: { type: 'c2c', id: 'nobody' }, convId: 'c2c:alice:nobody' }),
    ).toMatchObject({
      type: 'refused',
    });
    await makeTeam('Public', { bob: 'member', carol: 'member' });
    const all = await to(team('bob'));
    expect(all.type === 'receivers' && [...all.users].sort()).toEqual(['alice', 'bob', 'carol']);
    expect(await to(team('dave'))).toMatchObject({ type: 'refused' });
    expect(seqs(await find(team('bob'), 2))).toEqual([]);
  });
});
