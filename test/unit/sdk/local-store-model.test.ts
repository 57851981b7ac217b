import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Target } from '@tim-node/protocol';
import { MemoryStore } from '../../../lib/sdk/src/local/memory-store.js';
import { openSqliteStore } from '../../../lib/sdk/src/local/sqlite/open.js';
import { convKey, type KeptMessage, type LocalStore, type SearchQuery } from '../../../lib/sdk/src/local/store.js';

/* Random programs on both stores, beside a plain list. */

const CONVS: readonly Target[] = [
  { type: 'c2c', id: 'bob' },
  { type: 'group', id: 'bob' },
];

const message = fc.record({
  conv: fc.constantFrom(...CONVS),
  seq: fc.integer({ min: 0, max: 6 }),
  id: fc.constantFrom('a-1-1', 'b-1-1', 'c-2-2'),
  sender: fc.constantFrom('alice', 'bob'),
  time: fc.integer({ min: 1, max: 5 }),
  status: fc.constantFrom('sent', 'failed', 'deleted', 'revoked' as const),
  customInt: fc.integer(),
  customStr: fc.string(),
  types: fc.integer({ min: 0, max: 7 }),
  words: fc.constantFrom('', 'red', 'red car', "it's 100%"),
}) as fc.Arbitrary<KeptMessage>;

type Step =
  | { readonly kind: 'write'; readonly message: KeptMessage }
  | { readonly kind: 'remove'; readonly conv: Target; readonly id: string }
  | { readonly kind: 'clear'; readonly conv: Target; readonly upTo: number }
  | { readonly kind: 'forget' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: message.map((each) => ({ kind: 'write' as const, message: each })) },
  {
    weight: 1,
    arbitrary: message.map(({ conv, id }) => ({ kind: 'remove' as const, conv, id })),
  },
  {
    weight: 1,
    arbitrary: message.map(({ conv, seq }) => ({ kind: 'clear' as const, conv, upTo: seq })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
);

const same = (a: Target, b: Target): boolean => convKey(a) === convKey(b);

function onModel(list: readonly KeptMessage[], each: Step): KeptMessage[] {
  switch (each.kind) {
    case 'write': {
      const { conv, seq, id } = each.message;
      const others = list.filter(
        (other) => !(same(other.conv, conv) && other.seq === seq && (seq > 0 || other.id === id)),
      );
      return [...others, each.message];
    }
    case 'remove':
      return list.filter(({ conv, seq, id }) => !(same(conv, each.conv) && seq === 0 && id === each.id));
    case 'clear':
      return list.filter(({ conv, seq }) => !(same(conv, each.conv) && seq <= each.upTo));
    case 'forget':
      return list.filter(({ seq }) => seq === 0);
  }
}

function onStore(store: LocalStore, each: Step): void {
  if (each.kind === 'write') store.write(each.message);
  else if (each.kind === 'remove') store.removeOwn(each.conv, each.id);
  else if (each.kind === 'clear') store.clear(each.conv, each.upTo);
  else store.forget();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: KeptMessage, b: KeptMessage): number =>
  a.time - b.time || a.seq - b.seq || compare(a.id, b.id) || compare(convKey(a.conv), convKey(b.conv));

const QUERY: SearchQuery = { words: ['red', '100%'], every: false, types: 0, since: 2 };

function found(list: readonly KeptMessage[]): KeptMessage[] {
  return list
    .filter(({ status, words, time }) => {
      return status !== 'deleted' && status !== 'revoked' && time >= 2 && /red|100%/.test(words ?? '');
    })
    .sort((a, b) => byTime(b, a));
}

function check(store: LocalStore, list: readonly KeptMessage[]): void {
  for (const conv of CONVS) {
    const here = list.filter((each) => same(each.conv, conv) && each.status !== 'deleted');
    expect(store.own(conv)).toEqual(here.filter(({ seq }) => seq === 0).sort(byTime));
    const placed = here.filter(({ seq }) => seq > 0).sort((a, b) => b.seq - a.seq);
    expect(store.page({ conv, limit: 99 })).toEqual(placed);
    const newer = placed.filter(({ seq, types }) => seq > 2 && (types & 3) !== 0).reverse();
    expect(store.page({ conv, from: 2, forward: true, limit: 2, types: 3 })).toEqual(newer.slice(0, 2));
  }
  expect(store.withIds(['a-1-1', 'c-2-2'])).toEqual(list.filter(({ id }) => id !== 'b-1-1').sort(byTime));
  expect(store.search(QUERY, 0, 99)).toEqual(found(list));
  const counts = store.searchConversations(QUERY).map(({ conv, count, time }) => [convKey(conv), count, time]);
  const expected = CONVS.map((conv) => found(list).filter((each) => same(each.conv, conv))).flatMap(
    ([first, ...rest]) => (first === undefined ? [] : [[convKey(first.conv), rest.length + 1, first.time]]),
  );
  expect(counts).toHaveLength(expected.length);
  expect(counts).toEqual(expect.arrayContaining(expected));
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function inFile(): Promise<LocalStore> {
  const folder = mkdtempSync(join(tmpdir(), 'tim-local-model-'));
  folders.push(folder);
  return openSqliteStore({ folder, sdkAppId: 1, userId: 'alice', now: 1, warn: () => undefined });
}

test.each([
  { name: 'in memory', open: async (): Promise<LocalStore> => new MemoryStore() },
  { name: 'in a file', open: inFile },
])(
  'a store $name does what a plain list does',
  async ({ open }) => {
    const program = fc.array(step, { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const store = await open();
        try {
          let list: KeptMessage[] = [];
          for (const each of steps) {
            onStore(store, each);
            list = onModel(list, each);
          }
          check(store, list);
        } finally {
          store.close();
        }
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);
