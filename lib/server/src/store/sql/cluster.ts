import type { NodeSign, SessionStanding, UserStanding } from '../calls/cluster.js';
import type { UsersQuery } from '../store.js';
import { NODE_TIMEOUT } from './presence.js';
import { readList, statement } from './statement.js';
import type { Db } from './tables.js';

/** Nodes that were gone for this long are forgotten; seconds. */
const FORGET_AFTER = 3600;

interface Named {
  readonly user: string;
}

const heads = readList<{ app: number }, Named>()((db, { app }, items) =>
  db
    .selectFrom('user_logs')
    .select(['user_id', 'head'])
    .where('app_id', '=', app)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

const sessions = readList<{ app: number }, Named>()((db, { app }, items) =>
  db
    .selectFrom('instances')
    .select(['user_id', 'session_id', 'state', 'kick_reason', 'node'])
    .where('app_id', '=', app)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

export async function standings(db: Db, { app, users }: UsersQuery): Promise<readonly UserStanding[]> {
  const items = users.map((user) => ({ user }));
  // Sessions first: whatever ended one of them before is in the log as well.
  const ofUser = new Map<string, SessionStanding[]>(users.map((user) => [user, []]));
  for (const { user_id, session_id, state, kick_reason, node } of await sessions.all(db, { app }, items)) {
    ofUser.get(user_id)?.push({ sessionId: session_id, state, kickReason: kick_reason, node });
  }
  const headOf = new Map((await heads.all(db, { app }, items)).map(({ user_id, head }) => [user_id, head]));
  return [...ofUser].map(([user, list]) => ({ user, head: headOf.get(user) ?? 0, sessions: list }));
}

const sign = statement<NodeSign>()((db, { node, now }) =>
  db
    .insertInto('nodes')
    .values({ node_id: node, seen_at: now })
    .onConflict((conflict) => conflict.column('node_id').doUpdateSet({ seen_at: now })),
);

const forget = statement<{ before: number }>()((db, { before }) =>
  db.deleteFrom('nodes').where('seen_at', '<', before),
);

const others = statement<{ node: string; since: number }>()((db, { node, since }) =>
  db.selectFrom('nodes').select('node_id').where('node_id', '!=', node).where('seen_at', '>', since),
);

export async function nodeAlive(db: Db, { node, now }: NodeSign): Promise<number> {
  await sign.all(db, { node, now });
  await forget.all(db, { before: now - FORGET_AFTER });
  return (await others.all(db, { node, since: now - NODE_TIMEOUT })).length;
}

const remove = statement<{ node: string }>()((db, { node }) => db.deleteFrom('nodes').where('node_id', '=', node));

export async function nodeGone(db: Db, node: string): Promise<void> {
  await remove.all(db, { node });
}
