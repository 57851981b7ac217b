import {
  isUserId,
  LIMITS,
  timError,
  TIMError,
  type CreateGroupParams,
  type GroupFields,
  type GroupRole,
  type ModifyGroupParams,
  type ModifyMemberParams,
  type ReceiveOption,
} from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { completeStruct } from './codec/complete.js';
import {
  toBaseInfo,
  toCustomFields,
  toGroupType,
  toInfoResult,
  toJoinOption,
  toMember,
  toRole,
} from './codec/groups.js';
import { strings } from './codec/scalars.js';
import {
  HandleGroupMemberResult,
  TIMGroupMemberModifyInfoFlag as MemberFlag,
  TIMGroupMemberRoleFlag as RoleFlag,
  TIMGroupModifyInfoFlag as Flag,
} from './generated/enums.js';
import type {
  CreateGroupParam,
  CreateGroupResult,
  GetGroupInfoResult,
  GroupBaseInfo,
  GroupDeleteMemberParam,
  GroupDeleteMemberResult,
  GroupGetMemberInfoListParam,
  GroupGetMemberInfoListResult,
  GroupInviteMemberParam,
  GroupInviteMemberResult,
  GroupMemberInfo,
  GroupModifyInfoParam,
  GroupModifyMemberInfoParam,
} from './generated/structs.js';
import { answerDone, answerWith, attempt } from './located.js';
import type { Reply } from './row.js';

/* What the functions on groups and their members do. */

type Whole<T> = Required<T>;

export function createGroup(
  { groups }: ClientCore,
  [given]: readonly [CreateGroupParam],
  reply: Reply<CreateGroupResult>,
): void {
  attempt(reply, () => {
    const settle = answerWith(reply, ({ groupId }: { groupId: string }) => ({ create_group_result_groupid: groupId }));
    groups.create(toCreate(completeStruct('CreateGroupParam', given) as unknown as Whole<CreateGroupParam>), settle);
  });
}

function toCreate(param: Whole<CreateGroupParam>): CreateGroupParams {
  const id = param.create_group_param_group_id;
  const joinOption = toJoinOption(param.create_group_param_add_option);
  const approveOption = toJoinOption(param.create_group_param_approve_option);
  return {
    type: toGroupType(param.create_group_param_group_type),
    members: param.create_group_param_group_member_array.map(toNewMember),
    name: param.create_group_param_group_name,
    notification: param.create_group_param_notification,
    introduction: param.create_group_param_introduction,
    faceUrl: param.create_group_param_face_url,
    maxMembers: param.create_group_param_max_member_num,
    custom: toCustomFields(param.create_group_param_custom_info),
    ...(id === '' ? {} : { id }),
    ...(joinOption === undefined ? {} : { joinOption }),
    ...(approveOption === undefined ? {} : { approveOption }),
  };
}

function toNewMember(member: GroupMemberInfo): { user: string; role: GroupRole } {
  return {
    user: member.group_member_info_identifier ?? '',
    role: toRole(member.group_member_info_member_role) ?? 'member',
  };
}

export function joinedGroups({ groups }: ClientCore, reply: Reply<GroupBaseInfo[]>): void {
  groups.joined(answerWith(reply, (found) => found.flatMap(toBaseInfo)));
}

export function groupInfo(
  { groups }: ClientCore,
  [ids]: readonly [string[]],
  reply: Reply<GetGroupInfoResult[]>,
): void {
  const settle = answerWith(reply, ({ results }: { results: Parameters<typeof toInfoResult>[0][] }) =>
    results.map(toInfoResult),
  );
  groups.info(strings(ids), settle);
}

type Modification = Whole<GroupModifyInfoParam>;

