import type {
  TIMCommunityAddMembersToPermissionGroupCallback,
  TIMCommunityAddTopicPermissionCallback,
  TIMCommunityChangePermissionGroupInfoCallback,
  TIMCommunityChangeTopicInfoCallback,
  TIMCommunityCreatePermissionGroupCallback,
  TIMCommunityCreateTopicCallback,
  TIMCommunityDeletePermissionGroupCallback,
  TIMCommunityDeleteTopicCallback,
  TIMCommunityDeleteTopicPermissionCallback,
  TIMCommunityModifyTopicPermissionCallback,
  TIMCommunityReceiveTopicRESTCustomDataCallback,
  TIMCommunityRemoveMembersFromPermissionGroupCallback,
} from '../generated/callbacks.js';
import type {
  CreateGroupParam,
  CreateGroupResult,
  GroupBaseInfo,
  PermissionGroupInfo,
  PermissionGroupInfoResult,
  PermissionGroupMemberInfoResult,
  PermissionGroupMemberOperationResult,
  PermissionGroupOperationResult,
  TIMGroupTopicInfo,
  TopicInfo,
  TopicInfoResult,
  TopicOperationResult,
  TopicPermissionMap,
  TopicPermissionResult,
} from '../generated/structs.js';
import { anyJson, id, object, optional, text, type Json } from '../params.js';
import { call, event } from '../row.js';

const list = (): unknown => [];

