import { tellStories } from '../stories.js';
import { crashingWorld, quickWorld } from '../world.js';
import { chat } from './chat-story.js';

/** Random stories of chats on the embedded store: the promises about messages, as properties. */
describe('random chats', () => {
  tellStories(
    {
      usually: 350,
      files: 2,
      file: 1,
      killsEvery: 19,
      abreast: { calm: 16, crashing: 4 },
      calm: quickWorld,
      crashing: crashingWorld,
    },
    chat,
  );
});
