import type { GroupFields, GroupType } from '@tim-node/protocol';
import type { GroupOutcome } from '../../../../lib/server/src/store/calls/groups.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, NOW, readPage, storeKinds } from '../../../support/stores.js';

const USERS = ['alice', 'bob', 'carol'];

describe.each(storeKinds)('groups in the store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void;
  let tips = 0;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    await store.importAccounts({ accounts: USERS.map((user) => ({ app: 1, user })), now: NOW });
  });

  afterEach(async () => {
    await store.close();
    cleanUp();
  });

  const act = (user: string, group = 'g') => {
    tips += 1;
    return { app: 1, user, group, platform: 'Linux' as const, now: NOW, tipId: `tip-${tips}`, random: 1 };
  };
  const create = (type: GroupType = 'Public', fields: GroupFields = {}, members: string[] = []) =>
    store.createGroup({
      ...act('alice'),
      type,
      fields: { joinOption: 'any', ...fields },
      members: members.map((user) => ({ user, role: 'member' as const })),
    });
  const send = (user: string, clientId: string) =>
    store.append([c2c(user, 'x', clientId, { convId: 'group:g', target: { type: 'group', id: 'g' } })]);
  const why = (outcome: GroupOutcome<unknown>) => (outcome.type === 'done' ? 'done' : outcome.why);
  const log = async (user: string) =>
    readPage(await store.pull({ app: 1, user, after: 0, limit: 100, maxBytes: 1e9 })).entries.map((entry) =>
      'message' in entry ? `${entry.kind}${entry.message.seq}` : entry.kind,
    );
  const mine = async (user: string) => (await store.findGroups({ app: 1, user, groups: ['g'] }))[0];

  test('the rows of a group, of its members, and what they have read', async () => {
    expect(why(await create('Public', { name: 'us' }, ['bob']))).toBe('done');
    await send('alice', 'm1');
    const found = await mine('bob');
    expect(found?.group).toMatchObject({ id: 'g', name: 'us', owner: 'alice', memberCount: 2, head: 2, lastTime: NOW });
    expect(found).toMatchObject({ self: { user: 'bob', role: 'member' }, reading: { unread: 1, option: 0 } });
    expect((await mine('alice'))?.reading?.unread).toBe(0);
    expect(await mine('carol')).toEqual({ group: found?.group });
    expect(await log('bob')).toEqual(['membership', 'message1', 'message2']);
  });

  test('nothing of what was before is unread for who joins; what comes after is', async () => {
    await create();
    await send('alice', 'before');
    await store.joinGroup({ ...act('carol'), words: '' });
    expect((await mine('carol'))?.reading).toMatchObject({ unread: 0, readSeq: 1 });
    await send('alice', 'after');
    expect((await mine('carol'))?.reading?.unread).toBe(1);
    expect(await log('carol')).toEqual(['membership', 'message2', 'message3']);
  });

  test('in a chat room nothing counts as unread', async () => {
    await create('ChatRoom', {}, ['bob']);
    await send('alice', 'm1');
    expect((await mine('bob'))?.reading?.unread).toBe(0);
  });

  test('coming back is like coming for the first time', async () => {
    await create('Public', {}, ['bob']);
    await store.quitGroup(act('bob'));
    await send('alice', 'meanwhile');
    expect((await mine('bob'))?.self).toBeUndefined();
    await store.joinGroup({ ...act('bob'), words: '' });
    expect((await mine('bob'))?.reading).toMatchObject({ unread: 0, readSeq: 3 });
    expect(await log('bob')).toEqual([
      'membership',
      'message1',
      'membership',
      'conversationRemoved',
      'membership',
      'message4',
    ]);
  });

  test('twelve want the last place, one gets it', async () => {
    const crowd = Array.from({ length: 12 }, (_, at) => `user${at}`);
    await store.importAccounts({ accounts: crowd.map((user) => ({ app: 1, user })), now: NOW });
    await create('Public', { maxMembers: 2 });
    const outcomes = await Promise.all(crowd.map((user) => store.joinGroup({ ...act(user), words: '' })));
    expect(outcomes.map(why).sort()).toEqual(['done', ...Array.from({ length: 11 }, () => 'full')]);
    expect((await mine('alice'))?.group.memberCount).toBe(2);
  });

  test('twelve make a group of one name, one of them has it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => create()));
    expect(outcomes.map(why).sort()).toEqual(['done', ...Array.from({ length: 11 }, () => 'taken')]);
    expect(await log('alice')).toEqual(['membership']);
  });

  test('joins, messages and departures at the same time leave logs without gaps and the right number of members', async () => {
    await create('Public', {}, ['bob']);
    await Promise.all([
      ...Array.from({ length: 10 }, (_, at) => send('alice', `a${at}`)),
      store.joinGroup({ ...act('carol'), words: '' }),
      ...Array.from({ length: 10 }, (_, at) => send('bob', `b${at}`)),
      store.quitGroup(act('bob')),
    ]);
    const group = (await mine('alice'))?.group;
    expect(group?.memberCount).toBe(2);
    const seqs = (await log('alice'))
      .filter((entry) => entry.startsWith('message'))
      .map((entry) => Number(entry.slice(7)));
    expect(seqs).toEqual(Array.from({ length: group?.head ?? 0 }, (_, at) => at + 1));
  });

  test('a request that is refused leaves nothing behind', async () => {
    expect(why(await create('Public', {}, ['nobody']))).toBe('noAccount');
    expect(why(await create('Public', { maxMembers: 1 }, ['bob']))).toBe('full');
    expect(await mine('alice')).toBeUndefined();
    await create();
    for (const outcome of [
      await store.quitGroup(act('bob')),
      await store.dismissGroup(act('bob')),
      await store.kickMembers({ ...act('bob'), users: ['alice'] }),
      await store.invite({ ...act('alice'), users: ['bob'] }),
    ]) {
      expect(why(outcome)).toBe('denied');
    }
    expect(await log('alice')).toEqual(['membership']);
    expect(await log('bob')).toEqual([]);
  });

  test('members page by page, by role and by name', async () => {
    await create('Public', {}, ['bob', 'carol']);
    const page = async (more: object) => {
      const found = await store.groupMembers({ app: 1, user: 'bob', group: 'g', after: '', limit: 2, ...more });
      return 'why' in found ? found.why : found.map(({ user }) => user);
    };
    expect(await page({})).toEqual(['alice', 'bob']);
    expect(await page({ after: 'bob' })).toEqual(['carol']);
    expect(await page({ role: 'owner' })).toEqual(['alice']);
    expect(await page({ users: ['carol', 'nobody', 'alice', 'alice'] })).toEqual(['alice', 'carol']);
    expect(await page({ user: 'dave' })).toBe('denied');
    expect(await page({ group: 'h' })).toBe('noGroup');
    expect(await page({ app: 2 })).toBe('noGroup');
  });

  test('who gets the name of a deleted account is in no group', async () => {
    await create('Public', {}, ['bob']);
    await store.deleteAccounts({ app: 1, users: ['bob', 'alice'], now: NOW + 1 });
    await store.importAccounts({ accounts: [{ app: 1, user: 'bob' }], now: NOW + 2 });
    expect(await mine('bob')).toMatchObject({ group: { owner: '', memberCount: 0 } });
    expect((await mine('bob'))?.self).toBeUndefined();
    expect(await store.joinedGroups({ app: 1, user: 'bob', after: '', limit: 10 })).toEqual([]);
    expect(await send('bob', 'x')).toEqual([{ type: 'refused', why: 'notMember' }]);
  });
});
