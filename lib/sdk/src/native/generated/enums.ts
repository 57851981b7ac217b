// Made by `npm run generate`. Do not edit.
export const TIMResult = {
  TIM_SUCC: 0,
  TIM_ERR_SDKUNINIT: -1,
  TIM_ERR_NOTLOGIN: -2,
  TIM_ERR_JSON: -3,
  TIM_ERR_PARAM: -4,
  TIM_ERR_CONV: -5,
  TIM_ERR_GROUP: -6,
} as const;
export type TIMResult = (typeof TIMResult)[keyof typeof TIMResult];

export const TIMConvType = {
  kTIMConv_Invalid: 0,
  kTIMConv_C2C: 1,
  kTIMConv_Group: 2,
  kTIMConv_System: 3,
} as const;
export type TIMConvType = (typeof TIMConvType)[keyof typeof TIMConvType];

export const TIMReceiveMessageOpt = {
  kTIMRecvMsgOpt_Receive: 0,
  kTIMRecvMsgOpt_Not_Receive: 1,
  kTIMRecvMsgOpt_Not_Notify: 2,
  kTIMRecvMsgOpt_Not_Notify_Except_At: 3,
} as const;
export type TIMReceiveMessageOpt = (typeof TIMReceiveMessageOpt)[keyof typeof TIMReceiveMessageOpt];

export const TIMNetworkStatus = {
  kTIMConnected: 0,
  kTIMDisconnected: 1,
  kTIMConnecting: 2,
  kTIMConnectFailed: 3,
} as const;
export type TIMNetworkStatus = (typeof TIMNetworkStatus)[keyof typeof TIMNetworkStatus];

export const TIMLoginStatus = {
  kTIMLoginStatus_Logined: 1,
  kTIMLoginStatus_Logining: 2,
  kTIMLoginStatus_UnLogined: 3,
  kTIMLoginStatus_Logouting: 4,
} as const;
export type TIMLoginStatus = (typeof TIMLoginStatus)[keyof typeof TIMLoginStatus];

export const TIMLogLevel = {
  kTIMLog_Off: 0,
  kTIMLog_Test: 1,
  kTIMLog_Verbose: 2,
  kTIMLog_Debug: 3,
  kTIMLog_Info: 4,
  kTIMLog_Warn: 5,
  kTIMLog_Error: 6,
  kTIMLog_Assert: 7,
} as const;
export type TIMLogLevel = (typeof TIMLogLevel)[keyof typeof TIMLogLevel];

export const TIMUserStatusType = {
  kTIMUserStatusType_Unkown: 0,
  /** Unity name of {@link kTIMUserStatusType_Unkown}. */
  kTIMUserStatusType_Unknown: 0,
  kTIMUserStatusType_Online: 1,
  kTIMUserStatusType_Offline: 2,
  kTIMUserStatusType_UnLogined: 3,
} as const;
export type TIMUserStatusType = (typeof TIMUserStatusType)[keyof typeof TIMUserStatusType];

export const TIMGenderType = {
  kTIMGenderType_Unknown: 0,
  /** Old spelling of {@link kTIMGenderType_Unknown}. */
  kTIMGenderType_Unkown: 0,
  kTIMGenderType_Male: 1,
  kTIMGenderType_Female: 2,
} as const;
export type TIMGenderType = (typeof TIMGenderType)[keyof typeof TIMGenderType];

export const TIMProfileAddPermission = {
  kTIMProfileAddPermission_Unknown: 0,
  kTIMProfileAddPermission_AllowAny: 1,
  kTIMProfileAddPermission_NeedConfirm: 2,
  kTIMProfileAddPermission_DenyAny: 3,
} as const;
export type TIMProfileAddPermission = (typeof TIMProfileAddPermission)[keyof typeof TIMProfileAddPermission];

export const TIMProfileChangeType = {
  kTIMProfileChange_None: 0,
  kTIMProfileChange_Profile: 1,
} as const;
export type TIMProfileChangeType = (typeof TIMProfileChangeType)[keyof typeof TIMProfileChangeType];

