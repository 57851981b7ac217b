import { timError, type Elem, type MergerElem, type Message } from '@tim-node/protocol';
import { TIMElemType } from '../generated/enums.js';
import { toGroupTips } from './group-tips.js';
import { mediaToElem, mediaToNative, type NativeElem } from './media-elements.js';

/* Elements between the native API and the protocol. */

export type { NativeElem };

/** Elements that the protocol knows: number and, for each field, the native key. */
const ELEMENTS: Readonly<Partial<Record<Elem['type'], ElementRow>>> = {
  text: { type: TIMElemType.kTIMElem_Text, fields: { text: 'text_elem_content' } },
  custom: {
    type: TIMElemType.kTIMElem_Custom,
    fields: {
      data: 'custom_elem_data',
      desc: 'custom_elem_desc',
      ext: 'custom_elem_ext',
      sound: 'custom_elem_sound',
    },
  },
  face: { type: TIMElemType.kTIMElem_Face, fields: { index: 'face_elem_index', data: 'face_elem_buf' } },
  location: {
    type: TIMElemType.kTIMElem_Location,
    fields: {
      desc: 'location_elem_desc',
      longitude: 'location_elem_longitude',
      latitude: 'location_elem_latitude',
    },
  },
};

/** Elements whose fields have other names or other types there, or which nobody sends. */
const MERGER_FIELDS: Readonly<Record<Exclude<keyof MergerElem, 'type' | 'abstracts'>, string>> = {
  title: 'merge_elem_title',
  compatibleText: 'merge_elem_compatible_text',
  key: 'merge_elem_relay_json_key',
  tooDeep: 'merge_elem_layer_over_limit',
};

interface ElementRow {
  readonly type: TIMElemType;
  readonly fields: Readonly<Record<string, string>>;
}

/** An element of a message that arrives; one that the native API does not know is left out. */
export function toNativeElem(elem: Elem, message: Message): NativeElem[] {
  if (elem.type === 'groupTip') return [toGroupTips(elem, message)];
  if (elem.type === 'merger') return [toNativeMerger(elem)];
  const media = mediaToNative(elem);
  if (media !== undefined) return [media];
  const row = ELEMENTS[elem.type];
  if (row === undefined) return [];
  return [{ elem_type: row.type, ...toKeys(elem, row.fields) }];
}

function toKeys(elem: Elem, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = { ...elem };
  return Object.fromEntries(Object.entries(fields).map(([name, key]) => [key, values[name]]));
}

function toNativeMerger(elem: MergerElem): NativeElem {
  const { abstracts } = elem;
  const list = abstracts.length === 0 ? {} : { merge_elem_abstract_array: abstracts };
  return { elem_type: TIMElemType.kTIMElem_Merge, ...toKeys(elem, MERGER_FIELDS), ...list };
}

/**
 * An element on its way out; its message was read by `readMessage`, so that every key has its type.
 * @throws TIMError 7013 for elements that cannot be sent
 */
export function toElem(native: NativeElem): Elem {
  if (native.elem_type === TIMElemType.kTIMElem_Merge) return toMerger(native);
  const media = mediaToElem(native);
  if (media !== undefined) return media;
  for (const [type, row] of Object.entries(ELEMENTS)) {
    if (row.type !== native.elem_type) continue;
    return { type, ...fromKeys(native, row.fields) } as Elem;
  }
  throw timError(
    'notSupported',
    `messages with elem_type ${native.elem_type} are not supported by this version of tim-node`,
  );
}

function fromKeys(native: NativeElem, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, key]) => [name, native[key]]));
}

/** Stands for the key until the merged messages have one. */
const NO_KEY = '-';

function toMerger(native: NativeElem): Elem {
  const { merge_elem_abstract_array: abstracts = [] } = native;
  const merger = { type: 'merger', ...fromKeys(native, MERGER_FIELDS), abstracts } as MergerElem;
  return merger.key === '' ? { ...merger, key: NO_KEY } : merger;
}
