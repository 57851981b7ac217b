/**
 * Which stories are told. A failing seed can be replayed: `TIM_SEED=17 npm test -- --selectProjects faults`.
 * More of them by hand: `TIM_SEEDS=5000 npm test -- --selectProjects faults`.
 */
export function seeds(usually: number): number[] {
  const only = process.env['TIM_SEED'];
  const count = Number(process.env['TIM_SEEDS'] ?? usually);
  return only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];
}

/** Every so many stories one kills the server as well. */
export const kills =
  (every: number) =>
  (seed: number): boolean =>
    seed % every === 0;

/** How many stories run at the same time: most of what they do is waiting. */
export const ABREAST = { quick: 10, crashing: 3 };
export const PATIENCE = 20 * 60_000;

/** Plays every story, some at the same time, and tells all that failed. */
export async function playAll(
  chosen: readonly number[],
  abreast: number,
  play: (seed: number) => Promise<void>,
): Promise<void> {
  const waiting = [...chosen];
  const failures: string[] = [];
  const worker = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      try {
        await play(seed);
      } catch (error) {
        failures.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  expect(failures).toEqual([]);
}
