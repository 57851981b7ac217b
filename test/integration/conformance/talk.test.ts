import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';
import { c, flutter, tim, web, type Talk } from './talkers.js';

/** One talk through every style: alice in that style, bob in another one. Both see what docs/styles.md promises. */

const { start } = servers();
const page = readFileSync(join(__dirname, '../../../docs/styles.md'), 'utf8');

/** The table of the talk: step, outcome, what alice is told, what bob is told. */
const promised = (page.split('\n## The talk\n')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

const pairs: readonly (readonly [name: string, alice: Talk, bob: Talk])[] = [
  ['C with Web', c, web],
  ['Flutter with C', flutter, c],
  ['Web with Flutter', web, flutter],
  ['TIM with C', tim, c],
];

test.each(pairs)('%s', async (_name, first, second) => {
  const server = await start();
  const alice = await first(server, 'alice', 'bob');
  const bob = await second(server, 'bob', 'alice');
  const seen: string[][] = [];
  const step = async (name: string, outcome: Promise<number | string[]>, waits: () => boolean): Promise<void> => {
    const result = await outcome;
    await waitFor(`${name}; ${alice.told.join()}; ${bob.told.join()}`, waits);
    const told = [alice, bob].map((each) => each.told.splice(0).join(', '));
    seen.push([name, Array.isArray(result) ? result.join(', ') : String(result), ...told]);
  };
  const isTold = (who: typeof alice) => () => who.told.length > 0;
  try {
    await step('alice sends', alice.send('hello'), isTold(bob));
    await step('bob answers', bob.send('hi'), isTold(alice));
    await step('alice reads back', alice.history(), () => true);
    await step('bob reads back', bob.history(), () => true);
    await step('bob has read', bob.read(), isTold(alice));
    await step('alice has read', alice.read(), isTold(bob));
    await step('alice takes hers back', alice.revoke(), isTold(bob));
    await step('bob takes his back', bob.revoke(), isTold(alice));
    await step('alice reads back again', alice.history(), () => true);
    expect(seen).toEqual(promised);
  } finally {
    await Promise.all([alice.end(), bob.end()]);
  }
});
