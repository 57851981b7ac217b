import type {
  Extension,
  ExtensionOutcome,
  MessageName,
  Pinned,
  Reaction,
  Receipt,
  Target,
  UserFace,
} from '@tim-node/protocol';
import { TIMConvType } from '../generated/enums.js';
import type {
  MessageExtension,
  MessageExtensionResult,
  MessageReaction,
  MessageReceipt,
  UserProfile,
} from '../generated/structs.js';
import { completeStruct, type Complete } from './complete.js';
import type { NativeMessage } from './message.js';

/* What is put to messages, as the native API shows it. */

/** The id under which apps know a message. */
export function messageId({ sender, clientTime, random }: Omit<MessageName, 'seq' | 'time'>): string {
  return `${sender}-${clientTime}-${random}`;
}

/** How far a message was read. Between two users there is one who can read it. */
export function toReceipt({ type, id }: Target, msgId: string, receipt: Receipt): Required<MessageReceipt> {
  const isGroup = type === 'group';
  return {
    msg_receipt_conv_id: id,
    msg_receipt_conv_type: isGroup ? TIMConvType.kTIMConv_Group : TIMConvType.kTIMConv_C2C,
    msg_receipt_is_peer_read: !isGroup && receipt.read > 0,
    msg_receipt_msg_id: msgId,
    msg_receipt_read_count: receipt.read,
    msg_receipt_time_stamp: receipt.time,
    msg_receipt_unread_count: receipt.unread,
  };
}

export function toExtension({ key, value }: Extension): Required<MessageExtension> {
  return { message_extension_key: key, message_extension_value: value };
}

export function toDomainExtension({
  message_extension_key: key = '',
  message_extension_value: value = '',
}: MessageExtension): Extension {
  return { key, value };
}

export function toExtensionResult({ code, desc, extension }: ExtensionOutcome): Required<MessageExtensionResult> {
  return {
    message_extension_item: { ...toExtension(extension) },
    message_extension_result_code: code,
    message_extension_result_info: desc,
  };
}

type Face = Required<Pick<UserProfile, 'user_profile_face_url' | 'user_profile_identifier' | 'user_profile_nick_name'>>;

/** A user in a list. */
export function toFace({ user, nick = '', faceUrl = '' }: UserFace): Face {
  return { user_profile_face_url: faceUrl, user_profile_identifier: user, user_profile_nick_name: nick };
}

/** A member of a group, of whom no more than the name is known here. */
export function toMemberInfo({ user, nick = '', faceUrl = '' }: UserFace): Complete {
  return {
    ...completeStruct('GroupMemberInfo', { group_member_info_identifier: user }),
    group_member_info_face_url: faceUrl,
    group_member_info_nick_name: nick,
  };
}

export function toReaction({ id, count, users, mine }: Reaction): Required<MessageReaction> {
  return {
    message_reaction_id: id,
    message_reaction_partial_user_info_array: users.map(toFace),
    message_reaction_reacted_by_myself: mine,
    message_reaction_total_user_count: count,
  };
}

/** A pinned message, with who has pinned it. */
export function toPinned({ by, profile }: Pinned, shown: NativeMessage): NativeMessage {
  return {
    ...shown,
    message_pinner_face_url: profile.faceUrl ?? '',
    message_pinner_name_card: profile.nameCard ?? '',
    message_pinner_nick_name: profile.nick ?? '',
    message_pinner_user_id: by,
  };
}
