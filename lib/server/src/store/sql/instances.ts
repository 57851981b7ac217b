import { timingSafeEqual } from 'node:crypto';
import type { KickReason } from '@tim-node/protocol';
import type { SessionRef, UserRef, UsersQuery } from '../store.js';
import { readList, statement, writeList } from './statement.js';
import type { Db, InstancesTable } from './tables.js';

/** The newest session of one installation of an account. */
export type Instance = InstancesTable;

const ofUser = statement<UserRef>()((db, { app, user }) =>
  db.selectFrom('instances').selectAll().where('app_id', '=', app).where('user_id', '=', user).forUpdate(),
);

/** All of them, locked: whoever wants to change one waits until what is decided about them is committed. */
export function instancesOf(db: Db, user: UserRef): Promise<Instance[]> {
  return ofUser.all(db, user);
}

const bySession = statement<SessionRef>()((db, { app, user, sessionId }) =>
  db
    .selectFrom('instances')
    .selectAll()
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('session_id', '=', sessionId),
);

export function findSession(db: Db, session: SessionRef): Promise<Instance | undefined> {
  return bySession.first(db, session);
}

/** Whether a hash of a token is the one that was kept. Takes the same time wherever they differ. */
export function sameHash(kept: string, given: string): boolean {
  const [a, b] = [Buffer.from(kept, 'hex'), Buffer.from(given, 'hex')];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}

const put = writeList<object, Instance>()((db, _values, items) =>
  db
    .insertInto('instances')
    .values(
      items.map((row) => ({
        app_id: row.app_id,
        user_id: row.user_id,
        instance_id: row.instance_id,
        platform: row.platform,
        session_id: row.session_id,
        token_hash: row.token_hash,
        login_order: row.login_order,
        login_at: row.login_at,
        expire_at: row.expire_at,
        sig_time: row.sig_time,
        state: row.state,
        kick_reason: row.kick_reason,
        notice: row.notice,
        acked: row.acked,
        seen_at: row.seen_at,
        node: row.node,
        attachment: row.attachment,
        online_until: row.online_until,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'user_id', 'instance_id']).doUpdateSet((eb) => ({
        platform: eb.ref('excluded.platform'),
        session_id: eb.ref('excluded.session_id'),
        token_hash: eb.ref('excluded.token_hash'),
        login_order: eb.ref('excluded.login_order'),
        login_at: eb.ref('excluded.login_at'),
        expire_at: eb.ref('excluded.expire_at'),
        sig_time: eb.ref('excluded.sig_time'),
        state: eb.ref('excluded.state'),
        kick_reason: eb.ref('excluded.kick_reason'),
        notice: eb.ref('excluded.notice'),
        acked: eb.ref('excluded.acked'),
        seen_at: eb.ref('excluded.seen_at'),
        node: eb.ref('excluded.node'),
        attachment: eb.ref('excluded.attachment'),
        online_until: eb.ref('excluded.online_until'),
      })),
    ),
);

/** Writes rows, whether they are new or not. */
export async function saveInstances(db: Db, rows: readonly Instance[]): Promise<void> {
  await put.all(db, {}, rows);
}

const remove = readList<UserRef, { instance: string }>()((db, { app, user }, items) =>
  db
    .deleteFrom('instances')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where(
      'instance_id',
      'in',
      items.map(({ instance }) => instance),
    ),
);

export async function removeInstances(db: Db, user: UserRef, rows: readonly Instance[]): Promise<void> {
  await remove.all(
    db,
    user,
    rows.map((row) => ({ instance: row.instance_id })),
  );
}

const live = readList<{ app: number; now: number }, { user: string }>()((db, { app, now }, items) =>
  db
    .selectFrom('instances')
    .select(['user_id', 'platform', 'session_id', 'seen_at', 'node', 'online_until'])
    .where('app_id', '=', app)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    )
    .where('state', '=', 'live')
    .where('expire_at', '>', now),
);

export function liveRows(
  db: Db,
  { app, users, now }: UsersQuery & { readonly now: number },
): Promise<Pick<Instance, 'user_id' | 'platform' | 'session_id' | 'seen_at' | 'node' | 'online_until'>[]> {
  return live.all(
    db,
    { app, now },
    [...new Set(users)].map((user) => ({ user })),
  );
}

/** The row of a session that was kicked. Whoever had no connection is told at the next login. */
export function kickedRow(row: Instance, reason: KickReason, attached: readonly string[]): Instance {
  return { ...row, state: 'kicked', kick_reason: reason, notice: attached.includes(row.session_id) ? 0 : 1 };
}

/** Whether a session goes on: neither logged out nor kicked, and its UserSig is still valid. */
export function isLive(row: Instance, now: number): boolean {
  return row.state === 'live' && row.expire_at > now;
}
