import { ERRORS, LIMITS, type Extension, type ExtensionOutcome, type MessageBody } from '@tim-node/protocol';
import type { Changed, ExtensionsDeletion, ExtensionsSetting, Found, MarkRefusal, PlaceQuery } from '../calls/marks.js';
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
const CONFLICT = { code: ERRORS.extensionConflict.code, desc: ERRORS.extensionConflict.meaning };

type Values = ReadonlyMap<string, string>;

const valuesOf = async (db: Db, place: Place): Promise<Map<string, string>> =>
  new Map((await ofMessage.all(db, place)).map(({ name, value }) => [name, value]));

/** Tells under which keys there is something else than the caller takes to be there; nothing is the empty text. */
function conflicts(now: Values, known: readonly Extension[] | undefined): (key: string) => boolean {
  if (known === undefined) return () => false;
  const taken = new Map(known.map(({ key, value }) => [key, value]));
  return (key) => (now.get(key) ?? '') !== (taken.get(key) ?? '');
}

/** The message, if extensions may be put to it. */
async function extensible(db: Db, query: PlaceQuery): Promise<Touched | MarkRefusal> {
  const view = await viewOf(db, query);
  if (typeof view === 'string') return view;
  if (view.groupType === 'AVChatRoom') return 'notAllowed';
  const found = await findInView(db, view, query.seq);
  if (typeof found === 'string') return found;
  return (JSON.parse(found.message.body) as MessageBody).extensible === true ? found : 'notWanted';
}

export async function setExtensions(db: Db, request: ExtensionsSetting): Promise<Changed<ExtensionOutcome[]>> {
  const { app, convId, seq } = request;
  await lockConversation(db, request);
  const found = await extensible(db, request);
  if (typeof found === 'string') return refused(found);
  const before = await valuesOf(db, request);
  const isConflict = conflicts(before, request.known);
  const now = new Map(before);
  const changed = new Map<string, Extension>();
  const results = request.set.map(({ key, value }): ExtensionOutcome => {
    const extension = { key, value };
    // Sent again after a lost answer, it is there already.
    if (before.get(key) !== value && isConflict(key)) {
      return { ...CONFLICT, extension: { key, value: before.get(key) ?? '' } };
    }
    if (!now.has(key) && now.size >= LIMITS.extensions) return { ...FULL, extension };
    if (now.get(key) !== value) changed.set(key, extension);
    now.set(key, value);
    return { ...DONE, extension };
  });
  const set = [...changed.values()];
  await upsert.all(db, { app, convId, seq }, set);
  return { type: 'changed', logged: await tell(db, request, found, { set }), value: results };
}

export async function deleteExtensions(db: Db, request: ExtensionsDeletion): Promise<Changed<ExtensionOutcome[]>> {
  const { app, convId, seq, keys } = request;
  await lockConversation(db, request);
  const found = await extensible(db, request);
  if (typeof found === 'string') return refused(found);
  const now = await valuesOf(db, request);
  const isConflict = keys.length === 0 ? () => false : conflicts(now, request.known);
  const wanted = keys.length === 0 ? [...now.keys()] : [...new Set(keys)];
  const deleted = wanted.filter((key) => now.has(key) && !isConflict(key));
  await remove.all(
    db,
    { app, convId, seq },
    deleted.map((key) => ({ key })),
  );
  const results = wanted.map((key): ExtensionOutcome => {
    const value = now.get(key);
    if (value === undefined) return { ...MISSING, extension: { key, value: '' } };
    return isConflict(key) ? { ...CONFLICT, extension: { key, value } } : { ...DONE, extension: { key, value: '' } };
  });
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
