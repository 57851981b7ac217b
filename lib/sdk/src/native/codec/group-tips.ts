import type { GroupTip, GroupTipElem, JoinOption, Message, Platform } from '@tim-node/protocol';
import {
  TIMElemType,
  TIMGroupAddOption,
  TIMGroupJoinType,
  TIMGroupTipGroupChangeFlag,
  TIMGroupTipType,
} from '../generated/enums.js';
import type { GroupTipGroupChangeInfo, GroupTipMemberChangeInfo, GroupTipsElem } from '../generated/structs.js';

/* What happened in a group, as the native API shows it. */

const TYPES: Readonly<Record<GroupTip, TIMGroupTipType>> = {
  invite: TIMGroupTipType.kTIMGroupTip_Invite,
  join: TIMGroupTipType.kTIMGroupTip_Invite,
  quit: TIMGroupTipType.kTIMGroupTip_Quit,
  kick: TIMGroupTipType.kTIMGroupTip_Kick,
  setAdmin: TIMGroupTipType.kTIMGroupTip_SetAdmin,
  cancelAdmin: TIMGroupTipType.kTIMGroupTip_CancelAdmin,
  groupInfo: TIMGroupTipType.kTIMGroupTip_GroupInfoChange,
  memberInfo: TIMGroupTipType.kTIMGroupTip_MemberInfoChange,
};

/** Who comes in is told with one type; how he came is told besides. */
const JOIN_TYPES: Readonly<Partial<Record<GroupTip, TIMGroupJoinType>>> = {
  join: TIMGroupJoinType.kTIMGroupJoin_Apply,
  invite: TIMGroupJoinType.kTIMGroupJoin_Invite,
};

const FLAGS: Readonly<Record<string, TIMGroupTipGroupChangeFlag>> = {
  name: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Name,
  introduction: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Introduction,
  notification: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Notification,
  faceUrl: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_FaceUrl,
  owner: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Owner,
  custom: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Custom,
  joinOption: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_GroupAddOpt,
  approveOption: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_GroupApproveOpt,
};

/** Changes whose new value is a number, not a text. */
const OPTIONS: ReadonlySet<string> = new Set(['joinOption', 'approveOption']);

export const NATIVE_JOIN_OPTION: Readonly<Record<JoinOption, TIMGroupAddOption>> = {
  forbid: TIMGroupAddOption.kTIMGroupAddOpt_Forbid,
  auth: TIMGroupAddOption.kTIMGroupAddOpt_Auth,
  any: TIMGroupAddOption.kTIMGroupAddOpt_Any,
};

function toChange({ field, value, key = '' }: Changes[number]): Required<GroupTipGroupChangeInfo> {
  const isOption = OPTIONS.has(field);
  return {
    group_tips_group_change_info_flag: Object.hasOwn(FLAGS, field)
      ? FLAGS[field]
      : TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Unknown,
    group_tips_group_change_info_value: isOption ? '' : value,
    group_tips_group_change_info_key: key,
    group_tips_group_change_info_bool_value: false,
    group_tips_group_change_info_int_value: isOption ? NATIVE_JOIN_OPTION[value as JoinOption] : 0,
    group_tips_group_change_info_uint64_value: 0,
  } as Required<GroupTipGroupChangeInfo>;
}

type Changes = NonNullable<GroupTipElem['changes']>;

/** How long somebody may not speak, from the moment at which it was decided. */
function toMute(time: number, { user, until }: { user: string; until: number }): Required<GroupTipMemberChangeInfo> {
  return {
    group_tips_member_change_info_identifier: user,
    group_tips_member_change_info_shutupTime: Math.max(0, until - time),
  };
}

type NativeElem = { elem_type: number } & Record<string, unknown>;

/** All keys but those of kinds of tips that this version does not have. */
type Complete = Omit<
  Required<GroupTipsElem>,
  | 'group_tips_elem_member_mark_info_array'
  | 'group_tips_elem_pinned_message_list'
  | 'group_tips_elem_group_name'
  | 'group_tips_elem_time'
>;

/** An element for `message_elem_array`; reading the message fills in the keys that have nothing to say. */
export function toGroupTips(
  elem: GroupTipElem,
  { target, time, platform, profile = {} }: Pick<Message, 'target' | 'time' | 'platform' | 'profile'>,
): NativeElem {
  const { tip, by, users, memberCount, changes = [], muted = [] } = elem;
  const native: Complete = {
    group_tips_elem_tip_type: TYPES[tip],
    group_tips_elem_join_type: JOIN_TYPES[tip] ?? TIMGroupJoinType.kTIMGroupJoin_None,
    group_tips_elem_op_user: by,
    group_tips_elem_group_id: target.id,
    group_tips_elem_user_array: users,
    group_tips_elem_group_change_info_array: changes.map(toChange),
    group_tips_elem_member_change_info_array: muted.map((each) => toMute(time, each)),
    group_tips_elem_op_user_info: {
      user_profile_identifier: by,
      user_profile_nick_name: profile.nick ?? '',
      user_profile_face_url: profile.faceUrl ?? '',
    },
    group_tips_elem_op_group_memberinfo: {
      group_member_info_identifier: by,
      group_member_info_name_card: profile.nameCard ?? '',
    },
    group_tips_elem_changed_user_info_array: users.map((user) => ({ user_profile_identifier: user })),
    group_tips_elem_changed_group_memberinfo_array: users.map((user) => ({ group_member_info_identifier: user })),
    group_tips_elem_member_num: memberCount,
    group_tips_elem_platform: platformName(platform),
  };
  return { elem_type: TIMElemType.kTIMElem_GroupTips, ...native };
}

function platformName(platform: Platform): string {
  return platform === 'iPhone' || platform === 'iPad' ? 'iOS' : platform;
}
