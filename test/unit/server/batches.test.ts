import { Batches } from '../../../lib/server/src/store/embedded/batches.js';
import type { Call, Outcome } from '../../../lib/server/src/store/embedded/engine.js';

const call = (app: number): Call => ({ name: 'loadSettings', params: app });

test('what arrives during a batch goes into the next; each gets its own outcome', async () => {
  const seen: number[][] = [];
  const finished: (() => void)[] = [];
  const run = async (calls: readonly Call[]): Promise<Outcome[]> => {
    seen.push(calls.map(({ params }) => params as number));
    await new Promise<void>((resolve) => {
      finished.push(resolve);
    });
    return calls.map(({ params }) => ({ value: params }));
  };
  const settledBatches: number[] = [];
  const batches = new Batches(run, setImmediate, () => settledBatches.push(seen.length));
  const outcomes: unknown[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  for (const app of [1, 2]) batches.add(call(app), (outcome) => outcomes.push(outcome));
  await turn();
  for (const app of [3, 4, 5]) batches.add(call(app), (outcome) => outcomes.push(outcome));
  await turn();
  expect(seen).toEqual([[1, 2]]);
  finished.shift()?.();
  await turn();
  expect(seen).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  finished.shift()?.();
  await batches.idle();
  expect(outcomes).toEqual([1, 2, 3, 4, 5].map((value) => ({ value })));
  expect(settledBatches).toEqual([1, 2]);
});
