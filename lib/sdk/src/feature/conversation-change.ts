import {
  LIMITS,
  MENTION_ALL,
  revokedBody,
  type Conversation,
  type Face,
  type LogEntry,
  type Mention,
  type Message,
  type Target,
} from '@tim-node/protocol';
import { withReceiptsOf } from '../local/rules.js';

/* What each entry of a user's log changes of one conversation. */

/** What the user was writing; kept on this machine only. */
export interface Draft {
  /** The message as JSON text of the API that it came from. */
  readonly message: string;
  /** The app's own text. */
  readonly custom: string;
  /** When it was last edited; unix seconds. */
  readonly time: number;
}

/** A conversation with what only this machine knows of it. */
export interface KeptConversation extends Conversation {
  readonly draft?: Draft;
  /** It is in the list for its draft only: the server has none. */
  readonly unlisted?: true;
}

/** Names a conversation in one text, as the API does: `c2c_` and UserID, `group_` and group id. */
export type ConversationKey = string;

export function keyOf({ type, id }: Target): ConversationKey {
  return `${type}_${id}`;
}

/** The conversation of a message as the user `self` sees it: between two users it is named by the other one. */
export function targetOf({ target, sender }: Message, self: string): Target {
  return target.type === 'group' || sender === self ? target : { type: 'c2c', id: sender };
}

/** The conversation of an entry; nothing for those that are about no single one. */
export function targetOfEntry(entry: LogEntry, self: string): Target | undefined {
  if ('target' in entry) return entry.target;
  return entry.kind === 'message' || entry.kind === 'modified' ? targetOf(entry.message, self) : undefined;
}

/** A conversation of which nothing is known yet. */
export function blank(target: Target, at: number): KeptConversation {
  return {
    target: { type: target.type, id: target.id },
    face: { name: '', faceUrl: '' },
    unread: 0,
    readSeq: 0,
    readTime: 0,
    peerReadSeq: 0,
    active: 0,
    last: null,
    pinned: false,
    marks: '0',
    custom: '',
    option: 0,
    mentions: [],
    groups: [],
    at,
  };
}

/** What becomes of a conversation. `reload`: the server knows more than the entry says. */
export interface Changed {
  /** Nothing: it is gone, or there is none. */
  readonly now: KeptConversation | undefined;
  readonly reload?: boolean;
}

type Kind = LogEntry['kind'];
type EntryOf<K extends Kind> = Extract<LogEntry, { readonly kind: K }>;
type Change<K extends Kind> = (entry: EntryOf<K>, known: KeptConversation | undefined, self: string) => Changed;

/** How a conversation is after an entry that is about it. `known` is how it was; nothing when it was not in the list. */
export function changed(entry: LogEntry, known: KeptConversation | undefined, self: string): Changed {
  const change = CHANGES[entry.kind] as Change<Kind> | undefined;
  if (change === undefined) return { now: known };
  const { now, reload = false } = change(entry, known, self);
  if (now === known || now === undefined) return { now, reload };
  return { now: { ...now, at: entry.seq }, reload: reload || known === undefined };
}

const CHANGES: { readonly [K in Kind]?: Change<K> } = {
  message: ({ message }, known, self) => withMessage(known ?? strange(message, self), message, self),
  modified: ({ message }, known) =>
    known?.last?.seq === message.seq
      ? { now: { ...known, last: withReceiptsOf(message, known.last) } }
      : { now: known },
  revoked: ({ message: { seq }, revoked }, known) =>
    changedLast(known, [seq], (last) => ({ ...last, body: revokedBody(last.body), revoked })),
  receipts: ({ receipts }, known) => {
    const reads = new Map(receipts.map(({ seq, read }) => [seq, read]));
    return changedLast(known, [...reads.keys()], (last) =>
      withReceiptsOf({ ...last, receiptRead: reads.get(last.seq) ?? 0 }, last),
    );
  },
  receiptsSent: ({ seqs }, known) => changedLast(known, seqs, (last) => ({ ...last, receiptSent: true })),
  // What was before it is not known here.
  deleted: ({ seqs }, known) =>
    known?.last != null && seqs.includes(known.last.seq)
      ? { now: { ...known, last: null }, reload: true }
      : { now: known },
  cleared: ({ upTo }, known) => ({ now: known === undefined ? undefined : cleared(known, upTo) }),
  conversation: ({ target, changes, message }, known) => {
    const last = message ?? changes.last ?? undefined;
    const now = { ...(known ?? blank(target, 0)), ...changes };
    if (message !== undefined) Object.assign(now, { last: message, active: message.time });
    // How far another message was read is not said by the log.
    return { now, reload: last?.receiptTotal !== undefined };
  },
  conversationRemoved: () => ({ now: undefined }),
  peerRead: ({ readSeq }, known) =>
    known !== undefined && readSeq > known.peerReadSeq ? { now: { ...known, peerReadSeq: readSeq } } : { now: known },
  membership: ({ change, target, face }, known) =>
    change === 'joined' || change === 'invited'
      ? { now: { ...(known ?? blank(target, 0)), ...(face === undefined ? {} : { face }) } }
      : { now: undefined },
};

