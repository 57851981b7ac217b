import type {
  TIMMutualFollowersListChangedCallback,
  TIMMyFollowersListChangedCallback,
  TIMMyFollowingListChangedCallback,
  TIMOfficialAccountDeletedCallback,
  TIMOfficialAccountInfoChangedCallback,
  TIMOfficialAccountSubscribedCallback,
  TIMOfficialAccountUnsubscribedCallback,
} from '../generated/callbacks.js';
import { TIMResult } from '../generated/enums.js';
import type {
  FollowInfo,
  FollowListResult,
  FollowOperationResult,
  FollowTypeCheckResult,
  GetOfficialAccountInfoResult,
} from '../generated/structs.js';
import { anyJson, array, id, optional, optionalText, type Json } from '../params.js';
import { call, event } from '../row.js';

const list = (): unknown => [];
const nobody = (): FollowListResult => ({ follow_list_result_next_cursor: '', follow_list_result_user_info_list: [] });

/** Official accounts and following: relations without asking. */
export const followApi = {
  /**
   * Sets the callback for official accounts that this account has subscribed to.
   * @param cb gets an `OfficialAccountInfo`
   */
  TIMSetOfficialAccountSubscribedCallback: event<TIMOfficialAccountSubscribedCallback>(
    'TIMSetOfficialAccountSubscribedCallback',
  ),

  /**
   * Sets the callback for subscriptions that this account has ended.
   * @param cb gets the id of the official account
   */
  TIMSetOfficialAccountUnsubscribedCallback: event<TIMOfficialAccountUnsubscribedCallback>(
    'TIMSetOfficialAccountUnsubscribedCallback',
  ),

  /**
   * Sets the callback for subscribed official accounts that were deleted.
   * @param cb gets the id of the official account
   */
  TIMSetOfficialAccountDeletedCallback: event<TIMOfficialAccountDeletedCallback>(
    'TIMSetOfficialAccountDeletedCallback',
  ),

  /**
   * Sets the callback for subscribed official accounts that have changed.
   * @param cb gets an `OfficialAccountInfo`
   */
  TIMSetOfficialAccountInfoChangedCallback: event<TIMOfficialAccountInfoChangedCallback>(
    'TIMSetOfficialAccountInfoChangedCallback',
  ),

  /**
   * Sets the callback for users that this account follows, or follows no more.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMyFollowingListChangedCallback: event<TIMMyFollowingListChangedCallback>(
    'TIMSetMyFollowingListChangedCallback',
  ),

  /**
   * Sets the callback for users that follow this account, or follow it no more.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMyFollowersListChangedCallback: event<TIMMyFollowersListChangedCallback>(
    'TIMSetMyFollowersListChangedCallback',
  ),

  /**
   * Sets the callback for users that follow this account and are followed by it, or are no more.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMutualFollowersListChangedCallback: event<TIMMutualFollowersListChangedCallback>(
    'TIMSetMutualFollowersListChangedCallback',
  ),

  /**
   * Subscribes to an official account.
   * @param official_account_id its id
   */
  TIMSubscribeOfficialAccount: call<[official_account_id: string]>('TIMSubscribeOfficialAccount', { params: [id] }),

  /**
   * Ends the subscription to an official account.
   * @param unsubscribe_official_account_id its id
   */
  TIMUnsubscribeOfficialAccount: call<[unsubscribe_official_account_id: string]>('TIMUnsubscribeOfficialAccount', {
    params: [id],
  }),

  /**
   * Fetches official accounts. Callback: `GetOfficialAccountInfoResult[]`.
   * @param json_official_account_id_list ids; null or empty means all that this account has subscribed to
   */
  TIMGetOfficialAccountsInfo: call<
    [json_official_account_id_list: Json<string[]> | null],
    GetOfficialAccountInfoResult[]
  >('TIMGetOfficialAccountsInfo', { params: [array({ ...optional, onBad: TIMResult.TIM_ERR_PARAM })] }),

  /**
   * Follows users. Callback: `FollowOperationResult[]`.
   * @param json_user_id_list UserIDs, at most 20
   */
  TIMFollowUser: call<[json_user_id_list: Json<string[]>], FollowOperationResult[]>('TIMFollowUser', {
    params: [anyJson<string[]>([])],
    empty: list,
  }),

  /**
   * Stops following users. Callback: `FollowOperationResult[]`.
   * @param json_user_id_list UserIDs, at most 20
   */
  TIMUnfollowUser: call<[json_user_id_list: Json<string[]>], FollowOperationResult[]>('TIMUnfollowUser', {
    params: [anyJson<string[]>([])],
    empty: list,
  }),

  /**
   * Fetches whom this account follows, page by page. Callback: `FollowListResult`.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMyFollowingList: call<[next_cursor: string | null], FollowListResult>('TIMGetMyFollowingList', {
    params: [optionalText],
    empty: nobody,
  }),

  /**
   * Fetches who follows this account, page by page. Callback: `FollowListResult`.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMyFollowersList: call<[next_cursor: string | null], FollowListResult>('TIMGetMyFollowersList', {
    params: [optionalText],
    empty: nobody,
  }),

  /**
   * Fetches who follows this account and is followed by it, page by page. Callback: `FollowListResult`.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMutualFollowersList: call<[next_cursor: string | null], FollowListResult>('TIMGetMutualFollowersList', {
    params: [optionalText],
    empty: nobody,
  }),

  /**
   * Counts followers of users and whom they follow. Callback: `FollowInfo[]`.
   * @param json_user_id_list UserIDs
   */
  TIMGetUserFollowInfo: call<[json_user_id_list: Json<string[]>], FollowInfo[]>('TIMGetUserFollowInfo', {
    params: [anyJson<string[]>([])],
    empty: list,
  }),

  /**
   * Tells who follows whom, between this account and others. Callback: `FollowTypeCheckResult[]`.
   * @param json_user_id_list UserIDs
   */
  TIMCheckFollowType: call<[json_user_id_list: Json<string[]>], FollowTypeCheckResult[]>('TIMCheckFollowType', {
    params: [anyJson<string[]>([])],
    empty: list,
  }),
};
