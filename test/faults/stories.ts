import type { World } from './world.js';

/** Which stories are told here: with several files, each tells its share. */
interface Share {
  /** How many stories there are in all files when nothing else is asked for. */
  readonly usually: number;
  readonly files: number;
  /** The number of this file, from 0. */
  readonly file: number;
}

/**
 * The seeds of one file. A failing seed can be replayed: `TIM_SEED=17 npm test -- --selectProjects faults cluster
 * --testPathPatterns faults`. More of them by hand: `TIM_SEEDS=5000` in place of that.
 */
function seeds({ usually, files, file }: Share): number[] {
  const only = process.env['TIM_SEED'];
  const count = Number(process.env['TIM_SEEDS'] ?? usually);
  const all = only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];
  return all.filter((seed) => seed % files === file);
}

const PATIENCE = 20 * 60_000;

interface Telling extends Share {
  /** How many stories run at the same time: most of what they do is waiting. */
  readonly abreast: { readonly calm: number; readonly crashing: number };
  /** Every so many stories one kills servers as well. */
  readonly killsEvery: number;
  /** Servers that stay, for many stories. */
  readonly calm: () => Promise<World>;
  /** Servers that can be killed, for one story at a time. */
  readonly crashing: () => Promise<World>;
}

/** The tests of one kind of story: most share a server, some have one that can be killed. */
export function tellStories(telling: Telling, play: (seed: number, world: World) => Promise<void>): void {
  const chosen = seeds(telling);
  const isCrashing = (seed: number): boolean => seed % telling.killsEvery === 0;
  const addTest = (what: string, some: readonly number[], run: () => Promise<void>): void => {
    const add = some.length > 0 ? test : test.skip;
    add(`${some.length} seeds: ${what}`, run, PATIENCE);
  };
  const calm = chosen.filter((seed) => !isCrashing(seed));
  addTest('lost networks, frozen and killed clients', calm, () =>
    within(telling.calm(), (world) => playAll(calm, telling.abreast.calm, (tell) => tell((seed) => play(seed, world)))),
  );
  const crashing = chosen.filter(isCrashing);
  addTest('the same with kill -9 of servers', crashing, () =>
    playAll(crashing, telling.abreast.crashing, (tell) =>
      within(telling.crashing(), (world) => tell((seed) => play(seed, world))),
    ),
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

/** Tells one story after the other, as long as there are some that nobody has told. */
type Teller = (play: (seed: number) => Promise<void>) => Promise<void>;

/** Plays every story, some at the same time, and tells all that failed. */
async function playAll(
  chosen: readonly number[],
  abreast: number,
  withTeller: (tell: Teller) => Promise<void>,
): Promise<void> {
  const waiting = [...chosen];
  const failures: string[] = [];
  const tell: Teller = async (play) => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      try {
        await play(seed);
      } catch (error) {
        failures.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(abreast, chosen.length) }, () => withTeller(tell)));
  expect(failures).toEqual([]);
}
