import type {
  DeletedAccount,
  EndedSession,
  KickOutcome,
  KickRequest,
  LiveSession,
  LogoutRequest,
  NodeView,
  RenewOutcome,
  RenewRequest,
  ResumeOutcome,
  ResumeRequest,
  SessionNote,
  SessionRef,
  UserRef,
  UsersQuery,
} from '../store.js';
import { findAccount, isRevoked, lockedAccount, markAccountDeleted, moveWatermark } from './accounts.js';
import { dropApplicationsOf } from './applications.js';
import { leaveAllGroups } from './groups.js';
import { findSession, instancesOf, isLive, kickedRow, liveRows, sameHash, saveInstances } from './instances.js';
import { clearLog, logEnds, raiseAcked } from './log.js';
import { startOf } from './login.js';
import { onlineElsewhere } from './presence.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/** The session is at this node now. Not if it was ended in the meantime. */
const claim = statement<SessionRef & { node: string; attachment: string | null }>()(
  (db, { app, user, sessionId, node, attachment }) =>
    db
      .updateTable('instances')
      .set({ node, attachment, online_until: 0 })
      .where('app_id', '=', app)
      .where('user_id', '=', user)
      .where('session_id', '=', sessionId)
      .where('state', '=', 'live')
      .returning('instance_id'),
);

export async function resume(
  db: Db,
  { app, user, session, now, position, node, attachment }: ResumeRequest,
): Promise<ResumeOutcome> {
  const row = await findSession(db, { app, user, sessionId: session.sessionId });
  if (row === undefined || !sameHash(row.token_hash, session.tokenHash)) return { type: 'unknown' };
  if (row.state === 'kicked') {
    // Now it has been told.
    if (row.notice === 1) await saveInstances(db, [{ ...row, notice: 0 }]);
    return { type: 'kicked', reason: row.kick_reason ?? 'multipleAccount' };
  }
  if (row.state !== 'live') return { type: 'unknown' };
  if (!isLive(row, now)) return { type: 'expired' };
  if (
    node !== undefined &&
    (await claim.first(db, { app, user, sessionId: session.sessionId, node, attachment: attachment ?? null })) ===
      undefined
  ) {
    return { type: 'unknown' };
  }
  const ends = await logEnds(db, { app, user });
  const { instance_id: instanceId, platform, expire_at: expireAt } = row;
  return { type: 'accepted', instanceId, platform, expireAt, seq: startOf(position, row.acked, ends), head: ends.head };
}

/** Changes a session only while it goes on, so that nothing can revive one that has ended. */
const setExpiry = statement<RenewRequest>()((db, { app, user, sessionId, expireAt, sigTime }) =>
  db
    .updateTable('instances')
    .set({ expire_at: expireAt, sig_time: sigTime })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'live')
    .returning('instance_id'),
);

export async function renew(db: Db, request: RenewRequest): Promise<RenewOutcome> {
  if (isRevoked(await findAccount(db, request), request.sigTime)) return 'sigRevoked';
  return (await setExpiry.first(db, request)) === undefined ? 'unknown' : 'renewed';
}

const end = statement<SessionRef & { now: number }>()((db, { app, user, sessionId, now }) =>
  db
    .updateTable('instances')
    .set({ state: 'loggedOut', notice: 0, seen_at: now })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'live'),
);

export async function logout(db: Db, request: LogoutRequest): Promise<void> {
  const { app, user, sessionId, acked, now } = request;
  await note(db, [{ app, user, sessionId, seenAt: now, ...(acked === undefined ? {} : { acked }) }]);
  await end.all(db, { app, user, sessionId, now });
}

const setSeen = statement<SessionRef & { acked: number | null; seenAt: number }>()(
  (db, { app, user, sessionId, acked, seenAt }) =>
    db
      .updateTable('instances')
      .set({ acked, seen_at: seenAt })
      .where('app_id', '=', app)
      .where('user_id', '=', user)
      .where('session_id', '=', sessionId),
);

