// The benchmarks with small numbers: that they run and check what they count, not what they measure.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const RUN = join(import.meta.dirname, '../../bench/run.mjs');
/** The quick ones of those that nothing has to be installed for. */
const SCENARIOS = ['throughput', 'fan-out', 'catch-up'];

test('scenarios that count messages run to their end', { timeout: 300_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, '--quick', ...SCENARIOS]);
  const rows = stdout.split('\n').filter((line) => /^\| (?!what|---)/.test(line));
  assert.equal(rows.length, 4, stdout);
  for (const row of rows) assert.doesNotMatch(row, /NaN|undefined|Infinity/);
});
