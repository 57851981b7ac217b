import type { History } from '../domain/history.js';
import type { Messages } from '../domain/messages.js';
import type { ProvidedServices } from '../domain/providers.js';
import type { Search } from '../domain/search.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on messages. */
export function messageHandlers(
  messages: Messages,
  history: History,
  services: ProvidedServices,
  search: Search,
): FeatureHandlers<'msg'> {
  return {
    'msg.send': (caller, params) => messages.send(sessionOf(caller), params),
    'msg.list': (caller, params) => history.list(sessionOf(caller), params),
    'msg.find': (caller, params) => history.find(sessionOf(caller), params),
    'msg.revoke': async (caller, params) => {
      await history.revoke(sessionOf(caller), params);
      return {};
    },
    'msg.modify': (caller, params) => history.modify(sessionOf(caller), params),
    'msg.delete': async (caller, params) => {
      await history.delete(sessionOf(caller), params);
      return {};
    },
    'msg.clear': async (caller, { target }) => {
      await history.clear(sessionOf(caller), target);
      return {};
    },
    'msg.merger.put': (caller, params) => history.putMerger(sessionOf(caller), params),
    'msg.merger.get': (caller, params) => history.getMerger(sessionOf(caller), params),
    'msg.search': (caller, params) => search.messages(sessionOf(caller), params),
    'msg.translate': (caller, params) => services.translate(sessionOf(caller), params),
    'msg.voiceToText': (caller, params) => services.voiceToText(sessionOf(caller), params),
  };
}
