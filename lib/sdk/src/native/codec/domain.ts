import {
  isRecord,
  timError,
  type Message as DomainMessage,
  type MessageBody,
  type Platform,
  type ReadMarks,
} from '@tim-node/protocol';
import { TIMConvType, TIMMsgPriority, TIMMsgStatus, TIMPlatform } from '../generated/enums.js';
import type { Message, OfflinePushConfig } from '../generated/structs.js';
import { readJson, writeJson } from '../json.js';
import { toElem, toNativeElem } from './elements.js';
import { addUrls } from './media-elements.js';
import { fromMentions, toMentions } from './mentions.js';
import { readMessage, type NativeMessage } from './message.js';

/** Between messages of the native API and those of the protocol. */

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

/** Who looks at a message. */
export interface Viewer {
  readonly userId: string;
  /** Where he can load a file from now; empty when he cannot. */
  readonly urlOf: (mediaId: string) => string;
}

/** What is said of a message that arrives. Key by key, because many may arrive. */
function arriving(message: DomainMessage, { userId, urlOf }: Viewer): Partial<Message> {
  const { target, seq, sender, revoked, profile, onlyFor = [], version = 0 } = message;
  return {
    message_client_time: message.clientTime,
    message_conv_id: conversationOf(message, userId),
    message_conv_type: target.type === 'c2c' ? TIMConvType.kTIMConv_C2C : TIMConvType.kTIMConv_Group,
    message_elem_array: message.body.elems
      .flatMap((elem) => toNativeElem(elem, message))
      .map((elem) => addUrls(elem, urlOf)),
    message_is_from_self: sender === userId,
    message_is_online_msg: seq === 0,
    message_platform: NATIVE_PLATFORM[message.platform],
    message_rand: message.random,
    message_sender: sender,
    message_sender_group_member_info: {
      group_member_info_identifier: sender,
      group_member_info_name_card: profile?.nameCard ?? '',
    },
    message_sender_profile: {
      user_profile_nick_name: profile?.nick ?? '',
      user_profile_face_url: profile?.faceUrl ?? '',
    },
    message_seq: seq,
    message_server_time: message.time,
    message_status: revoked === undefined ? TIMMsgStatus.kTIMMsg_SendSucc : TIMMsgStatus.kTIMMsg_Revoked,
    message_target_group_member_array: onlyFor,
    message_version: version,
  };
}

/** What its sender has said of it. */
function said(body: MessageBody): Partial<Message> {
  const push = parsePush(body.push);
  return {
    message_cloud_custom_str: body.cloudData ?? '',
    message_excluded_from_last_message: body.notLast === true,
    message_group_at_user_array: fromMentions(body.mentions),
    message_is_excluded_from_unread_count: body.uncounted === true,
    message_need_read_receipt: body.needReceipt === true,
    message_priority: (body.priority ?? TIMMsgPriority.kTIMMsgPriority_Normal) as TIMMsgPriority,
    message_support_message_extension: body.extensible === true,
    ...(push === undefined ? {} : { message_offline_push_config: push }),
  };
}

function takenBack(revoked: DomainMessage['revoked']): Partial<Message> {
  if (revoked === undefined) return {};
  const { reason, by, profile } = revoked;
  return {
    message_revoke_reason: reason,
    message_revoker_face_url: profile?.faceUrl ?? '',
    message_revoker_nick_name: profile?.nick ?? '',
    message_revoker_user_id: by,
  };
}

/** A message that has arrived, as the native API shows it; `marks` tell how far it was read. */
export function toNative(message: DomainMessage, viewer: Viewer, marks?: ReadMarks): NativeMessage {
  const native = Object.assign(arriving(message, viewer), said(message.body), takenBack(message.revoked));
  return readMessage(Object.assign(native, receiptFlags(message, viewer), readFlags(message, viewer, marks)));
}

