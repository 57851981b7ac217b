import { LIMITS, MENTION_ALL, type Mention } from '@tim-node/protocol';
import type { Send } from '../calls/messages.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

interface Mentioning {
  readonly send: Send;
  readonly seq: number;
  /** Who gets the message. */
  readonly members: readonly string[];
}

interface Row {
  readonly app: number;
  readonly user: string;
  readonly convId: string;
}

const find = statement<Row>()((db, { app, user, convId }) =>
  db
    .selectFrom('user_conversations')
    .select('mentions')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

const update = statement<Row & { mentions: string }>()((db, { app, user, convId, mentions }) =>
  db
    .updateTable('user_conversations')
    .set({ mentions })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** Notes with the mentioned members of groups where they are mentioned. */
export async function addMentions(db: Db, app: number, all: readonly Mentioning[]): Promise<void> {
  for (const { send, seq, members } of all) {
    if (send.mentions.length === 0 || send.target.type !== 'group') continue;
    const mentioned = new Set(send.mentions);
    for (const user of members) {
      const mention: Mention = { seq, me: mentioned.has(user), all: mentioned.has(MENTION_ALL) };
      if (user === send.sender || (!mention.me && !mention.all)) continue;
      await addMention(db, { app, user, convId: send.convId }, mention);
    }
  }
}

/** The unread mentions are now these. */
export async function setMentions(db: Db, { app, user, convId }: Row, mentions: readonly Mention[]): Promise<void> {
  await update.all(db, { app, user, convId, mentions: JSON.stringify(mentions) });
}

async function addMention(db: Db, row: Row, mention: Mention): Promise<void> {
  const found = await find.first(db, row);
  if (found === undefined) return;
  const mentions = [...parseMentions(found.mentions), mention].slice(-LIMITS.keptMentions);
  await update.all(db, { ...row, mentions: JSON.stringify(mentions) });
}

export function parseMentions(text: string | null): Mention[] {
  return text === null ? [] : (JSON.parse(text) as Mention[]);
}
