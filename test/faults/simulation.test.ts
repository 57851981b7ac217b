import { ABREAST, kills, PATIENCE, playAll, seeds } from './seeds.js';
import { simulate } from './story.js';
import { crashingWorld, quickWorld, type World } from './world.js';

/** Random stories of logins, kicks, expiry, lost networks, frozen clients and killed servers, checked against a model. */
describe('random stories', () => {
  const isCrashing = kills(8);
  const quick = seeds(200).filter((seed) => !isCrashing(seed));
  const crashing = seeds(200).filter(isCrashing);

  if (quick.length > 0) {
    test(
      `${quick.length} seeds: networks, kicks, expiry, frozen clients`,
      async () => {
        const world: World = await quickWorld();
        try {
          await playAll(quick, ABREAST.quick, (seed) => simulate(seed, world));
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
        await playAll(crashing, ABREAST.crashing, async (seed) => {
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
