import type {
  TIMGroupAttributeChangedCallback,
  TIMGroupCounterChangedCallback,
  TIMGroupTipsEventCallback,
  TIMGroupTopicChangedCallback,
  TIMGroupTopicCreatedCallback,
  TIMGroupTopicDeletedCallback,
} from '../generated/callbacks.js';
import type {
  CreateGroupParam,
  CreateGroupResult,
  GetGroupInfoResult,
  GroupAttributes,
  GroupBaseInfo,
  GroupCounter,
  GroupDetailInfo,
  GroupGetOnlineMemberCountResult,
  GroupModifyInfoParam,
  GroupSearchParam,
  TIMGroupTopicInfo,
  TIMGroupTopicInfoResult,
  TIMGroupTopicOperationResult,
} from '../generated/structs.js';
import { anyJson, array, id, long, nonEmptyArray, object, optional, optionalText, type Json } from '../params.js';
import { createGroup, groupInfo, joinedGroups, modifyGroup } from '../groups.js';
import { answerDone } from '../located.js';
import { call, event } from '../row.js';

const list = (): unknown => [];

/** Groups, their attributes and counters, and topics by their older names. */
export const groupApi = {
  /**
   * Sets the callback for what happens in groups: people come and go, roles and settings change.
   * @param cb gets a `GroupTipsElem`
   */
  TIMSetGroupTipsEventCallback: event<TIMGroupTipsEventCallback>('TIMSetGroupTipsEventCallback'),

  /**
   * Sets the callback for changed attributes of a group.
   * @param cb gets the group id and a JSON array of all its `GroupAttributes`
   */
  TIMSetGroupAttributeChangedCallback: event<TIMGroupAttributeChangedCallback>('TIMSetGroupAttributeChangedCallback'),

  /**
   * Sets the callback for changed counters of a group.
   * @param cb gets the group id, the key, and the new value
   */
  TIMSetGroupCounterChangedCallback: event<TIMGroupCounterChangedCallback>('TIMSetGroupCounterChangedCallback'),

  /**
   * Sets the callback for new topics in a community.
   * @param cb gets the group id and the topic id
   */
  TIMSetGroupTopicCreatedCallback: event<TIMGroupTopicCreatedCallback>('TIMSetGroupTopicCreatedCallback'),

  /**
   * Sets the callback for deleted topics in a community.
   * @param cb gets the group id and a JSON array of topic ids
   */
  TIMSetGroupTopicDeletedCallback: event<TIMGroupTopicDeletedCallback>('TIMSetGroupTopicDeletedCallback'),

  /**
   * Sets the callback for changed topics in a community.
   * @param cb gets the group id and a `TIMGroupTopicInfo`
   */
  TIMSetGroupTopicChangedCallback: event<TIMGroupTopicChangedCallback>('TIMSetGroupTopicChangedCallback'),

  /**
   * Makes a group. Callback: `CreateGroupResult` with its id.
   * @param json_group_create_param a `CreateGroupParam`; `create_group_param_group_name` must be there
   */
  TIMGroupCreate: call<[json_group_create_param: Json<CreateGroupParam>], CreateGroupResult>('TIMGroupCreate', {
    params: [object({ required: { create_group_param_group_name: 'present' } })],
    run: createGroup,
  }),

  /**
   * Dissolves a group, as its owner; a private group cannot be dissolved.
   * @param group_id id of the group
   */
  TIMGroupDelete: call<[group_id: string]>('TIMGroupDelete', {
    params: [id],
    run: ({ groups }, [groupId], reply) => groups.dismiss(groupId, answerDone(reply)),
  }),

  /**
   * Joins a group, or asks to be let in where joining needs approval, which is answered with 0 too: owner and
   * administrators get a message of the system with a `GroupReportElem`, and so does whoever has asked when it is
   * decided. Nobody can join a private group by himself.
   * @param group_id id of the group
   * @param hello_msg a word to those who decide, 1,024 bytes at most; may be null
   */
  TIMGroupJoin: call<[group_id: string, hello_msg: string | null]>('TIMGroupJoin', {
    params: [id, optionalText],
    run: ({ groups }, [groupId, words], reply) => groups.join(groupId, words, answerDone(reply)),
  }),

  /**
   * Leaves a group. The owner cannot leave, except a private group.
   * @param group_id id of the group
   */
  TIMGroupQuit: call<[group_id: string]>('TIMGroupQuit', {
    params: [id],
    run: ({ groups }, [groupId], reply) => groups.quit(groupId, answerDone(reply)),
  }),

  /** Fetches the groups that this account is in. Callback: `GroupBaseInfo[]`. */
  TIMGroupGetJoinedGroupList: call<[], GroupBaseInfo[]>('TIMGroupGetJoinedGroupList', {
    params: [],
    local: true,
    run: (client, _values, reply) => joinedGroups(client, reply),
  }),

  /**
   * Fetches what is known about groups. Callback: `GetGroupInfoResult[]`.
   * @param json_group_getinfo_param group ids
   */
  TIMGroupGetGroupInfoList: call<[json_group_getinfo_param: Json<string[]>], GetGroupInfoResult[]>(
    'TIMGroupGetGroupInfoList',
    { params: [nonEmptyArray()], local: true, run: groupInfo },
  ),

  /**
   * Searches the groups of this account. Callback: `GroupDetailInfo[]`.
   * @param json_group_search_groups_param a `GroupSearchParam` with up to five keywords
   */
  TIMGroupSearchGroups: call<[json_group_search_groups_param: Json<GroupSearchParam>], GroupDetailInfo[]>(
    'TIMGroupSearchGroups',
    { params: [object()], local: true, empty: list },
  ),

  /**
   * Changes a group: name, notice, owner and so on.
   * @param json_group_modifyinfo_param a `GroupModifyInfoParam`; `group_modify_info_param_group_id` and
   * `group_modify_info_param_modify_flag` (`TIMGroupModifyInfoFlag`, added up) must be there
   */
  TIMGroupModifyGroupInfo: call<[json_group_modifyinfo_param: Json<GroupModifyInfoParam>]>('TIMGroupModifyGroupInfo', {
    params: [
      object({
        required: {
          group_modify_info_param_group_id: 'present',
          group_modify_info_param_modify_flag: 'present',
        },
      }),
    ],
    run: modifyGroup,
  }),

  /**
   * Replaces all attributes of a group. Errors: 8511 too often.
   * @param group_id id of the group
   * @param json_group_attributes `GroupAttributes[]`: up to 16, key up to 32 bytes, value up to 4 KB, 16 KB in all
   */
  TIMGroupInitGroupAttributes: call<[group_id: string, json_group_attributes: Json<GroupAttributes[]>]>(
    'TIMGroupInitGroupAttributes',
    { params: [id, anyJson<GroupAttributes[]>([])] },
  ),

  /**
   * Adds attributes to a group, or changes them.
   * @param group_id id of the group
   * @param json_group_attributes `GroupAttributes[]`
   */
  TIMGroupSetGroupAttributes: call<[group_id: string, json_group_attributes: Json<GroupAttributes[]>]>(
    'TIMGroupSetGroupAttributes',
    { params: [id, anyJson<GroupAttributes[]>([])] },
  ),

  /**
   * Removes attributes of a group.
   * @param group_id id of the group
   * @param json_keys keys
   */
  TIMGroupDeleteGroupAttributes: call<[group_id: string, json_keys: Json<string[]>]>('TIMGroupDeleteGroupAttributes', {
    params: [id, anyJson<string[]>([])],
  }),

  /**
   * Fetches attributes of a group. Callback: `GroupAttributes[]`.
   * @param group_id id of the group
   * @param json_keys keys; null or empty means all
   */
  TIMGroupGetGroupAttributes: call<[group_id: string, json_keys: Json<string[]> | null], GroupAttributes[]>(
    'TIMGroupGetGroupAttributes',
    { params: [id, anyJson<string[]>([], optional)], empty: list },
  ),

  /**
   * Counts the members of a group that are online. Callback: `GroupGetOnlineMemberCountResult`.
   * @param group_id id of the group
   */
  TIMGroupGetOnlineMemberCount: call<[group_id: string], GroupGetOnlineMemberCountResult>(
    'TIMGroupGetOnlineMemberCount',
    { params: [id], empty: () => ({ group_get_online_member_count_result: 0 }) },
  ),

  /**
   * Sets counters of a group. Callback: `GroupCounter[]`, those that were set.
   * @param group_id id of the group
   * @param json_group_counter_array `GroupCounter[]`
   */
  TIMGroupSetGroupCounters: call<[group_id: string, json_group_counter_array: Json<GroupCounter[]>], GroupCounter[]>(
    'TIMGroupSetGroupCounters',
    { params: [id, array()], empty: list },
  ),

  /**
   * Fetches counters of a group. Callback: `GroupCounter[]`.
   * @param group_id id of the group
   * @param json_group_counter_key_array keys; an empty list means all
   */
  TIMGroupGetGroupCounters: call<[group_id: string, json_group_counter_key_array: Json<string[]>], GroupCounter[]>(
    'TIMGroupGetGroupCounters',
    { params: [id, anyJson<string[]>([])], empty: list },
  ),

  /**
   * Adds to a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  TIMGroupIncreaseGroupCounter: call<
    [group_id: string, group_counter_key: string, group_counter_value: number | bigint],
    GroupCounter[]
  >('TIMGroupIncreaseGroupCounter', { params: [id, id, long], empty: list }),

  /**
   * Takes from a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  TIMGroupDecreaseGroupCounter: call<
    [group_id: string, group_counter_key: string, group_counter_value: number | bigint],
    GroupCounter[]
  >('TIMGroupDecreaseGroupCounter', { params: [id, id, long], empty: list }),

  /** Fetches the communities with topics that this account is in. Callback: `GroupBaseInfo[]`. */
  TIMGroupGetJoinedCommunityList: call<[], GroupBaseInfo[]>('TIMGroupGetJoinedCommunityList', {
    params: [],
    local: true,
    empty: list,
  }),

  /**
   * Makes a topic in a community. Callback: its id.
   * @param group_id id of the community
   * @param json_topic_info a `TIMGroupTopicInfo`
   */
  TIMGroupCreateTopicInCommunity: call<[group_id: string, json_topic_info: Json<TIMGroupTopicInfo>], string>(
    'TIMGroupCreateTopicInCommunity',
    { params: [id, anyJson<TIMGroupTopicInfo>({})] },
  ),

  /**
   * Deletes topics of a community. Callback: `TIMGroupTopicOperationResult[]`.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids
   */
  TIMGroupDeleteTopicFromCommunity: call<
    [group_id: string, json_topic_id_array: Json<string[]>],
    TIMGroupTopicOperationResult[]
  >('TIMGroupDeleteTopicFromCommunity', { params: [id, anyJson<string[]>([])], empty: list }),

  /**
   * Changes a topic.
   * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  TIMGroupSetTopicInfo: call<[json_topic_info: Json<TIMGroupTopicInfo>]>('TIMGroupSetTopicInfo', {
    params: [anyJson<TIMGroupTopicInfo>({})],
  }),

  /**
   * Fetches topics of a community. Callback: `TIMGroupTopicInfoResult[]`.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids; an empty list means all
   */
  TIMGroupGetTopicInfoList: call<[group_id: string, json_topic_id_array: Json<string[]>], TIMGroupTopicInfoResult[]>(
    'TIMGroupGetTopicInfoList',
    { params: [id, anyJson<string[]>([])], empty: list },
  ),
};
