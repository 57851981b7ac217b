import { crashingWorld, quickWorld, type World } from './world.js';

/**
 * Which stories are told. A failing seed can be replayed: `TIM_SEED=17 npm test -- --selectProjects faults`.
 * More of them by hand: `TIM_SEEDS=5000 npm test -- --selectProjects faults`.
 */
function seeds(usually: number): number[] {
  const only = process.env['TIM_SEED'];
  const count = Number(process.env['TIM_SEEDS'] ?? usually);
  return only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];
}

/** How many stories run at the same time: most of what they do is waiting. */
const ABREAST = { quick: 10, crashing: 3 };
const PATIENCE = 20 * 60_000;

interface Telling {
  /** How many stories are told when nothing else is asked for. */
  readonly usually: number;
  /** Every so many stories one kills the server as well. */
  readonly killsEvery: number;
}

/** The tests of one kind of story: most share a server, some have one that can be killed. */
export function tellStories(
  { usually, killsEvery }: Telling,
  play: (seed: number, world: World) => Promise<void>,
): void {
  const isCrashing = (seed: number): boolean => seed % killsEvery === 0;
  const quick = seeds(usually).filter((seed) => !isCrashing(seed));
  const crashing = seeds(usually).filter(isCrashing);
  const tell = (what: string, chosen: readonly number[], run: () => Promise<void>): void => {
    if (chosen.length > 0) test(`${chosen.length} seeds: ${what}`, run, PATIENCE);
  };
  tell('lost networks and frozen clients', quick, () =>
    within(quickWorld(), (world) => playAll(quick, ABREAST.quick, (seed) => play(seed, world))),
  );
  tell('the same with kill -9 of the server', crashing, () =>
    playAll(crashing, ABREAST.crashing, (seed) => within(crashingWorld(), (world) => play(seed, world))),
  );
}

async function within(making: Promise<World>, run: (world: World) => Promise<void>): Promise<void> {
  const world = await making;
  try {
    await run(world);
  } finally {
    await world.close();
  }
}

/** Plays every story, some at the same time, and tells all that failed. */
async function playAll(
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
