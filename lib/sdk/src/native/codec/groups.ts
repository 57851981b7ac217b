import {
  timError,
  type CustomField,
  type Group,
  type GroupOutcome,
  type GroupRole,
  type GroupType,
  type JoinOption,
  type Member,
  type Reading,
} from '@tim-node/protocol';
import { TIMGroupMemberRole, TIMGroupType } from '../generated/enums.js';
import type {
  GetGroupInfoResult,
  GroupBaseInfo,
  GroupDetailInfo,
  GroupInfoCustomString,
  GroupMemberInfo,
} from '../generated/structs.js';
import { completeStruct } from './complete.js';
import { NATIVE_JOIN_OPTION } from './group-tips.js';

/* Groups and their members, as the native API shows them and as the app gives them. */

const NATIVE_TYPE: Readonly<Record<GroupType, TIMGroupType>> = {
  Public: TIMGroupType.kTIMGroup_Public,
  Private: TIMGroupType.kTIMGroup_Private,
  ChatRoom: TIMGroupType.kTIMGroup_ChatRoom,
  AVChatRoom: TIMGroupType.kTIMGroup_AVChatRoom,
  Community: TIMGroupType.kTIMGroup_Community,
};

const NATIVE_ROLE: Readonly<Record<GroupRole, TIMGroupMemberRole>> = {
  member: TIMGroupMemberRole.kTIMMemberRole_Normal,
  admin: TIMGroupMemberRole.kTIMMemberRole_Admin,
  owner: TIMGroupMemberRole.kTIMMemberRole_Owner,
};

function named<T extends string>(table: Readonly<Record<T, number>>, number: unknown): T | undefined {
  return (Object.keys(table) as T[]).find((name) => table[name] === number);
}

/** @throws TIMError 7013 for a kind that there is no more */
export function toGroupType(type: unknown): GroupType {
  const found = named(NATIVE_TYPE, type);
  if (found === undefined) throw timError('notSupported', `groups of type ${String(type)} are not supported`);
  return found;
}

/** Nothing for a number that means nothing. */
export function toRole(role: unknown): GroupRole | undefined {
  return named(NATIVE_ROLE, role);
}

/** Nothing for a number that means nothing. */
export function toJoinOption(option: unknown): JoinOption | undefined {
  return named(NATIVE_JOIN_OPTION, option);
}

export function toCustomFields(fields: readonly GroupInfoCustomString[]): CustomField[] {
  return fields.map(
    ({ group_info_custom_string_info_key: key = '', group_info_custom_string_info_value: value = '' }) => ({
      key,
      value,
    }),
  );
}

function toNativeFields(fields: readonly CustomField[]): Required<GroupInfoCustomString>[] {
  return fields.map(({ key, value }) => ({
    group_info_custom_string_info_key: key,
    group_info_custom_string_info_value: value,
  }));
}

const NOBODY: Pick<Member, 'role' | 'joined'> = { role: 'member', joined: 0 };
const UNREAD: Reading = { unread: 0, readSeq: 0, option: 0 };

/** A group in the list of those that the account is in. */
export function toBaseInfo({
  group,
  self = NOBODY as Member,
  reading = UNREAD,
}: GroupOutcome): Required<GroupBaseInfo>[] {
  if (group === undefined) return [];
  return [
    {
      group_base_info_group_id: group.id,
      group_base_info_group_name: group.name,
      group_base_info_group_type: NATIVE_TYPE[group.type],
      group_base_info_face_url: group.faceUrl,
      group_base_info_info_seq: group.changed,
      group_base_info_latest_seq: group.head,
      group_base_info_readed_seq: reading.readSeq,
      group_base_info_msg_flag: reading.option,
      group_base_info_is_shutup_all: false,
      group_base_info_self_info: {
        group_self_info_join_time: self.joined,
        group_self_info_role: NATIVE_ROLE[self.role],
        group_self_info_unread_num: reading.unread,
        group_self_info_msg_flag: reading.option,
      },
    },
  ];
}

const UNKNOWN: Group = {
  id: '',
  type: 'Public',
  name: '',
  notification: '',
  introduction: '',
  faceUrl: '',
  joinOption: 'forbid',
  approveOption: 'forbid',
  maxMembers: 0,
  custom: [],
  owner: '',
  created: 0,
  changed: 0,
  memberCount: 0,
  lastTime: 0,
  head: 0,
};

/** What is known of a group, or why nothing is. */
export function toInfoResult({ groupId, code, desc, group }: GroupOutcome): Required<GetGroupInfoResult> {
  return {
    get_groups_info_result_code: code,
    get_groups_info_result_desc: desc,
    get_groups_info_result_info: toDetailInfo(group ?? { ...UNKNOWN, id: groupId }),
  };
}

function toDetailInfo(group: Group): Required<GroupDetailInfo> {
  return {
    group_detail_info_group_id: group.id,
    group_detail_info_group_type: NATIVE_TYPE[group.type],
    group_detail_info_is_support_topic: false,
    group_detail_info_group_name: group.name,
    group_detail_info_notification: group.notification,
    group_detail_info_introduction: group.introduction,
    group_detail_info_face_url: group.faceUrl,
    group_detail_info_create_time: group.created,
    group_detail_info_info_seq: group.changed,
    group_detail_info_last_info_time: group.changed,
    group_detail_info_next_msg_seq: group.head,
    group_detail_info_last_msg_time: group.lastTime,
    group_detail_info_member_num: group.memberCount,
    group_detail_info_max_member_num: group.maxMembers,
    group_detail_info_add_option: NATIVE_JOIN_OPTION[group.joinOption],
    group_detail_info_approve_option: NATIVE_JOIN_OPTION[group.approveOption],
    group_detail_info_visible: 0,
    group_detail_info_searchable: 0,
    group_detail_info_is_shutup_all: false,
    group_detail_info_owner_identifier: group.owner,
    group_detail_info_custom_info: toNativeFields(group.custom),
    group_detail_info_enable_permission_group: false,
    group_detail_info_default_permissions: 0,
    group_detail_info_online_member_num: 0,
  };
}

export function toMember(member: Member, groupId: string): GroupMemberInfo {
  return {
    ...completeStruct('GroupMemberInfo', {
      group_member_info_identifier: member.user,
      group_member_info_join_time: member.joined,
      group_member_info_member_role: NATIVE_ROLE[member.role],
      group_member_info_name_card: member.nameCard,
      group_member_info_shutup_time: member.mutedUntil,
    }),
    group_member_info_group_id: groupId,
    group_member_info_face_url: member.faceUrl,
    group_member_info_nick_name: member.nick,
  };
}
