import { ERRORS, LIMITS, type Extension, type ExtensionOutcome, type MessageBody } from '@tim-node/protocol';
import type { Changed, Found, MarkRefusal, PlaceQuery } from '../calls/marks.js';
import { lockConversation } from './conversation-lock.js';
import { log } from './log.js';
import { statement, writeList } from './statement.js';
import type { Db } from './tables.js';
import { readersOf } from './readers.js';
import { findInView, findOneTouched, nameOf, refused, viewOf, type Touched } from './touch.js';

interface Place {
  readonly app: number;
  readonly convId: string;
  readonly seq: number;
}

const ofMessage = statement<Place>()((db, { app, convId, seq }) =>
  db
    .selectFrom('extensions')
    .select(['name', 'value'])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .orderBy('name'),
);

const upsert = writeList<Place, Extension>()((db, { app, convId, seq }, items) =>
  db
    .insertInto('extensions')
    .values(items.map(({ key, value }) => ({ app_id: app, conv_id: convId, seq, name: key, value })))
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'conv_id', 'seq', 'name']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);

const remove = writeList<Place, { key: string }>()((db, { app, convId, seq }, items) =>
  db
    .deleteFrom('extensions')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .where(
      'name',
      'in',
      items.map(({ key }) => key),
    ),
);

const DONE = { code: 0, desc: '' };
const FULL = {
  code: ERRORS.invalidParameters.code,
  desc: `a message holds at most ${LIMITS.extensions} extensions`,
};
const MISSING = { code: ERRORS.extensionMissing.code, desc: ERRORS.extensionMissing.meaning };

/** The message, if extensions may be put to it. */
async function extensible(db: Db, query: PlaceQuery): Promise<Touched | MarkRefusal> {
  const view = await viewOf(db, query);
  if (typeof view === 'string') return view;
  if (view.groupType === 'AVChatRoom') return 'notAllowed';
  const found = await findInView(db, view, query.seq);
  if (typeof found === 'string') return found;
  return (JSON.parse(found.message.body) as MessageBody).extensible === true ? found : 'notWanted';
}

export async function setExtensions(
  db: Db,
  request: PlaceQuery & { readonly set: readonly Extension[] },
): Promise<Changed<ExtensionOutcome[]>> {
  const { app, convId, seq } = request;
  await lockConversation(db, request);
  const found = await extensible(db, request);
  if (typeof found === 'string') return refused(found);
  const now = new Map((await ofMessage.all(db, request)).map(({ name, value }) => [name, value]));
  const changed = new Map<string, Extension>();
  const results = request.set.map(({ key, value }): ExtensionOutcome => {
    const extension = { key, value };
    if (!now.has(key) && now.size >= LIMITS.extensions) return { ...FULL, extension };
    if (now.get(key) !== value) changed.set(key, extension);
    now.set(key, value);
    return { ...DONE, extension };
  });
  const set = [...changed.values()];
  await upsert.all(db, { app, convId, seq }, set);
  return { type: 'changed', logged: await tell(db, request, found, { set }), value: results };
}

export async function deleteExtensions(
  db: Db,
  request: PlaceQuery & { readonly keys: readonly string[] },
): Promise<Changed<ExtensionOutcome[]>> {
  const { app, convId, seq, keys } = request;
  await lockConversation(db, request);
  const found = await extensible(db, request);
  if (typeof found === 'string') return refused(found);
  const now = new Set((await ofMessage.all(db, request)).map(({ name }) => name));
  const wanted = keys.length === 0 ? [...now] : [...new Set(keys)];
  const deleted = wanted.filter((key) => now.has(key));
  await remove.all(
    db,
    { app, convId, seq },
    deleted.map((key) => ({ key })),
  );
  const results = wanted.map((key) => ({ ...(now.has(key) ? DONE : MISSING), extension: { key, value: '' } }));
  return { type: 'changed', logged: await tell(db, request, found, { deleted }), value: results };
}

/** Everybody who can see the message is told what has changed, if anything has. */
async function tell(
  db: Db,
  query: PlaceQuery,
  { row, message }: Touched,
  changes: { readonly set: readonly Extension[] } | { readonly deleted: readonly string[] },
): ReturnType<typeof log> {
  if (Object.values(changes).every(({ length }) => length === 0)) return [];
  const readers = await readersOf(db, query, row);
  const told = { kind: 'extensions' as const, message: nameOf(message), ...changes };
  return log(
    db,
    query.app,
    readers.map(({ user, target }) => ({ user, change: { ...told, target } })),
  );
}

export async function getExtensions(db: Db, query: PlaceQuery): Promise<Found<Extension[]>> {
  const found = await findOneTouched(db, query, query.seq);
  if (typeof found === 'string') return refused(found);
  const rows = await ofMessage.all(db, query);
  return { type: 'found', value: rows.map(({ name, value }) => ({ key: name, value })) };
}
