import { tellStories } from '../stories.js';
import { chat } from './chat-story.js';

/**
 * Random stories of sends, edits, recalls, deletions and reads on several devices, with lost networks, frozen clients and
 * killed servers, checked against what was answered: what is promised about messages, as properties.
 */
describe('random chats', () => {
  tellStories({ usually: 100, killsEvery: 20 }, chat);
});
