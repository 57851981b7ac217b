import { sql } from 'kysely';
import type { Appended, Readers, Send, SendRefusal } from '../calls/messages.js';
import { Audience } from './audience.js';
import { addMediaUses, maySendMedia } from './media.js';
import { addMentions } from './mentions.js';
import { Places } from './places.js';
import { isLarge, roomFor, runsOf, writeRuns, writeSmall, type Run } from './runs.js';
import { atLast, tableStatement, together } from './statement.js';
import type { ConversationsTable, Db, MessagesTable, UserConversationsTable } from './tables.js';

/** What is written of a new message; its version is 0. */
const NEW_MESSAGE = {
  conv_id: 'text',
  seq: 'bigint',
  sender: 'text',
  client_id: 'text',
  target_type: 'text',
  target_id: 'text',
  time: 'bigint',
  client_time: 'bigint',
  random: 'bigint',
  platform: 'text',
  body: 'text',
  counted: 'bigint',
  lasting: 'bigint',
  types: 'bigint',
  profile: 'text',
  only_for: 'text',
  receipt_total: 'bigint',
} as const;
const NEW_MESSAGE_COLUMNS = Object.keys(NEW_MESSAGE) as (keyof typeof NEW_MESSAGE)[];

/**
 * Asks for each message by itself: however little a database knows of how large its tables are, it then takes the index.
 */
const earlier = tableStatement<{ app: number }, { client_id: string; sender: string }>({
  client_id: 'text',
  sender: 'text',
})((db, { app }, given) => {
  const found = db
    .selectFrom('messages')
    .where('messages.app_id', '=', app)
    .where('messages.client_id', '=', sql.ref<string>('given.client_id'))
    .where('messages.sender', '=', sql.ref<string>('given.sender'));
  return db
    .selectFrom(given)
    .select([
      'given.client_id',
      'given.sender',
      found.select('messages.seq').as('seq'),
      found.select('messages.time').as('time'),
    ])
    .where(found.select('messages.seq'), 'is not', null);
});

type Growth = Pick<ConversationsTable, 'conv_id' | 'head' | 'counted' | 'last_time'>;

/** The time of a conversation never goes back. */
const growConversations = tableStatement<{ app: number }, Growth>({
  conv_id: 'text',
  head: 'bigint',
  counted: 'bigint',
  last_time: 'bigint',
})((db, { app }, given) =>
  db
    .insertInto('conversations')
    .columns(['app_id', 'conv_id', 'head', 'counted', 'last_time'])
    .expression(
      db
        .selectFrom(given)
        .select((eb) => [eb.cast<number>(eb.val(app), 'bigint').as('app_id'), 'conv_id', 'head', 'counted'])
        .select('last_time')
        .where((eb) => eb.lit(true)),
    )
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'conv_id']).doUpdateSet((eb) => ({
        head: eb('conversations.head', '+', eb.ref('excluded.head')),
        counted: eb('conversations.counted', '+', eb.ref('excluded.counted')),
        last_time: eb
          .case()
          .when('conversations.last_time', '>', eb.ref('excluded.last_time'))
          .then(eb.ref('conversations.last_time'))
          .else(eb.ref('excluded.last_time'))
          .end(),
      })),
    )
    .returning(['conv_id as name', 'head', 'last_time as time']),
);

type Seen = Pick<UserConversationsTable, 'user_id' | 'conv_id' | 'target_type' | 'target_id' | 'seen'>;

/** Makes sure that users have the conversation, and counts what is no news for them. */
const addSeen = tableStatement<{ app: number }, Seen>({
  user_id: 'text',
  conv_id: 'text',
  target_type: 'text',
  target_id: 'text',
  seen: 'bigint',
})((db, { app }, given) =>
  db
    .insertInto('user_conversations')
    .columns(['app_id', 'user_id', 'conv_id', 'target_type', 'target_id', 'seen'])
    .expression(
      db
        .selectFrom(given)
        .select((eb) => [eb.cast<number>(eb.val(app), 'bigint').as('app_id'), 'user_id', 'conv_id'])
        .select(['target_type', 'target_id', 'seen'])
        .where((eb) => eb.lit(true)),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'user_id', 'conv_id'])
        .doUpdateSet((eb) => ({ seen: eb('user_conversations.seen', '+', eb.ref('excluded.seen')) })),
    ),
);

type NewMessage = Omit<MessagesTable, 'app_id' | 'version' | 'revoked'>;