export const TIMGroupGetInfoFlag = {
  kTIMGroupInfoFlag_None: 0,
  kTIMGroupInfoFlag_Name: 1,
  kTIMGroupInfoFlag_CreateTime: 2,
  kTIMGroupInfoFlag_OwnerUin: 4,
  kTIMGroupInfoFlag_Seq: 8,
  kTIMGroupInfoFlag_LastTime: 16,
  kTIMGroupInfoFlag_NextMsgSeq: 32,
  kTIMGroupInfoFlag_LastMsgTime: 64,
  kTIMGroupInfoFlag_AppId: 128,
  kTIMGroupInfoFlag_MemberNum: 256,
  kTIMGroupInfoFlag_MaxMemberNum: 512,
  kTIMGroupInfoFlag_Notification: 1024,
  kTIMGroupInfoFlag_Introduction: 2048,
  kTIMGroupInfoFlag_FaceUrl: 4096,
  kTIMGroupInfoFlag_AddOption: 8192,
  /** Old spelling of {@link kTIMGroupInfoFlag_AddOption}. */
  kTIMGroupInfoFlag_AddOpton: 8192,
  kTIMGroupInfoFlag_GroupType: 16384,
  kTIMGroupInfoFlag_LastMsg: 32768,
  kTIMGroupInfoFlag_OnlineNum: 65536,
  kTIMGroupInfoFlag_Visible: 131072,
  kTIMGroupInfoFlag_Searchable: 262144,
  kTIMGroupInfoFlag_ShutupAll: 524288,
} as const;
export type TIMGroupGetInfoFlag = (typeof TIMGroupGetInfoFlag)[keyof typeof TIMGroupGetInfoFlag];

export const TIMGroupMemberInfoFlag = {
  kTIMGroupMemberInfoFlag_None: 0,
  kTIMGroupMemberInfoFlag_JoinTime: 1,
  kTIMGroupMemberInfoFlag_MsgFlag: 2,
  kTIMGroupMemberInfoFlag_MsgSeq: 4,
  kTIMGroupMemberInfoFlag_MemberRole: 8,
  kTIMGroupMemberInfoFlag_ShutupUntill: 16,
  kTIMGroupMemberInfoFlag_NameCard: 32,
} as const;
export type TIMGroupMemberInfoFlag = (typeof TIMGroupMemberInfoFlag)[keyof typeof TIMGroupMemberInfoFlag];

export const TIMMsgStatus = {
  kTIMMsg_Sending: 1,
  kTIMMsg_SendSucc: 2,
  kTIMMsg_SendFail: 3,
  kTIMMsg_Deleted: 4,
  kTIMMsg_LocalImported: 5,
  kTIMMsg_Revoked: 6,
  kTIMMsg_Cancel: 7,
} as const;
export type TIMMsgStatus = (typeof TIMMsgStatus)[keyof typeof TIMMsgStatus];

export const TIMMsgPriority = {
  kTIMMsgPriority_High: 0,
  kTIMMsgPriority_Normal: 1,
  kTIMMsgPriority_Low: 2,
  kTIMMsgPriority_Lowest: 3,
} as const;
export type TIMMsgPriority = (typeof TIMMsgPriority)[keyof typeof TIMMsgPriority];

export const TIMPlatform = {
  kTIMPlatform_Other: 0,
  kTIMPlatform_Windows: 1,
  kTIMPlatform_Android: 2,
  kTIMPlatform_IOS: 3,
  kTIMPlatform_Mac: 4,
  kTIMPlatform_Simulator: 5,
} as const;
export type TIMPlatform = (typeof TIMPlatform)[keyof typeof TIMPlatform];