/** For each bit of what is to be changed: what of it travels. Bits that are not here are not supported. */
const CHANGES: readonly (readonly [Flag, (param: Modification) => GroupFields & { owner?: string }])[] = [
  [Flag.kTIMGroupModifyInfoFlag_Name, (param) => ({ name: param.group_modify_info_param_group_name })],
  [
    Flag.kTIMGroupModifyInfoFlag_Notification,
    (param) => ({ notification: param.group_modify_info_param_notification }),
  ],
  [
    Flag.kTIMGroupModifyInfoFlag_Introduction,
    (param) => ({ introduction: param.group_modify_info_param_introduction }),
  ],
  [Flag.kTIMGroupModifyInfoFlag_FaceUrl, (param) => ({ faceUrl: param.group_modify_info_param_face_url })],
  [
    Flag.kTIMGroupModifyInfoFlag_AddOption,
    (param) => ({ joinOption: wanted('add_option', toJoinOption(param.group_modify_info_param_add_option)) }),
  ],
  [
    Flag.kTIMGroupModifyInfoFlag_ApproveOption,
    (param) => ({
      approveOption: wanted('approve_option', toJoinOption(param.group_modify_info_param_approve_option)),
    }),
  ],
  [
    Flag.kTIMGroupModifyInfoFlag_MaxMemberNum,
    (param) => ({ maxMembers: param.group_modify_info_param_max_member_num }),
  ],
  [
    Flag.kTIMGroupModifyInfoFlag_Custom,
    (param) => ({ custom: toCustomFields(param.group_modify_info_param_custom_info) }),
  ],
  [Flag.kTIMGroupModifyInfoFlag_Owner, (param) => ({ owner: param.group_modify_info_param_owner })],
];

function wanted<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw timError('invalidParameters', `${name} has no such value`);
  return value;
}

/** The bits that are set, as they are in the table; none twice. */
function chosen<T>(flag: number, table: readonly (readonly [number, T])[]): T[] {
  const known = table.reduce((bits, [bit]) => (bits | bit) >>> 0, 0);
  if (flag === 0) throw timError('invalidParameters', 'modify_flag says that nothing is to be changed');
  if ((flag & ~known) >>> 0 !== 0) {
    throw timError('notSupported', 'modify_flag has bits that this version of tim-node does not support');
  }
  return table.filter(([bit]) => (flag & bit) !== 0).map(([, change]) => change);
}

export function modifyGroup(
  { groups }: ClientCore,
  [given]: readonly [GroupModifyInfoParam],
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const param = completeStruct('GroupModifyInfoParam', given) as unknown as Modification;
    const changes = chosen(param.group_modify_info_param_modify_flag, CHANGES).map((change) => change(param));
    const params = Object.assign({ groupId: param.group_modify_info_param_group_id }, ...changes) as ModifyGroupParams;
    groups.modify(params, answerDone(reply));
  });
}

/** Users who could not even have an account have no part in a request. */
function valid(users: readonly string[]): string[] {
  return users.filter(isUserId);
}

type Results = { results: { user: string; result: number }[] };

/** One result for each of the users, in their order; 0 for those whom the server was not asked about. */
function resultOf({ results }: Results): (user: string) => HandleGroupMemberResult {
  const byUser = new Map(results.map(({ user, result }) => [user, result as HandleGroupMemberResult]));
  return (user) => byUser.get(user) ?? HandleGroupMemberResult.kTIMGroupMember_HandledErr;
}

export function inviteMembers(
  { groups }: ClientCore,
  [given]: readonly [GroupInviteMemberParam],
  reply: Reply<GroupInviteMemberResult[]>,
): void {
  const param = completeStruct('GroupInviteMemberParam', given) as unknown as Whole<GroupInviteMemberParam>;
  const users = param.group_invite_member_param_identifier_array;
  const settle = answerWith(reply, (results: Results) => {
    const find = resultOf(results);
    return users.map((user) => ({
      group_invite_member_result_identifier: user,
      group_invite_member_result_result: find(user),
    }));
  });
  groups.invite({ groupId: param.group_invite_member_param_group_id, users: valid(users) }, settle);
}

export function deleteMembers(
  { groups }: ClientCore,
  [given]: readonly [GroupDeleteMemberParam],
  reply: Reply<GroupDeleteMemberResult[]>,
): void {
  const param = completeStruct('GroupDeleteMemberParam', given) as unknown as Whole<GroupDeleteMemberParam>;
  const users = param.group_delete_member_param_identifier_array;
  const settle = answerWith(reply, (results: Results) => {
    const find = resultOf(results);
    return users.map((user) => ({
      group_delete_member_result_identifier: user,
      group_delete_member_result_result: find(user),
    }));
  });
  const { group_delete_member_param_group_id: groupId, group_delete_member_param_user_data: reason } = param;
  groups.kick({ groupId, users: valid(users), reason }, settle);
}

const ROLES: readonly (readonly [RoleFlag, GroupRole])[] = [
  [RoleFlag.kTIMGroupMemberRoleFlag_Owner, 'owner'],
  [RoleFlag.kTIMGroupMemberRoleFlag_Admin, 'admin'],
  [RoleFlag.kTIMGroupMemberRoleFlag_Member, 'member'],
];

