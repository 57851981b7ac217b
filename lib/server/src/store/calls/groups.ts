import type {
  ApplicationPlace,
  ApplicationsPage,
  Group,
  GroupFields,
  GroupRole,
  GroupType,
  Member,
  Platform,
  Reading,
} from '@tim-node/protocol';
import type { UserRef } from '../store.js';
import type { Appended, Logged, Send } from './messages.js';

/** Somebody does something with a group. */
export interface GroupAct extends UserRef {
  readonly group: string;
  readonly platform: Platform;
  readonly now: number;
  /** For the message that tells it to the group: unique, at most 60 bytes. */
  readonly tipId: string;
  readonly random: number;
}

export interface CreateGroup extends GroupAct {
  readonly type: GroupType;
  readonly fields: GroupFields;
  /** Besides the owner. */
  readonly members: readonly { readonly user: string; readonly role: GroupRole }[];
}

/** Somebody wants to come in. */
export interface JoinGroup extends GroupAct {
  /** To those who decide. */
  readonly words: string;
}

/** Somebody decides who comes in. */
export interface HandleApplication extends GroupAct {
  readonly applicant: string;
  readonly accept: boolean;
  readonly reply: string;
  readonly time?: number;
}

export interface ApplicationsQuery extends UserRef {
  readonly after?: ApplicationPlace;
  readonly limit: number;
}

export interface ApplicationsRead extends UserRef {
  readonly time: number;
}

export interface GroupUsersAct extends GroupAct {
  /** Each once. */
  readonly users: readonly string[];
}

export interface ModifyGroup extends GroupAct {
  readonly fields: GroupFields;
  readonly owner?: string;
}

export interface ModifyMember extends GroupAct {
  readonly member: string;
  readonly role?: GroupRole;
  readonly nameCard?: string;
  /** Unix seconds; 0 for may speak. */
  readonly mutedUntil?: number;
}

/** Why nothing was done. */
export type GroupRefusal =
  'invalid' | 'taken' | 'noAccount' | 'noGroup' | 'denied' | 'ownerStays' | 'alreadyMember' | 'full' | 'handled';

/** A message that tells members what has happened. */
export interface StoredTip {
  readonly send: Send;
  readonly appended: Appended;
}

/** What was done, and who has to be told: first `logged`, then `tips`. */
export interface GroupDone<T> {
  readonly type: 'done';
  readonly result: T;
  readonly logged: readonly Logged[];
  readonly tips: readonly StoredTip[];
}

export interface GroupRefused {
  readonly type: 'refused';
  readonly why: GroupRefusal;
}

export type GroupOutcome<T> = GroupDone<T> | GroupRefused;

/** What became of one user, in the numbers of the operation. */
export interface UserResult {
  readonly user: string;
  readonly result: number;
}

export interface GroupsQuery extends UserRef {
  readonly groups: readonly string[];
}

export interface JoinedQuery extends UserRef {
  readonly after: string;
  readonly limit: number;
}

/** A group, and the membership of the one who asks when he is in it. */
export interface FoundGroup {
  readonly group: Group;
  readonly self?: Member;
  readonly reading?: Reading;
}

export interface MembersQuery extends UserRef {
  readonly group: string;
  readonly users?: readonly string[];
  readonly role?: GroupRole;
  readonly after: string;
  readonly limit: number;
}

export interface GroupCalls {
  createGroup(request: CreateGroup): Promise<GroupOutcome<null>>;
  dismissGroup(request: GroupAct): Promise<GroupOutcome<null>>;
  /** Whether he is in; else somebody has to agree. */
  joinGroup(request: JoinGroup): Promise<GroupOutcome<boolean>>;
  handleApplication(request: HandleApplication): Promise<GroupOutcome<null>>;
  listApplications(query: ApplicationsQuery): Promise<ApplicationsPage>;
  readApplications(request: ApplicationsRead): Promise<void>;
  quitGroup(request: GroupAct): Promise<GroupOutcome<null>>;
  invite(request: GroupUsersAct): Promise<GroupOutcome<readonly UserResult[]>>;
  kickMembers(request: GroupUsersAct): Promise<GroupOutcome<readonly UserResult[]>>;
  modifyGroup(request: ModifyGroup): Promise<GroupOutcome<null>>;
  modifyMember(request: ModifyMember): Promise<GroupOutcome<null>>;
  /** Those that exist. */
  findGroups(query: GroupsQuery): Promise<readonly FoundGroup[]>;
  /** The groups that a user is in, by their ids. */
  joinedGroups(query: JoinedQuery): Promise<readonly FoundGroup[]>;
  /** Members of a group by their UserIDs, for one of them. */
  groupMembers(query: MembersQuery): Promise<readonly Member[] | GroupRefused>;
}