export const TIMElemType = {
  kTIMElem_Text: 0,
  kTIMElem_Image: 1,
  kTIMElem_Sound: 2,
  kTIMElem_Custom: 3,
  kTIMElem_File: 4,
  kTIMElem_GroupTips: 5,
  kTIMElem_Face: 6,
  kTIMElem_Location: 7,
  kTIMElem_GroupReport: 8,
  kTIMElem_Video: 9,
  kTIMElem_FriendChange: 10,
  kTIMElem_ProfileChange: 11,
  kTIMElem_Merge: 12,
  kTIMElem_Invalid: -1,
} as const;
export type TIMElemType = (typeof TIMElemType)[keyof typeof TIMElemType];

export const TIMImageLevel = {
  kTIMImageLevel_Orig: 0,
  kTIMImageLevel_Compression: 1,
  kTIMImageLevel_HD: 2,
} as const;
export type TIMImageLevel = (typeof TIMImageLevel)[keyof typeof TIMImageLevel];

export const TIMGroupReportType = {
  kTIMGroupReport_None: 0,
  kTIMGroupReport_AddRequest: 1,
  kTIMGroupReport_AddAccept: 2,
  kTIMGroupReport_AddRefuse: 3,
  kTIMGroupReport_BeKicked: 4,
  kTIMGroupReport_Delete: 5,
  kTIMGroupReport_Create: 6,
  kTIMGroupReport_Invite: 7,
  kTIMGroupReport_Quit: 8,
  kTIMGroupReport_GrantAdmin: 9,
  kTIMGroupReport_CancelAdmin: 10,
  kTIMGroupReport_GroupRecycle: 11,
  kTIMGroupReport_InviteReqToInvitee: 12,
  /** Unity name of {@link kTIMGroupReport_InviteReqToInvitee}. */
  kTIMGroupReport_InviteReq: 12,
  kTIMGroupReport_InviteAccept: 13,
  kTIMGroupReport_InviteRefuse: 14,
  kTIMGroupReport_ReadReport: 15,
  kTIMGroupReport_UserDefine: 16,
  kTIMGroupReport_ShutUpMember: 17,
  kTIMGroupReport_TopicCreate: 18,
  kTIMGroupReport_TopicDelete: 19,
  kTIMGroupReport_GroupMessageRead: 20,
  kTIMGroupReport_GroupMessageRecvOption: 21,
  kTIMGroupReport_BannedFromGroup: 22,
  kTIMGroupReport_UnbannedFromGroup: 23,
  kTIMGroupReport_InviteReqToAdmin: 24,
} as const;
export type TIMGroupReportType = (typeof TIMGroupReportType)[keyof typeof TIMGroupReportType];

export const TIMDownloadType = {
  kTIMDownload_VideoThumb: 0,
  kTIMDownload_File: 1,
  kTIMDownload_Video: 2,
  kTIMDownload_Sound: 3,
} as const;
export type TIMDownloadType = (typeof TIMDownloadType)[keyof typeof TIMDownloadType];

export const TIMKeywordListMatchType = {
  TIMKeywordListMatchType_Or: 0,
  TIMKeywordListMatchType_And: 1,
} as const;
export type TIMKeywordListMatchType = (typeof TIMKeywordListMatchType)[keyof typeof TIMKeywordListMatchType];

export const TIMGroupMessageReadMembersFilter = {
  TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ: 0,
  TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_UNREAD: 1,
} as const;
export type TIMGroupMessageReadMembersFilter =
  (typeof TIMGroupMessageReadMembersFilter)[keyof typeof TIMGroupMessageReadMembersFilter];

export const TIMConvEvent = {
  kTIMConvEvent_Add: 0,
  kTIMConvEvent_Del: 1,
  kTIMConvEvent_Update: 2,
  kTIMConvEvent_Start: 3,
  kTIMConvEvent_Finish: 4,
} as const;
export type TIMConvEvent = (typeof TIMConvEvent)[keyof typeof TIMConvEvent];

