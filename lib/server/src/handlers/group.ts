import { later, type FeatureHandlers } from './router.js';

/** Handlers of the operations on groups. */
export function groupHandlers(): FeatureHandlers<'group'> {
  return {
    'group.create': later,
    'group.dismiss': later,
    'group.join': later,
    'group.quit': later,
    'group.invite': later,
    'group.kick': later,
    'group.joined': later,
    'group.info': later,
    'group.modify': later,
    'group.members': later,
    'group.member.modify': later,
  };
}
