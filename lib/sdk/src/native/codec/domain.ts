import {
  timError,
  type Elem,
  type Message as DomainMessage,
  type MessageBody,
  type Platform,
} from '@tim-node/protocol';
import { TIMConvType, TIMElemType, TIMMsgStatus, TIMPlatform } from '../generated/enums.js';
import type { Message } from '../generated/structs.js';
import { toGroupTips } from './group-tips.js';
import { mediaToElem, mediaToNative } from './media-elements.js';
import { readMessage, type NativeMessage } from './message.js';

/** Between messages of the native API and those of the protocol. */

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

interface ElementRow {
  readonly type: TIMElemType;
  readonly fields: Readonly<Record<string, string>>;
}

/** The native API knows fewer platforms. */
export const NATIVE_PLATFORM: Readonly<Record<Platform, TIMPlatform>> = {
  Windows: TIMPlatform.kTIMPlatform_Windows,
  Mac: TIMPlatform.kTIMPlatform_Mac,
  Android: TIMPlatform.kTIMPlatform_Android,
  iPhone: TIMPlatform.kTIMPlatform_IOS,
  iPad: TIMPlatform.kTIMPlatform_IOS,
  Linux: TIMPlatform.kTIMPlatform_Other,
  Web: TIMPlatform.kTIMPlatform_Other,
};

/** What each key of a message that arrives is made of; `self` is the user who receives it. */
const ARRIVING: { readonly [K in keyof Message]: (message: DomainMessage, self: string) => Message[K] } = {
  message_client_time: ({ clientTime }) => clientTime,
  message_cloud_custom_str: ({ body }) => body.cloudData ?? '',
  message_conv_id: (message, self) => conversationOf(message, self),
  message_conv_type: ({ target }) => (target.type === 'c2c' ? TIMConvType.kTIMConv_C2C : TIMConvType.kTIMConv_Group),
  message_elem_array: (message) =>
    message.body.elems.flatMap((elem) =>
      elem.type === 'groupTip' ? [toGroupTips(elem, message)] : toNativeElem(elem),
    ),
  message_is_from_self: ({ sender }, self) => sender === self,
  message_need_read_receipt: ({ body }) => body.needReceipt === true,
  message_platform: ({ platform }) => NATIVE_PLATFORM[platform],
  message_rand: ({ random }) => random,
  message_sender: ({ sender }) => sender,
  message_seq: ({ seq }) => seq,
  message_server_time: ({ time }) => time,
  message_status: () => TIMMsgStatus.kTIMMsg_SendSucc,
  message_support_message_extension: ({ body }) => body.extensible === true,
};

const arriving = Object.entries(ARRIVING);

/** A message that has arrived, as the native API shows it to the user `self`. */
export function toNative(message: DomainMessage, self: string): NativeMessage {
  return readMessage(Object.fromEntries(arriving.map(([key, make]) => [key, make(message, self)])));
}

/** Between two users the conversation has the name of the other one. */
function conversationOf({ target, sender }: DomainMessage, self: string): string {
  return target.type === 'group' || sender === self ? target.id : sender;
}

function toNativeElem(elem: Elem): ({ elem_type: number } & Record<string, unknown>)[] {
  const media = mediaToNative(elem);
  if (media !== undefined) return [media];
  const row = ELEMENTS[elem.type];
  if (row === undefined) return [];
  const values: Readonly<Record<string, unknown>> = { ...elem };
  const fields: [string, unknown][] = Object.entries(row.fields).map(([name, key]) => [key, values[name]]);
  return [{ elem_type: row.type, ...Object.fromEntries(fields) }];
}

/**
 * What of a message travels.
 * @throws TIMError 7013 for elements that this version cannot send, 6017 for a message without elements
 */
export function toBody(message: NativeMessage): MessageBody {
  const { message_elem_array: elems, message_cloud_custom_str: cloudData } = message;
  if (elems.length === 0) throw timError('invalidParameters', 'message_elem_array is empty');
  return {
    elems: elems.map(toElem),
    ...(cloudData === '' ? {} : { cloudData }),
    ...(message.message_need_read_receipt === true ? { needReceipt: true } : {}),
    ...(message.message_support_message_extension === true ? { extensible: true } : {}),
  };
}

function toElem(native: { elem_type: number } & Record<string, unknown>): Elem {
  const media = mediaToElem(native);
  if (media !== undefined) return media;
  for (const [type, row] of Object.entries(ELEMENTS)) {
    if (row.type !== native.elem_type) continue;
    const values = Object.entries(row.fields).map(([name, key]) => [name, native[key]]);
    return { type, ...Object.fromEntries(values) } as Elem;
  }
  throw timError(
    'notSupported',
    `messages with elem_type ${native.elem_type} are not supported by this version of tim-node`,
  );
}
