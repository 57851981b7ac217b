import { sql } from 'kysely';
import type { Appended, Send, SendRefusal } from '../calls/messages.js';
import { Audience } from './audience.js';
import { addMediaUses, maySendMedia } from './media.js';
import { addMentions } from './mentions.js';
import { counts, Places } from './places.js';
import { runsOf, writeRuns, type Run } from './runs.js';
import { readList, writeList } from './statement.js';
import type { ConversationsTable, Db, MessagesTable, UserConversationsTable } from './tables.js';

/**
 * Asks for each message by itself: however little a database knows of how large its tables are, it then takes the index.
 * Both name the columns of a list of values alike.
 */
const earlier = readList<{ app: number }, { clientId: string; sender: string }>()((db, { app }, items) => {
  const pairs = sql.join(items.map(({ clientId, sender }) => sql`(${clientId}, ${sender})`));
  return db.selectFrom(sql<{ column1: string; column2: string }>`(values ${pairs})`.as('asked')).select((eb) => {
    const found = eb
      .selectFrom('messages')
      .where('messages.app_id', '=', app)
      .whereRef('messages.client_id', '=', 'asked.column1')
      .whereRef('messages.sender', '=', 'asked.column2');
    return [
      'asked.column1 as client_id',
      'asked.column2 as sender',
      found.select('messages.seq').as('seq'),
      found.select('messages.time').as('time'),
    ];
  });
});

const growConversations = writeList<object, ConversationsTable>()((db, _values, items) =>
  db
    .insertInto('conversations')
    .values(
      items.map(({ app_id, conv_id, head, counted, last_time }) => ({ app_id, conv_id, head, counted, last_time })),
    )
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'conv_id']).doUpdateSet((eb) => ({
        head: eb('conversations.head', '+', eb.ref('excluded.head')),
        counted: eb('conversations.counted', '+', eb.ref('excluded.counted')),
        last_time: eb.ref('excluded.last_time'),
      })),
    )
    .returning(['conv_id as name', 'head']),
);

type Seen = Pick<UserConversationsTable, 'app_id' | 'user_id' | 'conv_id' | 'target_type' | 'target_id' | 'seen'>;

