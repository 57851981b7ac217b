import type { Messages } from '../domain/messages.js';
import { later, sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on messages. */
export function messageHandlers(messages: Messages): FeatureHandlers<'msg'> {
  return {
    'msg.send': (caller, params) => messages.send(sessionOf(caller), params),
    'msg.list': later,
    'msg.find': later,
    'msg.revoke': later,
    'msg.modify': later,
    'msg.delete': later,
    'msg.clear': later,
    'msg.merger.put': later,
    'msg.merger.get': later,
  };
}
