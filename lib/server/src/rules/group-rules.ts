import type { GroupRole, GroupType, JoinOption } from '@tim-node/protocol';

/** What one kind of group allows. */
export interface GroupKind {
  /** Places, when nobody says how many. */
  readonly maxMembers: number;
  readonly joinOption: JoinOption;
  readonly approveOption: JoinOption;
  /** Whether `joinOption` can say anything but `forbid`. */
  readonly open: boolean;
  /** Whether who comes in sees what was written before. */
  readonly earlierHistory: boolean;
  /** Whether its messages count as unread. */
  readonly unread: boolean;
  readonly admins: boolean;
  readonly mute: boolean;
  readonly ownerMayQuit: boolean;
  readonly ownerMayDismiss: boolean;
  /** Who may change name, introduction, notification and picture. */
  readonly profileBy: readonly GroupRole[];
  /** Who may change the rest. */
  readonly settingsBy: readonly GroupRole[];
}

/** Most places that a group can be given. */
export const MAX_MEMBERS = 6000;

const EVERYBODY: readonly GroupRole[] = ['owner', 'admin', 'member'];
const LEADERS: readonly GroupRole[] = ['owner', 'admin'];
const OWNER: readonly GroupRole[] = ['owner'];

/** The kinds that this server has. The other ones are not supported yet. */
const KINDS: Readonly<Partial<Record<GroupType, GroupKind>>> = {
  Private: {
    maxMembers: 200,
    joinOption: 'forbid',
    approveOption: 'any',
    open: false,
    earlierHistory: false,
    unread: true,
    admins: false,
    mute: false,
    ownerMayQuit: true,
    ownerMayDismiss: false,
    profileBy: EVERYBODY,
    settingsBy: OWNER,
  },
  Public: {
    maxMembers: 2000,
    joinOption: 'auth',
    approveOption: 'forbid',
    open: true,
    earlierHistory: false,
    unread: true,
    admins: true,
    mute: true,
    ownerMayQuit: false,
    ownerMayDismiss: true,
    profileBy: LEADERS,
    settingsBy: LEADERS,
  },
  ChatRoom: {
    maxMembers: MAX_MEMBERS,
    joinOption: 'any',
    approveOption: 'forbid',
    open: true,
    earlierHistory: true,
    unread: false,
    admins: true,
    mute: true,
    ownerMayQuit: false,
    ownerMayDismiss: true,
    profileBy: LEADERS,
    settingsBy: LEADERS,
  },
};

/** What a kind of group allows; nothing for a kind that this server does not have. */
export function kindOf(type: GroupType): GroupKind | undefined {
  return KINDS[type];
}

/** What came of asking for something that may have to be agreed to. */
export type Consent = 'yes' | 'no' | 'ask';

const CONSENT: Readonly<Record<JoinOption, Consent>> = { any: 'yes', auth: 'ask', forbid: 'no' };

export function mayJoin(kind: GroupKind, option: JoinOption): Consent {
  return kind.open ? CONSENT[option] : 'no';
}

/** Members invite; what `option` says holds for plain members, those who could agree need not ask. */
export function mayInvite(kind: GroupKind, option: JoinOption, role: GroupRole): Consent {
  return option === 'auth' && kind.open && LEADERS.includes(role) ? 'yes' : CONSENT[option];
}

const RANK: Readonly<Record<GroupRole, number>> = { member: 0, admin: 1, owner: 2 };

/** Whether one member leads another: may send him away, change his name card, take his voice. */
export function leads(role: GroupRole, other: GroupRole): boolean {
  return RANK[role] > RANK[other];
}