export const TIMConversationMarkType = {
  kTIMConversationMarkTypeStar: 1,
  kTIMConversationMarkTypeUnread: 2,
  kTIMConversationMarkTypeFold: 4,
  kTIMConversationMarkTypeHide: 8,
} as const;
export type TIMConversationMarkType = (typeof TIMConversationMarkType)[keyof typeof TIMConversationMarkType];

export const TIMGroupAtType = {
  kTIMGroup_At_Me: 1,
  kTIMGroup_At_All: 2,
  kTIMGroup_At_All_At_ME: 3,
} as const;
export type TIMGroupAtType = (typeof TIMGroupAtType)[keyof typeof TIMGroupAtType];

export const TIMGroupTipGroupChangeFlag = {
  kTIMGroupTipChangeFlag_Unknown: 0,
  kTIMGroupTipChangeFlag_Name: 1,
  kTIMGroupTipChangeFlag_Introduction: 2,
  kTIMGroupTipChangeFlag_Notification: 3,
  kTIMGroupTipChangeFlag_FaceUrl: 4,
  kTIMGroupTipChangeFlag_Owner: 5,
  kTIMGroupTipChangeFlag_Custom: 6,
  kTIMGroupTipChangeFlag_Attribute: 7,
  kTIMGroupTipChangeFlag_ShutupAll: 8,
  kTIMGroupTipChangeFlag_TopicCustomData: 9,
  kTIMGroupTipChangeFlag_MessageReceiveOpt: 10,
  kTIMGroupTipChangeFlag_GroupAddOpt: 11,
  kTIMGroupTipChangeFlag_GroupApproveOpt: 12,
  kTIMGroupTipChangeFlag_EnablePermissionGroup: 13,
  kTIMGroupTipChangeFlag_DefaultPermissions: 14,
} as const;
export type TIMGroupTipGroupChangeFlag = (typeof TIMGroupTipGroupChangeFlag)[keyof typeof TIMGroupTipGroupChangeFlag];

export const TIMGroupTipType = {
  kTIMGroupTip_None: 0,
  kTIMGroupTip_Invite: 1,
  kTIMGroupTip_Quit: 2,
  kTIMGroupTip_Kick: 3,
  kTIMGroupTip_SetAdmin: 4,
  kTIMGroupTip_CancelAdmin: 5,
  kTIMGroupTip_GroupInfoChange: 6,
  kTIMGroupTip_MemberInfoChange: 7,
  kTIMGroupTip_MemberMarkChange: 8,
  kTIMGroupTip_TopicInfoChange: 9,
  KTIMGroupTip_PinnedMessageAdded: 10,
  KTIMGroupTip_PinnedMessageDeleted: 11,
} as const;
export type TIMGroupTipType = (typeof TIMGroupTipType)[keyof typeof TIMGroupTipType];

export const TIMGroupType = {
  kTIMGroup_Public: 0,
  kTIMGroup_Private: 1,
  kTIMGroup_ChatRoom: 2,
  kTIMGroup_BChatRoom: 3,
  kTIMGroup_AVChatRoom: 4,
  kTIMGroup_Community: 5,
} as const;
export type TIMGroupType = (typeof TIMGroupType)[keyof typeof TIMGroupType];

export const TIMGroupAddOption = {
  kTIMGroupAddOpt_Forbid: 0,
  kTIMGroupAddOpt_Auth: 1,
  kTIMGroupAddOpt_Any: 2,
  kTIMGroupAddOpt_Unknown: 3,
} as const;
export type TIMGroupAddOption = (typeof TIMGroupAddOption)[keyof typeof TIMGroupAddOption];

export const TIMGroupMemberRole = {
  kTIMMemberRole_None: 0,
  kTIMMemberRole_Normal: 200,
  kTIMMemberRole_Admin: 300,
  kTIMMemberRole_Owner: 400,
} as const;
export type TIMGroupMemberRole = (typeof TIMGroupMemberRole)[keyof typeof TIMGroupMemberRole];

