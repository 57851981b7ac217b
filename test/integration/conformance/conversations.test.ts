import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logIn } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';
import { c, flutter, unity, type Watch } from './watchers.js';

/** What becomes of a conversation, in the styles that tell it event by event: each sees what docs/styles.md promises. */

const { start } = servers();
const page = readFileSync(join(__dirname, '../../../docs/styles.md'), 'utf8');
const ALICE = 'c2c_alice';

/** The table of the page: step, outcome, what bob is told. */
const promised = (page.split('\n## The list of conversations\n')[1] ?? '')
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

const styles: readonly (readonly [name: string, watch: Watch])[] = [
  ['C', c],
  ['Unity', unity],
  ['Flutter', flutter],
];

test.each(styles)('%s', async (_name, watch) => {
  const server = await start();
  const { client: alice } = await logIn(server, 'alice');
  const bob = await watch(server, 'bob');
  bob.told.splice(0);
  const seen: string[][] = [];
  const step = async (name: string, outcome: Promise<unknown>): Promise<void> => {
    const code = await outcome;
    const wanted = promised?.find(([each]) => each === name)?.[2]?.split(', ').length ?? 0;
    await waitFor(`${name}: ${bob.told.join()}`, () => bob.told.length >= wanted);
    seen.push([name, typeof code === 'number' ? String(code) : '', bob.told.splice(0).toSorted().join(', ')]);
  };
  try {
    await step('alice writes', alice.send('bob', 'one'));
    await step('alice writes again', alice.send('bob', 'two'));
    await step('bob has read', bob.read(ALICE));
    await step('bob pins', bob.pin(ALICE));
    await step('bob makes a group', bob.createGroup('work', ALICE));
    await step('bob renames it', bob.renameGroup('work', 'play'));
    await step('bob takes alice out', bob.removeFromGroup('play', ALICE));
    await step('bob puts alice in', bob.addToGroup('play', ALICE));
    await step('bob deletes the group', bob.deleteGroup('play'));
    await step('alice writes once more', alice.send('bob', 'three'));
    await step('bob deletes the conversation', bob.remove(ALICE));
    expect(seen).toEqual(promised);
  } finally {
    await bob.end();
    await alice.close();
  }
});