const insertMessages = tableStatement<{ app: number }, NewMessage>(NEW_MESSAGE)((db, { app }, given) =>
  db
    .insertInto('messages')
    .columns(['app_id', ...NEW_MESSAGE_COLUMNS])
    .expression(
      db
        .selectFrom(given)
        .select((eb) => eb.cast<number>(eb.val(app), 'bigint').as('app_id'))
        .select(NEW_MESSAGE_COLUMNS),
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
  const [audience, first] = await together([Audience.load(db, app, sends), earlierAnswers(db, app, sends)]);
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
  const asked = sends.map(({ clientId, sender }) => ({ client_id: clientId, sender }));
  for (const { sender, client_id, seq, time } of await earlier.all(db, { app }, asked)) {
    if (seq !== null && time !== null) found.set(sendKey(sender, client_id), { seq, time });
  }
  return found;
}

type Stored = Appended & { type: 'stored' };

async function store(db: Db, app: number, sends: readonly Send[], audience: Audience): Promise<Map<Send, Stored>> {
  if (sends.length === 0) return new Map();
  const runs = runsOf(sends, audience);
  const written = runs.some(isLarge)
    ? await writeOneByOne(db, app, runs, audience)
    : await writeTogether(db, app, runs, audience);
  const stored = new Map<Send, Stored>();
  for (const [{ sends: ofRun, first, time }, readers] of written) {
    for (const [at, send] of ofRun.entries()) {
      stored.set(send, { type: 'stored', seq: first + at, time, readers, at, profile: audience.profile(send) });
    }
  }
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

/** What gives places away goes to the database at once, then what is written there. */
async function writeTogether(
  db: Db,
  app: number,
  runs: readonly Run[],
  audience: Audience,
): Promise<ReadonlyMap<Run, Readers>> {
  const [, room] = await together([
    placeInConversations(db, app, runs, audience),
    roomFor(db, app, runs),
    audience.confirm(db, app),
  ]);
  await atLast(db, [
    insertMessages.all(db, { app }, messagesOf(runs, audience)),
    writeSmall(db, app, room),
    addSeen.all(db, { app }, seenBy(runs, audience)),
  ]);
  return room;
}

/** A large group gives its members their places by itself: its runs and those around them follow each other. */
async function writeOneByOne(
  db: Db,
  app: number,
  runs: readonly Run[],
  audience: Audience,
): Promise<ReadonlyMap<Run, Readers>> {
  await placeInConversations(db, app, runs, audience);
  await insertMessages.all(db, { app }, messagesOf(runs, audience));
  const readers = await writeRuns(db, app, runs);
  await audience.confirm(db, app);
  await atLast(db, [addSeen.all(db, { app }, seenBy(runs, audience))]);
  return readers;
}

/** Gives runs their places and times. */
async function placeInConversations(db: Db, app: number, runs: readonly Run[], audience: Audience): Promise<void> {
  const growth = new Map<string, Growth>();
  for (const { convId, sends } of runs) {
    let row = growth.get(convId);
    if (row === undefined) growth.set(convId, (row = { conv_id: convId, head: 0, counted: 0, last_time: 0 }));
    for (const send of sends) {
      row.head += 1;
      if (audience.counts(send)) row.counted += 1;
      row.last_time = Math.max(row.last_time, send.time);
    }
  }
  const rows = [...growth.values()].sort((a, b) => (a.conv_id < b.conv_id ? -1 : 1));
  const grown = await growConversations.all(db, { app }, rows);
  const places = new Places(
    rows.map(({ conv_id, head }) => [conv_id, head]),
    grown,
  );
  const times = new Map(grown.map(({ name, time }) => [name, time]));
  for (const run of runs) {
    run.first = places.take(run.convId, run.sends.length);
    run.time = times.get(run.convId) ?? run.time;
  }
}

function messagesOf(runs: readonly Run[], audience: Audience): NewMessage[] {
  return runs.flatMap((run) => run.sends.map((send, at) => toRow(send, run.first + at, run.time, audience)));
}

function toRow(send: Send, seq: number, time: number, audience: Audience): NewMessage {
  const { onlyFor } = send;
  return {
    conv_id: send.convId,
    seq,
    sender: send.sender,
    client_id: send.clientId,
    target_type: send.target.type,
    target_id: send.target.id,
    time,
    client_time: send.clientTime,
    random: send.random,
    platform: send.platform,
    body: send.body,
    counted: audience.counts(send) ? 1 : 0,
    lasting: send.lasting ? 1 : 0,
    types: send.types,
    profile: audience.profile(send),
    only_for: onlyFor === undefined ? null : JSON.stringify(onlyFor),
    receipt_total: send.needReceipt ? audience.readers(send).filter((user) => user !== send.sender).length : null,
  };
}

/** One row for each user and conversation that a batch touches. */
function seenBy(runs: readonly Run[], audience: Audience): Seen[] {
  const rows = new Map<string, Seen>();
  const add = (send: Send, user: string, seen: number): void => {
    const { convId: conv_id, target } = send;
    const key = `${user}/${conv_id}`;
    const target_id = target.type === 'group' || user === send.sender ? target.id : send.sender;
    const row = rows.get(key);
    if (row !== undefined) row.seen += seen;
    else rows.set(key, { user_id: user, conv_id, target_type: target.type, target_id, seen });
  };
  for (const send of runs.flatMap(({ sends }) => sends)) {
    if (send.bySystem !== true) add(send, send.sender, audience.counts(send) ? 1 : 0);
    if (send.target.type === 'c2c') add(send, send.target.id, 0);
  }
  return [...rows.values()].sort((a, b) => (a.user_id + a.conv_id < b.user_id + b.conv_id ? -1 : 1));
}
