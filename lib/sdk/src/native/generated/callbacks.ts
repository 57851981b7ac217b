// Made by `npm run generate`. Do not edit.
import type { Kick } from '../../session/session.js';
import type { TIMConvEvent, TIMLogLevel, TIMNetworkStatus } from './enums.js';

export type TIMCommCallback = (code: number, desc: string, json_params: string, user_data: unknown) => void;
export type TIMNetworkStatusListenerCallback = (
  status: TIMNetworkStatus,
  code: number,
  desc: string,
  user_data: unknown,
) => void;
export type TIMKickedOfflineCallback = (user_data: unknown, kick: Kick) => void;
export type TIMUserSigExpiredCallback = (user_data: unknown) => void;
export type TIMSelfInfoUpdatedCallback = (json_user_profile: string, user_data: unknown) => void;
export type TIMUserStatusChangedCallback = (json_user_status_array: string, user_data: unknown) => void;
export type TIMUserInfoChangedCallback = (json_user_info_array: string, user_data: unknown) => void;
export type TIMLogCallback = (level: TIMLogLevel, log: string, user_data: unknown) => void;
export type TIMRecvNewMsgCallback = (json_msg_array: string, user_data: unknown) => void;
export type TIMMsgElemUploadProgressCallback = (
  json_msg: string,
  index: number,
  cur_size: number,
  total_size: number,
  user_data: unknown,
) => void;
export type TIMMsgGroupMessageReadMemberListCallback = (
  json_group_member_array: string,
  next_seq: number | bigint,
  is_finished: boolean,
  user_data: unknown,
) => void;
export type TIMMsgReadedReceiptCallback = (json_msg_read_receipt_array: string, user_data: unknown) => void;
export type TIMMsgRevokeCallback = (json_msg_revoke_info_array: string, user_data: unknown) => void;
export type TIMMsgUpdateCallback = (json_msg_array: string, user_data: unknown) => void;
export type TIMMsgExtensionsChangedCallback = (
  message_id: string,
  message_extension_array: string,
  user_data: unknown,
) => void;
export type TIMMsgExtensionsDeletedCallback = (
  message_id: string,
  message_extension_key_array: string,
  user_data: unknown,
) => void;
export type TIMMsgReactionsChangedCallback = (message_reaction_change_info_array: string, user_data: unknown) => void;
export type TIMMsgAllMessageReceiveOptionCallback = (
  json_receive_message_option_info: string,
  user_data: unknown,
) => void;
export type TIMMsgGroupPinnedMessageChangedCallback = (
  group_id: string,
  json_msg: string,
  is_pinned: boolean,
  op_user: string,
  user_data: unknown,
) => void;
export type TIMConvEventCallback = (conv_event: TIMConvEvent, json_conv_array: string, user_data: unknown) => void;
export type TIMConvTotalUnreadMessageCountChangedCallback = (total_unread_count: number, user_data: unknown) => void;
export type TIMConvTotalUnreadMessageCountChangedByFilterCallback = (
  filter: string,
  total_unread_count: number,
  user_data: unknown,
) => void;
export type TIMConvConversationGroupCreatedCallback = (
  group_name: string,
  conversation_array: string,
  user_data: unknown,
) => void;
export type TIMConvConversationGroupDeletedCallback = (group_name: string, user_data: unknown) => void;
export type TIMConvConversationGroupNameChangedCallback = (
  old_name: string,
  new_name: string,
  user_data: unknown,
) => void;
export type TIMConvConversationsAddedToGroupCallback = (
  group_name: string,
  conversation_array: string,
  user_data: unknown,
) => void;
export type TIMConvConversationsDeletedFromGroupCallback = (
  group_name: string,
  conversation_array: string,
  reason: number,
  user_data: unknown,
) => void;
export type TIMGroupTipsEventCallback = (json_group_tip: string, user_data: unknown) => void;
export type TIMGroupAttributeChangedCallback = (
  group_id: string,
  json_group_attribute_array: string,
  user_data: unknown,
) => void;
export type TIMGroupCounterChangedCallback = (
  group_id: string,
  group_counter_key: string,
  group_counter_new_value: number,
  user_data: unknown,
) => void;
export type TIMGroupTopicCreatedCallback = (group_id: string, topic_id: string, user_data: unknown) => void;
export type TIMGroupTopicDeletedCallback = (group_id: string, topic_id_array: string, user_data: unknown) => void;
export type TIMGroupTopicChangedCallback = (group_id: string, topic_info: string, user_data: unknown) => void;
export type TIMCommunityCreateTopicCallback = (group_id: string, topic_id: string, user_data: unknown) => void;
export type TIMCommunityDeleteTopicCallback = (group_id: string, topic_id_array: string, user_data: unknown) => void;
export type TIMCommunityChangeTopicInfoCallback = (group_id: string, topic_info: string, user_data: unknown) => void;
export type TIMCommunityReceiveTopicRESTCustomDataCallback = (
  topic_id: string,
  custom_data: string,
  user_data: unknown,
) => void;
export type TIMCommunityCreatePermissionGroupCallback = (
  group_id: string,
  permission_group_info: string,
  user_data: unknown,
) => void;
export type TIMCommunityDeletePermissionGroupCallback = (
  group_id: string,
  permission_group_id_array: string,
  user_data: unknown,
) => void;
export type TIMCommunityChangePermissionGroupInfoCallback = (
  group_id: string,
  permission_group_info: string,
  user_data: unknown,
) => void;
export type TIMCommunityAddMembersToPermissionGroupCallback = (
  group_id: string,
  json_result: string,
  user_data: unknown,
) => void;
export type TIMCommunityRemoveMembersFromPermissionGroupCallback = (
  group_id: string,
  json_result: string,
  user_data: unknown,
) => void;
export type TIMCommunityAddTopicPermissionCallback = (
  group_id: string,
  json_result: string,
  user_data: unknown,
) => void;
export type TIMCommunityDeleteTopicPermissionCallback = (
  group_id: string,
  json_result: string,
  user_data: unknown,
) => void;
export type TIMCommunityModifyTopicPermissionCallback = (
  group_id: string,
  json_result: string,
  user_data: unknown,
) => void;
export type TIMOnAddFriendCallback = (json_identifier_array: string, user_data: unknown) => void;
export type TIMOnDeleteFriendCallback = (json_identifier_array: string, user_data: unknown) => void;
export type TIMUpdateFriendProfileCallback = (json_friend_profile_update_array: string, user_data: unknown) => void;
export type TIMFriendAddRequestCallback = (json_friend_add_request_pendency_array: string, user_data: unknown) => void;
export type TIMFriendApplicationListDeletedCallback = (json_identifier_array: string, user_data: unknown) => void;
export type TIMFriendApplicationListReadCallback = (user_data: unknown) => void;
export type TIMFriendBlackListAddedCallback = (json_friend_black_added_array: string, user_data: unknown) => void;
export type TIMFriendBlackListDeletedCallback = (json_identifier_array: string, user_data: unknown) => void;
export type TIMFriendGroupCreatedCallback = (
  group_name: string,
  json_friend_info_array: string,
  user_data: unknown,
) => void;
export type TIMFriendGroupDeletedCallback = (json_group_name_array: string, user_data: unknown) => void;
export type TIMFriendGroupNameChangedCallback = (
  old_group_name: string,
  new_group_name: string,
  user_data: unknown,
) => void;
export type TIMFriendsAddedToGroupCallback = (
  group_name: string,
  json_friend_info_array: string,
  user_data: unknown,
) => void;
export type TIMFriendsDeletedFromGroupCallback = (
  group_name: string,
  json_friend_id_array: string,
  user_data: unknown,
) => void;
export type TIMOfficialAccountSubscribedCallback = (json_official_account_info: string, user_data: unknown) => void;
export type TIMOfficialAccountUnsubscribedCallback = (official_account_id: string, user_data: unknown) => void;
export type TIMOfficialAccountDeletedCallback = (official_account_id: string, user_data: unknown) => void;
export type TIMOfficialAccountInfoChangedCallback = (json_official_account_info: string, user_data: unknown) => void;
export type TIMMyFollowingListChangedCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: unknown,
) => void;
export type TIMMyFollowersListChangedCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: unknown,
) => void;
export type TIMMutualFollowersListChangedCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: unknown,
) => void;
export type TIMSignalingReceiveNewInvitationCallback = (
  invite_id: string,
  inviter: string,
  group_id: string,
  json_invitee_list: string,
  data: string,
  user_data: unknown,
) => void;
export type TIMSignalingInvitationCancelledCallback = (
  invite_id: string,
  inviter: string,
  data: string,
  user_data: unknown,
) => void;
export type TIMSignalingInviteeAcceptedCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: unknown,
) => void;
export type TIMSignalingInviteeRejectedCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: unknown,
) => void;
export type TIMSignalingInvitationTimeoutCallback = (
  invite_id: string,
  json_invitee_list: string,
  user_data: unknown,
) => void;
export type TIMSignalingInvitationModifiedCallback = (invite_id: string, data: string, user_data: unknown) => void;
export type TIMExperimentalNotifyCallback = (key: string, data: string, user_data: unknown) => void;
