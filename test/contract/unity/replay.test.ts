import { judge } from '../native/improvements.js';
import { rows, STATES, type Row, type State } from '../native/recorded.js';
import { byNative } from './data.js';
import { playUnity, type Given } from './play.js';

/**
 * Every recorded call into the native library, made through the Unity style: the same result, the same callbacks with
 * the same data, whether a callback takes data or text.
 */

const byFunction = new Map<string, Row[]>();
for (const row of rows('oracle.jsonl')) {
  const name = byNative.get(row.function);
  if (name !== undefined) byFunction.set(name, [...(byFunction.get(name) ?? []), row]);
}

/** Those of a later version, and one that ends the recording. */
const NOT_RECORDED = [
  'CommunitySetTopicInheritMessageReceiveOptionFromCommunity',
  'GroupSearchCloudGroupMembers',
  'GroupSearchCloudGroups',
  'SearchUsers',
  'Uninit',
];

test('all other functions are there', () => {
  expect([...byNative.values()].filter((name) => !byFunction.has(name)).sort()).toEqual(NOT_RECORDED);
});

/** What does not fit. In data, null stands for the empty text and for the JSON text `null`. */
async function problemOf(row: Row, state: State, given: Given): Promise<string | undefined> {
  const outcome = await playUnity(row, state, given);
  const problem = judge(row, state, outcome);
  if (problem === undefined || given === 'text') return problem;
  const callbacks = outcome.callbacks.map((each) => (each['json'] === '' ? { ...each, json: null } : each));
  return judge(row, state, { ...outcome, callbacks });
}

test.each([...byFunction])('%s', async (_name, list) => {
  const problems: string[] = [];
  for (const row of list) {
    for (const state of STATES) {
      for (const given of ['data', 'text'] as const) {
        const problem = await problemOf(row, state, given);
        if (problem !== undefined) problems.push(`${row.id} (${row.variant}) ${state} ${given}: ${problem}`);
      }
    }
  }
  expect(problems).toEqual([]);
});
