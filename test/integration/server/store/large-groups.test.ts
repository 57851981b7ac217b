import type { Appended, Send } from '../../../../lib/server/src/store/calls/messages.js';
import type { Store } from '../../../../lib/server/src/store/store.js';
import { Random } from '../../../support/random.js';
import { c2c, NOW, readPage, storeKinds } from '../../../support/stores.js';

/* What is sent to many is written by other statements than what is sent to few: both share the logs of their readers. */

const MEMBERS = Array.from({ length: 60 }, (_, at) => `member-${at}`);
const FEW = MEMBERS.slice(0, 3);
const BATCH = 40;

describe.each(storeKinds)('large and small groups in the store $name', (kind) => {
  let store: Store;
  let cleanUp: () => void | Promise<void>;

  beforeEach(async () => {
    ({ store, cleanUp } = await kind.open());
    await store.importAccounts({ accounts: MEMBERS.map((user) => ({ app: 1, user })), now: NOW });
    for (const [group, members] of Object.entries({ many: MEMBERS, others: MEMBERS.slice(10), few: FEW })) {
      const [owner = '', ...rest] = members;
      await store.createGroup({
        ...{ app: 1, user: owner, group, platform: 'Linux', now: NOW, tipId: `tip-${group}`, random: 1 },
        type: 'Public',
        fields: {},
        members: rest.map((user) => ({ user, role: 'member' })),
      });
    }
  });

  afterEach(async () => {
    await store.close();
    await cleanUp();
  });

  const toGroup = (user: string, id: string, name: string, more: Partial<Send> = {}) =>
    c2c(user, id, name, { convId: `group:${id}`, target: { type: 'group', id }, ...more });

  /** Something to a group large or small, to some of its members, or to one person. */
  const anything = (random: Random, name: string): Send => {
    const user = random.pick(MEMBERS.slice(10));
    const deeds = {
      many: () => toGroup(user, 'many', name),
      others: () => toGroup(user, 'others', name),
      few: () => toGroup(random.pick(FEW), 'few', name),
      chosen: () => toGroup(user, 'many', name, { onlyFor: [random.pick(MEMBERS), random.pick(MEMBERS)] }),
      person: () => c2c(user, random.pick(MEMBERS), name),
    };
    return deeds[random.weighted({ many: 4, others: 2, few: 2, chosen: 1, person: 3 })]();
  };

  /** What came into a log: where, and which message. */
  const logOf = async (user: string) => {
    const page = readPage(await store.pull({ app: 1, user, after: 0, limit: 10_000, maxBytes: 1e9 }));
    expect(page.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: page.head }, (_, at) => at + 1));
    return page.entries.flatMap((entry) =>
      entry.kind === 'message' && entry.message.clientId.startsWith('n')
        ? [{ place: entry.seq, id: entry.message.clientId, seq: entry.message.seq }]
        : [],
    );
  };

  /** The same, as the answers of the store tell it. */
  const told = (sends: readonly Send[], answers: readonly Appended[]) => {
    const logs = new Map(MEMBERS.map((user) => [user, [] as { place: number; id: string; seq: number }[]]));
    for (const [index, send] of sends.entries()) {
      const answer = answers[index];
      if (answer?.type !== 'stored') throw new Error(`not stored: ${JSON.stringify(answer)}`);
      for (const [reader, user] of answer.readers.users.entries()) {
        const place = (answer.readers.firsts[reader] ?? 0) + answer.at;
        logs.get(user)?.push({ place, id: send.clientId, seq: answer.seq });
      }
    }
    return logs;
  };

  test.each([1, 2, 3])('every log has what was sent, in that order and without gaps (seed %i)', async (seed) => {
    const random = new Random(seed);
    const sends = Array.from({ length: 3 * BATCH }, (_, at) => anything(random, `n${at}`));
    const answers: Appended[] = [];
    for (let at = 0; at < sends.length; at += BATCH) answers.push(...(await store.append(sends.slice(at, at + BATCH))));
    const logs = told(sends, answers);
    for (const user of MEMBERS) expect(await logOf(user)).toEqual(logs.get(user));
    const inMany = answers.flatMap((answer, at) =>
      answer.type === 'stored' && sends[at]?.convId === 'group:many' ? [answer.seq] : [],
    );
    expect(inMany).toEqual(inMany.map((_, at) => at + (inMany[0] ?? 0)));
  });

  test.each(['many', 'few'])('a page may begin and end between messages that came together (%s)', async (group) => {
    const texts = Array.from({ length: 5 }, (_, at) => `n${at}`);
    await store.append([c2c('member-1', 'member-2', 'before')]);
    await store.append(texts.map((name) => toGroup('member-1', group, name)));
    await store.append([c2c('member-1', 'member-2', 'after')]);
    const whole = await logOf('member-2');
    expect(whole.map(({ id }) => id)).toEqual(texts);
    const { head } = await store.pull({ app: 1, user: 'member-2', after: 0, limit: 1, maxBytes: 1e9 });
    for (let after = 0; after < head; after += 1) {
      for (let limit = 1; limit <= head; limit += 1) {
        const page = readPage(await store.pull({ app: 1, user: 'member-2', after, limit, maxBytes: 1e9 }));
        const places = Array.from({ length: Math.min(limit, head - after) }, (_, at) => after + at + 1);
        expect(page.entries.map(({ seq }) => seq)).toEqual(places);
        for (const entry of page.entries) {
          const expected = whole.find(({ place }) => place === entry.seq);
          if (expected !== undefined) expect(entry).toMatchObject({ message: { clientId: expected.id } });
        }
      }
    }
  });

  test('at the same time from several sides: nothing is lost, and nothing waits for ever', async () => {
    const random = new Random(7);
    const batches = Array.from({ length: 6 }, (_, side) =>
      Array.from({ length: 12 }, (__, at) => anything(random, `n${side}-${at}`)),
    );
    const answers = await Promise.all(batches.map((batch) => store.append(batch)));
    const logs = told(batches.flat(), answers.flat());
    for (const user of MEMBERS) {
      const expected = [...(logs.get(user) ?? [])].sort((a, b) => a.place - b.place);
      expect(await logOf(user)).toEqual(expected);
    }
  });
});
