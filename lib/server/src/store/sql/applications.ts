import type { ApplicationsPage, GroupApplication } from '@tim-node/protocol';
import type { ApplicationsQuery, ApplicationsRead, GroupOutcome, HandleApplication } from '../calls/groups.js';
import type { UserRef } from '../store.js';
import { findProfiles } from './accounts.js';
import { GroupChange, refused } from './group-change.js';
import { comeIn, roomFor } from './group-coming.js';
import { membersNamed, type GroupKey } from './groups.js';
import { membersOf } from './members.js';
import { statement } from './statement.js';
import type { Db, GroupApplicationsTable } from './tables.js';
import { lockUserSetting, saveUserSetting } from './user-settings.js';

/* Who wants to come into groups, and who lets them in. Whoever changes an application holds the lock of its group. */

type Row = Omit<GroupApplicationsTable, 'app_id'>;
type Key = GroupKey & { readonly user: string };

const COLUMNS = ['group_id', 'user_id', 'kind', 'by_user', 'words', 'time', 'state', 'handled_by', 'reply'] as const;

const put = statement<{ app: number } & Row>()((db, row) =>
  db
    .insertInto('group_applications')
    .values({
      app_id: row.app,
      group_id: row.group_id,
      user_id: row.user_id,
      kind: row.kind,
      by_user: row.by_user,
      words: row.words,
      time: row.time,
      state: row.state,
      handled_by: row.handled_by,
      reply: row.reply,
    })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'group_id', 'user_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        by_user: eb.ref('excluded.by_user'),
        words: eb.ref('excluded.words'),
        time: eb.ref('excluded.time'),
        state: eb.ref('excluded.state'),
        handled_by: eb.ref('excluded.handled_by'),
        reply: eb.ref('excluded.reply'),
      })),
    ),
);

const find = statement<Key>()((db, { app, group, user }) =>
  db
    .selectFrom('group_applications')
    .select(COLUMNS)
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .where('user_id', '=', user),
);

const dropOfUser = statement<UserRef>()((db, { app, user }) =>
  db
    .deleteFrom('group_applications')
    .where('app_id', '=', app)
    .where((eb) => eb.or([eb('user_id', '=', user), eb('by_user', '=', user)])),
);

const dropAll = statement<GroupKey>()((db, { app, group }) =>
  db.deleteFrom('group_applications').where('app_id', '=', app).where('group_id', '=', group),
);

/** Nobody waits any more to come into a group that is no more. */
export async function dropApplications(db: Db, group: GroupKey): Promise<void> {
  await dropAll.all(db, group);
}

/** Whoever gets the name of an account that ends has asked for nothing. */
export async function dropApplicationsOf(db: Db, user: UserRef): Promise<void> {
  await dropOfUser.all(db, user);
}

interface Wish {
  readonly kind: GroupApplication['kind'];
  /** Who is to come in. */
  readonly user: string;
  readonly words: string;
}

/** Somebody asks for somebody to be let in; a later wish takes the place of an earlier one. */
export async function apply(db: Db, change: GroupChange, { kind, user, words }: Wish): Promise<void> {
  const { app, group, user: by, now } = change.act;
  const row: Row = {
    ...{ group_id: group, user_id: user, kind, by_user: by, words, time: now },
    ...{ state: 'open', handled_by: '', reply: '' },
  };
  const known = await find.first(db, { app, group, user });
  await put.all(db, { app, ...row });
  // Who asks again and again is not told of again and again.
  if (known?.state !== 'open') await tell(db, change, row, []);
}

/** Those who decide are told, and whoever asked once it is decided. */
async function tell(db: Db, change: GroupChange, row: Row, others: readonly string[]): Promise<void> {
  const { act } = change;
  const leaders = (await membersOf(db, act.app, act.group)).filter(({ role }) => role !== 'member');
  const people = [...new Set([...leaders.map(({ user_id: user }) => user), ...others])];
  const [application] = await told(db, act.app, [row]);
  if (application === undefined) return;
  for (const user of people) {
    change.note(user, {
      kind: 'application',
      target: { type: 'group', id: act.group },
      application,
    });
  }
}

async function told(db: Db, app: number, rows: readonly Row[]): Promise<GroupApplication[]> {
  const profiles = await findProfiles(db, { app, users: [...new Set(rows.map(({ by_user: by }) => by))] });
  const byUser = new Map(profiles.map((profile) => [profile.user_id, profile]));
  return rows.map(({ group_id: groupId, user_id: user, by_user: by, handled_by: handledBy, ...row }) => {
    const { nick, face_url: faceUrl } = byUser.get(by) ?? { nick: null, face_url: null };
    const { kind, words, time, state, reply } = row;
    const names = { nick: nick ?? '', faceUrl: faceUrl ?? '' };
    return { groupId, kind, user, by, ...names, words, time, state, handledBy, reply };
  });
}