export const TIMGroupSearchFieldKey = {
  kTIMGroupSearchFieldKey_GroupId: 1,
  kTIMGroupSearchFieldKey_GroupName: 2,
} as const;
export type TIMGroupSearchFieldKey = (typeof TIMGroupSearchFieldKey)[keyof typeof TIMGroupSearchFieldKey];

export const TIMGroupModifyInfoFlag = {
  kTIMGroupModifyInfoFlag_None: 0,
  kTIMGroupModifyInfoFlag_Name: 1,
  kTIMGroupModifyInfoFlag_Notification: 2,
  kTIMGroupModifyInfoFlag_Introduction: 4,
  kTIMGroupModifyInfoFlag_FaceUrl: 8,
  kTIMGroupModifyInfoFlag_AddOption: 16,
  kTIMGroupModifyInfoFlag_MaxMemberNum: 32,
  /** Old spelling of {@link kTIMGroupModifyInfoFlag_MaxMemberNum}. */
  kTIMGroupModifyInfoFlag_MaxMmeberNum: 32,
  kTIMGroupModifyInfoFlag_Visible: 64,
  kTIMGroupModifyInfoFlag_Searchable: 128,
  kTIMGroupModifyInfoFlag_ShutupAll: 256,
  kTIMGroupModifyInfoFlag_Custom: 512,
  kTIMGroupTopicModifyInfoFlag_CustomString: 2048,
  kTIMGroupModifyInfoFlag_ApproveOption: 4096,
  kTIMGroupModifyInfoFlag_EnablePermissionGroup: 8192,
  kTIMGroupModifyInfoFlag_DefaultPermissions: 16384,
  kTIMGroupModifyInfoFlag_Owner: 2147483648,
} as const;
export type TIMGroupModifyInfoFlag = (typeof TIMGroupModifyInfoFlag)[keyof typeof TIMGroupModifyInfoFlag];

export const TIMGroupMemberRoleFlag = {
  kTIMGroupMemberRoleFlag_All: 0,
  kTIMGroupMemberRoleFlag_Owner: 1,
  kTIMGroupMemberRoleFlag_Admin: 2,
  kTIMGroupMemberRoleFlag_Member: 4,
} as const;
export type TIMGroupMemberRoleFlag = (typeof TIMGroupMemberRoleFlag)[keyof typeof TIMGroupMemberRoleFlag];

export const TIMGroupMemberSearchFieldKey = {
  kTIMGroupMemberSearchFieldKey_Identifier: 1,
  kTIMGroupMemberSearchFieldKey_NickName: 2,
  /** Old spelling of {@link kTIMGroupMemberSearchFieldKey_NickName}. */
  kTIMGroupMemberSearchFieldKey_NikeName: 2,
  kTIMGroupMemberSearchFieldKey_Remark: 4,
  kTIMGroupMemberSearchFieldKey_NameCard: 8,
} as const;
export type TIMGroupMemberSearchFieldKey =
  (typeof TIMGroupMemberSearchFieldKey)[keyof typeof TIMGroupMemberSearchFieldKey];

export const TIMGroupMemberModifyInfoFlag = {
  kTIMGroupMemberModifyFlag_None: 0,
  kTIMGroupMemberModifyFlag_MsgFlag: 1,
  kTIMGroupMemberModifyFlag_MemberRole: 2,
  kTIMGroupMemberModifyFlag_ShutupTime: 4,
  kTIMGroupMemberModifyFlag_NameCard: 8,
  kTIMGroupMemberModifyFlag_Custom: 16,
} as const;
export type TIMGroupMemberModifyInfoFlag =
  (typeof TIMGroupMemberModifyInfoFlag)[keyof typeof TIMGroupMemberModifyInfoFlag];

export const HandleGroupMemberResult = {
  kTIMGroupMember_HandledErr: 0,
  kTIMGroupMember_HandledSuc: 1,
  kTIMGroupMember_Included: 2,
  kTIMGroupMember_Invited: 3,
} as const;
export type HandleGroupMemberResult = (typeof HandleGroupMemberResult)[keyof typeof HandleGroupMemberResult];

