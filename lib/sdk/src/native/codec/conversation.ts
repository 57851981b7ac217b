import { isRecord, type AccountReceiveOption, type GroupType, type Mention, type Target } from '@tim-node/protocol';
import { keyOf, type Draft as KeptDraft, type KeptConversation } from '../../feature/conversation-change.js';
import type { ConversationFilter } from '../../feature/conversation-list.js';
import { TIMConvType, TIMGroupAtType, TIMGroupType } from '../generated/enums.js';
import type {
  ConvInfo,
  Draft,
  GroupAtInfo,
  Message,
  TIMConversationListFilter,
  TIMConversationOperationResult,
  TIMReceiveMessageOptInfo,
} from '../generated/structs.js';
import { readJson, shorten } from '../json.js';
import { toNative, type Viewer } from './domain.js';
import { isNumeric, toInt32 } from './scalars.js';

/* Conversations as the native API shows them. */

/** Meeting groups have the name of their older kind here. */
const NATIVE_GROUP_TYPE: Readonly<Record<GroupType, TIMGroupType>> = {
  Public: TIMGroupType.kTIMGroup_Public,
  Private: TIMGroupType.kTIMGroup_Private,
  ChatRoom: TIMGroupType.kTIMGroup_ChatRoom,
  AVChatRoom: TIMGroupType.kTIMGroup_AVChatRoom,
  Community: TIMGroupType.kTIMGroup_Community,
};

/** What each key of a conversation is made of; `owner` is whose conversation it is. */
const KEYS: { readonly [K in keyof ConvInfo]-?: (conversation: KeptConversation, owner: Viewer) => ConvInfo[K] } = {
  conv_active_time: ({ active }) => active,
  conv_c2c_read_timestamp: ({ target, readTime }) => (target.type === 'c2c' ? readTime : 0),
  conv_conversation_group_array: ({ groups }) => [...groups],
  conv_custom_data: ({ custom }) => custom,
  conv_draft: ({ draft }) => toNativeDraft(draft),
  conv_face_url: ({ face }) => face.faceUrl,
  conv_group_at_info_array: ({ mentions }) => mentions.map(toAtInfo),
  conv_group_read_sequence: ({ target, readSeq }) => (target.type === 'group' ? readSeq : 0),
  conv_group_type: ({ face }) => (face.groupType === undefined ? 0 : NATIVE_GROUP_TYPE[face.groupType]),
  conv_id: ({ target }) => target.id,
  conv_is_has_draft: ({ draft }) => draft !== undefined,
  conv_is_has_lastmsg: ({ last }) => last !== null,
  conv_is_pinned: ({ pinned }) => pinned,
  conv_last_msg: toLastMessage,
  conv_mark_array: ({ marks }) => bitsOf(BigInt(marks)),
  conv_owner: ({ face }) => face.owner ?? '',
  conv_recv_opt: ({ option }) => option,
  conv_show_name: ({ face, target }) => (face.name === '' ? target.id : face.name),
  conv_type: ({ target }) => toConvType(target),
  conv_unread_num: ({ unread }) => unread,
};

const keys = Object.entries(KEYS);

/** A conversation with every key. */
export function toConvInfo(conversation: KeptConversation, owner: Viewer): ConvInfo {
  return Object.fromEntries(keys.map(([key, make]) => [key, make(conversation, owner)]));
}

export function toConvType({ type }: Target): TIMConvType {
  return type === 'c2c' ? TIMConvType.kTIMConv_C2C : TIMConvType.kTIMConv_Group;
}

/** Whether it was read is known here. Without a last message there is an object without keys. */
function toLastMessage({ last, readSeq, peerReadSeq }: KeptConversation, owner: Viewer): Message {
  if (last === null) return {};
  return toNative(last, owner, { readSeq, peerReadSeq });
}

function toAtInfo({ seq, me, all }: Mention): GroupAtInfo {
  const { kTIMGroup_At_All_At_ME: both, kTIMGroup_At_All: everybody, kTIMGroup_At_Me: one } = TIMGroupAtType;
  return { conv_group_at_info_at_type: all ? (me ? both : everybody) : one, conv_group_at_info_seq: seq };
}