/** Lets somebody in, or does not. */
export async function handleApplication(db: Db, request: HandleApplication): Promise<GroupOutcome<null>> {
  const change = await GroupChange.begin(db, request);
  if (change === undefined) return refused('noGroup');
  const { app, group, user, applicant, accept, reply } = request;
  const members = await membersNamed(db, request, [user, applicant]);
  if ((members.get(user)?.role ?? 'member') === 'member') return refused('denied');
  const row = await find.first(db, { app, group, user: applicant });
  if (row === undefined || !isMeant(row, request)) return refused('handled');
  if (accept && !members.has(applicant)) {
    const why = roomFor(change.group, 1);
    if (why !== undefined) return refused(why);
    await letIn(db, change, row);
  }
  const handled: Row = { ...row, state: accept ? 'accepted' : 'refused', handled_by: user, reply };
  await put.all(db, { app, ...handled });
  await tell(db, change, handled, [row.by_user]);
  return change.finish(null);
}

/** Whether it is still open; and the one that was seen, not a later one. */
function isMeant({ state, time }: Row, request: HandleApplication): boolean {
  return state === 'open' && (request.time ?? time) === time;
}

async function letIn(db: Db, change: GroupChange, { user_id: user, kind }: Row): Promise<void> {
  await comeIn(db, change, [user]);
  const isJoin = kind === 'join';
  change.moved(user, isJoin ? 'joined' : 'invited');
  change.tell({ tip: isJoin ? 'join' : 'invite', users: [user] });
}

interface Page extends UserRef {
  readonly time: number;
  readonly group: string;
  readonly applicant: string;
  readonly limit: number;
}

/** Of the groups that the user leads. */
const page = statement<Page>()((db, { app, user, time, group, applicant, limit }) =>
  db
    .selectFrom('group_applications')
    .innerJoin('group_members', (join) =>
      join
        .onRef('group_members.app_id', '=', 'group_applications.app_id')
        .onRef('group_members.group_id', '=', 'group_applications.group_id'),
    )
    .select([
      'group_applications.group_id',
      'group_applications.user_id',
      'kind',
      'by_user',
      'words',
      'time',
      'state',
      'handled_by',
      'reply',
    ])
    .where('group_members.app_id', '=', app)
    .where('group_members.user_id', '=', user)
    .where('group_members.role', '<>', 'member')
    .where((eb) =>
      eb.or([
        eb('time', '<', time),
        eb.and([eb('time', '=', time), eb('group_applications.group_id', '>', group)]),
        eb.and([
          eb('time', '=', time),
          eb('group_applications.group_id', '=', group),
          eb('group_applications.user_id', '>', applicant),
        ]),
      ]),
    )
    .orderBy('time', 'desc')
    .orderBy('group_applications.group_id')
    .orderBy('group_applications.user_id')
    .limit(limit),
);

const unread = statement<UserRef & { after: number }>()((db, { app, user, after }) =>
  db
    .selectFrom('group_applications')
    .innerJoin('group_members', (join) =>
      join
        .onRef('group_members.app_id', '=', 'group_applications.app_id')
        .onRef('group_members.group_id', '=', 'group_applications.group_id'),
    )
    .select(db.fn.countAll<number>().as('count'))
    .where('group_members.app_id', '=', app)
    .where('group_members.user_id', '=', user)
    .where('group_members.role', '<>', 'member')
    .where('time', '>', after),
);

const readUntil = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('user_settings')
    .select('value')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('name', '=', 'applicationsRead'),
);

/** The newest ones first. */
export async function listApplications(db: Db, query: ApplicationsQuery): Promise<ApplicationsPage> {
  const { app, user, after, limit } = query;
  const from = after ?? { time: Number.MAX_SAFE_INTEGER, group: '', applicant: '' };
  const rows = await page.all(db, { app, user, ...from, limit });
  const last = rows.length < limit ? undefined : rows.at(-1);
  const readTime = Number((await readUntil.first(db, { app, user }))?.value ?? 0);
  const count = (await unread.first(db, { app, user, after: readTime }))?.count ?? 0;
  return {
    applications: await told(db, app, rows),
    readTime,
    unread: count,
    ...(last === undefined ? {} : { next: { time: last.time, group: last.group_id, applicant: last.user_id } }),
  };
}

export async function readApplications(db: Db, { app, user, time }: ApplicationsRead): Promise<void> {
  const setting = { app, user, name: 'applicationsRead' } as const;
  const before = Number(await lockUserSetting(db, setting, '0'));
  if (time > before) await saveUserSetting(db, { ...setting, value: String(time) });
}
