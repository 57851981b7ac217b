import type {
  GroupDeleteMemberParam,
  GroupDeleteMemberResult,
  GroupGetMemberInfoListParam,
  GroupGetMemberInfoListResult,
  GroupHandlePendencyParam,
  GroupInviteMemberParam,
  GroupInviteMemberResult,
  GroupMemberSearchParam,
  GroupModifyMemberInfoParam,
  GroupPendencyOption,
  GroupPendencyResult,
  GroupSearchGroupMembersResult,
} from '../generated/structs.js';
import { anyJson, flag, id, int, items, long, nonEmptyArray, object, type Json } from '../params.js';
import { deleteMembers, inviteMembers, memberList, modifyMember } from '../groups.js';
import { handlePendency, listPendencies, readPendencies } from '../pendencies.js';
import { call } from '../row.js';

/** Members of groups, and requests to become one. */
export const groupMembersApi = {
  /**
   * Fetches members of a group, page by page or by UserID. Callback: `GroupGetMemberInfoListResult`.
   * @param json_group_getmeminfos_param a `GroupGetMemberInfoListParam`;
   * `group_get_members_info_list_param_group_id` must be there
   */
  TIMGroupGetMemberInfoList: call<
    [json_group_getmeminfos_param: Json<GroupGetMemberInfoListParam>],
    GroupGetMemberInfoListResult
  >('TIMGroupGetMemberInfoList', {
    params: [object({ required: { group_get_members_info_list_param_group_id: 'present' } })],
    // Members that are named are looked for on this machine first.
    local: ([{ group_get_members_info_list_param_identifier_array: users }]) =>
      Array.isArray(users) && items(users).length > 0,
    run: memberList,
  }),

  /**
   * Searches members of groups. Callback: `GroupSearchGroupMembersResult[]`.
   * @param json_group_search_group_members_param a `GroupMemberSearchParam` with up to five keywords
   */
  TIMGroupSearchGroupMembers: call<
    [json_group_search_group_members_param: Json<GroupMemberSearchParam>],
    GroupSearchGroupMembersResult[]
  >('TIMGroupSearchGroupMembers', { params: [object()], local: true, empty: () => [] }),

  /**
   * Changes a member of a group: role, name card, mute.
   * @param json_group_modifymeminfo_param a `GroupModifyMemberInfoParam`; group id, UserID and
   * `group_modify_member_info_modify_flag` (`TIMGroupMemberModifyInfoFlag`, added up) must be there
   */
  TIMGroupModifyMemberInfo: call<[json_group_modifymeminfo_param: Json<GroupModifyMemberInfoParam>]>(
    'TIMGroupModifyMemberInfo',
    {
      params: [
        object({
          required: {
            group_modify_member_info_group_id: 'present',
            group_modify_member_info_identifier: 'present',
            group_modify_member_info_modify_flag: 'present',
          },
        }),
      ],
      run: modifyMember,
    },
  ),

  /**
   * Invites users into a group; some kinds of group need their consent. Callback: `GroupInviteMemberResult[]`.
   * @param json_group_invite_param a `GroupInviteMemberParam` with the group id and up to 20 UserIDs
   */
  TIMGroupInviteMember: call<[json_group_invite_param: Json<GroupInviteMemberParam>], GroupInviteMemberResult[]>(
    'TIMGroupInviteMember',
    {
      params: [
        object({
          required: {
            group_invite_member_param_group_id: 'present',
            group_invite_member_param_identifier_array: 'array',
          },
        }),
      ],
      run: inviteMembers,
    },
  ),

  /**
   * Removes members from a group, as owner or administrator. Callback: `GroupDeleteMemberResult[]`.
   * @param json_group_delete_param a `GroupDeleteMemberParam` with the group id and the UserIDs
   */
  TIMGroupDeleteMember: call<[json_group_delete_param: Json<GroupDeleteMemberParam>], GroupDeleteMemberResult[]>(
    'TIMGroupDeleteMember',
    {
      params: [
        object({
          required: {
            group_delete_member_param_group_id: 'present',
            group_delete_member_param_identifier_array: 'array',
          },
        }),
      ],
      run: deleteMembers,
    },
  ),

  /**
   * Sets a mark on members of a live group or removes it, as its owner.
   * @param group_id id of the group
   * @param member_array UserIDs
   * @param mark_type a number of the app's own, 1000 or more; ten in a group at most
   * @param enable_mark true to set
   */
  TIMGroupMarkGroupMemberList: call<
    [group_id: string, member_array: Json<string[]>, mark_type: number, enable_mark: boolean]
  >('TIMGroupMarkGroupMemberList', { params: [id, nonEmptyArray(), int((type) => type !== 0), flag] }),

  /**
   * Fetches requests to come into the groups that this account leads, those that were decided included, the newest first.
   * Callback: `GroupPendencyResult`.
   * @param json_group_getpendency_list_param a `GroupPendencyOption`: where to begin, and how many
   */
  TIMGroupGetPendencyList: call<[json_group_getpendency_list_param: Json<GroupPendencyOption>], GroupPendencyResult>(
    'TIMGroupGetPendencyList',
    { params: [anyJson<GroupPendencyOption>({})], run: listPendencies },
  ),

  /**
   * Accepts or refuses such a request. Errors: 10007 not a leader of the group, 10014 the group is full, 10024 it was
   * decided already.
   * @param json_group_handle_pendency_param a `GroupHandlePendencyParam` with the `GroupPendency` that was fetched
   */
  TIMGroupHandlePendency: call<[json_group_handle_pendency_param: Json<GroupHandlePendencyParam>]>(
    'TIMGroupHandlePendency',
    { params: [object({ required: { group_handle_pendency_param_pendency: 'present' } })], run: handlePendency },
  ),

  /**
   * Marks such requests as read.
   * @param time_stamp up to this time, unix seconds
   */
  TIMGroupReportPendencyReaded: call<[time_stamp: number | bigint]>('TIMGroupReportPendencyReaded', {
    params: [long],
    run: readPendencies,
  }),
};
