import type { Elem, MessageBody } from '@tim-node/protocol';
import type { ModifyOutcome, ModifyRequest } from '../calls/history.js';
import { lockConversation } from './conversation-lock.js';
import { findStored } from './history.js';
import { log } from './log.js';
import { addMediaUses, maySendMedia } from './media.js';
import { toStoredMessage, type MessageRow } from './message-row.js';
import { mayChange, readersOf } from './readers.js';
import { SYSTEM_TYPES } from './revoke.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { findView, isRefused } from './views.js';

interface Change {
  readonly app: number;
  readonly convId: string;
  readonly seq: number;
  readonly body: string;
  readonly types: number;
  readonly version: number;
}

const update = statement<Change>()((db, { app, convId, seq, body, types, version }) =>
  db
    .updateTable('messages')
    .set({ body, types, version })
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq),
);

/** Changes the content of a message, unless somebody else has done so in the meantime. */
export async function modifyMessage(db: Db, request: ModifyRequest): Promise<ModifyOutcome> {
  await lockConversation(db, request);
  const view = await findView(db, request);
  if (isRefused(view)) return view;
  const row = await findStored(db, view, request.seq);
  if (row === undefined || row.revoked !== null) return { type: 'refused', why: 'unknown' };
  if (!mayChange(request.user, view.role, row) || (row.types & SYSTEM_TYPES) !== 0) {
    return { type: 'refused', why: 'denied' };
  }
  if (row.version !== request.version) {
    return { type: 'answered', modified: false, message: toStoredMessage(row), entries: [] };
  }
  const body = changedBody(row, request);
  if (Buffer.byteLength(body) > request.maxBytes) return { type: 'refused', why: 'tooLong' };
  const { app, convId, seq, types, user, media, mergers = [] } = request;
  if (!(await maySendMedia(db, { app, user, ids: media }))) return { type: 'refused', why: 'noMedia' };
  await addMediaUses(db, app, [{ convId, ids: media, mergers }]);
  const version = row.version + 1;
  await update.all(db, { app, convId, seq, body, types, version });
  const message = toStoredMessage({ ...row, body, version });
  const entries = (await readersOf(db, request, row)).map((reader) => ({
    user: reader.user,
    change: { kind: 'modified', by: user } as const,
    about: { convId, message },
  }));
  return { type: 'answered', modified: true, message, entries: await log(db, app, entries) };
}

/** The body keeps what is not changed. */
function changedBody({ body }: MessageRow, { elems, cloudData }: ModifyRequest): string {
  const { cloudData: before, ...kept } = JSON.parse(body) as MessageBody;
  const data = cloudData ?? before ?? '';
  const changed: MessageBody = {
    ...kept,
    elems: JSON.parse(elems) as Elem[],
    ...(data === '' ? {} : { cloudData: data }),
  };
  return JSON.stringify(changed);
}