/** Something has happened to the last message, if it is one of these. */
function changedLast(
  known: KeptConversation | undefined,
  seqs: readonly number[],
  how: (last: Message) => Message,
): Changed {
  if (known?.last == null || !seqs.includes(known.last.seq)) return { now: known };
  return { now: { ...known, last: how(known.last) } };
}

/** A conversation that begins with a message, which tells who has written it. */
function strange(message: Message, self: string): KeptConversation {
  const conversation = blank(targetOf(message, self), 0);
  const { nick = '', faceUrl = '' } = message.profile ?? {};
  const isOther = message.target.type === 'c2c' && message.sender !== self;
  const face: Face = isOther ? { name: nick, faceUrl } : conversation.face;
  return { ...conversation, face };
}

function withMessage(known: KeptConversation, message: Message, self: string): Changed {
  const isNews = message.sender !== self;
  const lasting = message.body.notLast !== true;
  const mention = isNews ? mentionIn(message, self) : undefined;
  const now: KeptConversation = {
    ...known,
    face: faceAfter(known.face, message),
    unread: known.unread + (isNews && isCounted(known, message) ? 1 : 0),
    ...(lasting ? { last: message } : {}),
    active: lasting || known.last === null ? Math.max(known.active, message.time) : known.active,
    ...(mention === undefined ? {} : { mentions: [...known.mentions, mention].slice(-LIMITS.keptMentions) }),
  };
  return { now };
}

/** A group tells its members by a message of its own that it has another name, picture or owner. */
function faceAfter(face: Face, { body: { elems } }: Message): Face {
  const changes = elems.flatMap((elem) => (elem.type === 'groupTip' ? (elem.changes ?? []) : []));
  return changes.reduce((before, { field, value }) => {
    const isFace = field === 'name' || field === 'faceUrl' || field === 'owner';
    return isFace ? { ...before, [field]: value } : before;
  }, face);
}

/** In these groups nothing counts as unread. */
const UNCOUNTED: readonly unknown[] = ['ChatRoom', 'AVChatRoom'];

/** Nor does a message for some members of a group. */
function isCounted({ face }: KeptConversation, { body, onlyFor }: Message): boolean {
  return body.uncounted !== true && onlyFor === undefined && !UNCOUNTED.includes(face.groupType);
}

function mentionIn({ target, seq, body: { mentions = [] } }: Message, self: string): Mention | undefined {
  const mention = { seq, me: mentions.includes(self), all: mentions.includes(MENTION_ALL) };
  return target.type === 'group' && (mention.me || mention.all) ? mention : undefined;
}

function cleared(known: KeptConversation, upTo: number): KeptConversation {
  const { last } = known;
  if (last !== null && last.seq > upTo) return known;
  return { ...known, last: null, unread: 0, mentions: known.mentions.filter(({ seq }) => seq > upTo) };
}

/** Whether the server has the conversation in the user's list. */
export function isListed(conversation: KeptConversation | undefined): conversation is KeptConversation {
  return conversation !== undefined && conversation.unlisted !== true;
}

export function withoutDraft(conversation: KeptConversation): KeptConversation {
  const { draft, ...rest } = conversation;
  return draft === undefined ? conversation : rest;
}

const ALL_FIELDS = Object.keys({
  ...blank({ type: 'c2c', id: '' }, 0),
  draft: undefined,
  unlisted: undefined,
} satisfies Record<keyof KeptConversation, unknown>) as (keyof KeptConversation)[];
const FIELDS = ALL_FIELDS.filter((field) => field !== 'at');

/** Whether two records say the same, but for the place in the log. What has not changed is most often the same object. */
export function isSame(a: KeptConversation, b: KeptConversation): boolean {
  return FIELDS.every((field) => a[field] === b[field] || JSON.stringify(a[field]) === JSON.stringify(b[field]));
}
