import { ABREAST, kills, PATIENCE, playAll, seeds } from '../seeds.js';
import { crashingWorld, quickWorld } from '../world.js';
import { chat } from './chat-story.js';

/**
 * Random stories of sends, edits, recalls, deletions and reads on several devices, with lost networks, frozen clients and
 * killed servers, checked against what was answered: the promises about messages (docs/architecture.md) as properties.
 */
describe('random chats', () => {
  const isCrashing = kills(20);
  const quick = seeds(100).filter((seed) => !isCrashing(seed));
  const crashing = seeds(100).filter(isCrashing);

  if (quick.length > 0) {
    test(
      `${quick.length} seeds: networks and frozen clients`,
      async () => {
        const world = await quickWorld();
        try {
          await playAll(quick, ABREAST.quick, (seed) => chat(seed, world));
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
            await chat(seed, world);
          } finally {
            await world.close();
          }
        });
      },
      PATIENCE,
    );
  }
});
