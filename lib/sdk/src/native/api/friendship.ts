import type {
  TIMFriendAddRequestCallback,
  TIMFriendApplicationListDeletedCallback,
  TIMFriendApplicationListReadCallback,
  TIMFriendBlackListAddedCallback,
  TIMFriendBlackListDeletedCallback,
  TIMFriendGroupCreatedCallback,
  TIMFriendGroupDeletedCallback,
  TIMFriendGroupNameChangedCallback,
  TIMFriendsAddedToGroupCallback,
  TIMFriendsDeletedFromGroupCallback,
  TIMOnAddFriendCallback,
  TIMOnDeleteFriendCallback,
  TIMUpdateFriendProfileCallback,
} from '../generated/callbacks.js';
import { TIMResult } from '../generated/enums.js';
import type {
  CreateFriendGroupParam,
  FriendGroupInfo,
  FriendInfoGetResult,
  FriendProfile,
  FriendResponse,
  FriendResult,
  FriendSearchParam,
  FriendshipAddFriendParam,
  FriendshipCheckFriendTypeParam,
  FriendshipCheckFriendTypeResult,
  FriendshipDeleteFriendParam,
  FriendshipDeletePendencyParam,
  FriendshipGetPendencyListParam,
  FriendshipModifyFriendGroupParam,
  FriendshipModifyFriendProfileParam,
  PendencyPage,
} from '../generated/structs.js';
import { anyJson, array, long, object, type Json } from '../params.js';
import { call, event } from '../row.js';

const badParam = { onBad: TIMResult.TIM_ERR_PARAM };

