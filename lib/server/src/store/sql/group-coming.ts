import type { GroupRefusal } from '../calls/groups.js';
import type { GroupChange } from './group-change.js';
import { insertMember, updateGroup, type GroupRow } from './groups.js';
import type { Db } from './tables.js';

/** Why so many cannot come in, if so. */
export function roomFor(group: GroupRow, count: number): GroupRefusal | undefined {
  return group.member_count + count > group.max_members ? 'full' : undefined;
}

export async function comeIn(db: Db, { act, group }: GroupChange, users: readonly string[]): Promise<void> {
  for (const user of users) await insertMember(db, act, { user, role: 'member', now: act.now });
  group.member_count += users.length;
  await updateGroup(db, act.app, group);
}
