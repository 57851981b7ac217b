import { later, type FeatureHandlers } from './router.js';

/** Handlers of the operations on files. */
export function mediaHandlers(): FeatureHandlers<'media'> {
  return {
    'media.upload': later,
    'media.link': later,
  };
}
