import type { ApplicationEntry, GroupApplication } from '@tim-node/protocol';
import {
  TIMConvType,
  TIMElemType,
  TIMGroupPendencyHandle,
  TIMGroupPendencyHandleResult,
  TIMGroupPendencyType,
  TIMGroupReportType,
  TIMMsgStatus,
} from '../generated/enums.js';
import type { GroupPendency, GroupReportElem } from '../generated/structs.js';
import { derive, readMessage, type NativeMessage } from './message.js';

/* Wishes to come into groups, as the native API shows them. */

const TYPES: Readonly<Record<GroupApplication['kind'], TIMGroupPendencyType>> = {
  join: TIMGroupPendencyType.kTIMGroupPendency_GroupJoinNeedApprovedByAdmin,
  invite: TIMGroupPendencyType.kTIMGroupPendency_GroupInviteNeedApprovedByAdmin,
};

export function toPendency(application: GroupApplication, self: string): Required<GroupPendency> {
  const { groupId, kind, user, by, nick, faceUrl, words, time, state, handledBy, reply } = application;
  const { kTIMGroupPendency_NotHandle: open, kTIMGroupPendency_OperatorHandle: own } = TIMGroupPendencyHandle;
  const { kTIMGroupPendency_OtherHandle: other } = TIMGroupPendencyHandle;
  const { kTIMGroupPendency_Accept: accept, kTIMGroupPendency_Refuse: refuse } = TIMGroupPendencyHandleResult;
  return {
    group_pendency_add_time: time,
    group_pendency_apply_invite_msg: words,
    group_pendency_approval_msg: reply,
    group_pendency_authentication: '',
    group_pendency_form_identifier: by,
    group_pendency_form_user_defined_data: '',
    group_pendency_from_face_url: faceUrl,
    group_pendency_from_nick_name: nick,
    group_pendency_group_id: groupId,
    group_pendency_handle_result: state === 'accepted' ? accept : refuse,
    group_pendency_handled: state === 'open' ? open : handledBy === self ? own : other,
    group_pendency_key: `${groupId}/${user}/${time}`,
    group_pendency_pendency_type: TYPES[kind],
    group_pendency_self_identifier: self,
    group_pendency_to_identifier: kind === 'invite' ? user : '',
    group_pendency_to_user_defined_data: '',
  };
}

/** Who sends what the server reports, and the conversation that it comes in. */
const SYSTEM = '@TIM#SYSTEM';

type Told = Pick<ApplicationEntry, 'application' | 'seq'>;

/** What a user is told of it in a message of the system; nothing where there is nothing new for him. */
export function toReport({ application, seq }: Told, self: string, now: number): NativeMessage | undefined {
  const type = reportType(application, self);
  if (type === undefined) return undefined;
  const { groupId, by, nick, faceUrl, words, reply, state, handledBy } = application;
  const isOpen = state === 'open';
  const elem: GroupReportElem = {
    group_report_elem_report_type: type,
    group_report_elem_group_id: groupId,
    group_report_elem_op_user: isOpen ? by : handledBy,
    group_report_elem_msg: isOpen ? words : reply,
    group_report_elem_op_user_info: isOpen
      ? { user_profile_identifier: by, user_profile_nick_name: nick, user_profile_face_url: faceUrl }
      : { user_profile_identifier: handledBy },
    group_report_elem_op_group_memberinfo: { group_member_info_identifier: isOpen ? by : handledBy },
  };
  const time = isOpen ? application.time : now;
  const message = readMessage({
    message_elem_array: [{ elem_type: TIMElemType.kTIMElem_GroupReport, ...elem }],
    message_conv_id: SYSTEM,
    message_is_from_self: false,
    message_sender: SYSTEM,
    message_client_time: time,
    message_server_time: time,
    message_rand: seq,
    message_status: TIMMsgStatus.kTIMMsg_SendSucc,
  });
  // Apps cannot give this kind, so reading does not take it.
  message.message_conv_type = TIMConvType.kTIMConv_System;
  derive(message);
  return message;
}

/** Those who decide hear of what is open, whoever has asked hears what was decided. */
function reportType({ kind, by, state }: GroupApplication, self: string): TIMGroupReportType | undefined {
  const isJoin = kind === 'join';
  if (state === 'open') {
    return isJoin ? TIMGroupReportType.kTIMGroupReport_AddRequest : TIMGroupReportType.kTIMGroupReport_InviteReqToAdmin;
  }
  if (by !== self) return undefined;
  if (state === 'accepted') {
    return isJoin ? TIMGroupReportType.kTIMGroupReport_AddAccept : TIMGroupReportType.kTIMGroupReport_InviteAccept;
  }
  return isJoin ? TIMGroupReportType.kTIMGroupReport_AddRefuse : TIMGroupReportType.kTIMGroupReport_InviteRefuse;
}