const BITS = 64n;

/** Each mark of a set by itself. */
function bitsOf(marks: bigint): (number | bigint)[] {
  const bits: (number | bigint)[] = [];
  for (let bit = 0n; bit < BITS; bit += 1n) if ((marks & (1n << bit)) !== 0n) bits.push(shorten(1n << bit));
  return bits;
}

function toNativeDraft(draft: KeptDraft | undefined): Draft {
  return {
    draft_edit_time: draft?.time ?? 0,
    draft_msg: draft === undefined ? {} : (readJson(draft.message) as Message),
    draft_user_define: draft?.custom ?? '',
  };
}

/** A conversation by its id with a kind in front; nothing for a text that is no such id. */
export function toTarget(id: unknown): Target | undefined {
  const [, type, rest] = typeof id === 'string' ? (/^(c2c|group)_(.+)$/s.exec(id) ?? []) : [];
  return rest === undefined ? undefined : { type: type as Target['type'], id: rest };
}

export function toOperationResult(
  id: string,
  { code, desc }: { readonly code: number; readonly desc: string },
): Required<TIMConversationOperationResult> {
  return {
    conversation_operation_result_conversation_id: id,
    conversation_operation_result_result_code: code,
    conversation_operation_result_result_info: desc,
  };
}

export function toResultOf(
  target: Target,
  outcome: { readonly code: number; readonly desc: string },
): Required<TIMConversationOperationResult> {
  return toOperationResult(keyOf(target), outcome);
}

const TYPES: Readonly<Record<number, Target['type'] | undefined>> = { 1: 'c2c', 2: 'group' };

/** What is of the wrong type does not count. */
export function toFilter(given: TIMConversationListFilter): ConversationFilter {
  const {
    conversation_list_filter_conv_type: type,
    conversation_list_filter_conversation_group: group,
    conversation_list_filter_mark_type: marks,
    conversation_list_filter_has_unread_count: hasUnread,
    conversation_list_filter_has_group_at_info: hasMentions,
  } = given as Readonly<Record<keyof TIMConversationListFilter, unknown>>;
  const kind = isNumeric(type) ? TYPES[toInt32(type)] : undefined;
  return {
    ...(kind === undefined ? {} : { type: kind }),
    ...(typeof group === 'string' ? { group } : {}),
    ...(isNumeric(marks) ? { marks: toMarks(marks) } : {}),
    ...(typeof hasUnread === 'boolean' ? { hasUnread } : {}),
    ...(typeof hasMentions === 'boolean' ? { hasMentions } : {}),
  };
}

/** A set of marks as 64 bits without a sign. */
export function toMarks(value: number | bigint): bigint {
  const whole = typeof value === 'bigint' ? value : BigInt(Number.isFinite(value) ? Math.trunc(value) : 0);
  return BigInt.asUintN(Number(BITS), whole);
}

const HOUR = 3600;
const MINUTE = 60;

export function toOptionInfo({
  option,
  daily = 0,
  from = 0,
  duration,
}: AccountReceiveOption): Required<TIMReceiveMessageOptInfo> {
  return {
    msg_all_recv_msg_duration: duration,
    msg_all_recv_msg_opt_level: option,
    msg_all_recv_msg_opt_start_hour: Math.floor(daily / HOUR),
    msg_all_recv_msg_opt_start_minute: Math.floor((daily % HOUR) / MINUTE),
    msg_all_recv_msg_opt_start_second: daily % MINUTE,
    msg_all_recv_msg_opt_start_time_stamp: from,
  };
}

/** A draft that an app gives; nothing for one without content. */
export function fromNativeDraft(given: Draft, now: number, write: (message: object) => string): KeptDraft | undefined {
  const {
    draft_msg: message,
    draft_user_define: custom,
    draft_edit_time: time,
  } = given as Readonly<Record<keyof Draft, unknown>>;
  const text = typeof custom === 'string' ? custom : '';
  if (!isRecord(message) && text === '') return undefined;
  return {
    message: write(isRecord(message) ? message : {}),
    custom: text,
    time: isNumeric(time) && time > 0 ? toInt32(time) >>> 0 : now,
  };
}
