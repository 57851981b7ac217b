import type { Elem, MessageBody } from '@tim-node/protocol';

/** What is kept of each kind of element: its known fields, whatever else the client has sent along. */
const kept: { readonly [K in Elem['type']]: (elem: Extract<Elem, { type: K }>) => Extract<Elem, { type: K }> } = {
  text: ({ type, text }) => ({ type, text }),
  custom: ({ type, data, desc, ext, sound }) => ({ type, data, desc, ext, sound }),
  face: ({ type, index, data }) => ({ type, index, data }),
  location: ({ type, desc, longitude, latitude }) => ({ type, desc, longitude, latitude }),
};

function knownFields(elem: Elem): Elem {
  const keep = kept[elem.type] as (elem: Elem) => Elem;
  return keep(elem);
}

/** The body as the server stores and tells it, as JSON text. */
export function encodeBody({ elems, cloudData }: MessageBody): string {
  const body: MessageBody = {
    elems: elems.map(knownFields),
    ...(cloudData === undefined ? {} : { cloudData }),
  };
  return JSON.stringify(body);
}
