import type { PullPage, PullQuery, StoredEntry, UserRef } from '../store.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/** Where the log of an account begins and ends, and how far it was ever acknowledged. */
export interface LogEnds {
  readonly head: number;
  readonly floor: number;
  readonly acked: number;
}

const findEnds = statement<UserRef>()((db, { app, user }) =>
  db.selectFrom('user_logs').select(['head', 'floor', 'acked']).where('app_id', '=', app).where('user_id', '=', user),
);

/** An account that never had an entry has an empty log. */
export async function logEnds(db: Db, user: UserRef): Promise<LogEnds> {
  return (await findEnds.first(db, user)) ?? { head: 0, floor: 0, acked: 0 };
}

const entriesAfter = statement<PullQuery>()((db, { app, user, after, limit }) =>
  db
    .selectFrom('log')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.app_id', '=', 'log.app_id')
        .onRef('messages.conv_id', '=', 'log.conv_id')
        .onRef('messages.seq', '=', 'log.msg_seq'),
    )
    .select(['log.seq as place', 'messages.target_type', 'messages.target_id', 'messages.seq', 'messages.sender'])
    .select(['messages.client_id', 'messages.time', 'messages.client_time', 'messages.random'])
    .select(['messages.platform', 'messages.body'])
    .where('log.app_id', '=', app)
    .where('log.user_id', '=', user)
    .where('log.seq', '>', after)
    .orderBy('log.seq')
    .limit(limit),
);

export async function pull(db: Db, query: PullQuery): Promise<PullPage> {
  const { head, floor } = await logEnds(db, query);
  if (query.after > head || query.after < floor) return { head, reset: true, entries: [] };
  if (query.after === head) return { head, reset: false, entries: [] };
  const rows = await entriesAfter.all(db, query);
  const entries: StoredEntry[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += row.body.length;
    if (entries.length > 0 && bytes > query.maxBytes) break;
    const { place, seq, sender, client_id: clientId, time, client_time: clientTime, random, platform, body } = row;
    const target = { type: row.target_type, id: row.target_id };
    const message = { target, seq, sender, clientId, time, clientTime, random, platform, body };
    entries.push({ kind: 'message', seq: place, message });
  }
  return { head, reset: false, entries };
}

const insertAcked = statement<UserRef & { acked: number }>()((db, { app, user, acked }) =>
  db
    .insertInto('user_logs')
    .values({ app_id: app, user_id: user, head: 0, floor: 0, acked })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'user_id']).doUpdateSet({ acked }).where('user_logs.acked', '<', acked),
    ),
);

/** Notes how far the account has read; a lower number than before changes nothing. */
export async function raiseAcked(db: Db, user: UserRef, ends: LogEnds, acked: number): Promise<void> {
  if (acked > ends.acked) await insertAcked.all(db, { ...user, acked });
}

const emptyLog = statement<UserRef>()((db, { app, user }) =>
  db.deleteFrom('log').where('app_id', '=', app).where('user_id', '=', user),
);

const raiseFloor = statement<UserRef>()((db, { app, user }) =>
  db
    .updateTable('user_logs')
    .set((eb) => ({ floor: eb.ref('head') }))
    .where('app_id', '=', app)
    .where('user_id', '=', user),
);

/** Forgets all entries. Numbers go on from where they were, so that old positions never look right again. */
export async function clearLog(db: Db, user: UserRef): Promise<void> {
  await emptyLog.all(db, user);
  await raiseFloor.all(db, user);
}