/** A session has lost a connection, unless it has another one by now. */
const leave = statement<SessionRef & { attachment: string; onlineUntil: number }>()(
  (db, { app, user, sessionId, attachment, onlineUntil }) =>
    db
      .updateTable('instances')
      .set({ node: null, attachment: null, online_until: onlineUntil })
      .where('app_id', '=', app)
      .where('user_id', '=', user)
      .where('session_id', '=', sessionId)
      .where('attachment', '=', attachment),
);

/** A client cannot acknowledge what does not exist: such a number is cut to the newest entry. */
export async function note(db: Db, notes: readonly SessionNote[]): Promise<void> {
  const inOrder = [...notes].sort((a, b) => (a.user < b.user ? -1 : 1));
  for (const { app, user, sessionId, acked, seenAt, left } of inOrder) {
    const row = await findSession(db, { app, user, sessionId });
    if (row === undefined) continue;
    const ends = await logEnds(db, { app, user });
    const reached = acked === undefined ? row.acked : Math.min(Math.max(row.acked ?? 0, acked), ends.head);
    await setSeen.all(db, { app, user, sessionId, acked: reached, seenAt: Math.max(seenAt, row.seen_at) });
    if (left !== undefined) await leave.all(db, { app, user, sessionId, ...left });
    if (reached !== null) await raiseAcked(db, { app, user }, ends, reached);
  }
}

/** Ends all sessions that are not over. */
async function endAll(db: Db, request: KickRequest): Promise<EndedSession[]> {
  const rows = await instancesOf(db, request);
  const attached = [...request.attached, ...(await onlineElsewhere(db, request, rows)).attached];
  const live = rows.filter((row) => isLive(row, request.now));
  await saveInstances(
    db,
    live.map((row) => kickedRow(row, 'REST_API_Kick', attached)),
  );
  return live.map((row) => ({ sessionId: row.session_id, reason: 'REST_API_Kick' }));
}

export async function kick(db: Db, request: KickRequest): Promise<KickOutcome> {
  const { app, user, now } = request;
  const account = await lockedAccount(db, { app, user });
  if (account === undefined || account.deleted_at !== null) return undefined;
  await moveWatermark(db, { app, user }, Math.max(now, account.sig_not_before));
  return endAll(db, request);
}

export async function deleteAccounts(
  db: Db,
  { app, users, now }: UsersQuery & { readonly now: number },
): Promise<readonly DeletedAccount[]> {
  const answers: DeletedAccount[] = [];
  for (const user of users) {
    const account = await lockedAccount(db, { app, user });
    const existed = account !== undefined && account.deleted_at === null;
    answers.push({ user, existed, ended: existed ? await deleteAccount(db, { app, user }, now) : [] });
  }
  return answers;
}

async function deleteAccount(db: Db, user: UserRef, now: number): Promise<EndedSession[]> {
  await leaveAllGroups(db, user);
  await dropApplicationsOf(db, user);
  const rows = await instancesOf(db, user);
  await markAccountDeleted(db, user, now);
  await clearLog(db, user);
  // Nobody is to be told at a later login: by then it is another account.
  await saveInstances(
    db,
    rows.map((row) => ({
      ...row,
      notice: 0,
      acked: null,
      ...(isLive(row, now) ? { state: 'kicked' as const, kick_reason: 'REST_API_Kick' as const } : {}),
    })),
  );
  return rows.filter((row) => isLive(row, now)).map((row) => ({ sessionId: row.session_id, reason: 'REST_API_Kick' }));
}

export async function liveSessions(
  db: Db,
  query: UsersQuery & NodeView & { readonly now: number },
): Promise<readonly LiveSession[]> {
  const rows = await liveRows(db, query);
  const { attached, lingering } = await onlineElsewhere(db, query, rows);
  const online = new Set([...attached, ...lingering]);
  return rows.map((row) => ({
    user: row.user_id,
    platform: row.platform,
    sessionId: row.session_id,
    seenAt: row.seen_at,
    online: online.has(row.session_id),
  }));
}
