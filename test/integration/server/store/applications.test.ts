import type { GroupAct } from '../../../../lib/server/src/store/calls/groups.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { storeKinds } from '../../../support/stores.js';

const APP = 1400000001;
const NOW = 1_700_000_000;

describe.each(storeKinds)('applications, receipts and searches in the store $name', ({ open }) => {
  let store: Store;
  let cleanUp: (() => Promise<void> | void) | undefined;

  beforeEach(async () => {
    ({ store, cleanUp } = await open());
    const users = ['alice', 'bob', 'carol', 'dave'];
    await store.importAccounts({ accounts: users.map((user) => ({ app: APP, user })), now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp?.();
  });

  let tips = 0;
  const act = (user: string, more: Partial<GroupAct> = {}): GroupAct => {
    tips += 1;
    return { app: APP, user, group: 'team', platform: 'Linux', now: NOW, tipId: `t${tips}`, random: tips, ...more };
  };
  const make = (group: string) =>
    store.createGroup({ ...act('alice', { group }), type: 'Public', fields: { name: group }, members: [] });
  const ask = (user: string, now: number, group = 'team') =>
    store.joinGroup({ ...act(user, { now, group }), words: `${user} at ${now}` });
  const list = (user: string, limit = 10) => store.listApplications({ app: APP, user, limit });

  test('applications of all groups that a user leads, the newest first, page by page', async () => {
    await make('team');
    await make('other');
    for (const [user, now, group] of [
      ['bob', NOW, 'team'],
      ['carol', NOW + 1, 'other'],
      ['carol', NOW + 1, 'team'],
      ['dave', NOW + 1, 'team'],
    ] as const) {
      expect(await ask(user, now, group)).toMatchObject({ type: 'done', result: false });
    }
    const expected = ['other carol', 'team carol', 'team dave', 'team bob'];
    const all = await list('alice');
    expect(all).toMatchObject({ unread: 4, readTime: 0 });
    expect(all.next).toBeUndefined();
    expect(all.applications.map(({ groupId, user }) => `${groupId} ${user}`)).toEqual(expected);
    const found: string[] = [];
    let page = await list('alice', 1);
    for (;;) {
      found.push(...page.applications.map(({ groupId, user }) => `${groupId} ${user}`));
      if (page.next === undefined) break;
      page = await store.listApplications({ app: APP, user: 'alice', limit: 1, after: page.next });
    }
    expect(found).toEqual(expected);
    expect((await list('bob')).applications).toEqual([]);
    await store.readApplications({ app: APP, user: 'alice', time: NOW });
    await store.readApplications({ app: APP, user: 'alice', time: 5 });
    expect(await list('alice')).toMatchObject({ unread: 3, readTime: NOW });
  });

  test('decided once, however many decide at the same time', async () => {
    await make('team');
    await ask('bob', NOW);
    const decide = (accept: boolean) =>
      store.handleApplication({ ...act('alice'), applicant: 'bob', accept, reply: '', time: NOW });
    const outcomes = await Promise.all([decide(true), decide(true), decide(false)]);
    expect(outcomes.filter(({ type }) => type === 'done')).toHaveLength(1);
    expect(outcomes.filter((each) => each.type === 'refused' && each.why === 'handled')).toHaveLength(2);
    const members = await store.groupMembers({ app: APP, user: 'alice', group: 'team', after: '', limit: 10 });
    const [application] = (await list('alice')).applications;
    expect(application?.state).toBe('why' in members || members.length === 1 ? 'refused' : 'accepted');
  });

  test('whoever gets the name of a deleted account has asked for nothing', async () => {
    await make('team');
    await ask('bob', NOW);
    await store.deleteAccounts({ app: APP, users: ['bob'], now: NOW + 5 });
    expect((await list('alice')).applications).toEqual([]);
  });

  test('messages are counted and looked up for each reader', async () => {
    await make('team');
    await ask('bob', NOW);
    await store.handleApplication({ ...act('alice'), applicant: 'bob', accept: true, reply: '' });
    const target = { type: 'group', id: 'team' } as const;
    const ref = (user: string) => ({ app: APP, user, convId: 'group:team', target });
    const [sent] = await store.append([
      {
        ...{ app: APP, sender: 'alice', clientId: 'c', convId: 'group:team', target, time: NOW, clientTime: NOW },
        ...{ random: 7, platform: 'Linux', body: '{"elems":[],"needReceipt":true}', types: 1, counted: true },
        ...{ lasting: true, needReceipt: true, mentions: [] },
      },
    ]);
    const seq = sent?.type === 'stored' ? sent.seq : 0;
    const last = async (user: string) =>
      (await store.findConversations({ app: APP, user, refs: [ref(user)] }))[0]?.last ?? undefined;
    expect(await last('alice')).toMatchObject({ seq, receiptTotal: 1 });
    await store.sendReceipts({ ...ref('bob'), seqs: [seq], now: NOW + 1 });
    expect(await last('alice')).toMatchObject({ receiptTotal: 1, receiptRead: 1 });
    expect(await last('bob')).toMatchObject({ receiptTotal: 1, receiptSent: true });
    const places = [{ convId: 'group:team', target, seqs: [seq, 99] }];
    expect(await store.searchableConversations({ app: APP, user: 'bob' })).toMatchObject([
      { convId: 'group:team', target },
    ]);
    expect(await store.findPlaces({ app: APP, user: 'bob', places })).toMatchObject([
      { target, messages: [{ seq, receiptSent: true }] },
    ]);
    expect(await store.searchableConversations({ app: APP, user: 'carol' })).toEqual([]);
    expect(await store.findPlaces({ app: APP, user: 'carol', places })).toEqual([]);
  });
});