export const TIMGroupPendencyType = {
  kTIMGroupPendency_GroupJoinNeedApprovedByAdmin: 0,
  /** Unity name of {@link kTIMGroupPendency_GroupJoinNeedApprovedByAdmin}. */
  kTIMGroupPendency_RequestJoin: 0,
  kTIMGroupPendency_GroupInviteNeedApprovedByInvitee: 1,
  /** Unity name of {@link kTIMGroupPendency_GroupInviteNeedApprovedByInvitee}. */
  kTIMGroupPendency_InviteJoin: 1,
  kTIMGroupPendency_GroupInviteNeedApprovedByAdmin: 2,
  /** Unity name of {@link kTIMGroupPendency_GroupInviteNeedApprovedByAdmin}. */
  kTIMGroupPendency_ReqAndInvite: 2,
} as const;
export type TIMGroupPendencyType = (typeof TIMGroupPendencyType)[keyof typeof TIMGroupPendencyType];

export const TIMGroupPendencyHandle = {
  kTIMGroupPendency_NotHandle: 0,
  kTIMGroupPendency_OtherHandle: 1,
  kTIMGroupPendency_OperatorHandle: 2,
} as const;
export type TIMGroupPendencyHandle = (typeof TIMGroupPendencyHandle)[keyof typeof TIMGroupPendencyHandle];

export const TIMGroupPendencyHandleResult = {
  kTIMGroupPendency_Refuse: 0,
  kTIMGroupPendency_Accept: 1,
} as const;
export type TIMGroupPendencyHandleResult =
  (typeof TIMGroupPendencyHandleResult)[keyof typeof TIMGroupPendencyHandleResult];

export const TIMGroupJoinType = {
  kTIMGroupJoin_None: 0,
  kTIMGroupJoin_Apply: 1,
  kTIMGroupJoin_Invite: 2,
} as const;
export type TIMGroupJoinType = (typeof TIMGroupJoinType)[keyof typeof TIMGroupJoinType];

export const TIMCommunityTopicModifyInfoFlag = {
  kTIMCommunityTopicModifyInfoFlag_None: 0,
  kTIMCommunityTopicModifyInfoFlag_Name: 1,
  kTIMCommunityTopicModifyInfoFlag_Notification: 2,
  kTIMCommunityTopicModifyInfoFlag_Introduction: 4,
  kTIMCommunityTopicModifyInfoFlag_FaceUrl: 8,
  kTIMCommunityTopicModifyInfoFlag_MuteALl: 256,
  kTIMCommunityTopicModifyInfoFlag_CustomString: 2048,
  kTIMCommunityTopicModifyInfoFlag_Draft: 16384,
  kTIMCommunityTopicModifyInfoFlag_DefaultPermissions: 32768,
} as const;
export type TIMCommunityTopicModifyInfoFlag =
  (typeof TIMCommunityTopicModifyInfoFlag)[keyof typeof TIMCommunityTopicModifyInfoFlag];

export const TIMPermissionGroupModifyInfoFlag = {
  kTIMPermissionGroupModifyInfoFlag_None: 0,
  kTIMPermissionGroupModifyInfoFlag_Name: 1,
  kTIMPermissionGroupModifyInfoFlag_GroupPermission: 2,
  kTIMPermissionGroupModifyInfoFlag_CustomData: 4,
} as const;
export type TIMPermissionGroupModifyInfoFlag =
  (typeof TIMPermissionGroupModifyInfoFlag)[keyof typeof TIMPermissionGroupModifyInfoFlag];

