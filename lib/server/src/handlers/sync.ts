import type { Messages } from '../domain/messages.js';
import type { Sessions } from '../session/sessions.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations that keep a client's view of its log complete. */
export function syncHandlers(messages: Messages, sessions: Sessions): FeatureHandlers<'sync'> {
  return {
    'sync.pull': (caller, params) => messages.pull(sessionOf(caller), params),
    'sync.ack': (caller, { seq }) => {
      sessions.acknowledge(sessionOf(caller), seq);
      return {};
    },
  };
}