/** All roles where none is named. */
function rolesOf(flag: number): GroupRole[] {
  const named = ROLES.filter(([bit]) => (flag & bit) !== 0).map(([, role]) => role);
  return named.length > 0 ? named : ROLES.map(([, role]) => role);
}

export function memberList(
  { groups, cursors }: ClientCore,
  [given]: readonly [GroupGetMemberInfoListParam],
  reply: Reply<GroupGetMemberInfoListResult>,
): void {
  attempt(reply, () => {
    const param = completeStruct('GroupGetMemberInfoListParam', given) as unknown as Whole<GroupGetMemberInfoListParam>;
    const groupId = param.group_get_members_info_list_param_group_id;
    const users = valid(param.group_get_members_info_list_param_identifier_array);
    const roles = rolesOf(
      Number(param.group_get_members_info_list_param_option.group_member_get_info_option_role_flag),
    );
    const after = cursors.members.find(Number(param.group_get_members_info_list_param_next_seq));
    if (after === undefined) throw timError('invalidParameters', 'next_seq is none that a callback has told lately');
    const [role] = roles;
    const settle = answerWith(
      reply,
      ({ members, next }: { members: Parameters<typeof toMember>[0][]; next?: string }) => ({
        group_get_member_info_list_result_next_seq: next === undefined ? 0 : cursors.members.keep(next),
        group_get_member_info_list_result_info_array: members
          .filter((member) => roles.includes(member.role))
          .map((member) => toMember(member, groupId)),
      }),
    );
    groups.members(
      {
        groupId,
        limit: LIMITS.membersPage,
        ...(users.length === 0 ? {} : { users }),
        ...(roles.length === 1 && role !== undefined ? { role } : {}),
        ...(after === '' ? {} : { after }),
      },
      settle,
    );
  });
}

type MemberModification = Whole<GroupModifyMemberInfoParam>;
type MemberWish = Pick<ModifyMemberParams, 'role' | 'nameCard' | 'muteFor'> & { option?: ReceiveOption };

const MEMBER_CHANGES: readonly (readonly [MemberFlag, (param: MemberModification) => MemberWish])[] = [
  [MemberFlag.kTIMGroupMemberModifyFlag_MsgFlag, (param) => ({ option: param.group_modify_member_info_msg_flag })],
  [
    MemberFlag.kTIMGroupMemberModifyFlag_MemberRole,
    (param) => ({ role: wanted('member_role', toRole(param.group_modify_member_info_member_role)) }),
  ],
  [
    MemberFlag.kTIMGroupMemberModifyFlag_ShutupTime,
    (param) => ({ muteFor: param.group_modify_member_info_shutup_time }),
  ],
  [MemberFlag.kTIMGroupMemberModifyFlag_NameCard, (param) => ({ nameCard: param.group_modify_member_info_name_card })],
];

export function modifyMember(
  client: ClientCore,
  [given]: readonly [GroupModifyMemberInfoParam],
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const param = completeStruct('GroupModifyMemberInfoParam', given) as unknown as MemberModification;
    const flag = param.group_modify_member_info_modify_flag;
    const wish = Object.assign({}, ...chosen(flag, MEMBER_CHANGES).map((change) => change(param))) as MemberWish;
    const { option, ...rest } = wish;
    const ref = { groupId: param.group_modify_member_info_group_id, user: param.group_modify_member_info_identifier };
    if (option !== undefined && ref.user !== client.engine.userId) {
      throw timError('invalidParameters', 'msg_flag is a matter of each member himself');
    }
    const setOption = (): void => setMessageFlag(client, ref.groupId, option, reply);
    if (Object.keys(rest).length === 0) setOption();
    else
      client.groups.modifyMember({ ...ref, ...rest }, (outcome) => ('error' in outcome ? reply(outcome) : setOption()));
  });
}

function setMessageFlag(
  { groups }: ClientCore,
  groupId: string,
  option: ReceiveOption | undefined,
  reply: Reply<void>,
): void {
  if (option === undefined) {
    reply({});
    return;
  }
  groups.setOption(groupId, option, (outcome) => {
    const failed = 'error' in outcome ? undefined : outcome.value.results.find(({ code }) => code !== 0);
    if ('error' in outcome) reply(outcome);
    else reply(failed === undefined ? {} : { error: new TIMError(failed.code, failed.desc) });
  });
}