export const V2TIMCommunityPermissionValue = {
  V2TIM_COMMUNITY_PERMISSION_MANAGE_GROUP_INFO: 1,
  V2TIM_COMMUNITY_PERMISSION_MANAGE_GROUP_MEMBER: 2,
  V2TIM_COMMUNITY_PERMISSION_MANAGE_PERMISSION_GROUP_INFO: 4,
  V2TIM_COMMUNITY_PERMISSION_MANAGE_PERMISSION_GROUP_MEMBER: 8,
  V2TIM_COMMUNITY_PERMISSION_MANAGE_TOPIC_IN_COMMUNITY: 16,
  V2TIM_COMMUNITY_PERMISSION_MUTE_MEMBER: 32,
  V2TIM_COMMUNITY_PERMISSION_SEND_MESSAGE: 64,
  V2TIM_COMMUNITY_PERMISSION_AT_ALL: 128,
  V2TIM_COMMUNITY_PERMISSION_GET_HISTORY_MESSAGE: 256,
  V2TIM_COMMUNITY_PERMISSION_REVOKE_OTHER_MEMBER_MESSAGE: 512,
  V2TIM_COMMUNITY_PERMISSION_BAN_MEMBER: 1024,
} as const;
export type V2TIMCommunityPermissionValue =
  (typeof V2TIMCommunityPermissionValue)[keyof typeof V2TIMCommunityPermissionValue];

export const V2TIMTopicPermissionValue = {
  V2TIM_TOPIC_PERMISSION_MANAGE_TOPIC: 1,
  V2TIM_TOPIC_PERMISSION_MANAGE_TOPIC_PERMISSION: 2,
  V2TIM_TOPIC_PERMISSION_MUTE_MEMBER: 4,
  V2TIM_TOPIC_PERMISSION_SEND_MESSAGE: 8,
  V2TIM_TOPIC_PERMISSION_GET_HISTORY_MESSAGE: 16,
  V2TIM_TOPIC_PERMISSION_REVOKE_OTHER_MEMBER_MESSAGE: 32,
  V2TIM_TOPIC_PERMISSION_AT_ALL: 64,
} as const;
export type V2TIMTopicPermissionValue = (typeof V2TIMTopicPermissionValue)[keyof typeof V2TIMTopicPermissionValue];

export const TIMFriendType = {
  FriendTypeSingle: 0,
  FriendTypeBoth: 1,
} as const;
export type TIMFriendType = (typeof TIMFriendType)[keyof typeof TIMFriendType];

export const TIMFriendPendencyType = {
  FriendPendencyTypeComeIn: 0,
  FriendPendencyTypeSendOut: 1,
  FriendPendencyTypeBoth: 2,
} as const;
export type TIMFriendPendencyType = (typeof TIMFriendPendencyType)[keyof typeof TIMFriendPendencyType];

export const TIMFriendResponseAction = {
  ResponseActionAgree: 0,
  ResponseActionAgreeAndAdd: 1,
  ResponseActionReject: 2,
} as const;
export type TIMFriendResponseAction = (typeof TIMFriendResponseAction)[keyof typeof TIMFriendResponseAction];

export const TIMFriendCheckRelation = {
  FriendCheckNoRelation: 0,
  FriendCheckAWithB: 1,
  FriendCheckBWithA: 2,
  FriendCheckBothWay: 3,
} as const;
export type TIMFriendCheckRelation = (typeof TIMFriendCheckRelation)[keyof typeof TIMFriendCheckRelation];

export const TIMFriendshipSearchFieldKey = {
  kTIMFriendshipSearchFieldKey_Identifier: 1,
  kTIMFriendshipSearchFieldKey_NickName: 2,
  /** Old spelling of {@link kTIMFriendshipSearchFieldKey_NickName}. */
  kTIMFriendshipSearchFieldKey_NikeName: 2,
  kTIMFriendshipSearchFieldKey_Remark: 4,
} as const;
export type TIMFriendshipSearchFieldKey =
  (typeof TIMFriendshipSearchFieldKey)[keyof typeof TIMFriendshipSearchFieldKey];

