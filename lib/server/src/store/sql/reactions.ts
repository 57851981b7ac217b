import { LIMITS, type Reaction } from '@tim-node/protocol';
import type {
  Changed,
  Found,
  MarkRefusal,
  PlacesQuery,
  ReactionChange,
  ReactionsOfMessage,
  ReactorsQuery,
  UsersPage,
} from '../calls/marks.js';
import { lockConversation } from './conversation-lock.js';
import { log } from './log.js';
import { readList, statement } from './statement.js';
import type { Db } from './tables.js';
import { readersOf } from './readers.js';
import { facesOf, findOneTouched, findTouched, nameOf, refused, type Touched } from './touch.js';

interface Place {
  readonly app: number;
  readonly convId: string;
  readonly seq: number;
}

type OneReaction = Place & { reaction: string };

const counts = statement<Place>()((db, { app, convId, seq }) =>
  db
    .selectFrom('reactions')
    .select(['reaction', db.fn.countAll<number>().as('count')])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .groupBy('reaction'),
);

const insert = statement<OneReaction & { user: string; now: number }>()(
  (db, { app, convId, seq, reaction, user, now }) =>
    db
      .insertInto('reactions')
      .values({ app_id: app, conv_id: convId, seq, reaction, user_id: user, time: now })
      .onConflict((conflict) => conflict.columns(['app_id', 'conv_id', 'seq', 'reaction', 'user_id']).doNothing()),
);

const find = statement<OneReaction & { user: string }>()((db, { app, convId, seq, reaction, user }) =>
  db
    .selectFrom('reactions')
    .select('user_id')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .where('reaction', '=', reaction)
    .where('user_id', '=', user),
);

const remove = statement<OneReaction & { user: string }>()((db, { app, convId, seq, reaction, user }) =>
  db
    .deleteFrom('reactions')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .where('reaction', '=', reaction)
    .where('user_id', '=', user),
);

const reactors = statement<OneReaction & { skip: number; limit: number }>()(
  (db, { app, convId, seq, reaction, skip, limit }) =>
    db
      .selectFrom('reactions')
      .select('user_id')
      .where('app_id', '=', app)
      .where('conv_id', '=', convId)
      .where('seq', '=', seq)
      .where('reaction', '=', reaction)
      .orderBy('time')
      .orderBy('user_id')
      .offset(skip)
      .limit(limit),
);

/** Adds a reaction of a user or takes it away. */
export async function setReaction(db: Db, request: ReactionChange): Promise<Changed> {
  await lockConversation(db, request);
  const found = await findOneTouched(db, request, request.seq);
  if (typeof found === 'string') return refused(found);
  const why = await (request.on ? whyNotAdded(db, request) : whyNotRemoved(db, request));
  if (why !== undefined) return refused(why);
  await (request.on ? insert.all(db, request) : remove.all(db, request));
  return { type: 'changed', logged: await tell(db, request, found), value: undefined };
}

/** It is there, or there is no room for one more. */
async function whyNotAdded(db: Db, request: ReactionChange): Promise<MarkRefusal | undefined> {
  const all = await counts.all(db, request);
  const same = all.find(({ reaction }) => reaction === request.reaction);
  if (same === undefined) return all.length >= LIMITS.reactions ? 'tooManyReactions' : undefined;
  if ((await find.first(db, request)) !== undefined) return 'alreadyReacted';
  return same.count >= LIMITS.reactionUsers ? 'tooManyReactors' : undefined;
}

async function whyNotRemoved(db: Db, request: ReactionChange): Promise<MarkRefusal | undefined> {
  if ((await find.first(db, request)) !== undefined) return undefined;
  const all = await counts.all(db, request);
  return all.some(({ reaction }) => reaction === request.reaction) ? 'notReacted' : 'reactionMissing';
}

/** How the reaction is now, for everybody who can see the message. */
async function tell(db: Db, request: ReactionChange, { row, message }: Touched): ReturnType<typeof log> {
  const { app, reaction } = request;
  const rows = await reactors.all(db, { ...request, skip: 0, limit: LIMITS.reactionUsers });
  const all = rows.map(({ user_id }) => user_id);
  const mine = new Set(all);
  const users = await facesOf(db, app, all.slice(0, LIMITS.shownReactors));
  const readers = await readersOf(db, request, row);
  return log(
    db,
    app,
    readers.map(({ user, target }) => {
      const now: Reaction = { id: reaction, count: all.length, users, mine: mine.has(user) };
      return { user, change: { kind: 'reactions' as const, target, message: nameOf(message), reactions: [now] } };
    }),
  );
}

/** The first users of each reaction to some messages, the asking user wherever he is, and how many there are. */
const firsts = readList<{ app: number; convId: string; user: string; users: number }, { seq: number }>()(
  (db, { app, convId, user, users }, items) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom('reactions')
          .select((eb) => [
            'seq',
            'reaction',
            'user_id',
            eb.fn
              .agg<number>('row_number')
              .over((over) => over.partitionBy(['seq', 'reaction']).orderBy('time').orderBy('user_id'))
              .as('place'),
            eb.fn
              .countAll<number>()
              .over((over) => over.partitionBy(['seq', 'reaction']))
              .as('count'),
            eb.fn
              .min<number>('time')
              .over((over) => over.partitionBy(['seq', 'reaction']))
              .as('begun'),
          ])
          .where('app_id', '=', app)
          .where('conv_id', '=', convId)
          .where(
            'seq',
            'in',
            items.map(({ seq }) => seq),
          )
          .as('ranked'),
      )
      .select(['seq', 'reaction', 'user_id', 'place', 'count'])
      .where((eb) => eb.or([eb('place', '=', 1), eb('place', '<=', users), eb('user_id', '=', user)]))
      .orderBy('seq')
      .orderBy('begun')
      .orderBy('reaction')
      .orderBy('place'),
);

export async function getReactions(
  db: Db,
  query: PlacesQuery & { readonly users: number },
): Promise<Found<ReactionsOfMessage[]>> {
  const { app, user, convId, seqs, users } = query;
  const found = await findTouched(db, query, seqs);
  if (typeof found === 'string') return refused(found);
  const items = found.map(({ message: { seq } }) => ({ seq }));
  const rows = await firsts.all(db, { app, convId, user, users }, items);
  const shown = rows.filter(({ place }) => place <= users).map(({ user_id }) => user_id);
  const faces = new Map((await facesOf(db, app, [...new Set(shown)])).map((face) => [face.user, face]));
  const value = items.map(({ seq }) => {
    const reactions = new Map<string, { -readonly [K in keyof Reaction]: Reaction[K] }>();
    for (const row of rows.filter((each) => each.seq === seq)) {
      const reaction = reactions.get(row.reaction) ?? { id: row.reaction, count: row.count, users: [], mine: false };
      reactions.set(row.reaction, reaction);
      if (row.user_id === user) reaction.mine = true;
      const face = row.place <= users ? faces.get(row.user_id) : undefined;
      if (face !== undefined) reaction.users.push(face);
    }
    return { seq, reactions: [...reactions.values()] };
  });
  return { type: 'found', value };
}

export async function listReactors(db: Db, query: ReactorsQuery): Promise<Found<UsersPage>> {
  const { app, seq, limit } = query;
  const found = await findOneTouched(db, query, seq);
  if (typeof found === 'string') return refused(found);
  const rows = await reactors.all(db, { ...query, limit: limit + 1 });
  const users = rows.slice(0, limit).map(({ user_id }) => user_id);
  return { type: 'found', value: { users: await facesOf(db, app, users), finished: rows.length <= limit } };
}
