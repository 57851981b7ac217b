import { createClient } from '../../../lib/sdk/src/native/client.js';
import { judge } from './improvements.js';
import { begin, play } from './play.js';
import { rows, STATES, type Row } from './recorded.js';

/**
 * Every recorded call into the native library, made again: `oracle.jsonl` is the recording that conformance means,
 * `matrix.jsonl` holds further recorded answers of the same kind.
 */
describe.each(['oracle.jsonl', 'matrix.jsonl'])('%s', (file) => {
  const all = rows(file);
  const byFunction = new Map<string, Row[]>();
  for (const row of all) byFunction.set(row.function, [...(byFunction.get(row.function) ?? []), row]);
  let matching = 0;

  test.each([...byFunction])('%s', async (_name, list) => {
    const problems: string[] = [];
    for (const row of list) {
      const verdicts: string[] = [];
      for (const state of STATES) {
        const problem = judge(row, state, await play(row, state));
        if (problem !== undefined) verdicts.push(`${row.id} (${row.variant}) ${state}: ${problem}`);
      }
      if (verdicts.length === 0) matching += 1;
      problems.push(...verdicts);
    }
    expect(problems).toEqual([]);
  });

  afterAll(() => {
    process.stdout.write(`${file}: ${matching} of ${all.length} rows match\n`);
  });
});

describe('on this machine, with nobody to connect to', () => {
  const NOBODY = JSON.stringify({ sdk_config_server_url: 'ws://127.0.0.1:1' });
  // Events may really happen here, and a login takes its time to fail.
  const basic = rows('oracle.jsonl')
    .filter(({ variant }) => variant === 'base')
    .filter(({ function: name }) => !/^TIMInit$|^TIMLogin$|Callback$/.test(name));

  test.each(STATES)('%s', async (state) => {
    const calls = basic.map((row) => {
      const client = createClient();
      if (state === 'before_login') client.TIMInit(1_400_000_001, NOBODY);
      return { row, client, outcome: begin(client, row) };
    });
    const unmatched = (): string[] =>
      calls.map(({ row, outcome }) => judge(row, state, outcome())).filter((problem) => problem !== undefined);
    // A callback comes within a few turns of the event loop.
    for (let turn = 0; turn < 100 && unmatched().length > 0; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const problems = unmatched();
    for (const { client } of calls) client.TIMUninit();
    expect(problems).toEqual([]);
  });
});
