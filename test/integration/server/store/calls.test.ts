import type { Appended } from '../../../../lib/server/src/store/calls/messages.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { c2c, hash, loginRequest, NOW, readPage, storeKinds } from '../../../support/stores.js';

describe.each(storeKinds)('store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    await store.importAccounts({ accounts: ['alice', 'bob', 'carol'].map((user) => ({ app: 1, user })), now: NOW });
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const pull = async (user: string, after = 0, limit = 200, maxBytes = 1e9) =>
    readPage(await store.pull({ app: 1, user, after, limit, maxBytes }));
  const numbers = (answers: readonly Appended[]) =>
    answers.map((answer) =>
      answer.type === 'stored' ? [answer.seq, ...answer.readers.firsts.map((first) => first + answer.at)] : answer.type,
    );

  describe('messages', () => {
    test('conversations and logs count from one without gaps', async () => {
      const sends = [
        c2c('alice', 'bob', '1'),
        c2c('bob', 'alice', '2'),
        c2c('alice', 'carol', '3'),
        c2c('bob', 'carol', '4'),
      ];
      expect(numbers(await store.append(sends))).toEqual([
        [1, 1, 1],
        [2, 2, 2],
        [1, 1, 3],
        [1, 2, 3],
      ]);
      expect(numbers(await store.append([c2c('alice', 'bob', '5')]))).toEqual([[3, 4, 4]]);
    });

    test('many at once and one by one come to the same', async () => {
      const sends = Array.from({ length: 300 }, (_, at) =>
        c2c(at % 2 ? 'alice' : 'bob', at % 3 ? 'carol' : 'alice', `n${at}`),
      );
      const expected = new Map<string, number>();
      const answers = [...(await store.append(sends.slice(0, 211))), ...(await store.append(sends.slice(211)))];
      for (const [at, send] of sends.entries()) {
        const seq = (expected.get(send.convId) ?? 0) + 1;
        expected.set(send.convId, seq);
        expect(answers[at]).toMatchObject({ type: 'stored', seq });
      }
      const log = await pull('carol', 0, 1000);
      expect(log.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: log.head }, (_, at) => at + 1));
    });

    test('the same message again gets the first answer and is not stored again', async () => {
      const first = await store.append([c2c('alice', 'bob', 'x')]);
      const later = c2c('alice', 'bob', 'x', { time: NOW + 9, body: '{"elems":[]}' });
      expect(await store.append([later, c2c('alice', 'bob', 'y'), later])).toEqual([
        { type: 'repeated', seq: 1, time: NOW },
        expect.objectContaining({ type: 'stored', seq: 2 }),
        { type: 'repeated', seq: 1, time: NOW },
      ]);
      expect(first[0]).toMatchObject({ type: 'stored', seq: 1 });
      expect((await pull('bob')).head).toBe(2);
    });

    test('twice in one batch is once', async () => {
      const twins = [c2c('alice', 'bob', 'x'), c2c('alice', 'bob', 'x')];
      expect((await store.append(twins)).map(({ type }) => type)).toEqual(['stored', 'repeated']);
      expect((await pull('bob')).entries).toHaveLength(1);
    });

    test('client ids of two senders have nothing to do with each other', async () => {
      const answers = await store.append([c2c('alice', 'carol', 'same'), c2c('bob', 'carol', 'same')]);
      expect(answers.map(({ type }) => type)).toEqual(['stored', 'stored']);
    });

    test('to somebody unknown: nothing is stored, the neighbours are', async () => {
      const answers = await store.append([c2c('alice', 'nobody', '1'), c2c('alice', 'bob', '2')]);
      expect(answers.map(({ type }) => type)).toEqual(['refused', 'stored']);
      expect(answers[1]).toMatchObject({ seq: 1 });
    });

    test('to oneself: one entry', async () => {
      expect(numbers(await store.append([c2c('alice', 'alice', '1')]))).toEqual([[1, 1]]);
    });

    test('apps do not see each other', async () => {
      await store.importAccounts({ accounts: [{ app: 2, user: 'alice' }], now: NOW });
      const answers = await store.append([
        c2c('alice', 'alice', '1'),
        c2c('alice', 'alice', '1', { app: 2 }),
        c2c('alice', 'bob', '2', { app: 2 }),
      ]);
      expect(numbers(answers)).toEqual([[1, 1], [1, 1], 'refused']);
    });

    test('a body is kept to the letter', async () => {
      const body = JSON.stringify({
        elems: [{ type: 'text', text: `' OR 1=1 -- % _ \\ "\u{1f600}\r\n${'x'.repeat(5000)}` }],
      });
      await store.append([c2c('alice', 'bob', '1', { body, random: 0xffff_ffff })]);
      const { entries } = await pull('bob');
      expect(entries).toEqual([
        {
          kind: 'message',
          seq: 1,
          message: {
            target: { type: 'c2c', id: 'bob' },
            seq: 1,
            sender: 'alice',
            clientId: '1',
            time: NOW,
            clientTime: NOW,
            random: 0xffff_ffff,
            platform: 'Linux',
            body: JSON.parse(body) as unknown,
          },
        },
      ]);
    });
  });

  describe('the log', () => {
    beforeEach(async () => {
      await store.append(Array.from({ length: 5 }, (_, at) => c2c('alice', 'bob', `m${at}`)));
    });

    test('is read in pages', async () => {
      const first = await pull('bob', 0, 2);
      expect(first).toMatchObject({ head: 5, reset: false });
      expect(first.entries.map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await pull('bob', 4)).entries.map(({ seq }) => seq)).toEqual([5]);
      expect((await pull('bob', 5)).entries).toEqual([]);
    });

    test('a page ends early when it gets too large, but never empty', async () => {
      expect((await pull('bob', 0, 200, 100)).entries).toHaveLength(2);
      expect((await pull('bob', 0, 200, 1)).entries).toHaveLength(1);
    });

    test('a position ahead of it is none', async () => {
      expect(await pull('bob', 6)).toEqual({ head: 5, reset: true, entries: [] });
    });

    test('an account without entries has an empty one', async () => {
      expect(await pull('carol')).toEqual({ head: 0, reset: false, entries: [] });
    });
  });

  describe('logins', () => {
    const begin = (user: string, id: string, more = {}) =>
      store.login(loginRequest(user, { instanceId: id, session: { sessionId: id, tokenHash: hash('a') }, ...more }));

    test('register the account', async () => {
      expect(await store.findAccounts({ app: 1, users: ['dave'] })).toEqual([]);
      expect(await begin('dave', 'd1')).toEqual({ type: 'accepted', seq: 0, head: 0, kicked: [], replaced: [] });
      expect(await store.findAccounts({ app: 1, users: ['dave'] })).toEqual(['dave']);
    });

    test('kick whoever the rules name, and mark those who were offline', async () => {
      await begin('alice', 's1');
      const second = await begin('alice', 's2', { attached: ['s1'] });
      expect(second).toMatchObject({ kicked: [{ sessionId: 's1', reason: 'multipleAccount' }] });
      // s1 was told over its connection, s2 is offline when s3 comes.
      expect(await begin('alice', 's3')).toMatchObject({ kicked: [{ sessionId: 's2' }] });
      expect(await begin('alice', 's1', { attached: ['s3'] })).toMatchObject({ type: 'accepted' });
      expect(await begin('alice', 's2', { attached: ['s1'] })).toEqual({
        type: 'kickedOffline',
        reason: 'multipleAccount',
      });
      expect(await begin('alice', 's2', { attached: ['s1'] })).toMatchObject({
        type: 'accepted',
        kicked: [{ sessionId: 's1' }],
      });
    });

    test('without the notice an instance that was kicked while offline logs in at once', async () => {
      const rules = { policy: 'multi', instances: {}, kickedOfflineNotice: false } as const;
      await begin('alice', 's1');
      await begin('alice', 's2');
      expect(await begin('alice', 's1', { rules })).toMatchObject({ type: 'accepted' });
    });

    test('are refused without a change when too many were kicked already', async () => {
      await begin('alice', 's1');
      expect(await begin('alice', 's2', { attached: ['s1'], mayKick: false })).toEqual({ type: 'wouldKick' });
      expect(await begin('alice', 's2', { lingering: ['s1'], mayKick: false })).toEqual({ type: 'wouldKick' });
      expect(await resumeOf('s1')).toMatchObject({ type: 'accepted' });
      // Nobody online has to go: that is no kick.
      expect(await begin('alice', 's2', { mayKick: false })).toMatchObject({ type: 'accepted' });
    });

    test('of the same instance replace their own session; only without a ticket it is told', async () => {
      await begin('alice', 'i1');
      const again = { instanceId: 'i1', session: { sessionId: 'i1-2', tokenHash: hash('b') } };
      const withTicket = { previous: { sessionId: 'i1', tokenHash: hash('a') }, attached: ['i1'] };
      expect(await store.login(loginRequest('alice', { ...again, ...withTicket }))).toMatchObject({
        kicked: [],
        replaced: ['i1'],
      });
      expect(await begin('alice', 'i1', { attached: ['i1-2'] })).toMatchObject({
        kicked: [{ sessionId: 'i1-2', reason: 'multipleAccount' }],
        replaced: [],
      });
      // No mark: the next login is not told of a kick.
      expect(await begin('alice', 'i1')).toMatchObject({ type: 'accepted', kicked: [] });
    });

    test('that come late kick nobody out of the same instance', async () => {
      await begin('alice', 'i1');
      await begin('alice', 'i2', { instanceId: 'i1', now: NOW + 2, node: 'there' });
      const late = { instanceId: 'i1', now: NOW + 1, attached: ['i2'], node: 'here' };
      expect(await begin('alice', 'i3', late)).toEqual({ type: 'overtaken' });
      expect(await resumeOf('i2')).toMatchObject({ type: 'accepted' });
      expect(await begin('alice', 'i4', { ...late, now: NOW + 2 })).toMatchObject({ kicked: [{ sessionId: 'i2' }] });
      // At one node they come in turn: it is the clock that was set back, and so it is when that is by more.
      await begin('alice', 'i5', { ...late, now: NOW + 90, attached: [], node: 'here' });
      const setBack = { ...late, now: NOW + 80, attached: ['i5'] };
      expect(await begin('alice', 'i6', setBack)).toMatchObject({ kicked: [{ sessionId: 'i5' }] });
      const farBack = { ...late, now: NOW + 10, attached: ['i6'], node: 'there' };
      expect(await begin('alice', 'i7', farBack)).toMatchObject({ kicked: [{ sessionId: 'i6' }] });
    });

    test('a ticket that is not genuine replaces nobody', async () => {
      await begin('alice', 'i1');
      const previous = { sessionId: 'i1', tokenHash: hash('f') };
      expect(await begin('alice', 'i2', { previous, attached: ['i1'] })).toMatchObject({
        kicked: [{ sessionId: 'i1' }],
        replaced: [],
      });
    });

    test('a ticket of another instance is taken over with it', async () => {
      await begin('alice', 'i1');
      const previous = { sessionId: 'i1', tokenHash: hash('a') };
      expect(await begin('alice', 'i2', { previous, attached: ['i1'] })).toMatchObject({
        kicked: [],
        replaced: ['i1'],
      });
      expect(await resumeOf('i1')).toEqual({ type: 'unknown' });
    });

    test('sessions whose UserSig has ended are in nobody’s way', async () => {
      await begin('alice', 's1', { expireAt: NOW + 10 });
      expect(await begin('alice', 's2', { now: NOW + 10, attached: ['s1'] })).toMatchObject({ kicked: [] });
    });

    test('old sessions are forgotten, but nobody who is online', async () => {
      const rules = { policy: 'multi', instances: { Web: 10 }, kickedOfflineNotice: true } as const;
      await begin('alice', 'online', { platform: 'Web', rules });
      for (let at = 0; at < 30; at += 1) {
        await begin('alice', `s${at}`, { rules, attached: ['online'] });
      }
      expect(await resumeOf('s0')).toEqual({ type: 'unknown' });
      expect(await resumeOf('s8')).toEqual({ type: 'unknown' });
      expect(await resumeOf('s9')).toMatchObject({ type: 'kicked' });
      expect(await resumeOf('online')).toMatchObject({ type: 'accepted' });
    });

    test('where a client reads on: its own word, then what it has acknowledged, then what anybody has', async () => {
      await store.append(Array.from({ length: 9 }, (_, at) => c2c('bob', 'alice', `p${at}`)));
      expect(await begin('alice', 'new')).toMatchObject({ seq: 0, head: 9 });
      await store.note([{ app: 1, user: 'alice', sessionId: 'new', acked: 4, seenAt: NOW }]);
      expect(await begin('alice', 'new')).toMatchObject({ seq: 4 });
      expect(await begin('alice', 'other', { platform: 'Web' })).toMatchObject({ seq: 4 });
      expect(await begin('alice', 'other', { platform: 'Web', position: 7 })).toMatchObject({ seq: 7 });
      expect(await begin('alice', 'other', { platform: 'Web' })).toMatchObject({ seq: 7 });
      expect(await begin('alice', 'new')).toMatchObject({ seq: 4 });
      // Ahead of the log: not a place that was ever read.
      expect(await begin('alice', 'third', { platform: 'Mac', position: 10 })).toMatchObject({ seq: 7 });
    });

    test('nobody can acknowledge what does not exist yet', async () => {
      await begin('alice', 's1');
      await store.note([{ app: 1, user: 'alice', sessionId: 's1', acked: 1000, seenAt: NOW }]);
      await store.append([c2c('bob', 'alice', '1')]);
      expect(await begin('alice', 's1')).toMatchObject({ seq: 0, head: 1 });
    });

    const resumeOf = (sessionId: string, more = {}) =>
      store.resume({ app: 1, user: 'alice', session: { sessionId, tokenHash: hash('a') }, now: NOW, ...more });

    test('a session is resumed with its secret, until it ends', async () => {
      await begin('alice', 's1', { platform: 'iPad' });
      expect(await resumeOf('s1')).toEqual({
        type: 'accepted',
        instanceId: 's1',
        platform: 'iPad',
        expireAt: NOW + 3600,
        seq: 0,
        head: 0,
      });
      expect(await resumeOf('s1', { session: { sessionId: 's1', tokenHash: hash('b') } })).toEqual({ type: 'unknown' });
      expect(await resumeOf('s1', { session: { sessionId: 's1', tokenHash: '' } })).toEqual({ type: 'unknown' });
      expect(await resumeOf('s1', { user: 'bob' })).toEqual({ type: 'unknown' });
      expect(await resumeOf('s1', { app: 2 })).toEqual({ type: 'unknown' });
      expect(await resumeOf('s1', { now: NOW + 3600 })).toEqual({ type: 'expired' });
    });

    test('a resume that is told of a kick spares the next login the news', async () => {
      await begin('alice', 's1');
      await begin('alice', 's2');
      expect(await resumeOf('s1')).toEqual({ type: 'kicked', reason: 'multipleAccount' });
      expect(await resumeOf('s1')).toEqual({ type: 'kicked', reason: 'multipleAccount' });
      expect(await begin('alice', 's1')).toMatchObject({ type: 'accepted' });
    });

    test('after a logout there is nothing to resume, and nothing to kick', async () => {
      await store.append([c2c('bob', 'alice', '1'), c2c('bob', 'alice', '2')]);
      await begin('alice', 's1');
      await store.logout({ app: 1, user: 'alice', sessionId: 's1', now: NOW, acked: 2 });
      expect(await resumeOf('s1')).toEqual({ type: 'unknown' });
      expect(await begin('alice', 's2')).toMatchObject({ kicked: [], seq: 2 });
      expect(await begin('alice', 's1')).toMatchObject({ type: 'accepted' });
    });

    test('a newer UserSig moves the end, as long as the session goes on', async () => {
      await begin('alice', 's1');
      const renewal = { app: 1, user: 'alice', sessionId: 's1', expireAt: NOW + 9999, sigTime: NOW + 5 };
      expect(await store.renew(renewal)).toBe('renewed');
      expect(await resumeOf('s1', { now: NOW + 5000 })).toMatchObject({ expireAt: NOW + 9999 });
      expect(await store.renew({ ...renewal, sessionId: 'none' })).toBe('unknown');
      await begin('alice', 's2');
      expect(await store.renew(renewal)).toBe('unknown');
    });

    test('a kick ends everything and makes older UserSigs useless', async () => {
      await begin('alice', 's1');
      await begin('alice', 'w1', { platform: 'Web' });
      const ended = await store.kick({ app: 1, user: 'alice', now: NOW + 100, attached: ['s1'] });
      expect(ended?.map(({ sessionId }) => sessionId).sort()).toEqual(['s1', 'w1']);
      expect(await resumeOf('s1')).toEqual({ type: 'kicked', reason: 'REST_API_Kick' });
      const at = (sigTime: number) => ({ now: NOW + 200, sigTime });
      expect(await begin('alice', 's1', at(NOW))).toEqual({ type: 'sigRevoked' });
      expect(await begin('alice', 's1', at(NOW + 100))).toEqual({ type: 'sigRevoked' });
      expect(await begin('alice', 's1', at(NOW + 101))).toMatchObject({ type: 'accepted' });
      expect(await begin('alice', 'w1', at(NOW + 101))).toEqual({ type: 'kickedOffline', reason: 'REST_API_Kick' });
      expect(await store.sigRevoked({ app: 1, user: 'alice', sigTime: NOW + 100 })).toBe(true);
      expect(await store.sigRevoked({ app: 1, user: 'alice', sigTime: NOW + 101 })).toBe(false);
      const renewal = { app: 1, user: 'alice', sessionId: 's1', expireAt: NOW + 9999, sigTime: NOW + 100 };
      expect(await store.renew(renewal)).toBe('sigRevoked');
    });

    test('nobody is no one to kick, and a kick of another app does nothing', async () => {
      expect(await store.kick({ app: 1, user: 'nobody', now: NOW, attached: [] })).toBeUndefined();
      await begin('alice', 's1');
      expect(await store.kick({ app: 2, user: 'alice', now: NOW, attached: [] })).toBeUndefined();
      expect(await resumeOf('s1')).toMatchObject({ type: 'accepted' });
    });

    test('live sessions are those that go on', async () => {
      await begin('alice', 's1', { platform: 'iPhone' });
      await begin('bob', 's2');
      await store.logout({ app: 1, user: 'bob', sessionId: 's2', now: NOW });
      expect(await store.liveSessions({ app: 1, users: ['alice', 'bob', 'alice'], now: NOW })).toEqual([
        { user: 'alice', platform: 'iPhone', sessionId: 's1', seenAt: NOW, online: false },
      ]);
      expect(await store.liveSessions({ app: 1, users: ['alice'], now: NOW + 3600 })).toEqual([]);
    });
  });

  describe('accounts', () => {
    test('a deleted one is gone, with its sessions and its log', async () => {
      await store.append([c2c('alice', 'bob', '1')]);
      await store.login(loginRequest('bob'));
      expect(await store.deleteAccounts({ app: 1, users: ['bob', 'nobody'], now: NOW + 50 })).toEqual([
        { user: 'bob', existed: true, ended: [{ sessionId: 'session-of-bob', reason: 'REST_API_Kick' }] },
        { user: 'nobody', existed: false, ended: [] },
      ]);
      expect(await store.findAccounts({ app: 1, users: ['bob', 'alice'] })).toEqual(['alice']);
      expect((await store.append([c2c('alice', 'bob', '2')]))[0]).toEqual({ type: 'refused', why: 'unknownReceiver' });
      expect(await store.deleteAccounts({ app: 1, users: ['bob'], now: NOW })).toMatchObject([{ existed: false }]);
    });

    test('whoever comes back is somebody new: old UserSigs and positions are useless', async () => {
      await store.append([c2c('alice', 'bob', '1'), c2c('alice', 'bob', '2')]);
      await store.deleteAccounts({ app: 1, users: ['bob'], now: NOW + 50 });
      expect(await store.login(loginRequest('bob', { sigTime: NOW + 50 }))).toEqual({ type: 'sigRevoked' });
      expect(await store.login(loginRequest('bob', { sigTime: NOW + 51 }))).toMatchObject({ type: 'accepted', seq: 2 });
      expect(await pull('bob', 1)).toMatchObject({ reset: true });
      expect(await store.login(loginRequest('bob', { sigTime: NOW + 50 }))).toEqual({ type: 'sigRevoked' });
      expect((await store.append([c2c('alice', 'bob', '3')]))[0]).toMatchObject({ type: 'stored', seq: 3 });
    });

    test('an administrator who imports a deleted account has it back, UserSigs included', async () => {
      await store.deleteAccounts({ app: 1, users: ['bob'], now: NOW + 50 });
      await store.importAccounts({ accounts: [{ app: 1, user: 'bob', nick: 'B' }], now: NOW + 60 });
      expect(await store.findAccounts({ app: 1, users: ['bob'] })).toEqual(['bob']);
      expect(await store.login(loginRequest('bob'))).toMatchObject({ type: 'accepted' });
    });

    test('but not UserSigs that an earlier kick has made useless', async () => {
      await store.kick({ app: 1, user: 'bob', now: NOW + 40, attached: [] });
      await store.deleteAccounts({ app: 1, users: ['bob'], now: NOW + 50 });
      await store.importAccounts({ accounts: [{ app: 1, user: 'bob' }], now: NOW + 60 });
      expect(await store.login(loginRequest('bob', { sigTime: NOW + 40 }))).toEqual({ type: 'sigRevoked' });
      expect(await store.login(loginRequest('bob', { sigTime: NOW + 41 }))).toMatchObject({ type: 'accepted' });
    });

    test('settings are kept per app', async () => {
      expect(await store.loadSettings(1)).toBeUndefined();
      await store.saveSettings({ app: 1, value: 'a' });
      await store.saveSettings({ app: 1, value: 'b' });
      expect([await store.loadSettings(1), await store.loadSettings(2)]).toEqual(['b', undefined]);
    });
  });

  test('a store that is closed says so', async () => {
    await store.close();
    await expect(store.ping()).rejects.toMatchObject({ kind: 'closed' });
    await store.close();
  });
});