/** What is known of who has read a message that asks for it. Counts are kept for messages to groups. */
function receiptFlags(message: DomainMessage, { userId }: Viewer): Partial<Message> {
  const { sender, target, receiptTotal, receiptRead = 0, receiptSent = false } = message;
  if (receiptTotal === undefined) return {};
  if (sender !== userId) return { message_has_sent_receipt: receiptSent };
  if (target.type === 'c2c') return { message_receipt_peer_read: receiptRead > 0 };
  return {
    message_group_receipt_read_count: receiptRead,
    message_group_receipt_unread_count: Math.max(0, receiptTotal - receiptRead),
  };
}

/** Between two users everything up to a place is read at once. */
function readFlags(
  { seq, sender, target }: DomainMessage,
  { userId }: Viewer,
  marks: ReadMarks | undefined,
): Partial<Message> {
  if (marks === undefined || seq === 0) return {};
  if (sender !== userId) return { message_is_read: seq <= marks.readSeq };
  return { message_is_peer_read: target.type === 'c2c' && seq <= marks.peerReadSeq };
}

/** Another client has written it: what is not a configuration does not count. */
function parsePush(text: string | undefined): OfflinePushConfig | undefined {
  if (text === undefined) return undefined;
  try {
    const value = readJson(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Between two users the conversation has the name of the other one. */
function conversationOf({ target, sender }: DomainMessage, self: string): string {
  return target.type === 'group' || sender === self ? target.id : sender;
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
    ...toOptions(message),
    ...flags(message),
  };
}

function toOptions(message: NativeMessage): Pick<MessageBody, 'mentions' | 'priority' | 'push'> {
  const { message_group_at_user_array: mentions = [], message_priority: priority } = message;
  const { message_conv_type: convType, message_offline_push_config: push } = message;
  const isMentioning = convType === TIMConvType.kTIMConv_Group && mentions.length > 0;
  return {
    ...(isMentioning ? { mentions: toMentions(mentions) } : {}),
    ...(priority === undefined || priority === TIMMsgPriority.kTIMMsgPriority_Normal ? {} : { priority }),
    ...(push === undefined ? {} : { push: writeJson(push) }),
  };
}

/** What is said by its presence. */
const FLAGS = {
  needReceipt: 'message_need_read_receipt',
  extensible: 'message_support_message_extension',
  uncounted: 'message_is_excluded_from_unread_count',
  notLast: 'message_excluded_from_last_message',
} as const satisfies Partial<Record<keyof MessageBody, keyof Message>>;

function flags(message: NativeMessage): Partial<MessageBody> {
  const set = Object.entries(FLAGS).filter(([, key]) => message[key] === true);
  return Object.fromEntries(set.map(([name]) => [name, true]));
}

const PLATFORMS: Readonly<Partial<Record<TIMPlatform, Platform>>> = {
  [TIMPlatform.kTIMPlatform_Windows]: 'Windows',
  [TIMPlatform.kTIMPlatform_Mac]: 'Mac',
  [TIMPlatform.kTIMPlatform_Android]: 'Android',
  [TIMPlatform.kTIMPlatform_IOS]: 'iPhone',
};

/** A message that the app has, such as one of those that are merged. */
export function toDomain(message: NativeMessage, self: string): DomainMessage {
  const { message_sender: sender, message_conv_id: id, message_conv_type: convType } = message;
  const { message_platform: platform = 0, message_sender_profile: profile = {} } = message;
  const isGroup = convType === TIMConvType.kTIMConv_Group;
  return {
    target: isGroup ? { type: 'group', id } : { type: 'c2c', id: sender === id ? self : id },
    seq: whole(message.message_seq),
    sender,
    clientId: message.message_msg_id,
    time: whole(message.message_server_time),
    clientTime: whole(message.message_client_time),
    random: whole(message.message_rand) % UINT32,
    platform: PLATFORMS[platform] ?? 'Linux',
    body: toBody(message),
    profile: { nick: profile.user_profile_nick_name ?? '', faceUrl: profile.user_profile_face_url ?? '' },
  };
}

const UINT32 = 2 ** 32;

/** A number that JavaScript can hold; others count as 0. */
function whole(value: number | bigint): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
