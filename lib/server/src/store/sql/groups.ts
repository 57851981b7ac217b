import type { CustomField, Group, GroupRole } from '@tim-node/protocol';
import { readList, statement } from './statement.js';
import type { Db, GroupMembersTable, GroupsTable } from './tables.js';

/* Rows of groups and of their members. Whoever changes a group holds the lock of its row. */

export interface GroupKey {
  readonly app: number;
  readonly group: string;
}

const COLUMNS = [
  'groups.group_id',
  'groups.type',
  'groups.name',
  'groups.notification',
  'groups.introduction',
  'groups.face_url',
  'groups.join_option',
  'groups.approve_option',
  'groups.max_members',
  'groups.custom',
  'groups.owner',
  'groups.created_at',
  'groups.changed_at',
  'groups.member_count',
] as const;

export type GroupRow = Omit<GroupsTable, 'app_id' | 'dismissed_at'>;

const lock = statement<GroupKey>()((db, { app, group }) =>
  db
    .updateTable('groups')
    .set((eb) => ({ member_count: eb.ref('member_count') }))
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .where('dismissed_at', 'is', null)
    .returning(COLUMNS),
);

/** A group that exists, with the lock of its row: everything that happens to one group happens in one order. */
export function lockGroup(db: Db, key: GroupKey): Promise<GroupRow | undefined> {
  return lock.first(db, key);
}

const insert = statement<GroupRow & { app: number }>()((db, row) =>
  db
    .insertInto('groups')
    .values({
      app_id: row.app,
      group_id: row.group_id,
      type: row.type,
      name: row.name,
      notification: row.notification,
      introduction: row.introduction,
      face_url: row.face_url,
      join_option: row.join_option,
      approve_option: row.approve_option,
      max_members: row.max_members,
      custom: row.custom,
      owner: row.owner,
      created_at: row.created_at,
      changed_at: row.changed_at,
      member_count: row.member_count,
    })
    .onConflict((conflict) => conflict.columns(['app_id', 'group_id']).doNothing())
    .returning('group_id'),
);

/** False: the id is taken, perhaps by a group that is no more. */
export async function insertGroup(db: Db, app: number, row: GroupRow): Promise<boolean> {
  return (await insert.first(db, { ...row, app })) !== undefined;
}

const update = statement<GroupRow & { app: number }>()((db, row) =>
  db
    .updateTable('groups')
    .set({
      name: row.name,
      notification: row.notification,
      introduction: row.introduction,
      face_url: row.face_url,
      join_option: row.join_option,
      approve_option: row.approve_option,
      max_members: row.max_members,
      custom: row.custom,
      owner: row.owner,
      changed_at: row.changed_at,
      member_count: row.member_count,
    })
    .where('app_id', '=', row.app)
    .where('group_id', '=', row.group_id),
);

export async function updateGroup(db: Db, app: number, row: GroupRow): Promise<void> {
  await update.all(db, { ...row, app });
}

const dismiss = statement<GroupKey & { now: number }>()((db, { app, group, now }) =>
  db
    .updateTable('groups')
    .set({ dismissed_at: now, member_count: 0, owner: '' })
    .where('app_id', '=', app)
    .where('group_id', '=', group),
);

const removeMembers = statement<GroupKey>()((db, { app, group }) =>
  db.deleteFrom('group_members').where('app_id', '=', app).where('group_id', '=', group),
);

export async function dismissRow(db: Db, key: GroupKey, now: number): Promise<void> {
  await dismiss.all(db, { ...key, now });
  await removeMembers.all(db, key);
}

export type FullMemberRow = Omit<GroupMembersTable, 'app_id' | 'group_id'>;

const named = readList<GroupKey, { user: string }>()((db, { app, group }, items) =>
  db
    .selectFrom('group_members')
    .select(['user_id', 'role', 'joined_at', 'name_card', 'muted_until'])
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

/** Those of the users who are in the group. */
export async function membersNamed(
  db: Db,
  key: GroupKey,
  users: readonly string[],
): Promise<Map<string, FullMemberRow>> {
  const rows = await named.all(
    db,
    key,
    users.map((user) => ({ user })),
  );
  return new Map(rows.map((row) => [row.user_id, row]));
}

const insertOne = statement<GroupKey & { user: string; role: GroupRole; now: number }>()(
  (db, { app, group, user, role, now }) =>
    db.insertInto('group_members').values({
      app_id: app,
      group_id: group,
      user_id: user,
      role,
      joined_at: now,
      name_card: '',
      muted_until: 0,
    }),
);

export async function insertMember(
  db: Db,
  key: GroupKey,
  member: { readonly user: string; readonly role: GroupRole; readonly now: number },
): Promise<void> {
  await insertOne.all(db, { ...key, ...member });
}

const updateOne = statement<GroupKey & FullMemberRow>()((db, row) =>
  db
    .updateTable('group_members')
    .set({ role: row.role, name_card: row.name_card, muted_until: row.muted_until })
    .where('app_id', '=', row.app)
    .where('group_id', '=', row.group)
    .where('user_id', '=', row.user_id),
);

export async function updateMember(db: Db, key: GroupKey, row: FullMemberRow): Promise<void> {
  await updateOne.all(db, { ...key, ...row });
}

const removeOne = statement<GroupKey & { user: string }>()((db, { app, group, user }) =>
  db.deleteFrom('group_members').where('app_id', '=', app).where('group_id', '=', group).where('user_id', '=', user),
);

export async function removeMember(db: Db, key: GroupKey, user: string): Promise<void> {
  await removeOne.all(db, { ...key, user });
}

const groupsOf = statement<{ app: number; user: string }>()((db, { app, user }) =>
  db
    .selectFrom('group_members')
    .select(['group_id', 'role'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .orderBy('group_id'),
);

/** Takes a user whose account ends out of all groups, so that whoever gets the name next is in none. */
export async function leaveAllGroups(
  db: Db,
  { app, user }: { readonly app: number; readonly user: string },
): Promise<void> {
  for (const { group_id: group, role } of await groupsOf.all(db, { app, user })) {
    const row = await lockGroup(db, { app, group });
    await removeMember(db, { app, group }, user);
    if (row === undefined) continue;
    const owner = role === 'owner' ? '' : row.owner;
    await updateGroup(db, app, { ...row, owner, member_count: row.member_count - 1 });
  }
}

interface Conversation {
  readonly head: number | null;
  readonly last_time: number | null;
}

export function toGroup(row: GroupRow & Conversation): Group {
  return {
    id: row.group_id,
    type: row.type,
    name: row.name,
    notification: row.notification,
    introduction: row.introduction,
    faceUrl: row.face_url,
    joinOption: row.join_option,
    approveOption: row.approve_option,
    maxMembers: row.max_members,
    custom: JSON.parse(row.custom) as CustomField[],
    owner: row.owner,
    created: row.created_at,
    changed: row.changed_at,
    memberCount: row.member_count,
    lastTime: row.last_time ?? 0,
    head: row.head ?? 0,
  };
}

export { COLUMNS as GROUP_COLUMNS };
