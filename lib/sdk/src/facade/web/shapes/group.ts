import type { UserInfo } from '../generated/structs.js';

/** What the logged-in user is in a group. */
export interface GroupSelfInfo {
  userID: string;
  /** `TYPES.GRP_MBR_ROLE_*`; empty when it is not known. */
  role: string;
  nameCard: string;
  /** Unix seconds. */
  joinTime: number;
  /** May not speak until then; unix seconds. */
  muteTime: number;
  /** `TYPES.MSG_REMIND_*` */
  messageRemindType: string;
  readedSequence: number;
}

/** A group. In a list of conversations only what a list shows is known of it. */
export interface Group {
  groupID: string;
  /** `TYPES.GRP_*` */
  type: string;
  name: string;
  avatar: string;
  introduction: string;
  notification: string;
  ownerID: string;
  /** Unix seconds. */
  createTime: number;
  infoSequence: number;
  /** Unix seconds. */
  lastInfoTime: number;
  selfInfo: GroupSelfInfo;
  lastMessage: { lastTime: number; lastSequence: number; fromAccount: string; messageForShow: string };
  nextMessageSeq: number;
  memberNum: number;
  memberCount: number;
  maxMemberNum: number;
  maxMemberCount: number;
  muteAllMembers: boolean;
  /** `TYPES.JOIN_OPTIONS_*` */
  joinOption: string;
  /** `TYPES.INVITE_OPTIONS_*` */
  inviteOption: string;
  groupCustomField: { key: string; value: string }[];
  isSupportTopic: boolean;
}

/** A member of a group. */
export interface GroupMember extends UserInfo {
  /** `TYPES.GRP_MBR_ROLE_*` */
  role: string;
  /** Unix seconds. */
  joinTime: number;
  nameCard: string;
  /** May not speak until then; unix seconds. */
  muteUntil: number;
  memberCustomField: { key: string; value: string }[];
}
