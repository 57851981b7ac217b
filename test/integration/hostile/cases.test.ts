import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { CASES } from './cases.js';
import { casesOnPage } from './suite.js';

/** From a number to a number, both included. */
function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/** The attacks, by the numbers of the list that they were taken from. */
const ATTACKS = [...range(1, 42), ...range(47, 49), ...range(51, 54)];

test('every attack is a case, and the page has a line for each', () => {
  const wanted = [...ATTACKS, 'S'];
  expect(Object.keys(CASES)).toEqual(wanted);
  expect(casesOnPage().map(({ name }) => name)).toEqual(wanted);
});

test('the page names every file of tests; each one checks that its own cases are those on the page', () => {
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.ts') && file !== basename(__filename));
  const named = new Set(casesOnPage().flatMap(({ tests }) => tests));
  expect([...named].sort()).toEqual(files.sort());
});
