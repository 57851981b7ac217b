import { kindOf, leads, mayInvite, mayJoin } from '../../rules/group-rules.js';
import type { CreateGroup, GroupAct, GroupOutcome, GroupUsersAct, JoinGroup, UserResult } from '../calls/groups.js';
import { findAccounts } from './accounts.js';
import { apply, dropApplications } from './applications.js';
import { GroupChange, refused } from './group-change.js';
import { comeIn, roomFor } from './group-coming.js';
import {
  dismissRow,
  insertGroup,
  insertMember,
  membersNamed,
  removeMember,
  updateGroup,
  type FullMemberRow,
  type GroupRow,
} from './groups.js';
import { membersOf } from './members.js';
import type { Db } from './tables.js';

/* Who comes into groups and who leaves them. */

const NOTHING = 0;
const DONE = 1;
const WAS_IN = 2;
const WAITS = 3;

export async function createGroup(db: Db, request: CreateGroup): Promise<GroupOutcome<null>> {
  const { app, user, group, members } = request;
  const row = newGroup(request);
  if (row === undefined || members.some(({ role }) => role === 'owner')) return refused('invalid');
  if (row.member_count > row.max_members) return refused('full');
  const people = members.map((member) => member.user);
  const known = await findAccounts(db, { app, users: people });
  if (known.length < people.length) return refused('noAccount');
  if (!(await insertGroup(db, app, row))) return refused('taken');
  const change = await GroupChange.of(db, request, row);
  if (change === undefined) return refused('invalid');
  await insertMember(db, { app, group }, { user, role: 'owner', now: request.now });
  change.moved(user, 'joined');
  for (const member of members) {
    const role = change.kind.admins ? member.role : 'member';
    await insertMember(db, { app, group }, { user: member.user, role, now: request.now });
    change.moved(member.user, 'invited');
  }
  if (people.length > 0) change.tell({ tip: 'invite', users: people });
  return change.finish(null);
}

function newGroup({ user, group, type, fields, members, now }: CreateGroup): GroupRow | undefined {
  const kind = kindOf(type);
  if (kind === undefined) return undefined;
  return {
    group_id: group,
    type,
    name: fields.name ?? '',
    notification: fields.notification ?? '',
    introduction: fields.introduction ?? '',
    face_url: fields.faceUrl ?? '',
    join_option: kind.open ? (fields.joinOption ?? kind.joinOption) : 'forbid',
    approve_option: fields.approveOption ?? kind.approveOption,
    max_members: fields.maxMembers ?? kind.maxMembers,
    custom: JSON.stringify(fields.custom ?? []),
    owner: user,
    created_at: now,
    changed_at: now,
    member_count: members.length + 1,
  };
}

export async function joinGroup(db: Db, act: JoinGroup): Promise<GroupOutcome<boolean>> {
  const change = await GroupChange.begin(db, act);
  if (change === undefined) return refused('noGroup');
  const { group, kind } = change;
  if ((await membersNamed(db, act, [act.user])).has(act.user)) return refused('alreadyMember');
  const consent = mayJoin(kind, group.join_option);
  if (consent === 'no') return refused('denied');
  const why = roomFor(group, 1);
  if (why !== undefined) return refused(why);
  if (consent === 'ask') {
    await apply(db, change, { kind: 'join', user: act.user, words: act.words });
    return change.finish(false);
  }
  await comeIn(db, change, [act.user]);
  change.moved(act.user, 'joined');
  change.tell({ tip: 'join', users: [act.user] });
  return change.finish(true);
}

export async function invite(db: Db, act: GroupUsersAct): Promise<GroupOutcome<readonly UserResult[]>> {
  const change = await GroupChange.begin(db, act);
  if (change === undefined) return refused('noGroup');
  const { group, kind } = change;
  const members = await membersNamed(db, act, [...act.users, act.user]);
  const self = members.get(act.user);
  if (self === undefined) return refused('denied');
  const known = new Set(await findAccounts(db, { app: act.app, users: act.users }));
  const fresh = act.users.filter((user) => known.has(user) && !members.has(user));
  const consent = mayInvite(kind, group.approve_option, self.role);
  if (consent === 'no') return refused('denied');
  const why = roomFor(group, fresh.length);
  if (why !== undefined) return refused(why);
  if (consent === 'ask') {
    for (const user of fresh) await apply(db, change, { kind: 'invite', user, words: '' });
  } else if (fresh.length > 0) {
    await comeIn(db, change, fresh);
    for (const user of fresh) change.moved(user, 'invited');
    change.tell({ tip: 'invite', users: fresh });
  }
  const came = new Set(fresh);
  const outcome = (user: string): number => {
    if (came.has(user)) return consent === 'ask' ? WAITS : DONE;
    return members.has(user) ? WAS_IN : NOTHING;
  };
  return change.finish(act.users.map((user) => ({ user, result: outcome(user) })));
}

export async function quitGroup(db: Db, act: GroupAct): Promise<GroupOutcome<null>> {
  const change = await GroupChange.begin(db, act);
  if (change === undefined) return refused('noGroup');
  const { group, kind } = change;
  if (!(await membersNamed(db, act, [act.user])).has(act.user)) return refused('denied');
  if (group.owner === act.user) {
    if (!kind.ownerMayQuit) return refused('ownerStays');
    group.owner = '';
  }
  await goOut(db, change, [act.user]);
  change.moved(act.user, 'quit');
  change.tell({ tip: 'quit', users: [act.user] });
  return change.finish(null);
}

async function goOut(db: Db, { act, group }: GroupChange, users: readonly string[]): Promise<void> {
  for (const user of users) await removeMember(db, act, user);
  group.member_count -= users.length;
  await updateGroup(db, act.app, group);
}

export async function kickMembers(db: Db, act: GroupUsersAct): Promise<GroupOutcome<readonly UserResult[]>> {
  const change = await GroupChange.begin(db, act);
  if (change === undefined) return refused('noGroup');
  const members = await membersNamed(db, act, [...act.users, act.user]);
  const self = members.get(act.user);
  if (self === undefined || self.role === 'member') return refused('denied');
  const gone = act.users.filter((user) => mayKick(self, members.get(user)));
  if (gone.length > 0) {
    await goOut(db, change, gone);
    for (const user of gone) change.moved(user, 'kicked');
    change.tell({ tip: 'kick', users: gone });
  }
  const went = new Set(gone);
  return change.finish(act.users.map((user) => ({ user, result: went.has(user) ? DONE : NOTHING })));
}

function mayKick(self: FullMemberRow, other: FullMemberRow | undefined): boolean {
  return other !== undefined && leads(self.role, other.role);
}

/** Nothing is left of it but its id, which nobody gets again. */
export async function dismissGroup(db: Db, act: GroupAct): Promise<GroupOutcome<null>> {
  const change = await GroupChange.begin(db, act);
  if (change === undefined) return refused('noGroup');
  if (change.group.owner !== act.user || !change.kind.ownerMayDismiss) return refused('denied');
  for (const { user_id } of await membersOf(db, act.app, act.group)) change.moved(user_id, 'dismissed');
  await dismissRow(db, act, act.now);
  await dropApplications(db, act);
  return change.finish(null);
}
