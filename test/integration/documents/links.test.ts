import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../support/script.js';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  test('leads to files that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const missing = targets
      .filter((target) => !/^\w+:/.test(target))
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  test('names files that are there', () => {
    const named = [...text.matchAll(/`((?:lib|test|docs|scripts|samples|bench)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    // Made by a build or by `npm run docs`.
    const missing = named.filter((path) => !/(^|\/)(dist|docs\/api)(\/|$)/.test(path) && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});