/** Friends, requests to become one, groups of friends, and the black list. */
export const friendshipApi = {
  /**
   * Sets the callback for new friends, also when another instance of this account has added them.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetOnAddFriendCallback: event<TIMOnAddFriendCallback>('TIMSetOnAddFriendCallback'),

  /**
   * Sets the callback for friends that were removed.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetOnDeleteFriendCallback: event<TIMOnDeleteFriendCallback>('TIMSetOnDeleteFriendCallback'),

  /**
   * Sets the callback for changed friends: remark, groups, profile.
   * @param cb gets a JSON array of `FriendProfileUpdate`
   */
  TIMSetUpdateFriendProfileCallback: event<TIMUpdateFriendProfileCallback>('TIMSetUpdateFriendProfileCallback'),

  /**
   * Sets the callback for requests of others to become a friend.
   * @param cb gets a JSON array of `FriendAddPendency`
   */
  TIMSetFriendAddRequestCallback: event<TIMFriendAddRequestCallback>('TIMSetFriendAddRequestCallback'),

  /**
   * Sets the callback for requests that are gone: accepted, refused or deleted.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetFriendApplicationListDeletedCallback: event<TIMFriendApplicationListDeletedCallback>(
    'TIMSetFriendApplicationListDeletedCallback',
  ),

  /** Sets the callback for requests that were marked as read, here or elsewhere. */
  TIMSetFriendApplicationListReadCallback: event<TIMFriendApplicationListReadCallback>(
    'TIMSetFriendApplicationListReadCallback',
  ),

  /**
   * Sets the callback for users that came to the black list.
   * @param cb gets a JSON array of `FriendProfile`
   */
  TIMSetFriendBlackListAddedCallback: event<TIMFriendBlackListAddedCallback>('TIMSetFriendBlackListAddedCallback'),

  /**
   * Sets the callback for users that were taken off the black list.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetFriendBlackListDeletedCallback: event<TIMFriendBlackListDeletedCallback>(
    'TIMSetFriendBlackListDeletedCallback',
  ),

  /**
   * Sets the callback for new groups of friends.
   * @param cb gets the name and a JSON array of `FriendProfile`
   */
  TIMSetFriendGroupCreatedCallback: event<TIMFriendGroupCreatedCallback>('TIMSetFriendGroupCreatedCallback'),

  /**
   * Sets the callback for deleted groups of friends.
   * @param cb gets a JSON array of names
   */
  TIMSetFriendGroupDeletedCallback: event<TIMFriendGroupDeletedCallback>('TIMSetFriendGroupDeletedCallback'),

  /**
   * Sets the callback for renamed groups of friends.
   * @param cb gets the old and the new name
   */
  TIMSetFriendGroupNameChangedCallback: event<TIMFriendGroupNameChangedCallback>(
    'TIMSetFriendGroupNameChangedCallback',
  ),

  /**
   * Sets the callback for friends that were put into a group.
   * @param cb gets the name of the group and a JSON array of `FriendProfile`
   */
  TIMSetFriendsAddedToGroupCallback: event<TIMFriendsAddedToGroupCallback>('TIMSetFriendsAddedToGroupCallback'),

  /**
   * Sets the callback for friends that were taken out of a group.
   * @param cb gets the name of the group and a JSON array of UserIDs
   */
  TIMSetFriendsDeletedFromGroupCallback: event<TIMFriendsDeletedFromGroupCallback>(
    'TIMSetFriendsDeletedFromGroupCallback',
  ),

  /** Fetches all friends. Callback: `FriendProfile[]`. */
  TIMFriendshipGetFriendProfileList: call<[], FriendProfile[]>('TIMFriendshipGetFriendProfileList', {
    params: [],
    local: true,
  }),

  /**
   * Fetches what is known about some users as friends. Callback: `FriendInfoGetResult[]`.
   * @param friend_id_list UserIDs
   */
  TIMFriendshipGetFriendsInfo: call<[friend_id_list: Json<string[]>], FriendInfoGetResult[]>(
    'TIMFriendshipGetFriendsInfo',
    { params: [anyJson<string[]>([])], local: true },
  ),

  /**
   * Changes what this account keeps about a friend: remark, groups, custom fields.
   * @param json_modify_friend_info_param a `FriendshipModifyFriendProfileParam`: UserID and `FriendProfileItem`
   */
  TIMFriendshipModifyFriendProfile: call<[json_modify_friend_info_param: Json<FriendshipModifyFriendProfileParam>]>(
    'TIMFriendshipModifyFriendProfile',
    {
      params: [
        object({
          ...badParam,
          required: {
            friendship_modify_friend_profile_param_identifier: 'present',
            friendship_modify_friend_profile_param_item: 'present',
          },
        }),
      ],
    },
  ),

  /**
   * Searches the friends. Callback: `FriendProfile[]`.
   * @param json_search_friends_param a `FriendSearchParam`: keywords, and where to look for them
   */
  TIMFriendshipSearchFriends: call<[json_search_friends_param: Json<FriendSearchParam>], FriendProfile[]>(
    'TIMFriendshipSearchFriends',
    { params: [anyJson<FriendSearchParam>({})], local: true },
  ),

  /**
   * Adds a friend, or asks where the other one wants to be asked. Callback: `FriendResult`.
   * @param json_add_friend_param a `FriendshipAddFriendParam`
   */
  TIMFriendshipAddFriend: call<[json_add_friend_param: Json<FriendshipAddFriendParam>], FriendResult>(
    'TIMFriendshipAddFriend',
    { params: [anyJson<FriendshipAddFriendParam>({})] },
  ),

  /**
   * Removes friends, on one side or on both. Callback: `FriendResult[]`.
   * @param json_delete_friend_param a `FriendshipDeleteFriendParam`
   */
  TIMFriendshipDeleteFriend: call<[json_delete_friend_param: Json<FriendshipDeleteFriendParam>], FriendResult[]>(
    'TIMFriendshipDeleteFriend',
    { params: [anyJson<FriendshipDeleteFriendParam>({})] },
  ),

  /**
   * Tells who is whose friend. Callback: `FriendshipCheckFriendTypeResult[]`.
   * @param json_check_friend_list_param a `FriendshipCheckFriendTypeParam`
   */
  TIMFriendshipCheckFriendType: call<
    [json_check_friend_list_param: Json<FriendshipCheckFriendTypeParam>],
    FriendshipCheckFriendTypeResult[]
  >('TIMFriendshipCheckFriendType', { params: [anyJson<FriendshipCheckFriendTypeParam>({})] }),

  /**
   * Fetches requests to become friends that nobody has answered. Callback: `PendencyPage`.
   * @param json_get_pendency_list_param a `FriendshipGetPendencyListParam`
   */
  TIMFriendshipGetPendencyList: call<
    [json_get_pendency_list_param: Json<FriendshipGetPendencyListParam>],
    PendencyPage
  >('TIMFriendshipGetPendencyList', { params: [anyJson<FriendshipGetPendencyListParam>({})] }),

  /**
   * Accepts or refuses a request. Callback: `FriendResult`.
   * @param json_handle_friend_add_param a `FriendResponse`; UserID and action must be there
   */
  TIMFriendshipHandleFriendAddRequest: call<[json_handle_friend_add_param: Json<FriendResponse>], FriendResult>(
    'TIMFriendshipHandleFriendAddRequest',
    {
      params: [
        object({
          ...badParam,
          required: { friend_response_identifier: 'present', friend_response_action: 'present' },
        }),
      ],
    },
  ),

  /**
   * Marks requests as read.
   * @param time_stamp up to this time, unix seconds; 0 means now
   */
  TIMFriendshipReportPendencyReaded: call<[time_stamp: number | bigint]>('TIMFriendshipReportPendencyReaded', {
    params: [long],
  }),

  /**
   * Deletes requests. Callback: `FriendResult[]`.
   * @param json_delete_pendency_param a `FriendshipDeletePendencyParam`
   */
  TIMFriendshipDeletePendency: call<[json_delete_pendency_param: Json<FriendshipDeletePendencyParam>], FriendResult[]>(
    'TIMFriendshipDeletePendency',
    { params: [anyJson<FriendshipDeletePendencyParam>({})] },
  ),

  /** Fetches the black list. Callback: `FriendProfile[]`. */
  TIMFriendshipGetBlackList: call<[], FriendProfile[]>('TIMFriendshipGetBlackList', { params: [] }),

  /**
   * Puts users on the black list. Callback: `FriendResult[]`.
   * @param json_add_to_blacklist_param UserIDs
   */
  TIMFriendshipAddToBlackList: call<[json_add_to_blacklist_param: Json<string[]>], FriendResult[]>(
    'TIMFriendshipAddToBlackList',
    { params: [array(badParam)] },
  ),

  /**
   * Takes users off the black list. Callback: `FriendResult[]`.
   * @param json_delete_from_blacklist_param UserIDs
   */
  TIMFriendshipDeleteFromBlackList: call<[json_delete_from_blacklist_param: Json<string[]>], FriendResult[]>(
    'TIMFriendshipDeleteFromBlackList',
    { params: [array(badParam)] },
  ),

  /**
   * Makes groups of friends. Callback: `FriendResult[]`.
   * @param json_create_friend_group_param a `CreateFriendGroupParam`: names, and the friends to put into them
   */
  TIMFriendshipCreateFriendGroup: call<[json_create_friend_group_param: Json<CreateFriendGroupParam>], FriendResult[]>(
    'TIMFriendshipCreateFriendGroup',
    { params: [object({ ...badParam, required: { friendship_create_friend_group_param_name_array: 'items' } })] },
  ),

  /**
   * Fetches groups of friends. Callback: `FriendGroupInfo[]`.
   * @param json_get_friend_group_list_param names; an empty list means all
   */
  TIMFriendshipGetFriendGroupList: call<[json_get_friend_group_list_param: Json<string[]>], FriendGroupInfo[]>(
    'TIMFriendshipGetFriendGroupList',
    { params: [array(badParam)] },
  ),

  /**
   * Deletes groups of friends; the friends stay.
   * @param json_delete_friend_group_param names
   */
  TIMFriendshipDeleteFriendGroup: call<[json_delete_friend_group_param: Json<string[]>]>(
    'TIMFriendshipDeleteFriendGroup',
    { params: [array(badParam)] },
  ),

  /**
   * Renames a group of friends, or changes who is in it. Callback: `FriendResult[]`.
   * @param json_modify_friend_group_param a `FriendshipModifyFriendGroupParam`
   */
  TIMFriendshipModifyFriendGroup: call<
    [json_modify_friend_group_param: Json<FriendshipModifyFriendGroupParam>],
    FriendResult[]
  >('TIMFriendshipModifyFriendGroup', { params: [anyJson<FriendshipModifyFriendGroupParam>({})] }),
};
