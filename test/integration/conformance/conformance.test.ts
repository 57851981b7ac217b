import { FaultProxy } from '../../support/fault-proxy.js';
import { servers } from '../../support/server.js';
import { c } from './drivers/c.js';
import { promises } from './drivers/promises.js';
import { unity } from './drivers/unity.js';
import { v2tim } from './drivers/v2tim.js';
import { web, web2020 } from './drivers/web.js';
import { differences, promised, story } from './page.js';
import { live, steps } from './story.js';

/** One login story through every style: each sees what docs/styles.md promises, and nothing else. */

const { start } = servers();
const styles = [c, unity, promises, v2tim, web, web2020];

describe('the page', () => {
  test('tells the steps of the story', () => {
    expect(story.map(({ step }) => step)).toEqual(steps.map(([name]) => name));
  });

  test('gives a reason for every difference, and no difference that is none', () => {
    const names = styles.map(({ name }) => name);
    expect(differences.length).toBeGreaterThan(0);
    for (const { step, styles: which, column, instead, why } of differences) {
      const row = story.find((each) => each.step === step);
      expect([step, row?.[column]]).not.toEqual([step, instead]);
      expect([step, row === undefined, why.length > 10]).toEqual([step, false, true]);
      expect(names).toEqual(expect.arrayContaining([...which]));
    }
  });
});

test.each(styles.map((style) => [style.name, style] as const))('%s', async (name, style) => {
  const server = await start();
  const wire = await FaultProxy.start(server.url);
  try {
    const seen = await live(style, server, wire);
    expect(seen).toEqual(promised(name));
    const own = differences.filter(({ styles: which }) => which.includes(name));
    process.stdout.write(`${name}: ${seen.length} steps, ${own.length} documented differences\n`);
  } finally {
    await wire.close();
  }
});
