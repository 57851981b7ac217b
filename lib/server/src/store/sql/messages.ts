import type { Appended, ReaderEntry, Send } from '../store.js';
import { findAccounts } from './accounts.js';
import { readList, writeList } from './statement.js';
import type { ConversationsTable, Db, LogTable, MessagesTable, UserLogsTable } from './tables.js';

const earlier = readList<{ app: number }, { clientId: string; sender: string }>()((db, { app }, items) =>
  db
    .selectFrom('messages')
    .select(['sender', 'client_id', 'seq', 'time'])
    .where('app_id', '=', app)
    .where(
      'client_id',
      'in',
      items.map(({ clientId }) => clientId),
    )
    .where(
      'sender',
      'in',
      items.map(({ sender }) => sender),
    ),
);

const growConversations = writeList<object, ConversationsTable>()((db, _values, items) =>
  db
    .insertInto('conversations')
    .values(items.map(({ app_id, conv_id, head }) => ({ app_id, conv_id, head })))
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'conv_id'])
        .doUpdateSet((eb) => ({ head: eb('conversations.head', '+', eb.ref('excluded.head')) })),
    )
    .returning(['conv_id as name', 'head']),
);

const growLogs = writeList<object, Pick<UserLogsTable, 'app_id' | 'user_id' | 'head'>>()((db, _values, items) =>
  db
    .insertInto('user_logs')
    .values(items.map(({ app_id, user_id, head }) => ({ app_id, user_id, head, floor: 0, acked: 0 })))
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'user_id'])
        .doUpdateSet((eb) => ({ head: eb('user_logs.head', '+', eb.ref('excluded.head')) })),
    )
    .returning(['user_id as name', 'head']),
);

const insertMessages = writeList<object, MessagesTable>()((db, _values, items) =>
  db.insertInto('messages').values(
    items.map((item) => ({
      app_id: item.app_id,
      conv_id: item.conv_id,
      seq: item.seq,
      sender: item.sender,
      client_id: item.client_id,
      target_type: item.target_type,
      target_id: item.target_id,
      time: item.time,
      client_time: item.client_time,
      random: item.random,
      platform: item.platform,
      body: item.body,
    })),
  ),
);

const insertEntries = writeList<object, Omit<LogTable, 'data'>>()((db, _values, items) =>
  db.insertInto('log').values(
    items.map((item) => ({
      app_id: item.app_id,
      user_id: item.user_id,
      seq: item.seq,
      kind: item.kind,
      conv_id: item.conv_id,
      msg_seq: item.msg_seq,
    })),
  ),
);

/** Stores messages in order, with a few statements however many they are. */
export async function append(db: Db, sends: readonly Send[]): Promise<readonly Appended[]> {
  const answers = new Map<Send, Appended>();
  for (const app of new Set(sends.map((send) => send.app))) {
    await appendOfApp(
      db,
      app,
      sends.filter((send) => send.app === app),
      answers,
    );
  }
  return sends.map((send) => answers.get(send) ?? { type: 'unknownReader' });
}

const sendKey = (sender: string, clientId: string): string => `${sender}/${clientId}`;

async function appendOfApp(db: Db, app: number, sends: readonly Send[], answers: Map<Send, Appended>): Promise<void> {
  const known = new Set(await findAccounts(db, { app, users: sends.flatMap(({ readers }) => readers) }));
  const first = await earlierAnswers(db, app, sends);
  const fresh = new Map<string, Send>();
  for (const send of sends) {
    const key = sendKey(send.sender, send.clientId);
    if (first.has(key) || fresh.has(key)) continue;
    if (send.readers.every((reader) => known.has(reader))) fresh.set(key, send);
  }
  const stored = await store(db, app, [...fresh.values()]);
  for (const send of sends) {
    const key = sendKey(send.sender, send.clientId);
    const mine = stored.get(send);
    const theirs = first.get(key) ?? stored.get(fresh.get(key) ?? send);
    if (mine !== undefined) answers.set(send, mine);
    else if (theirs !== undefined) answers.set(send, { type: 'repeated', seq: theirs.seq, time: theirs.time });
  }
}

async function earlierAnswers(
  db: Db,
  app: number,
  sends: readonly Send[],
): Promise<Map<string, { seq: number; time: number }>> {
  const rows = await earlier.all(db, { app }, sends);
  return new Map(rows.map(({ sender, client_id, seq, time }) => [sendKey(sender, client_id), { seq, time }]));
}

type Stored = Appended & { type: 'stored' };

async function store(db: Db, app: number, sends: readonly Send[]): Promise<Map<Send, Stored>> {
  if (sends.length === 0) return new Map();
  const conversations = counts(sends.map(({ convId }) => convId));
  const logs = counts(sends.flatMap(({ readers }) => readers));
  const nextSeq = starts(
    conversations,
    await growConversations.all(
      db,
      {},
      conversations.map(([conv_id, head]) => ({ app_id: app, conv_id, head })),
    ),
  );
  const nextEntry = starts(
    logs,
    await growLogs.all(
      db,
      {},
      logs.map(([user_id, head]) => ({ app_id: app, user_id, head })),
    ),
  );
  const stored = new Map<Send, Stored>();
  for (const send of sends) {
    const entries: ReaderEntry[] = send.readers.map((user) => ({ user, seq: take(nextEntry, user) }));
    stored.set(send, { type: 'stored', seq: take(nextSeq, send.convId), time: send.time, entries });
  }
  await write(db, app, stored);
  return stored;
}

async function write(db: Db, app: number, stored: ReadonlyMap<Send, Stored>): Promise<void> {
  const messages: MessagesTable[] = [];
  const entries: Omit<LogTable, 'data'>[] = [];
  for (const [send, { seq, entries: ofReaders }] of stored) {
    const { convId: conv_id, sender, clientId: client_id, target, time, clientTime: client_time, random } = send;
    const { platform, body } = send;
    const to = { target_type: target.type, target_id: target.id };
    messages.push({ app_id: app, conv_id, seq, sender, client_id, ...to, time, client_time, random, platform, body });
    for (const { user, seq: place } of ofReaders) {
      entries.push({ app_id: app, user_id: user, seq: place, kind: 'message', conv_id, msg_seq: seq });
    }
  }
  await insertMessages.all(db, {}, messages);
  await insertEntries.all(db, {}, entries);
}

/** How often each name occurs; in one order everywhere, so that two transactions never wait for each other in a circle. */
function counts(names: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The first number that each name may give away, from the heads after they have grown. */
function starts(
  grown: readonly [string, number][],
  heads: readonly { name: string; head: number }[],
): Map<string, number> {
  const head = new Map(heads.map((row) => [row.name, row.head]));
  return new Map(grown.map(([name, count]) => [name, (head.get(name) ?? count) - count + 1]));
}

function take(next: Map<string, number>, name: string): number {
  const value = next.get(name) ?? 1;
  next.set(name, value + 1);
  return value;
}
