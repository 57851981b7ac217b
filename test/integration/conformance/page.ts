import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeing } from './story.js';

/** What docs/styles.md promises: one table for all styles, and one of the differences. */

const COLUMNS = ['step', 'outcome', 'events', 'network', 'readiness', 'status', 'user'] as const;
type Column = (typeof COLUMNS)[number];

interface Difference {
  readonly step: string;
  readonly styles: readonly string[];
  readonly column: Column;
  readonly instead: string;
  readonly why: string;
}

const page = readFileSync(join(__dirname, '../../../docs/styles.md'), 'utf8');

/** Cells of the first table below a heading, without the quotes of code. */
function table(heading: string): { head: string[]; rows: string[][] } {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  const cells = lines.slice(start, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
  const [head = [], , ...rows] = cells;
  return { head, rows };
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function readStory(): Seeing[] {
  const { head, rows } = table('The story');
  if (head.join() !== COLUMNS.join()) throw new Error(`columns of the story: ${head.join()}`);
  return rows.map(
    ([step = '', outcome = '', events = '', network = '', readiness = '', status = '', user = '']): Seeing => ({
      step,
      outcome,
      events,
      network,
      readiness,
      status,
      user,
    }),
  );
}

function readDifferences(): Difference[] {
  return table('Differences').rows.map(([step = '', styles = '', column = '', instead = '', why = '']) => {
    if (!isColumn(column)) throw new Error(`no such column: ${column}`);
    return { step, styles: styles.split(', '), column, instead, why };
  });
}

export const story: readonly Seeing[] = readStory();
export const differences: readonly Difference[] = readDifferences();

/** Styles that have SDK_READY and SDK_NOT_READY. */
const WITH_READINESS = ['Web', 'TIM'];

/** What the page promises for one style. */
export function promised(style: string): Seeing[] {
  return story.map((row) => {
    const own: Record<Column, string> = { ...row };
    if (!WITH_READINESS.includes(style)) own.readiness = '';
    for (const { step, styles, column, instead } of differences) {
      if (step === row.step && styles.includes(style)) own[column] = instead;
    }
    return own;
  });
}
