import { sessionsToKick, type Kicked } from '../../rules/login-policy.js';
import type { EndedSession, LoginOutcome, LoginRequest } from '../store.js';
import { isRevoked, lockAccount, moveWatermark, watermarkOf, type AccountRow } from './accounts.js';
import {
  instancesOf,
  isLive,
  kickedRow,
  removeInstances,
  sameHash,
  saveInstances,
  type Instance,
} from './instances.js';
import { logEnds, raiseAcked } from './log.js';
import { onlineElsewhere } from './presence.js';
import type { Db } from './tables.js';

/** Sessions that are over or offline are remembered up to this many per account, the newest ones. */
const MAX_IDLE_INSTANCES = 20;
/** Sessions that were not seen for this long are forgotten; seconds. */
const MAX_IDLE_SECONDS = 400 * 24 * 3600;

/**
 * Decides about a login, all in one transaction that holds the lock of the account: whether the UserSig still
 * counts, whether the instance has to hear that it was kicked, and who has to make room.
 */
export async function login(db: Db, request: LoginRequest): Promise<LoginOutcome> {
  const account = await lockAccount(db, request, request.now);
  if (isRevoked(account, request.sigTime)) return { type: 'sigRevoked' };
  const rows = await instancesOf(db, request);
  return decide(db, await withOthers(db, request, rows), account, rows);
}

/** The request with the sessions that are online at other nodes. */
async function withOthers(db: Db, request: LoginRequest, rows: readonly Instance[]): Promise<LoginRequest> {
  if (request.node === undefined) return request;
  const { attached, lingering } = await onlineElsewhere(db, request, rows);
  return {
    ...request,
    attached: [...request.attached, ...attached],
    lingering: [...request.lingering, ...lingering],
  };
}

async function decide(
  db: Db,
  request: LoginRequest,
  account: AccountRow,
  rows: readonly Instance[],
): Promise<LoginOutcome> {
  const own = rows.find((row) => row.instance_id === request.instanceId);
  if (own?.state === 'kicked' && own.notice === 1) {
    const reason = own.kick_reason ?? 'multipleAccount';
    await saveInstances(db, [{ ...own, notice: 0 }]);
    if (request.rules.kickedOfflineNotice) return { type: 'kickedOffline', reason };
  }
  const verdict = judge(request, rows, own);
  if (verdict.overtaken) return { type: 'overtaken' };
  if (!request.mayKick && verdict.kicked.some(({ sessionId }) => isOnline(request, sessionId))) {
    return { type: 'wouldKick' };
  }
  return accept(db, request, account, rows, own, verdict);
}

interface Verdict {
  /** Rows as they are after the login, apart from the new session's own. */
  readonly changed: readonly Instance[];
  readonly kicked: readonly EndedSession[];
  readonly replaced: readonly string[];
  readonly overtaken: boolean;
}

function isOnline({ attached, lingering }: LoginRequest, sessionId: string): boolean {
  return attached.includes(sessionId) || lingering.includes(sessionId);
}

function judge(request: LoginRequest, rows: readonly Instance[], own: Instance | undefined): Verdict {
  const { now, platform, rules, attached } = request;
  const previous = previousOf(request, rows);
  const rivals = rows.filter((row) => isLive(row, now) && row !== own && row !== previous);
  const kicks: Kicked<{ readonly row: Instance }>[] = sessionsToKick(
    rules,
    platform,
    rivals.map((row) => ({
      row,
      platform: row.platform,
      order: row.login_order,
      online: isOnline(request, row.session_id),
    })),
  );
  const kicked: EndedSession[] = kicks.map(({ rival, reason }) => ({ sessionId: rival.row.session_id, reason }));
  // The same instance over an old connection without a ticket: perhaps a copy, so the old one is told.
  const usurped = own !== undefined && own !== previous && isLive(own, now) && attached.includes(own.session_id);
  if (usurped) kicked.push({ sessionId: own.session_id, reason: 'multipleAccount' });
  const moved: Instance[] =
    previous === undefined || previous === own ? [] : [{ ...previous, state: 'replaced', notice: 0 }];
  return {
    changed: [...moved, ...kicks.map(({ rival, reason }) => kickedRow(rival.row, reason, attached))],
    kicked,
    replaced: previous === undefined ? [] : [previous.session_id],
    overtaken: usurped && isNewer(own, request),
  };
}

/** A login is not held up at a node for longer; seconds. A clock that was set back is further off. */
const MAX_HELD_UP = 30;

/** Whether the instance has come in at another node while this login waited at its own; its client has given it up. */
function isNewer(own: Instance, { node, now }: LoginRequest): boolean {
  return node !== undefined && own.node !== node && own.login_at > now && own.login_at <= now + MAX_HELD_UP;
}

/** The session that the login takes over from, if the client can prove that it was its own. */
function previousOf({ previous, now }: LoginRequest, rows: readonly Instance[]): Instance | undefined {
  if (previous === undefined) return undefined;
  const row = rows.find((each) => each.session_id === previous.sessionId);
  return row !== undefined && isLive(row, now) && sameHash(row.token_hash, previous.tokenHash) ? row : undefined;
}

async function accept(
  db: Db,
  request: LoginRequest,
  account: AccountRow,
  rows: readonly Instance[],
  own: Instance | undefined,
  { changed, kicked, replaced }: Verdict,
): Promise<LoginOutcome> {
  if (account.deleted_at !== null) await moveWatermark(db, request, watermarkOf(account));
  const ends = await logEnds(db, request);
  const start = startOf(request.position, own?.acked, ends);
  const row: Instance = {
    app_id: request.app,
    user_id: request.user,
    instance_id: request.instanceId,
    platform: request.platform,
    session_id: request.session.sessionId,
    token_hash: request.session.tokenHash,
    login_order: Math.max(0, ...rows.map((each) => each.login_order)) + 1,
    login_at: request.now,
    expire_at: request.expireAt,
    sig_time: request.sigTime,
    state: 'live',
    kick_reason: null,
    notice: 0,
    acked: start,
    seen_at: request.now,
    node: request.node ?? null,
    attachment: request.attachment ?? null,
    online_until: 0,
  };
  await saveInstances(db, [...changed, row]);
  await raiseAcked(db, request, ends, start);
  await forgetIdle(db, request, rows);
  return { type: 'accepted', seq: start, head: ends.head, kicked, replaced };
}

/** Where a client that says it stands at `position` has to read on; its own word counts most. */
export function startOf(
  position: number | undefined,
  ackedByInstance: number | null | undefined,
  ends: { readonly head: number; readonly floor: number; readonly acked: number },
): number {
  const known = position !== undefined && position <= ends.head && position >= ends.floor ? position : undefined;
  return Math.max(Math.min(known ?? ackedByInstance ?? ends.acked, ends.head), ends.floor);
}

async function forgetIdle(db: Db, request: LoginRequest, rows: readonly Instance[]): Promise<void> {
  const idle = rows
    .filter((row) => row.instance_id !== request.instanceId && !isOnline(request, row.session_id))
    .sort((a, b) => b.login_order - a.login_order);
  const old = idle.filter((row, at) => at >= MAX_IDLE_INSTANCES || row.seen_at < request.now - MAX_IDLE_SECONDS);
  if (old.length > 0) await removeInstances(db, request, old);
}
