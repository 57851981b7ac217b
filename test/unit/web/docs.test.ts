import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS, TIMError } from '@tim-node/protocol';
import { toIMError, WEB_ERRORS } from '../../../lib/sdk/src/facade/web/codes.js';

/** The table of codes in docs/web.md: the Web codes of each row, and the core's codes that become them. */
function documented(): { web: number[]; core: number[] }[] {
  const text = readFileSync(join(__dirname, '../../../docs/web.md'), 'utf8');
  const section = text.split('\n## ').find((part) => part.startsWith('Errors')) ?? '';
  const numbers = (cell = ''): number[] => [...cell.matchAll(/\d+/g)].map(Number);
  return section
    .split('\n')
    .filter((line) => /^\| *\d/.test(line))
    .map((line) => line.split('|'))
    .map(([, web, , core]) => ({ web: numbers(web), core: numbers(core) }));
}

describe('docs/web.md', () => {
  const rows = documented();

  test('has every code of the Web style', () => {
    const codes = rows.flatMap(({ web }) => web);
    expect(Object.values(WEB_ERRORS).filter(({ code }) => !codes.includes(code))).toEqual([]);
    expect(codes).toHaveLength(new Set(codes).size);
  });

  test.each(Object.entries(ERRORS))('says what becomes of %s', (_name, { code }) => {
    const row = rows.find(({ core }) => core.includes(code));
    const translated = toIMError(new TIMError(code, 'words')).code;
    expect(row?.web ?? [code]).toContain(translated);
  });
});
