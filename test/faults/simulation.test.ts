import { tellStories } from './stories.js';
import { simulate } from './story.js';

/** Random stories of logins, kicks, expiry, lost networks, frozen clients and killed servers, checked against a model. */
describe('random stories', () => {
  tellStories({ usually: 200, killsEvery: 8 }, simulate);
});
