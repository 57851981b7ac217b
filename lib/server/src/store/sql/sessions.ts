import type {
  DeletedAccount,
  EndedSession,
  KickOutcome,
  KickRequest,
  LiveSession,
  LogoutRequest,
  RenewOutcome,
  RenewRequest,
  ResumeOutcome,
  ResumeRequest,
  SessionNote,
  SessionRef,
  UserRef,
  UsersQuery,
} from '../store.js';
import { findAccount, isRevoked, markAccountDeleted, moveWatermark } from './accounts.js';
import { leaveAllGroups } from './groups.js';
import { findSession, instancesOf, isLive, kickedRow, liveRows, sameHash, saveInstances } from './instances.js';
import { clearLog, logEnds, raiseAcked } from './log.js';
import { startOf } from './login.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

export async function resume(db: Db, { app, user, session, now, position }: ResumeRequest): Promise<ResumeOutcome> {
  const row = await findSession(db, { app, user, sessionId: session.sessionId });
  if (row === undefined || !sameHash(row.token_hash, session.tokenHash)) return { type: 'unknown' };
  if (row.state === 'kicked') {
    // Now it has been told.
    if (row.notice === 1) await saveInstances(db, [{ ...row, notice: 0 }]);
    return { type: 'kicked', reason: row.kick_reason ?? 'multipleAccount' };
  }
  if (row.state !== 'live') return { type: 'unknown' };
  if (!isLive(row, now)) return { type: 'expired' };
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

/** A client cannot acknowledge what does not exist: such a number is cut to the newest entry. */
export async function note(db: Db, notes: readonly SessionNote[]): Promise<void> {
  for (const { app, user, sessionId, acked, seenAt } of notes) {
    const row = await findSession(db, { app, user, sessionId });
    if (row === undefined) continue;
    const ends = await logEnds(db, { app, user });
    const reached = acked === undefined ? row.acked : Math.min(Math.max(row.acked ?? 0, acked), ends.head);
    await setSeen.all(db, { app, user, sessionId, acked: reached, seenAt: Math.max(seenAt, row.seen_at) });
    if (reached !== null) await raiseAcked(db, { app, user }, ends, reached);
  }
}

/** Ends all sessions that are not over. */
async function endAll(db: Db, user: UserRef, now: number, attached: readonly string[]): Promise<EndedSession[]> {
  const live = (await instancesOf(db, user)).filter((row) => isLive(row, now));
  await saveInstances(
    db,
    live.map((row) => kickedRow(row, 'REST_API_Kick', attached)),
  );
  return live.map((row) => ({ sessionId: row.session_id, reason: 'REST_API_Kick' }));
}

export async function kick(db: Db, { app, user, now, attached }: KickRequest): Promise<KickOutcome> {
  const account = await findAccount(db, { app, user });
  if (account === undefined || account.deleted_at !== null) return undefined;
  await moveWatermark(db, { app, user }, Math.max(now, account.sig_not_before));
  return endAll(db, { app, user }, now, attached);
}

export async function deleteAccounts(
  db: Db,
  { app, users, now }: UsersQuery & { readonly now: number },
): Promise<readonly DeletedAccount[]> {
  const answers: DeletedAccount[] = [];
  for (const user of users) {
    const account = await findAccount(db, { app, user });
    const existed = account !== undefined && account.deleted_at === null;
    answers.push({ user, existed, ended: existed ? await deleteAccount(db, { app, user }, now) : [] });
  }
  return answers;
}

async function deleteAccount(db: Db, user: UserRef, now: number): Promise<EndedSession[]> {
  await leaveAllGroups(db, user);
  await markAccountDeleted(db, user, now);
  await clearLog(db, user);
  const rows = await instancesOf(db, user);
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
  query: UsersQuery & { readonly now: number },
): Promise<readonly LiveSession[]> {
  const rows = await liveRows(db, query);
  return rows.map((row) => ({
    user: row.user_id,
    platform: row.platform,
    sessionId: row.session_id,
    seenAt: row.seen_at,
  }));
}
