import { tellStories } from './stories.js';
import { simulate } from './story.js';
import { crashingWorld, quickWorld } from './world.js';

/** Random stories of logins, kicks, expiry, lost networks, frozen clients and killed servers, checked against a model. */
describe('random stories', () => {
  tellStories(
    {
      usually: 200,
      files: 1,
      file: 0,
      killsEvery: 8,
      abreast: { calm: 16, crashing: 4 },
      calm: quickWorld,
      crashing: crashingWorld,
    },
    simulate,
  );
});
