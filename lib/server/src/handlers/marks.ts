import { later, type FeatureHandlers } from './router.js';

/** Handlers of the operations on what is put to messages. */
export function marksHandlers(): FeatureHandlers<'mark'> {
  return {
    'mark.receipt.send': later,
    'mark.receipt.get': later,
    'mark.receipt.users': later,
    'mark.extension.set': later,
    'mark.extension.get': later,
    'mark.extension.delete': later,
    'mark.reaction.add': later,
    'mark.reaction.remove': later,
    'mark.reaction.get': later,
    'mark.reaction.users': later,
    'mark.pin.set': later,
    'mark.pin.list': later,
  };
}
