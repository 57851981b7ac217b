import type { Elem } from './elem.js';

/* What elements refer to. */

/** The uploaded files that elements name, each once. */
export function mediaOf(elems: readonly Elem[]): string[] {
  return [...new Set(elems.flatMap(filesOf))];
}

/** The keys of the merged messages that elements name, each once. */
export function mergersOf(elems: readonly Elem[]): string[] {
  return [...new Set(elems.flatMap((elem) => (elem.type === 'merger' ? [elem.key] : [])))];
}

function filesOf(elem: Elem): string[] {
  switch (elem.type) {
    case 'image':
      return [elem.original, elem.large, elem.thumb].flatMap((picture) => (picture === undefined ? [] : [picture.id]));
    case 'video':
      return [elem.id, ...(elem.snapshot === undefined ? [] : [elem.snapshot.id])];
    case 'sound':
    case 'file':
      return [elem.id];
    case 'text':
    case 'custom':
    case 'face':
    case 'location':
    case 'merger':
    case 'groupTip':
      return [];
  }
}
