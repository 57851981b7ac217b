// Made by `npm run generate`. Do not edit.
import type { TIMGenderType, TIMKeywordListMatchType } from '../../../native/generated/enums.js';
import type {
  CreateFriendGroupParam,
  Draft,
  GetConversationListParam,
  GroupBaseInfo,
  GroupDetailInfo,
  GroupSearchGroupMembersResult,
  RequestParam,
  TIMConversationListFilter,
  TIMConversationListResult,
  TIMConversationOperationResult,
  TIMGroupTopicInfo,
  TIMGroupTopicInfoResult,
  TIMGroupTopicOperationResult,
  TIMReceiveMessageOptInfo,
  TIMUserStatus,
  TopicPermissionMap,
  UserProfile,
} from '../../../native/generated/structs.js';

/** {@link GetConversationListParam} by its Unity name. */
export type ConvParam = GetConversationListParam;

/** {@link Draft} by its Unity name. */
export type DraftParam = Draft;

/** {@link CreateFriendGroupParam} by its Unity name. */
export type CreateFriendGroupInfo = CreateFriendGroupParam;

/** {@link RequestParam} by its Unity name. */
export type ExperimentalAPIRequestParam = RequestParam;

/** {@link TIMReceiveMessageOptInfo} by its Unity name. */
export type ReceiveMessageOptInfo = TIMReceiveMessageOptInfo;

/** {@link TIMGroupTopicInfoResult} by its Unity name. */
export type GroupTopicInfoResult = TIMGroupTopicInfoResult;

/** {@link TIMGroupTopicInfo} by its Unity name. */
export type GroupTopicInfo = TIMGroupTopicInfo;

/** {@link TIMUserStatus} by its Unity name. */
export type UserStatus = TIMUserStatus;

/** {@link TIMGroupTopicOperationResult} by its Unity name. */
export type GroupTopicOperationResult = TIMGroupTopicOperationResult;

/** {@link TopicPermissionMap} by its Unity name. */
export type TopicPermission = TopicPermissionMap;

/** {@link TIMConversationOperationResult} by its Unity name. */
export type ConversationOperationResult = TIMConversationOperationResult;

/** {@link TIMConversationListFilter} by its Unity name. */
export type ConversationListFilter = TIMConversationListFilter;

/** {@link TIMConversationListResult} by its Unity name. */
export type ConversationListResult = TIMConversationListResult;

/** {@link GroupBaseInfo} by its Unity name. */
export type GroupInfo = GroupBaseInfo & GroupDetailInfo;

/** JSON of the native SDK since 8.6. */
export interface GroupSearchResult {
  group_search_result_is_finished?: boolean;
  group_search_result_total_count?: number;
  group_search_result_next_cursor?: string;
  group_search_result_group_list?: GroupDetailInfo[];
}

/** JSON of the native SDK since 8.6. */
export interface GroupMemberSearchResult {
  group_member_search_result_is_finished?: boolean;
  group_member_search_result_total_count?: number;
  group_member_search_result_next_cursor?: string;
  group_member_search_result_member_list?: GroupSearchGroupMembersResult[];
}

/** JSON of the native SDK since 8.6. */
export interface UserSearchParam {
  user_search_param_keyword_list?: string[];
  user_search_param_keyword_list_match_type?: TIMKeywordListMatchType;
  user_search_param_gender?: TIMGenderType;
  user_search_param_min_birthday?: number;
  user_search_param_max_birthday?: number;
  user_search_param_search_count?: number;
  user_search_param_search_cursor?: string;
}

/** JSON of the native SDK since 8.6. */
export interface UserSearchResult {
  user_search_result_is_finished?: boolean;
  user_search_result_total_count?: number;
  user_search_result_next_cursor?: string;
  user_search_result_user_list?: UserProfile[];
}
