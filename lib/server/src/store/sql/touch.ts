import type { MessageName, Target, UserFace } from '@tim-node/protocol';
import type { MarkQuery, MarkRefusal, MarkRefused } from '../calls/marks.js';
import type { StoredMessage } from '../calls/messages.js';
import { findProfiles } from './accounts.js';
import { findVisible, type FoundRow } from './history.js';
import { toStoredMessage } from './message-row.js';
import type { Db } from './tables.js';
import { findView, isRefused, type View } from './views.js';

/* Which messages somebody may put something to, and how these are told. */

/** A message that the asking user can see. */
export interface Touched {
  readonly row: FoundRow;
  readonly message: StoredMessage;
}

export function refused(why: MarkRefusal): MarkRefused {
  return { type: 'refused', why };
}

/** How a user sees a conversation, or why he does not. */
export async function viewOf(db: Db, query: MarkQuery): Promise<View | MarkRefusal> {
  const view = await findView(db, query);
  return isRefused(view) ? view.why : view;
}

/** Those of the messages that the user can see and that were not taken back, in the order of the conversation. */
export async function findTouched(
  db: Db,
  query: MarkQuery,
  seqs: readonly number[],
): Promise<readonly Touched[] | MarkRefusal> {
  const view = await viewOf(db, query);
  return typeof view === 'string' ? view : touchedIn(db, view, seqs);
}

async function touchedIn(db: Db, view: View, seqs: readonly number[]): Promise<readonly Touched[]> {
  const rows = await findVisible(db, view, seqs);
  return rows.filter(({ revoked }) => revoked === null).map((row) => ({ row, message: toStoredMessage(row) }));
}

/** The one message, or that there is none. */
export async function findInView(db: Db, view: View, seq: number): Promise<Touched | MarkRefusal> {
  const [found] = await touchedIn(db, view, [seq]);
  return found ?? 'noMessage';
}

/** The one message, or why there is none. */
export async function findOneTouched(db: Db, query: MarkQuery, seq: number): Promise<Touched | MarkRefusal> {
  const view = await viewOf(db, query);
  return typeof view === 'string' ? view : findInView(db, view, seq);
}

/** The conversation of a message as the owner of a log sees it. */
export function targetFor(owner: string, { sender, target }: StoredMessage): Target {
  return target.type === 'group' || owner === sender ? target : { type: 'c2c', id: sender };
}

/** What names a message to those who may not have it any more. */
export function nameOf({ seq, sender, random, time, clientTime }: StoredMessage): MessageName {
  return { seq, sender, random, time, clientTime };
}

/** Users as lists show them, in the order given. */
export async function facesOf(db: Db, app: number, users: readonly string[]): Promise<UserFace[]> {
  const rows = new Map((await findProfiles(db, { app, users })).map((row) => [row.user_id, row]));
  return users.map((user) => {
    const { nick, face_url: faceUrl } = rows.get(user) ?? { nick: null, face_url: null };
    return { user, ...(nick ? { nick } : {}), ...(faceUrl ? { faceUrl } : {}) };
  });
}
