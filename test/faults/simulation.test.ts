import { simulate } from './story.js';
import { crashingWorld, quickWorld, type World } from './world.js';

/**
 * Random stories of logins, kicks, expiry, lost networks, frozen clients and killed servers, checked against a
 * model. A failing seed can be replayed: `TIM_SEED=17 npm test -- --selectProjects faults`.
 * More of them by hand: `TIM_SEEDS=5000 npm test -- --selectProjects faults`.
 */
const only = process.env['TIM_SEED'];
const count = Number(process.env['TIM_SEEDS'] ?? 200);
const seeds = only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];

/** Every eighth story kills the server as well. */
const kills = (seed: number): boolean => seed % 8 === 0;

/** How many stories run at the same time: most of what they do is waiting. */
const ABREAST = { quick: 10, crashing: 3 };
const PATIENCE = 20 * 60_000;

async function runAll(
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

describe('random stories', () => {
  const quick = seeds.filter((seed) => !kills(seed));
  const crashing = seeds.filter(kills);

  if (quick.length > 0) {
    test(
      `${quick.length} seeds: networks, kicks, expiry, frozen clients`,
      async () => {
        const world: World = await quickWorld();
        try {
          await runAll(quick, ABREAST.quick, (seed) => simulate(seed, world));
        } finally {
          await world.close();
        }
      },
      PATIENCE,
    );
  }

  if (crashing.length > 0) {
    test(
      `${crashing.length} seeds: the same with kill -9 of the server`,
      async () => {
        await runAll(crashing, ABREAST.crashing, async (seed) => {
          const world = await crashingWorld();
          try {
            await simulate(seed, world);
          } finally {
            await world.close();
          }
        });
      },
      PATIENCE,
    );
  }
});
