import type { Member, Reading } from '@tim-node/protocol';
import type { FoundGroup, GroupRefused, GroupsQuery, JoinedQuery, MembersQuery } from '../calls/groups.js';
import { conversationId } from '../conversation-id.js';
import { refused } from './group-change.js';
import { GROUP_COLUMNS, membersNamed, toGroup } from './groups.js';
import { liveGroups } from './members.js';
import { readList, statement } from './statement.js';
import type { Builder, Db, GroupMembersTable } from './tables.js';

/* What is told of groups. */

const MEMBER_COLUMNS = [
  'group_members.user_id',
  'group_members.role',
  'group_members.joined_at',
  'group_members.name_card',
  'group_members.muted_until',
  'accounts.nick',
  'accounts.face_url',
] as const;

type MemberColumns = Omit<GroupMembersTable, 'app_id' | 'group_id'> & { nick: string | null; face_url: string | null };

function toMember(row: MemberColumns): Member {
  return {
    user: row.user_id,
    role: row.role,
    joined: row.joined_at,
    nameCard: row.name_card,
    mutedUntil: row.muted_until,
    nick: row.nick ?? '',
    faceUrl: row.face_url ?? '',
  };
}

const groups = readList<{ app: number }, { group: string }>()((db, { app }, items) =>
  db
    .selectFrom('groups')
    .select(GROUP_COLUMNS)
    .where('app_id', '=', app)
    .where(
      'group_id',
      'in',
      items.map(({ group }) => group),
    )
    .where('dismissed_at', 'is', null),
);

const standings = readList<{ app: number }, { convId: string }>()((db, { app }, items) =>
  db
    .selectFrom('conversations')
    .select(['conv_id', 'head', 'last_time', 'counted'])
    .where('app_id', '=', app)
    .where(
      'conv_id',
      'in',
      items.map(({ convId }) => convId),
    ),
);

const readings = readList<{ app: number; user: string }, { convId: string }>()((db, { app, user }, items) =>
  db
    .selectFrom('user_conversations')
    .select(['conv_id', 'seen', 'read_seq', 'receive_option'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where(
      'conv_id',
      'in',
      items.map(({ convId }) => convId),
    ),
);

function ofMembers(db: Builder) {
  return db
    .selectFrom('group_members')
    .leftJoin('accounts', (join) =>
      join
        .onRef('accounts.app_id', '=', 'group_members.app_id')
        .onRef('accounts.user_id', '=', 'group_members.user_id'),
    );
}

const memberships = readList<{ app: number; user: string }, { group: string }>()((db, { app, user }, items) =>
  ofMembers(db)
    .select([...MEMBER_COLUMNS, 'group_members.group_id'])
    .where('group_members.app_id', '=', app)
    .where('group_members.user_id', '=', user)
    .where(
      'group_members.group_id',
      'in',
      items.map(({ group }) => group),
    ),
);

export async function findGroups(db: Db, { app, user, groups: ids }: GroupsQuery): Promise<readonly FoundGroup[]> {
  const items = [...new Set(ids)].map((group) => ({
    group,
    convId: conversationId(user, { type: 'group', id: group }),
  }));
  const rows = new Map((await groups.all(db, { app }, items)).map((row) => [row.group_id, row]));
  const places = new Map((await standings.all(db, { app }, items)).map((row) => [row.conv_id, row]));
  const own = new Map((await memberships.all(db, { app, user }, items)).map((row) => [row.group_id, toMember(row)]));
  const read = new Map((await readings.all(db, { app, user }, items)).map((row) => [row.conv_id, row]));
  return items.flatMap(({ group, convId }): FoundGroup[] => {
    const row = rows.get(group);
    if (row === undefined) return [];
    const place = places.get(convId);
    const self = own.get(group);
    const found = toGroup({ ...row, head: place?.head ?? 0, last_time: place?.last_time ?? 0 });
    if (self === undefined) return [{ group: found }];
    return [{ group: found, self, reading: toReading(place?.counted ?? 0, read.get(convId)) }];
  });
}

interface ReadingRow {
  readonly seen: number;
  readonly read_seq: number;
  readonly receive_option: number;
}

function toReading(counted: number, row: ReadingRow | undefined): Reading {
  const { seen, read_seq: readSeq, receive_option: option } = row ?? { seen: counted, read_seq: 0, receive_option: 0 };
  return { unread: Math.max(0, counted - seen), readSeq, option: option as Reading['option'] };
}

const joined = statement<JoinedQuery>()((db, { app, user, after, limit }) =>
  db
    .selectFrom('group_members')
    .select('group_id')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('group_id', '>', after)
    .orderBy('group_id')
    .limit(limit),
);

export async function joinedGroups(db: Db, query: JoinedQuery): Promise<readonly FoundGroup[]> {
  const ids = (await joined.all(db, query)).map(({ group_id }) => group_id);
  return findGroups(db, { ...query, groups: ids });
}

type PageQuery = Pick<MembersQuery, 'app' | 'group' | 'after' | 'limit'>;

const page = statement<PageQuery>()((db, { app, group, after, limit }) =>
  ofMembers(db)
    .select(MEMBER_COLUMNS)
    .where('group_members.app_id', '=', app)
    .where('group_members.group_id', '=', group)
    .where('group_members.user_id', '>', after)
    .orderBy('group_members.user_id')
    .limit(limit),
);

const pageOfRole = statement<PageQuery & { role: Member['role'] }>()((db, { app, group, role, after, limit }) =>
  ofMembers(db)
    .select(MEMBER_COLUMNS)
    .where('group_members.app_id', '=', app)
    .where('group_members.group_id', '=', group)
    .where('group_members.role', '=', role)
    .where('group_members.user_id', '>', after)
    .orderBy('group_members.user_id')
    .limit(limit),
);

const named = readList<{ app: number; group: string }, { user: string }>()((db, { app, group }, items) =>
  ofMembers(db)
    .select(MEMBER_COLUMNS)
    .where('group_members.app_id', '=', app)
    .where('group_members.group_id', '=', group)
    .where(
      'group_members.user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

export async function groupMembers(db: Db, query: MembersQuery): Promise<readonly Member[] | GroupRefused> {
  const { app, user, group, users, role } = query;
  if ((await liveGroups(db, app, [group])).length === 0) return refused('noGroup');
  if (!(await membersNamed(db, { app, group }, [user])).has(user)) return refused('denied');
  if (users === undefined) {
    const rows = await (role === undefined ? page.all(db, query) : pageOfRole.all(db, { ...query, role }));
    return rows.map(toMember);
  }
  const items = [...new Set(users)].map((name) => ({ user: name }));
  const rows = await named.all(db, { app, group }, items);
  return rows
    .map(toMember)
    .filter((member) => role === undefined || member.role === role)
    .sort((a, b) => (a.user < b.user ? -1 : 1));
}
