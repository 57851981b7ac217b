import { later, type FeatureHandlers } from './router.js';

/** Handlers of the operations on conversations. */
export function conversationHandlers(): FeatureHandlers<'conv'> {
  return {
    'conv.list': later,
    'conv.get': later,
    'conv.read': later,
    'conv.remove': later,
    'conv.pin': later,
    'conv.mark': later,
    'conv.custom': later,
    'conv.option.set': later,
    'conv.option.get': later,
    'conv.option.account.set': later,
    'conv.option.account.get': later,
    'conv.group.create': later,
    'conv.group.delete': later,
    'conv.group.rename': later,
    'conv.group.add': later,
    'conv.group.remove': later,
  };
}
