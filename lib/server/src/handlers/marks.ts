import type { Marks } from '../domain/marks.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on what is put to messages. */
export function marksHandlers(marks: Marks): FeatureHandlers<'mark'> {
  return {
    'mark.receipt.send': (caller, params) => marks.sendReceipts(sessionOf(caller), params),
    'mark.receipt.get': (caller, params) => marks.countReceipts(sessionOf(caller), params),
    'mark.receipt.users': (caller, params) => marks.listReaders(sessionOf(caller), params),
    'mark.extension.set': (caller, params) => marks.setExtensions(sessionOf(caller), params),
    'mark.extension.get': (caller, params) => marks.getExtensions(sessionOf(caller), params),
    'mark.extension.delete': (caller, params) => marks.deleteExtensions(sessionOf(caller), params),
    'mark.reaction.add': (caller, params) => marks.setReaction(sessionOf(caller), params, true),
    'mark.reaction.remove': (caller, params) => marks.setReaction(sessionOf(caller), params, false),
    'mark.reaction.get': (caller, params) => marks.getReactions(sessionOf(caller), params),
    'mark.reaction.users': (caller, params) => marks.listReactors(sessionOf(caller), params),
    'mark.pin.set': (caller, params) => marks.pin(sessionOf(caller), params),
    'mark.pin.list': (caller, { groupId }) => marks.listPinned(sessionOf(caller), groupId),
  };
}
