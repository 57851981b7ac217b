import type { Media } from '../domain/media.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on files. */
export function mediaHandlers(media: Media): FeatureHandlers<'media'> {
  return {
    'media.upload': (caller, params) => media.announce(sessionOf(caller), params),
    'media.link': async (caller, { ids }) => ({ links: await media.links(sessionOf(caller), ids) }),
  };
}
