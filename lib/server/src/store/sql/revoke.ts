import { ELEM_TYPES, type Mention, type Revocation } from '@tim-node/protocol';
import type { ChangeRefusal, Refused, RevokeRequest, Written } from '../calls/history.js';
import { findProfiles } from './accounts.js';
import { lockConversation } from './conversation-lock.js';
import { type FoundRow, findStored } from './history.js';
import { log, type NewEntry } from './log.js';
import { parseMentions, setMentions } from './mentions.js';
import { forgetNews, mayChange, readersOf, type Reader } from './readers.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { findView, isRefused } from './views.js';

const markRevoked = statement<{ app: number; convId: string; seq: number; revoked: string }>()(
  (db, { app, convId, seq, revoked }) =>
    db
      .updateTable('messages')
      .set({ revoked, counted: 0, types: 0 })
      .where('app_id', '=', app)
      .where('conv_id', '=', convId)
      .where('seq', '=', seq),
);

/** Elements that the server writes by itself. */
export const SYSTEM_TYPES = 1 << ELEM_TYPES.indexOf('groupTip');

/** Takes a message back: nobody is told its content any more, and it is news for nobody. */
export async function revokeMessage(db: Db, request: RevokeRequest): Promise<Written | Refused<ChangeRefusal>> {
  const conversation = await lockConversation(db, request);
  const view = await findView(db, request);
  if (isRefused(view)) return view;
  const row = await findStored(db, view, request.seq);
  if (row === undefined) return { type: 'refused', why: 'unknown' };
  if (!mayChange(request.user, view.role, row) || (row.types & SYSTEM_TYPES) !== 0) {
    return { type: 'refused', why: 'denied' };
  }
  if (row.revoked !== null) return { type: 'written', entries: [] };
  if (row.time < request.oldest) return { type: 'refused', why: 'late' };
  const revoked = await revocation(db, request);
  const { app, convId, seq } = request;
  await markRevoked.all(db, { app, convId, seq, revoked: JSON.stringify(revoked) });
  const readers = await readersOf(db, request, row);
  const entries = readers.map((reader) => revokedEntry(reader, row, revoked));
  entries.push(...(await newsLost(db, request, row, readers, conversation?.counted ?? 0)));
  return { type: 'written', entries: await log(db, app, entries) };
}

async function revocation(db: Db, { app, user, reason, now }: RevokeRequest): Promise<Revocation> {
  const [account] = await findProfiles(db, { app, users: [user] });
  const profile = {
    ...(account?.nick ? { nick: account.nick } : {}),
    ...(account?.face_url ? { faceUrl: account.face_url } : {}),
  };
  return { by: user, reason, time: now, ...(Object.keys(profile).length === 0 ? {} : { profile }) };
}

function revokedEntry({ user, target }: Reader, row: FoundRow, revoked: Revocation): NewEntry {
  const { seq, sender, random, time, client_time: clientTime } = row;
  const change = { kind: 'revoked', target, message: { seq, sender, random, time, clientTime }, revoked } as const;
  return { user, change };
}

/** Those who had not read it have one unread message less, and perhaps a mention. */
async function newsLost(
  db: Db,
  place: { readonly app: number; readonly convId: string },
  { seq }: FoundRow,
  readers: readonly Reader[],
  counted: number,
): Promise<NewEntry[]> {
  const entries: NewEntry[] = [];
  await forgetNews(
    db,
    place,
    readers.filter(({ isNews }) => isNews).map(({ user }) => user),
  );
  for (const { user, target, seen, isNews, mentions: text } of readers) {
    const mentions = await withoutMention(db, { ...place, user }, text, seq);
    if (!isNews && mentions === undefined) continue;
    const unread = Math.max(0, counted - seen - (isNews ? 1 : 0));
    const changes = { unread, ...(mentions === undefined ? {} : { mentions }) };
    entries.push({ user, change: { kind: 'conversation', target, changes } });
  }
  return entries;
}

/** The mentions that are left when one has gone; nothing when it was not there. */
async function withoutMention(
  db: Db,
  row: { readonly app: number; readonly user: string; readonly convId: string },
  text: string | null,
  seq: number,
): Promise<Mention[] | undefined> {
  const mentions = parseMentions(text);
  const left = mentions.filter((mention) => mention.seq !== seq);
  if (left.length === mentions.length) return undefined;
  await setMentions(db, row, left);
  return left;
}
