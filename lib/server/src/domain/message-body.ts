import { ELEM_TYPES, timError, type Elem, type MessageBody, type Picture } from '@tim-node/protocol';

type Keep<K extends Elem['type']> = (elem: Extract<Elem, { type: K }>) => Extract<Elem, { type: K }>;

const keepPicture = ({ id, size, width, height }: Picture): Picture => ({ id, size, width, height });

/** What is kept of each kind of element: its known fields, whatever else the client has sent along. */
const kept: { readonly [K in Elem['type']]: Keep<K> } = {
  text: ({ type, text }) => ({ type, text }),
  custom: ({ type, data, desc, ext, sound }) => ({ type, data, desc, ext, sound }),
  face: ({ type, index, data }) => ({ type, index, data }),
  location: ({ type, desc, longitude, latitude }) => ({ type, desc, longitude, latitude }),
  image: ({ type, format, original, large, thumb }) => ({
    type,
    format,
    original: keepPicture(original),
    ...(large === undefined ? {} : { large: keepPicture(large) }),
    ...(thumb === undefined ? {} : { thumb: keepPicture(thumb) }),
  }),
  sound: ({ type, id, size, duration }) => ({ type, id, size, duration }),
  file: ({ type, id, name, size }) => ({ type, id, name, size }),
  video: ({ type, id, format, size, duration, snapshot }) => ({
    type,
    id,
    format,
    size,
    duration,
    ...(snapshot === undefined ? {} : { snapshot: { ...keepPicture(snapshot), format: snapshot.format } }),
  }),
  merger: ({ type, title, abstracts, compatibleText, key, tooDeep }) => ({
    type,
    title,
    abstracts,
    compatibleText,
    key,
    tooDeep,
  }),
  groupTip: ({ type, tip, by, users, memberCount, changes, muted }) => ({
    type,
    tip,
    by,
    users,
    memberCount,
    ...(changes === undefined ? {} : { changes }),
    ...(muted === undefined ? {} : { muted }),
  }),
};

function knownFields(elem: Elem): Elem {
  const keep = kept[elem.type] as (elem: Elem) => Elem;
  return keep(elem);
}

/** Elements as the server stores them, as JSON text. */
export function encodeElems(elems: readonly Elem[]): string {
  return JSON.stringify(elems.map(knownFields));
}

/** The body as the server stores and tells it, as JSON text: only what is known of it. */
export function encodeBody(body: MessageBody): string {
  const { elems, cloudData, mentions, priority, needReceipt, extensible, uncounted, notLast, push } = body;
  const known: MessageBody = {
    elems: elems.map(knownFields),
    ...(cloudData === undefined ? {} : { cloudData }),
    ...(mentions === undefined || mentions.length === 0 ? {} : { mentions }),
    ...(priority === undefined ? {} : { priority }),
    ...(needReceipt === true ? { needReceipt } : {}),
    ...(extensible === true ? { extensible } : {}),
    ...(uncounted === true ? { uncounted } : {}),
    ...(notLast === true ? { notLast } : {}),
    ...(push === undefined ? {} : { push }),
  };
  return JSON.stringify(known);
}

/** The set of the kinds of elements, as it is stored. */
export function typeBits(types: readonly Elem['type'][]): number {
  return types.reduce((bits, type) => bits | (1 << ELEM_TYPES.indexOf(type)), 0);
}

/**
 * What users may send.
 * @throws TIMError 6017 for no elements and for those that only the server writes
 */
export function checkSendable(elems: readonly Elem[]): void {
  if (elems.length === 0) throw timError('invalidParameters', 'a message needs elements');
  if (elems.some(({ type }) => type === 'groupTip')) {
    throw timError('invalidParameters', 'group tips are written by the server only');
  }
}
