import type { LogChange } from '@tim-node/protocol';
import { sql } from 'kysely';
import type { Logged, PullPage, PullQuery, StoredMessage } from '../calls/messages.js';
import { encodeEntry, encodeMessage } from '../entry-text.js';
import type { UserRef } from '../store.js';
import { MESSAGE_COLUMNS, toStoredMessage, type MessageRow } from './message-row.js';
import { counts, Places } from './places.js';
import { statement, tableStatement, writeList } from './statement.js';
import type { Db, LogTable } from './tables.js';

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

/**
 * Rows that stand for several messages come apart into as many entries. Rows are chosen before messages are looked up,
 * so that a database that does not know how large its tables are does not look up all that follow.
 */
const entriesAfter = statement<PullQuery>()((db, { app, user, after, limit }) => {
  /** In the log; nothing for an entry without a message. */
  const place = sql<number | null>`log.seq - log.msg_seq + messages.seq`;
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('log')
        .selectAll()
        .where('app_id', '=', app)
        .where('user_id', '=', user)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .as('log'),
    )
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.app_id', '=', 'log.app_id')
        .onRef('messages.conv_id', '=', 'log.conv_id')
        .on('messages.seq', '>', sql<number>`log.msg_seq - log.span`)
        .onRef('messages.seq', '<=', 'log.msg_seq'),
    )
    .select((eb) => eb.fn.coalesce(place, 'log.seq').as('place'))
    .select(['log.kind', 'log.data', ...MESSAGE_COLUMNS])
    .where((eb) => eb.or([eb('messages.seq', 'is', null), eb(place, '>', after)]))
    .orderBy('log.seq')
    .orderBy('messages.seq')
    .limit(limit);
});

export async function pull(db: Db, query: PullQuery): Promise<PullPage> {
  const { head, floor } = await logEnds(db, query);
  if (query.after > head || query.after < floor) return { head, reset: true, entries: '[]' };
  if (query.after === head) return { head, reset: false, entries: '[]' };
  const entries: string[] = [];
  let bytes = 0;
  for (const row of await entriesAfter.all(db, query)) {
    bytes += (row.body?.length ?? 0) + (row.data?.length ?? 0);
    if (entries.length > 0 && bytes > query.maxBytes) break;
    entries.push(entryText(row));
  }
  return { head, reset: false, entries: `[${entries.join(',')}]` };
}

type EntryRow = Pick<LogTable, 'kind' | 'data'> & { place: number } & { [K in keyof MessageRow]: MessageRow[K] | null };

/** The columns of the message are null when none belongs to the entry. */
function entryText(row: EntryRow): string {
  const text = row.seq === null ? undefined : encodeMessage(toStoredMessage(row as MessageRow));
  return encodeEntry(row.place, row.data ?? `{"kind":"${row.kind}"}`, text);
}

const growLogs = tableStatement<{ app: number }, { user_id: string; head: number }>({
  user_id: 'text',
  head: 'bigint',
})((db, { app }, given) =>
  db
    .insertInto('user_logs')
    .columns(['app_id', 'user_id', 'head', 'floor', 'acked'])
    .expression(
      db
        .selectFrom(given)
        .select((eb) => [eb.cast<number>(eb.val(app), 'bigint').as('app_id'), 'user_id', 'head'])
        .select((eb) => [eb.lit(0).as('floor'), eb.lit(0).as('acked')])
        // Without it SQLite takes what follows for a join.
        .where((eb) => eb.lit(true)),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'user_id'])
        .doUpdateSet((eb) => ({ head: eb('user_logs.head', '+', eb.ref('excluded.head')) })),
    )
    .returning(['user_id as name', 'head']),
);

/** Makes room in logs: `users` names the owner of each entry to come. What is returned gives away their places. */
export async function placesInLogs(db: Db, app: number, users: readonly string[]): Promise<Places> {
  const wanted = counts(users);
  const heads = await growLogs.all(
    db,
    { app },
    wanted.map(([user_id, head]) => ({ user_id, head })),
  );
  return new Places(wanted, heads);
}

/** Locks logs in the one order: for transactions that write into several in more than one step. */
export async function lockLogs(db: Db, app: number, users: readonly string[]): Promise<void> {
  const rows = counts(users).map(([user_id]) => ({ user_id, head: 0 }));
  await growLogs.all(db, { app }, rows);
}

/** Stands for itself alone. */
type NewRow = Omit<LogTable, 'span'>;

const insertEntries = writeList<object, NewRow>()((db, _values, items) =>
  db.insertInto('log').values(
    items.map((item) => ({
      app_id: item.app_id,
      user_id: item.user_id,
      seq: item.seq,
      kind: item.kind,
      conv_id: item.conv_id,
      msg_seq: item.msg_seq,
      data: item.data,
    })),
  ),
);

/** Messages that came together, in one log; the places are those of the last one. */
interface MessageEntries extends Pick<LogTable, 'user_id' | 'seq'> {
  readonly conv_id: string;
  readonly msg_seq: number;
  readonly span: number;
}

const insertMessageEntries = tableStatement<{ app: number }, MessageEntries>({
  user_id: 'text',
  seq: 'bigint',
  conv_id: 'text',
  msg_seq: 'bigint',
  span: 'bigint',
})((db, { app }, given) =>
  db
    .insertInto('log')
    .columns(['app_id', 'user_id', 'seq', 'kind', 'conv_id', 'msg_seq', 'data', 'span'])
    .expression(
      db
        .selectFrom(given)
        .select((eb) => [eb.cast<number>(eb.val(app), 'bigint').as('app_id'), 'user_id', 'seq'])
        .select((eb) => [sql.lit('message').as('kind'), 'conv_id', 'msg_seq', eb.lit(null).as('data'), 'span']),
    ),
);

/** Writes entries that are messages, into places that were made before. */
export async function insertMessagesIntoLogs(db: Db, app: number, entries: readonly MessageEntries[]): Promise<void> {
  await insertMessageEntries.all(db, { app }, entries);
}

/** Nothing of it is changed by writing it. */
type Fixed<T> = T extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Fixed<T[K]> }
    : T;

/** A change whose message, if there is one, may be named beside it instead. */
type Change = LogChange extends infer C ? (C extends { message: unknown } ? C | Omit<C, 'message'> : C) : never;

/** An entry to be written. */
export interface NewEntry {
  readonly user: string;
  /** Kind and fields; without the message, when `about` gives one. */
  readonly change: Fixed<Change>;
  /** The message that belongs to the entry. */
  readonly about?: { readonly convId: string; readonly message: StoredMessage };
}

/** Writes entries into logs, in order. */
export async function log(db: Db, app: number, entries: readonly NewEntry[]): Promise<Logged[]> {
  if (entries.length === 0) return [];
  const places = await placesInLogs(
    db,
    app,
    entries.map(({ user }) => user),
  );
  const rows: NewRow[] = [];
  const logged = entries.map(({ user, change, about }): Logged => {
    const data = JSON.stringify(change);
    const seq = places.take(user);
    const ref = { conv_id: about?.convId ?? null, msg_seq: about?.message.seq ?? null };
    rows.push({ app_id: app, user_id: user, seq, kind: change.kind, ...ref, data });
    return { user, seq, change: data, ...(about === undefined ? {} : { message: about.message }) };
  });
  await insertEntries.all(db, {}, rows);
  return logged;
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
  await raiseFloor.all(db, user);
  await emptyLog.all(db, user);
}
