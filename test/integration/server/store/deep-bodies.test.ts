import { c2c, NOW, storeKinds } from '../../../support/stores.js';

/** As long as a message may be. */
const DEPTH = 6000;

describe.each(storeKinds)('$name', ({ open }) => {
  test('bodies that nobody has checked, deeper than any parser of a database goes, are stored and told each time', async () => {
    const { store, cleanUp } = await open();
    await store.importAccounts({ accounts: ['alice', 'bob'].map((user) => ({ app: 1, user })), now: NOW });
    const body = `{"elems":[],"deep":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`;
    for (const id of ['1', '2', '3']) {
      expect(await store.append([c2c('alice', 'bob', id, { body })])).toMatchObject([
        { type: 'stored', seq: Number(id) },
      ]);
    }
    const { entries } = await store.pull({ app: 1, user: 'bob', after: 0, limit: 10, maxBytes: 1e6 });
    expect(entries.split(body)).toHaveLength(4);
    await store.append([c2c('alice', 'bob', 'after it')]);
    await store.close();
    await cleanUp();
  });
});