export const TIMFriendshipRelationType = {
  kTIMFriendshipRelationType_None: 0,
  kTIMFriendshipRelationType_InMyFriendList: 1,
  kTIMFriendshipRelationType_InOtherFriendList: 2,
  kTIMFriendshipRelationType_BothFriend: 3,
} as const;
export type TIMFriendshipRelationType = (typeof TIMFriendshipRelationType)[keyof typeof TIMFriendshipRelationType];

export const TIMFollowType = {
  kTIMFollowLTypeNone: 0,
  /** Unity name of {@link kTIMFollowLTypeNone}. */
  kTIMFollowType_None: 0,
  kTIMFollowLTypeInMyFollowingList: 1,
  /** Unity name of {@link kTIMFollowLTypeInMyFollowingList}. */
  kTIMFollowType_InMyFollowingList: 1,
  kTIMFollowLTypeInMyFollowersList: 2,
  /** Unity name of {@link kTIMFollowLTypeInMyFollowersList}. */
  kTIMFollowType_InMyFollowersList: 2,
  kTIMFollowLTypeInBothFollowersList: 3,
  /** Unity name of {@link kTIMFollowLTypeInBothFollowersList}. */
  kTIMFollowType_InBothFollowersList: 3,
} as const;
export type TIMFollowType = (typeof TIMFollowType)[keyof typeof TIMFollowType];

export const TIMFriendChangeType = {
  kTIMFriendChange_None: 0,
  kTIMFriendChange_FriendAdd: 1,
  kTIMFriendChange_FriendDel: 2,
  kTIMFriendChange_PendencyAdd: 3,
  kTIMFriendChange_PendencyDel: 4,
  kTIMFriendChange_BlackListAdd: 5,
  kTIMFriendChange_BlackListDel: 6,
  kTIMFriendChange_PendencyReadedReport: 7,
  kTIMFriendChange_FriendProfileUpdate: 8,
  kTIMFriendChange_FriendGroupAdd: 9,
  kTIMFriendChange_FriendGroupDel: 10,
  kTIMFriendChange_FriendGroupModify: 11,
} as const;
export type TIMFriendChangeType = (typeof TIMFriendChangeType)[keyof typeof TIMFriendChangeType];

export const TIMOfflinePushTokenType = {
  TIMOfflinePushTokenType_Default: 0,
  TIMOfflinePushTokenType_TPNS: 1,
  TIMOfflinePushTokenType_VOIP: 2,
} as const;
export type TIMOfflinePushTokenType = (typeof TIMOfflinePushTokenType)[keyof typeof TIMOfflinePushTokenType];

export const TIMIOSOfflinePushType = {
  TIMIOSOfflinePushType_APNS: 0,
  TIMIOSOfflinePushType_VOIP: 1,
} as const;
export type TIMIOSOfflinePushType = (typeof TIMIOSOfflinePushType)[keyof typeof TIMIOSOfflinePushType];

export const TIMAndroidOfflinePushNotifyMode = {
  kTIMAndroidOfflinePushNotifyMode_Normal: 0,
  kTIMAndroidOfflinePushNotifyMode_Custom: 1,
} as const;
export type TIMAndroidOfflinePushNotifyMode =
  (typeof TIMAndroidOfflinePushNotifyMode)[keyof typeof TIMAndroidOfflinePushNotifyMode];

export const TIMOfflinePushFlag = {
  kTIMOfflinePushFlag_Default: 0,
  kTIMOfflinePushFlag_NoPush: 1,
} as const;
export type TIMOfflinePushFlag = (typeof TIMOfflinePushFlag)[keyof typeof TIMOfflinePushFlag];

export const TIMSignalingActionType = {
  TIMSignalingActionType_Unknown: 0,
  TIMSignalingActionType_Invite: 1,
  TIMSignalingActionType_CancelInvite: 2,
  TIMSignalingActionType_AcceptInvite: 3,
  TIMSignalingActionType_RejectInvite: 4,
  TIMSignalingActionType_InviteTimeout: 5,
} as const;
export type TIMSignalingActionType = (typeof TIMSignalingActionType)[keyof typeof TIMSignalingActionType];
