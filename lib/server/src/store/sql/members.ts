import type { GroupType } from '@tim-node/protocol';
import { readList, statement } from './statement.js';
import type { Db, GroupMembersTable } from './tables.js';

export type MemberRow = Pick<GroupMembersTable, 'user_id' | 'role' | 'name_card' | 'muted_until'>;

const live = readList<{ app: number }, { group: string }>()((db, { app }, items) =>
  db
    .selectFrom('groups')
    .select(['group_id', 'type'])
    .where('app_id', '=', app)
    .where(
      'group_id',
      'in',
      items.map(({ group }) => group),
    )
    .where('dismissed_at', 'is', null)
    .orderBy('group_id')
    .forShare(),
);

/** Those of the groups that exist. They stay as they are until what is sent there is committed. */
export function liveGroups(
  db: Db,
  app: number,
  groups: readonly string[],
): Promise<{ group_id: string; type: GroupType }[]> {
  return live.all(
    db,
    { app },
    groups.map((group) => ({ group })),
  );
}

const ofGroup = statement<{ app: number; group: string }>()((db, { app, group }) =>
  db
    .selectFrom('group_members')
    .select(['user_id', 'role', 'name_card', 'muted_until'])
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .orderBy('user_id'),
);

export function membersOf(db: Db, app: number, group: string): Promise<MemberRow[]> {
  return ofGroup.all(db, { app, group });
}
