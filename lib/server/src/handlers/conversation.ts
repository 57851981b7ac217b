import type { Conversations } from '../domain/conversations.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on conversations. */
export function conversationHandlers(conversations: Conversations): FeatureHandlers<'conv'> {
  return {
    'conv.list': (caller, params) => conversations.list(sessionOf(caller), params),
    'conv.get': (caller, params) => conversations.get(sessionOf(caller), params),
    'conv.read': (caller, params) => conversations.read(sessionOf(caller), params),
    'conv.remove': (caller, params) => conversations.remove(sessionOf(caller), params),
    'conv.pin': (caller, params) => conversations.pin(sessionOf(caller), params),
    'conv.mark': (caller, params) => conversations.mark(sessionOf(caller), params),
    'conv.custom': (caller, params) => conversations.setCustom(sessionOf(caller), params),
    'conv.option.set': (caller, params) => conversations.setOption(sessionOf(caller), params),
    'conv.option.get': (caller, params) => conversations.options(sessionOf(caller), params),
    'conv.option.account.set': (caller, params) => conversations.setAccountOption(sessionOf(caller), params),
    'conv.option.account.get': (caller) => conversations.accountOption(sessionOf(caller)),
    'conv.group.create': (caller, { name, targets }) =>
      conversations.changeMembers(sessionOf(caller), 'create', name, targets),
    'conv.group.delete': async (caller, { name }) => {
      await conversations.changeGroup(sessionOf(caller), { type: 'delete', name });
      return {};
    },
    'conv.group.rename': async (caller, { name, newName }) => {
      await conversations.changeGroup(sessionOf(caller), { type: 'rename', name, newName });
      return {};
    },
    'conv.group.add': (caller, { name, targets }) =>
      conversations.changeMembers(sessionOf(caller), 'add', name, targets),
    'conv.group.remove': (caller, { name, targets }) =>
      conversations.changeMembers(sessionOf(caller), 'remove', name, targets),
  };
}
