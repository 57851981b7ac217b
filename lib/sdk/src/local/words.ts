import { ELEM_TYPES, type Elem, type ElemType } from '@tim-node/protocol';
import type { KeptMessage } from './store.js';

/** Kinds of elements as a set of bits. */
export function typeBits(types: readonly ElemType[]): number {
  return types.reduce((bits, type) => bits | (1 << ELEM_TYPES.indexOf(type)), 0);
}

export function typesOf(elems: readonly Elem[]): number {
  return typeBits(elems.map(({ type }) => type));
}

/** What a search looks at in each kind of element. */
const TEXTS: { readonly [T in ElemType]?: (elem: Extract<Elem, { type: T }>) => readonly string[] } = {
  text: ({ text }) => [text],
  custom: ({ desc }) => [desc],
  location: ({ desc }) => [desc],
  file: ({ name }) => [name],
  merger: ({ title, abstracts }) => [title, ...abstracts],
};

/** The texts of a message that can be found. */
function wordsOf(elems: readonly Elem[]): string {
  return searchable(
    elems.flatMap((elem) => (TEXTS[elem.type] as ((elem: Elem) => readonly string[]) | undefined)?.(elem) ?? []),
  );
}

/** The texts of a kept message that can be found. */
export function wordsIn({ words, message }: Pick<KeptMessage, 'words' | 'message'>): string {
  return words ?? wordsOf(message?.body.elems ?? []);
}

/** Texts as they are kept for searching, and words as they are looked for. */
export function searchable(texts: readonly string[]): string {
  return (
    texts
      .filter((text) => text !== '')
      .join('\n')
      // Not every database can look behind this one.
      .replaceAll('\u0000', '')
      .toLowerCase()
  );
}
