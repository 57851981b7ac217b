import { ELEM_TYPES, isRecord, type ElemType, type ReadMarks, type Target } from '@tim-node/protocol';
import type { KeptMessage, KeptStatus } from '../../local/store.js';
import { searchable, typeBits } from '../../local/words.js';
import { TIMConvType, TIMMsgStatus } from '../generated/enums.js';
import { readJson, writeJson } from '../json.js';
import { toNative, type Viewer } from './domain.js';
import { readMessage, type NativeMessage } from './message.js';
import { isNumeric, strings, toInt32 } from './scalars.js';

/* Between messages of the native API and those that are kept on this machine. */

const STATUS: Readonly<Record<KeptStatus, TIMMsgStatus>> = {
  sending: TIMMsgStatus.kTIMMsg_Sending,
  sent: TIMMsgStatus.kTIMMsg_SendSucc,
  failed: TIMMsgStatus.kTIMMsg_SendFail,
  deleted: TIMMsgStatus.kTIMMsg_Deleted,
  imported: TIMMsgStatus.kTIMMsg_LocalImported,
  revoked: TIMMsgStatus.kTIMMsg_Revoked,
};

export function toTarget(type: TIMConvType, id: string): Target {
  return { type: type === TIMConvType.kTIMConv_Group ? 'group' : 'c2c', id };
}

export function toConvType({ type }: Target): TIMConvType {
  return type === 'group' ? TIMConvType.kTIMConv_Group : TIMConvType.kTIMConv_C2C;
}

/** Kinds of elements by their numbers, and the keys of what can be found in them. */
const ELEMENTS: Readonly<Record<number, { readonly type: ElemType; readonly texts?: readonly string[] }>> = {
  0: { type: 'text', texts: ['text_elem_content'] },
  1: { type: 'image' },
  2: { type: 'sound' },
  3: { type: 'custom', texts: ['custom_elem_desc'] },
  4: { type: 'file', texts: ['file_elem_file_name'] },
  5: { type: 'groupTip' },
  6: { type: 'face' },
  7: { type: 'location', texts: ['location_elem_desc'] },
  9: { type: 'video' },
  12: { type: 'merger', texts: ['merge_elem_title', 'merge_elem_abstract_array'] },
};

/** The kinds of elements in an array of numbers; an array of numbers that stand for none asks for nothing. Absent: all. */
export function elemTypesOf(array: unknown): ElemType[] | undefined {
  if (!Array.isArray(array) || array.length === 0) return undefined;
  const wanted = new Set(array.map((each) => (isNumeric(each) ? ELEMENTS[toInt32(each)]?.type : undefined)));
  return ELEM_TYPES.filter((type) => wanted.has(type));
}

/** A message that the server does not have, as it is kept. */
export function toOwn(message: NativeMessage, status: KeptStatus): KeptMessage {
  const elems = message.message_elem_array.flatMap((elem) => {
    const row = ELEMENTS[elem['elem_type']];
    return row === undefined ? [] : [{ elem, ...row }];
  });
  const time = Number(message.message_server_time);
  return {
    conv: toTarget(message.message_conv_type, message.message_conv_id),
    seq: 0,
    id: message.message_msg_id,
    sender: message.message_sender,
    time: time === 0 ? Number(message.message_client_time) : time,
    status,
    customInt: message.message_custom_int ?? 0,
    customStr: message.message_custom_str ?? '',
    types: typeBits(elems.map(({ type }) => type)),
    words: searchable(elems.flatMap(({ elem, texts = [] }) => texts.flatMap((key) => textsOf(elem[key])))),
    own: writeJson(message),
  };
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : strings(value);
}

/** A kept message as the native API shows it to its owner; `marks` tell how far its conversation was read. */
export function toShown(kept: KeptMessage, owner: Viewer, marks?: ReadMarks): NativeMessage {
  const shown = kept.message === undefined ? ownMessage(kept) : toNative(kept.message, owner, marks);
  shown.message_status = STATUS[kept.status];
  shown.message_custom_int = kept.customInt;
  shown.message_custom_str = kept.customStr;
  return shown;
}

/** It was completed before it was kept. */
function ownMessage({ own }: KeptMessage): NativeMessage {
  const read = readJson(own ?? '{}');
  return isRecord(read) && 'message_msg_id' in read ? (read as unknown as NativeMessage) : readMessage({});
}
