import type { CustomField, GroupFields, GroupRole, GroupTipElem } from '@tim-node/protocol';
import { leads, type GroupKind } from '../../rules/group-rules.js';
import type { GroupOutcome, GroupRefusal, ModifyGroup, ModifyMember } from '../calls/groups.js';
import { GroupChange, refused } from './group-change.js';
import { membersNamed, updateGroup, updateMember, type FullMemberRow, type GroupRow } from './groups.js';
import type { Db } from './tables.js';

/* What is written of groups and of their members. */

type Changes = NonNullable<GroupTipElem['changes']>;

const PROFILE: ReadonlySet<keyof GroupFields> = new Set(['name', 'notification', 'introduction', 'faceUrl']);

export async function modifyGroup(db: Db, request: ModifyGroup): Promise<GroupOutcome<null>> {
  const change = await GroupChange.begin(db, request);
  if (change === undefined) return refused('noGroup');
  const { user, owner, fields } = request;
  const members = await membersNamed(db, request, owner === undefined ? [user] : [user, owner]);
  const self = members.get(user);
  if (self === undefined) return refused('denied');
  const why = refusalOf(change, self.role, fields);
  if (why !== undefined) return refused(why);
  const changes = write(change.group, fields);
  const next = owner === undefined ? undefined : members.get(owner);
  if (owner !== undefined && owner !== change.group.owner) {
    if (self.role !== 'owner') return refused('denied');
    if (next === undefined) return refused('invalid');
    await updateMember(db, request, { ...self, role: 'member' });
    await updateMember(db, request, { ...next, role: 'owner', muted_until: 0 });
    change.group.owner = owner;
    changes.push({ field: 'owner', value: owner });
  }
  if (changes.length > 0) {
    change.group.changed_at = request.now;
    change.tell({ tip: 'groupInfo', users: [], changes });
  }
  await updateGroup(db, request.app, change.group);
  return change.finish(null);
}

function refusalOf({ kind, group }: GroupChange, role: GroupRole, fields: GroupFields): GroupRefusal | undefined {
  for (const field of Object.keys(fields) as (keyof GroupFields)[]) {
    const who = PROFILE.has(field) ? kind.profileBy : kind.settingsBy;
    if (!who.includes(role)) return 'denied';
  }
  const { joinOption, maxMembers } = fields;
  if (!kind.open && joinOption !== undefined && joinOption !== 'forbid') return 'denied';
  return maxMembers !== undefined && maxMembers < group.member_count ? 'invalid' : undefined;
}

const TEXTS = [
  ['name', 'name'],
  ['notification', 'notification'],
  ['introduction', 'introduction'],
  ['faceUrl', 'face_url'],
] as const;

/** Takes over what is given, and tells what of it differs from before. */
function write(row: GroupRow, fields: GroupFields): Changes {
  const changes: Changes = [];
  for (const [field, column] of TEXTS) {
    const value = fields[field];
    if (value === undefined || value === row[column]) continue;
    row[column] = value;
    changes.push({ field, value });
  }
  for (const [field, column] of [
    ['joinOption', 'join_option'],
    ['approveOption', 'approve_option'],
  ] as const) {
    const value = fields[field];
    if (value === undefined || value === row[column]) continue;
    row[column] = value;
    changes.push({ field, value });
  }
  row.max_members = fields.maxMembers ?? row.max_members;
  return [...changes, ...writeCustom(row, fields.custom ?? [])];
}

/** Most fields of the app's own; a request that would make more of them keeps the ones there are. */
const MAX_CUSTOM = 10;

function writeCustom(row: GroupRow, fields: readonly CustomField[]): Changes {
  if (fields.length === 0) return [];
  const values = new Map((JSON.parse(row.custom) as CustomField[]).map(({ key, value }) => [key, value]));
  const changes: Changes = [];
  for (const { key, value } of fields) {
    if (values.get(key) === value || (!values.has(key) && values.size >= MAX_CUSTOM)) continue;
    values.set(key, value);
    changes.push({ field: 'custom', key, value });
  }
  row.custom = JSON.stringify([...values].map(([key, value]) => ({ key, value })));
  return changes;
}

export async function modifyMember(db: Db, request: ModifyMember): Promise<GroupOutcome<null>> {
  const change = await GroupChange.begin(db, request);
  if (change === undefined) return refused('noGroup');
  const members = await membersNamed(db, request, [request.user, request.member]);
  const self = members.get(request.user);
  const other = members.get(request.member);
  if (self === undefined || other === undefined) return refused('denied');
  const why = memberRefusal(change, request, self, other);
  if (why !== undefined) return refused(why);
  const { role = other.role, nameCard = other.name_card, mutedUntil = other.muted_until } = request;
  await updateMember(db, request, { ...other, role, name_card: nameCard, muted_until: mutedUntil });
  const users = [request.member];
  if (role !== other.role) change.tell({ tip: role === 'admin' ? 'setAdmin' : 'cancelAdmin', users });
  if (mutedUntil !== other.muted_until) {
    change.tell({ tip: 'memberInfo', users, muted: [{ user: request.member, until: mutedUntil }] });
  }
  return change.finish(null);
}

function memberRefusal(
  { kind }: GroupChange,
  { role, nameCard, mutedUntil }: ModifyMember,
  self: FullMemberRow,
  other: FullMemberRow,
): GroupRefusal | undefined {
  const above = leads(self.role, other.role);
  if (nameCard !== undefined && self.user_id !== other.user_id && !above) return 'denied';
  if (mutedUntil !== undefined && !(kind.mute && above)) return 'denied';
  if (role === undefined || role === other.role) return undefined;
  return role === 'owner' ? 'invalid' : maySetAdmin(kind, self, above);
}

function maySetAdmin({ admins }: GroupKind, self: FullMemberRow, above: boolean): GroupRefusal | undefined {
  return admins && self.role === 'owner' && above ? undefined : 'denied';
}
