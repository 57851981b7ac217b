import { crashingCluster, quickCluster } from '../cluster-world.js';
import { tellStories } from '../stories.js';
import { chat } from './chat-story.js';

/** Random stories of chats between two nodes on PostgreSQL and NATS: the promises about messages, as properties. */
describe('random chats in a cluster', () => {
  tellStories(
    {
      usually: 150,
      files: 2,
      file: 1,
      killsEvery: 15,
      abreast: { calm: 8, crashing: 3 },
      calm: quickCluster,
      crashing: crashingCluster,
    },
    chat,
  );
});
