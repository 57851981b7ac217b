import type { Messages } from '../domain/messages.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on messages. */
export function messageHandlers(messages: Messages): FeatureHandlers<'msg'> {
  return {
    'msg.send': (caller, params) => messages.send(sessionOf(caller), params),
  };
}