/** Makes sure that users have the conversation, and counts what is no news for them. */
const addSeen = writeList<object, Seen>()((db, _values, items) =>
  db
    .insertInto('user_conversations')
    .values(
      items.map(({ app_id, user_id, conv_id, target_type, target_id, seen }) => ({
        app_id,
        user_id,
        conv_id,
        target_type,
        target_id,
        seen,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'user_id', 'conv_id'])
        .doUpdateSet((eb) => ({ seen: eb('user_conversations.seen', '+', eb.ref('excluded.seen')) })),
    ),
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
      version: item.version,
      counted: item.counted,
      lasting: item.lasting,
      types: item.types,
      profile: item.profile,
      only_for: item.only_for,
      receipt_total: item.receipt_total,
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
  return sends.map((send) => answers.get(send) ?? { type: 'refused', why: 'unknownReceiver' });
}

const sendKey = (sender: string, clientId: string): string => `${sender}/${clientId}`;

async function appendOfApp(db: Db, app: number, sends: readonly Send[], answers: Map<Send, Appended>): Promise<void> {
  const audience = await Audience.load(db, app, sends);
  const first = await earlierAnswers(db, app, sends);
  const fresh = new Map<string, Send>();
  for (const send of sends) {
    const key = sendKey(send.sender, send.clientId);
    if (first.has(key) || fresh.has(key)) continue;
    const why = audience.refusal(send) ?? (await mediaRefusal(db, app, send));
    if (why === undefined) fresh.set(key, send);
    else answers.set(send, { type: 'refused', why });
  }
  const stored = await store(db, app, [...fresh.values()], audience);
  for (const send of sends) {
    const key = sendKey(send.sender, send.clientId);
    const mine = stored.get(send);
    const theirs = first.get(key) ?? stored.get(fresh.get(key) ?? send);
    if (mine !== undefined) answers.set(send, mine);
    else if (theirs !== undefined) answers.set(send, { type: 'repeated', seq: theirs.seq, time: theirs.time });
  }
}

async function mediaRefusal(db: Db, app: number, { sender, media = [] }: Send): Promise<SendRefusal | undefined> {
  return (await maySendMedia(db, { app, user: sender, ids: media })) ? undefined : 'noMedia';
}

async function earlierAnswers(
  db: Db,
  app: number,
  sends: readonly Send[],
): Promise<Map<string, { seq: number; time: number }>> {
  const found = new Map<string, { seq: number; time: number }>();
  for (const { sender, client_id, seq, time } of await earlier.all(db, { app }, sends)) {
    if (seq !== null && time !== null) found.set(sendKey(sender, client_id), { seq, time });
  }
  return found;
}

type Stored = Appended & { type: 'stored' };

async function store(db: Db, app: number, sends: readonly Send[], audience: Audience): Promise<Map<Send, Stored>> {
  if (sends.length === 0) return new Map();
  const places = await placesInConversations(db, app, sends, audience);
  const runs = runsOf(sends, audience, (convId, count) => places.take(convId, count));
  await insertMessages.all(db, {}, messagesOf(runs, audience));
  const readers = await writeRuns(db, app, runs);
  await audience.confirm(db, app);
  const stored = new Map<Send, Stored>();
  for (const [run, ofRun] of readers) {
    for (const [at, send] of run.sends.entries()) {
      const profile = audience.profile(send);
      stored.set(send, { type: 'stored', seq: run.first + at, time: send.time, readers: ofRun, at, profile });
    }
  }
  await addSeen.all(db, {}, seenBy(app, sends, audience));
  await addMediaUses(
    db,
    app,
    sends.map(({ convId, media = [], mergers = [] }) => ({ convId, ids: media, mergers })),
  );
  await addMentions(
    db,
    app,
    sends.map((send) => ({ send, seq: stored.get(send)?.seq ?? 0, members: audience.readers(send) })),
  );
  return stored;
}

async function placesInConversations(db: Db, app: number, sends: readonly Send[], audience: Audience): Promise<Places> {
  const wanted = counts(sends.map(({ convId }) => convId));
  const rows = wanted.map(([conv_id, head]) => {
    const ofIt = sends.filter(({ convId }) => convId === conv_id);
    const counted = ofIt.filter((send) => audience.counts(send)).length;
    return { app_id: app, conv_id, head, counted, last_time: Math.max(...ofIt.map(({ time }) => time)) };
  });
  return new Places(wanted, await growConversations.all(db, {}, rows));
}

function messagesOf(runs: readonly Run[], audience: Audience): MessagesTable[] {
  return runs.flatMap(({ first, sends }) =>
    sends.map((send, at) => toRow(send, first + at, audience.profile(send), audience)),
  );
}

function toRow(send: Send, seq: number, profile: string | null, audience: Audience): MessagesTable {
  const { onlyFor } = send;
  return {
    app_id: send.app,
    conv_id: send.convId,
    seq,
    sender: send.sender,
    client_id: send.clientId,
    target_type: send.target.type,
    target_id: send.target.id,
    time: send.time,
    client_time: send.clientTime,
    random: send.random,
    platform: send.platform,
    body: send.body,
    version: 0,
    counted: audience.counts(send) ? 1 : 0,
    lasting: send.lasting ? 1 : 0,
    types: send.types,
    profile,
    revoked: null,
    only_for: onlyFor === undefined ? null : JSON.stringify(onlyFor),
    receipt_total: send.needReceipt ? audience.readers(send).filter((user) => user !== send.sender).length : null,
  };
}

/** One row for each user and conversation that a batch touches. */
function seenBy(app: number, sends: readonly Send[], audience: Audience): Seen[] {
  const rows = new Map<string, Seen>();
  const add = (send: Send, user: string, seen: number): void => {
    const { convId: conv_id, target } = send;
    const key = `${user}/${conv_id}`;
    const target_id = target.type === 'group' || user === send.sender ? target.id : send.sender;
    const row = rows.get(key);
    if (row !== undefined) row.seen += seen;
    else rows.set(key, { app_id: app, user_id: user, conv_id, target_type: target.type, target_id, seen });
  };
  for (const send of sends) {
    if (send.bySystem !== true) add(send, send.sender, audience.counts(send) ? 1 : 0);
    if (send.target.type === 'c2c') add(send, send.target.id, 0);
  }
  return [...rows.values()].sort((a, b) => (a.user_id + a.conv_id < b.user_id + b.conv_id ? -1 : 1));
}