/** Communities: large groups with topics, and groups of permissions in them. */
export const communityApi = {
  /**
   * Sets the callback for new topics.
   * @param cb gets the group id and the topic id
   */
  TIMSetCommunityCreateTopicCallback: event<TIMCommunityCreateTopicCallback>('TIMSetCommunityCreateTopicCallback'),

  /**
   * Sets the callback for deleted topics.
   * @param cb gets the group id and a JSON array of topic ids
   */
  TIMSetCommunityDeleteTopicCallback: event<TIMCommunityDeleteTopicCallback>('TIMSetCommunityDeleteTopicCallback'),

  /**
   * Sets the callback for changed topics.
   * @param cb gets the group id and a `TopicInfo`
   */
  TIMSetCommunityChangeTopicInfoCallback: event<TIMCommunityChangeTopicInfoCallback>(
    'TIMSetCommunityChangeTopicInfoCallback',
  ),

  /**
   * Sets the callback for data that a backend has sent into a topic by REST.
   * @param cb gets the topic id and the data
   */
  TIMSetCommunityReceiveTopicRESTCustomDataCallback: event<TIMCommunityReceiveTopicRESTCustomDataCallback>(
    'TIMSetCommunityReceiveTopicRESTCustomDataCallback',
  ),

  /**
   * Sets the callback for new permission groups.
   * @param cb gets the group id and a `PermissionGroupInfo`
   */
  TIMSetCommunityCreatePermissionGroupCallback: event<TIMCommunityCreatePermissionGroupCallback>(
    'TIMSetCommunityCreatePermissionGroupCallback',
  ),

  /**
   * Sets the callback for deleted permission groups.
   * @param cb gets the group id and a JSON array of permission group ids
   */
  TIMSetCommunityDeletePermissionGroupCallback: event<TIMCommunityDeletePermissionGroupCallback>(
    'TIMSetCommunityDeletePermissionGroupCallback',
  ),

  /**
   * Sets the callback for changed permission groups.
   * @param cb gets the group id and a `PermissionGroupInfo`
   */
  TIMSetCommunityChangePermissionGroupInfoCallback: event<TIMCommunityChangePermissionGroupInfoCallback>(
    'TIMSetCommunityChangePermissionGroupInfoCallback',
  ),

  /**
   * Sets the callback for members that came into a permission group.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityAddMembersToPermissionGroupCallback: event<TIMCommunityAddMembersToPermissionGroupCallback>(
    'TIMSetCommunityAddMembersToPermissionGroupCallback',
  ),

  /**
   * Sets the callback for members that were taken out of a permission group.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityRemoveMembersFromPermissionGroupCallback: event<TIMCommunityRemoveMembersFromPermissionGroupCallback>(
    'TIMSetCommunityRemoveMembersFromPermissionGroupCallback',
  ),

  /**
   * Sets the callback for permissions on topics that a permission group was given.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityAddTopicPermissionCallback: event<TIMCommunityAddTopicPermissionCallback>(
    'TIMSetCommunityAddTopicPermissionCallback',
  ),

  /**
   * Sets the callback for permissions on topics that a permission group has lost.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityDeleteTopicPermissionCallback: event<TIMCommunityDeleteTopicPermissionCallback>(
    'TIMSetCommunityDeleteTopicPermissionCallback',
  ),

  /**
   * Sets the callback for changed permissions on topics.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityModifyTopicPermissionCallback: event<TIMCommunityModifyTopicPermissionCallback>(
    'TIMSetCommunityModifyTopicPermissionCallback',
  ),

  /**
   * Makes a community with topics. Callback: `CreateGroupResult` with its id.
   * @param json_group_create_param a `CreateGroupParam` with name and `create_group_param_is_support_topic`
   */
  TIMCommunityCreate: call<[json_group_create_param: Json<CreateGroupParam>], CreateGroupResult>('TIMCommunityCreate', {
    params: [object({ required: { create_group_param_group_name: 'present' } })],
  }),

  /** Fetches the communities that this account is in. Callback: `GroupBaseInfo[]`. */
  TIMCommunityGetJoinedCommunityList: call<[], GroupBaseInfo[]>('TIMCommunityGetJoinedCommunityList', {
    params: [],
    local: true,
    empty: list,
  }),

  /**
   * Makes a topic. Callback: its id.
   * @param group_id id of the community
   * @param json_topic_info a `TopicInfo`
   */
  TIMCommunityCreateTopicInCommunity: call<[group_id: string, json_topic_info: Json<TopicInfo>], string>(
    'TIMCommunityCreateTopicInCommunity',
    { params: [id, anyJson<TopicInfo>({})] },
  ),

  /**
   * Deletes topics. Callback: `TopicOperationResult[]`.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids
   */
  TIMCommunityDeleteTopicFromCommunity: call<
    [group_id: string, json_topic_id_array: Json<string[]>],
    TopicOperationResult[]
  >('TIMCommunityDeleteTopicFromCommunity', { params: [id, anyJson<string[]>([])], empty: list }),

  /**
   * Changes a topic.
   * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  TIMCommunitySetTopicInfo: call<[json_topic_info: Json<TIMGroupTopicInfo>]>('TIMCommunitySetTopicInfo', {
    params: [anyJson<TIMGroupTopicInfo>({})],
  }),

  /**
   * Fetches topics. Callback: `TopicInfoResult[]`.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids; an empty list means all
   */
  TIMCommunityGetTopicInfoList: call<[group_id: string, json_topic_id_array: Json<string[]>], TopicInfoResult[]>(
    'TIMCommunityGetTopicInfoList',
    { params: [id, anyJson<string[]>([])], empty: list },
  ),

  /**
   * Makes a permission group. Callback: its id.
   * @param json_permission_group_info a `PermissionGroupInfo` with the id of the community
   */
  TIMCommunityCreatePermissionGroupInCommunity: call<[json_permission_group_info: Json<PermissionGroupInfo>], string>(
    'TIMCommunityCreatePermissionGroupInCommunity',
    { params: [anyJson<PermissionGroupInfo>({})] },
  ),

  /**
   * Deletes permission groups. Callback: `PermissionGroupOperationResult[]`.
   * @param group_id id of the community
   * @param json_permission_group_id_array permission group ids
   */
  TIMCommunityDeletePermissionGroupFromCommunity: call<
    [group_id: string, json_permission_group_id_array: Json<string[]>],
    PermissionGroupOperationResult[]
  >('TIMCommunityDeletePermissionGroupFromCommunity', { params: [id, anyJson<string[]>([])], empty: list }),

  /**
   * Changes a permission group.
   * @param json_permission_group_info a `PermissionGroupInfo` with `permission_group_modify_info_flag`
   */
  TIMCommunityModifyPermissionGroupInfoInCommunity: call<[json_permission_group_info: Json<PermissionGroupInfo>]>(
    'TIMCommunityModifyPermissionGroupInfoInCommunity',
    { params: [anyJson<PermissionGroupInfo>({})] },
  ),

  /**
   * Fetches the permission groups that this account is in. Callback: `PermissionGroupInfoResult[]`.
   * @param group_id id of the community
   */
  TIMCommunityGetJoinedPermissionGroupListInCommunity: call<[group_id: string], PermissionGroupInfoResult[]>(
    'TIMCommunityGetJoinedPermissionGroupListInCommunity',
    { params: [id], empty: list },
  ),

  /**
   * Fetches permission groups. Callback: `PermissionGroupInfoResult[]`.
   * @param group_id id of the community
   * @param json_permission_group_id_array permission group ids; null or empty means all
   */
  TIMCommunityGetPermissionGroupListInCommunity: call<
    [group_id: string, json_permission_group_id_array: Json<string[]> | null],
    PermissionGroupInfoResult[]
  >('TIMCommunityGetPermissionGroupListInCommunity', { params: [id, anyJson<string[]>([], optional)], empty: list }),

  /**
   * Puts members into a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_member_id_array UserIDs
   */
  TIMCommunityAddCommunityMembersToPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_member_id_array: Json<string[]>],
    PermissionGroupMemberOperationResult[]
  >('TIMCommunityAddCommunityMembersToPermissionGroup', { params: [id, id, anyJson<string[]>([])], empty: list }),

  /**
   * Takes members out of a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_member_id_array UserIDs
   */
  TIMCommunityRemoveCommunityMembersFromPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_member_id_array: Json<string[]>],
    PermissionGroupMemberOperationResult[]
  >('TIMCommunityRemoveCommunityMembersFromPermissionGroup', { params: [id, id, anyJson<string[]>([])], empty: list }),

  /**
   * Fetches the members of a permission group, page by page. Callback: `PermissionGroupMemberInfoResult`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param next_cursor empty, then what the callback has told
   */
  TIMCommunityGetCommunityMemberListInPermissionGroup: call<
    [group_id: string, permission_group_id: string, next_cursor: string],
    PermissionGroupMemberInfoResult
  >('TIMCommunityGetCommunityMemberListInPermissionGroup', {
    params: [id, id, text],
    empty: () => ({
      permission_group_member_info_result_array: [],
      permission_group_member_info_result_next_cursor: '',
    }),
  }),

  /**
   * Gives a permission group permissions on topics. Callback: `TopicOperationResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
   */
  TIMCommunityAddTopicPermissionToPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_topic_permission_map: Json<TopicPermissionMap[]> | null],
    TopicOperationResult[]
  >('TIMCommunityAddTopicPermissionToPermissionGroup', {
    params: [id, id, anyJson<TopicPermissionMap[]>([], optional)],
    empty: list,
  }),

  /**
   * Takes a permission group all its permissions on topics. Callback: `TopicOperationResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_topic_id_array topic ids
   */
  TIMCommunityDeleteTopicPermissionFromPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_topic_id_array: Json<string[]> | null],
    TopicOperationResult[]
  >('TIMCommunityDeleteTopicPermissionFromPermissionGroup', {
    params: [id, id, anyJson<string[]>([], optional)],
    empty: list,
  }),

  /**
   * Changes permissions on topics. Callback: `TopicOperationResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
   */
  TIMCommunityModifyTopicPermissionInPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_topic_permission_map: Json<TopicPermissionMap[]> | null],
    TopicOperationResult[]
  >('TIMCommunityModifyTopicPermissionInPermissionGroup', {
    params: [id, id, anyJson<TopicPermissionMap[]>([], optional)],
    empty: list,
  }),

  /**
   * Fetches the permissions of a permission group on topics. Callback: `TopicPermissionResult[]`.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_topic_id_array topic ids
   */
  TIMCommunityGetTopicPermissionInPermissionGroup: call<
    [group_id: string, permission_group_id: string, json_topic_id_array: Json<string[]> | null],
    TopicPermissionResult[]
  >('TIMCommunityGetTopicPermissionInPermissionGroup', {
    params: [id, id, anyJson<string[]>([], optional)],
    empty: list,
  }),
};
