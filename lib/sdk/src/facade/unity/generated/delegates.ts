// Made by `npm run generate`. Do not edit.
import type { Kick } from '../../../session/session.js';
import type { TIMConvEvent, TIMLogLevel, TIMNetworkStatus } from '../../../native/generated/enums.js';
import type {
  ConvInfo,
  FriendAddPendency,
  FriendProfile,
  FriendProfileUpdate,
  GroupAttributes,
  GroupMemberInfo,
  GroupTipsElem,
  Message,
  MessageExtension,
  MessageReactionChangeInfo,
  MessageReceipt,
  MsgLocator,
  OfficialAccountInfo,
  PermissionGroupCallback,
  PermissionGroupInfo,
  TopicInfo,
  UserProfile,
} from '../../../native/generated/structs.js';
import type { ConversationListFilter, GroupTopicInfo, ReceiveMessageOptInfo, UserStatus } from './types.js';

export type RecvNewMsgCallback = (message: Message[], user_data: string) => void;
export type MsgReactionsChangedCallback = (
  message_reaction_change_info_array: MessageReactionChangeInfo[],
  user_data: string,
) => void;
export type MsgAllMessageReceiveOptionCallback = (
  json_receive_message_option_info: ReceiveMessageOptInfo,
  user_data: string,
) => void;
export type MsgReadedReceiptCallback = (message_receipt: MessageReceipt[], user_data: string) => void;
export type MsgRevokeCallback = (msg_locator: MsgLocator[], user_data: string) => void;
export type MsgElemUploadProgressCallback = (
  message: Message,
  index: number,
  cur_size: number,
  total_size: number,
  user_data: string,
) => void;
export type GroupTipsEventCallback = (message: GroupTipsElem, user_data: string) => void;
export type GroupAttributeChangedCallback = (
  group_id: string,
  group_attributes: GroupAttributes[],
  user_data: string,
) => void;
export type GroupCounterChangedCallback = (
  group_id: string,
  group_counter_key: string,
  group_counter_new_value: number | bigint,
  user_data: string,
) => void;
export type ConvEventCallback = (conv_event: TIMConvEvent, conv_list: string, user_data: string) => void;
export type ConvConversationGroupCreatedCallback = (
  group_name: string,
  conversation_array: ConvInfo[],
  user_data: string,
) => void;
export type ConvConversationGroupDeletedCallback = (group_name: string, user_data: string) => void;
export type ConvConversationGroupNameChangedCallback = (old_name: string, new_name: string, user_data: string) => void;
export type ConvConversationsAddedToGroupCallback = (
  group_name: string,
  conversation_array: ConvInfo[],
  user_data: string,
) => void;
export type ConvConversationsDeletedFromGroupCallback = (
  group_name: string,
  conversation_array: ConvInfo[],
  user_data: string,
  reason: number,
) => void;
export type ConvTotalUnreadMessageCountChangedCallback = (total_unread_count: number, user_data: string) => void;
export type ConvTotalUnreadMessageCountChangedByFilterCallback = (
  filter: ConversationListFilter,
  total_unread_count: number,
  user_data: string,
) => void;
export type NetworkStatusListenerCallback = (
  status: TIMNetworkStatus,
  code: number,
  desc: string,
  user_data: string,
) => void;
export type KickedOfflineCallback = (user_data: string, kick: Kick) => void;
export type UserSigExpiredCallback = (user_data: string) => void;
export type OnAddFriendCallback = (userids: string[], user_data: string) => void;
export type OnDeleteFriendCallback = (userids: string[], user_data: string) => void;
export type UpdateFriendProfileCallback = (
  friend_profile_update_array: FriendProfileUpdate[],
  user_data: string,
) => void;
export type FriendAddRequestCallback = (
  friend_add_request_pendency_array: FriendAddPendency[],
  user_data: string,
) => void;
export type FriendApplicationListDeletedCallback = (userids: string[], user_data: string) => void;
export type FriendApplicationListReadCallback = (user_data: string) => void;
export type FriendBlackListAddedCallback = (friend_black_added_array: FriendProfile[], user_data: string) => void;
export type FriendBlackListDeletedCallback = (userids: string[], user_data: string) => void;
export type LogCallback = (log_level: TIMLogLevel, log: string, user_data: string) => void;
export type MsgUpdateCallback = (message_list: Message[], user_data: string) => void;
export type MsgExtensionsChangedCallback = (
  message_id: string,
  message_extension_array: MessageExtension[],
  user_data: string,
) => void;
export type MsgExtensionsDeletedCallback = (
  message_id: string,
  message_extension_key_array: MessageExtension[],
  user_data: string,
) => void;
export type MsgGroupPinnedMessageChangedCallback = (
  group_id: string,
  message: Message,
  is_pinned: boolean,
  op_user: string,
  user_data: string,
) => void;
export type MsgGroupMessageReadMemberListCallback = (
  json_group_member_array: GroupMemberInfo[],
  next_seq: number | bigint,
  is_finished: boolean,
  user_data: string,
) => void;
export type GroupTopicCreatedCallback = (group_id: string, topic_id: string, user_data: string) => void;
export type GroupTopicDeletedCallback = (group_id: string, topic_id_array: string[], user_data: string) => void;
export type GroupTopicChangedCallback = (group_id: string, topic_info: GroupTopicInfo, user_data: string) => void;
export type SelfInfoUpdatedCallback = (json_user_profile: UserProfile, user_data: string) => void;
export type UserStatusChangedCallback = (json_user_status_array: UserStatus[], user_data: string) => void;
export type UserInfoChangedCallback = (json_user_info_array: UserProfile[], user_data: string) => void;
export type FriendGroupCreatedCallback = (
  group_name: string,
  friend_info_list: FriendProfile[],
  user_data: string,
) => void;
export type FriendGroupDeletedCallback = (group_name_list: string[], user_data: string) => void;
export type FriendGroupNameChangedCallback = (
  old_group_name: string,
  new_group_name: string,
  user_data: string,
) => void;
export type FriendsAddedToGroupCallback = (
  group_name: string,
  friend_info_list: FriendProfile[],
  user_data: string,
) => void;
export type FriendsDeletedFromGroupCallback = (group_name: string, friend_id_list: string[], user_data: string) => void;
export type OfficialAccountSubscribedCallback = (official_account_info: OfficialAccountInfo, user_data: string) => void;
export type OfficialAccountUnsubscribedCallback = (official_account_id: string, user_data: string) => void;
export type OfficialAccountDeletedCallback = (official_account_id: string, user_data: string) => void;
export type OfficialAccountInfoChangedCallback = (
  official_account_info: OfficialAccountInfo,
  user_data: string,
) => void;
export type MyFollowingListChangedCallback = (
  user_info_list: UserProfile[],
  is_add: boolean,
  user_data: string,
) => void;
export type MyFollowersListChangedCallback = (
  user_info_list: UserProfile[],
  is_add: boolean,
  user_data: string,
) => void;
export type MutualFollowersListChangedCallback = (
  user_info_list: UserProfile[],
  is_add: boolean,
  user_data: string,
) => void;
export type SignalingReceiveNewInvitationCallback = (
  invite_id: string,
  inviter: string,
  group_id: string,
  invitee_list: string[],
  data: string,
  user_data: string,
) => void;
export type SignalingInvitationCancelledCallback = (
  invite_id: string,
  inviter: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInviteeAcceptedCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInviteeRejectedCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInvitationTimeoutCallback = (invite_id: string, invitee_list: string[], user_data: string) => void;
export type SignalingInvitationModifiedCallback = (invite_id: string, data: string, user_data: string) => void;
export type CommunityCreateTopicCallback = (group_id: string, topic_id: string, user_data: string) => void;
export type CommunityDeleteTopicCallback = (group_id: string, topic_id_list: string[], user_data: string) => void;
export type CommunityChangeTopicInfoCallback = (group_id: string, topic_info: TopicInfo, user_data: string) => void;
export type CommunityReceiveTopicRESTCustomDataCallback = (
  topic_id: string,
  custom_data: string,
  user_data: string,
) => void;
export type CommunityCreatePermissionGroupCallback = (
  group_id: string,
  permission_group_info: PermissionGroupInfo,
  user_data: string,
) => void;
export type CommunityDeletePermissionGroupCallback = (
  group_id: string,
  permission_group_id_list: string[],
  user_data: string,
) => void;
export type CommunityChangePermissionGroupInfoCallback = (
  group_id: string,
  permission_group_info: PermissionGroupInfo,
  user_data: string,
) => void;
export type CommunityAddMembersToPermissionGroupCallback = (
  group_id: string,
  result: PermissionGroupCallback,
  user_data: string,
) => void;
export type CommunityRemoveMembersFromPermissionGroupCallback = (
  group_id: string,
  result: PermissionGroupCallback,
  user_data: string,
) => void;
export type CommunityAddTopicPermissionCallback = (
  group_id: string,
  result: PermissionGroupCallback,
  user_data: string,
) => void;
export type CommunityDeleteTopicPermissionCallback = (
  group_id: string,
  result: PermissionGroupCallback,
  user_data: string,
) => void;
export type CommunityModifyTopicPermissionCallback = (
  group_id: string,
  result: PermissionGroupCallback,
  user_data: string,
) => void;
export type ExperimentalNotifyCallback = (key: string, data: string, user_data: string) => void;
export type RecvNewMsgStringCallback = (message: string, user_data: string) => void;
export type MsgReactionsChangedStringCallback = (message_reaction_change_info_array: string, user_data: string) => void;
export type MsgAllMessageReceiveOptionStringCallback = (
  json_receive_message_option_info: string,
  user_data: string,
) => void;
export type MsgReadedReceiptStringCallback = (message_receipt: string, user_data: string) => void;
export type MsgRevokeStringCallback = (msg_locator: string, user_data: string) => void;
export type MsgElemUploadProgressStringCallback = (
  message: string,
  index: number,
  cur_size: number,
  total_size: number,
  user_data: string,
) => void;
export type GroupTipsEventStringCallback = (message: string, user_data: string) => void;
export type GroupAttributeChangedStringCallback = (
  group_id: string,
  group_attributes: string,
  user_data: string,
) => void;
export type ConvEventStringCallback = (conv_event: TIMConvEvent, conv_list: string, user_data: string) => void;
export type ConvConversationGroupCreatedStringCallback = (
  group_name: string,
  conversation_array: string,
  user_data: string,
) => void;
export type ConvConversationsAddedToGroupStringCallback = (
  group_name: string,
  conversation_array: string,
  user_data: string,
) => void;
export type ConvConversationsDeletedFromGroupStringCallback = (
  group_name: string,
  conversation_array: string,
  user_data: string,
  reason: number,
) => void;
export type ConvTotalUnreadMessageCountChangedByFilterStringCallback = (
  filter: string,
  total_unread_count: number,
  user_data: string,
) => void;
export type OnAddFriendStringCallback = (userids: string, user_data: string) => void;
export type OnDeleteFriendStringCallback = (userids: string, user_data: string) => void;
export type UpdateFriendProfileStringCallback = (friend_profile_update_array: string, user_data: string) => void;
export type FriendAddRequestStringCallback = (friend_add_request_pendency_array: string, user_data: string) => void;
export type FriendApplicationListDeletedStringCallback = (userids: string, user_data: string) => void;
export type FriendBlackListAddedStringCallback = (friend_black_added_array: string, user_data: string) => void;
export type FriendBlackListDeletedStringCallback = (userids: string, user_data: string) => void;
export type MsgUpdateStringCallback = (message_list: string, user_data: string) => void;
export type MsgExtensionsChangedStringCallback = (
  message_id: string,
  message_extension_array: string,
  user_data: string,
) => void;
export type MsgExtensionsDeletedStringCallback = (
  message_id: string,
  message_extension_key_array: string,
  user_data: string,
) => void;
export type MsgGroupPinnedMessageChangedStringCallback = (
  group_id: string,
  json_message: string,
  is_pinned: boolean,
  op_user: string,
  user_data: string,
) => void;
export type MsgGroupMessageReadMemberListStringCallback = (
  json_group_member_array: string,
  next_seq: number | bigint,
  is_finished: boolean,
  user_data: string,
) => void;
export type GroupTopicDeletedStringCallback = (group_id: string, topic_id_array: string, user_data: string) => void;
export type GroupTopicChangedStringCallback = (group_id: string, topic_info: string, user_data: string) => void;
export type SelfInfoUpdatedStringCallback = (json_user_profile: string, user_data: string) => void;
export type UserStatusChangedStringCallback = (json_user_status_array: string, user_data: string) => void;
export type UserInfoChangedStringCallback = (json_user_info_array: string, user_data: string) => void;
export type FriendGroupCreatedStringCallback = (
  group_name: string,
  json_friend_info_array: string,
  user_data: string,
) => void;
export type FriendGroupDeletedStringCallback = (json_group_name_array: string, user_data: string) => void;
export type FriendGroupNameChangedStringCallback = (
  old_group_name: string,
  new_group_name: string,
  user_data: string,
) => void;
export type FriendsAddedToGroupStringCallback = (
  group_name: string,
  json_friend_info_array: string,
  user_data: string,
) => void;
export type FriendsDeletedFromGroupStringCallback = (
  group_name: string,
  json_friend_id_array: string,
  user_data: string,
) => void;
export type OfficialAccountSubscribedStringCallback = (json_official_account_info: string, user_data: string) => void;
export type OfficialAccountUnsubscribedStringCallback = (official_account_id: string, user_data: string) => void;
export type OfficialAccountDeletedStringCallback = (official_account_id: string, user_data: string) => void;
export type OfficialAccountInfoChangedStringCallback = (json_official_account_info: string, user_data: string) => void;
export type MyFollowingListChangedStringCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: string,
) => void;
export type MyFollowersListChangedStringCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: string,
) => void;
export type MutualFollowersListChangedStringCallback = (
  json_user_info_list: string,
  is_add: boolean,
  user_data: string,
) => void;
export type SignalingReceiveNewInvitationStringCallback = (
  invite_id: string,
  inviter: string,
  group_id: string,
  json_invitee_list: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInvitationCancelledStringCallback = (
  invite_id: string,
  inviter: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInviteeAcceptedStringCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInviteeRejectedStringCallback = (
  invite_id: string,
  invitee: string,
  data: string,
  user_data: string,
) => void;
export type SignalingInvitationTimeoutStringCallback = (
  invite_id: string,
  json_invitee_list: string,
  user_data: string,
) => void;
export type SignalingInvitationModifiedStringCallback = (invite_id: string, data: string, user_data: string) => void;
export type CommunityCreateTopicStringCallback = (group_id: string, topic_id: string, user_data: string) => void;
export type CommunityDeleteTopicStringCallback = (
  group_id: string,
  json_topic_id_array: string,
  user_data: string,
) => void;
export type CommunityChangeTopicInfoStringCallback = (
  group_id: string,
  json_topic_info: string,
  user_data: string,
) => void;
export type CommunityReceiveTopicRESTCustomDataStringCallback = (
  topic_id: string,
  custom_data: string,
  user_data: string,
) => void;
export type CommunityCreatePermissionGroupStringCallback = (
  group_id: string,
  json_permission_group_info: string,
  user_data: string,
) => void;
export type CommunityDeletePermissionGroupStringCallback = (
  group_id: string,
  json_permission_group_id_array: string,
  user_data: string,
) => void;
export type CommunityChangePermissionGroupInfoStringCallback = (
  group_id: string,
  json_permission_group_info: string,
  user_data: string,
) => void;
export type CommunityAddMembersToPermissionGroupStringCallback = (
  group_id: string,
  json_result: string,
  user_data: string,
) => void;
export type CommunityRemoveMembersFromPermissionGroupStringCallback = (
  group_id: string,
  json_result: string,
  user_data: string,
) => void;
export type CommunityAddTopicPermissionStringCallback = (
  group_id: string,
  json_result: string,
  user_data: string,
) => void;
export type CommunityDeleteTopicPermissionStringCallback = (
  group_id: string,
  json_result: string,
  user_data: string,
) => void;
export type CommunityModifyTopicPermissionStringCallback = (
  group_id: string,
  json_result: string,
  user_data: string,
) => void;
export type ExperimentalNotifyStringCallback = (key: string, data: string, user_data: string) => void;
export type MsgGroupMessageReadMemberListWebCallback = (
  json_group_member_array: string,
  next_seq: string,
  is_finished: boolean,
  user_data: string,
) => void;
