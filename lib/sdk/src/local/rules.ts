import { revokedBody, type LogEntry, type Message, type Position, type Target } from '@tim-node/protocol';
import type { KeptMessage, LocalStore } from './store.js';
import { typesOf } from './words.js';

/** What the log of an account does to what is kept of it. */

/** The conversation of a message as one of its two sides or a member of its group sees it. */
export function conversationOf({ target, sender }: Pick<Message, 'target' | 'sender'>, self: string): Target {
  return target.type === 'group' || sender === self ? target : { type: 'c2c', id: sender };
}

/** The id that the native API gives to a message. */
export function messageId({ sender, clientTime, random }: Pick<Message, 'sender' | 'clientTime' | 'random'>): string {
  return `${sender}-${clientTime}-${random}`;
}

/** A message of the server as it is kept. */
export function toKept(message: Message, self: string): KeptMessage {
  const { seq, sender, time, body, revoked } = message;
  return {
    conv: conversationOf(message, self),
    seq,
    id: messageId(message),
    sender,
    time,
    status: revoked === undefined ? 'sent' : 'revoked',
    customInt: 0,
    customStr: '',
    types: typesOf(body.elems),
    message,
  };
}

/**
 * Keeps a message that the server has told. What is known to be newer stays: an answer may have been overtaken by a
 * change that came through the log.
 */
export function keepMessage(store: LocalStore, message: Message, self: string): void {
  if (message.seq === 0) return;
  const fresh = toKept(message, self);
  const known = store.at(fresh.conv, fresh.seq);
  if (known !== undefined) {
    if (isNewer(known, fresh)) return;
    const { customInt, customStr } = known;
    store.write({ ...fresh, message: withReceiptsOf(message, known.message), customInt, customStr });
    return;
  }
  const own = store.ownAt(fresh.conv, fresh.id);
  if (own === undefined) {
    store.write(fresh);
    return;
  }
  // It was on its way when it was put here.
  store.removeOwn(fresh.conv, fresh.id);
  store.write({ ...fresh, customInt: own.customInt, customStr: own.customStr });
}

/**
 * A message with what is known of its receipts besides. Messages in the log do not say it; and where both do, more
 * is newer.
 */
export function withReceiptsOf(message: Message, known: Message | undefined): Message {
  if (known === undefined || message.receiptTotal === undefined) return message;
  const receiptRead = Math.max(message.receiptRead ?? 0, known.receiptRead ?? 0);
  const receiptSent = message.receiptSent === true || known.receiptSent === true;
  return { ...message, ...(receiptRead === 0 ? {} : { receiptRead }), ...(receiptSent ? { receiptSent } : {}) };
}

function isNewer(known: KeptMessage, fresh: KeptMessage): boolean {
  if (known.status === 'deleted') return true;
  if (known.status === 'revoked') return fresh.status !== 'revoked';
  return (known.message?.version ?? 0) > (fresh.message?.version ?? 0);
}

/** Applies entries of the log. Entries that are known already change nothing. */
export function applyEntries(store: LocalStore, entries: readonly LogEntry[], self: string, position: Position): void {
  for (const entry of entries) applyEntry(store, entry, self);
  const { position: before } = store;
  if (before?.epoch !== position.epoch || before.seq < position.seq) store.setPosition(position);
}

type Effects = {
  readonly [K in LogEntry['kind']]?: (store: LocalStore, entry: Extract<LogEntry, { kind: K }>, self: string) => void;
};

/** Entries of other kinds say nothing about messages. */
const EFFECTS: Effects = {
  message: (store, { message }, self) => keepMessage(store, message, self),
  modified: (store, { message }, self) => keepMessage(store, message, self),
  revoked: (store, { target, message, revoked }) => {
    change(store, target, message.seq, (kept) => takenBack(kept, revoked));
  },
  deleted: (store, { target, seqs }) => {
    for (const seq of seqs) change(store, target, seq, (kept) => ({ ...kept, status: 'deleted' }));
  },
  cleared: (store, { target, upTo }) => store.clear(target, upTo),
  receipts: (store, { target, receipts }) => {
    for (const { seq, read } of receipts) changeMessage(store, target, seq, { receiptRead: read });
  },
  receiptsSent: (store, { target, seqs }) => {
    for (const seq of seqs) changeMessage(store, target, seq, { receiptSent: true });
  },
};

function applyEntry(store: LocalStore, entry: LogEntry, self: string): void {
  const effect = EFFECTS[entry.kind] as ((store: LocalStore, entry: LogEntry, self: string) => void) | undefined;
  effect?.(store, entry, self);
}

function change(store: LocalStore, conv: Target, seq: number, how: (kept: KeptMessage) => KeptMessage): void {
  const kept = store.at(conv, seq);
  if (kept !== undefined) store.write(how(kept));
}

function changeMessage(store: LocalStore, conv: Target, seq: number, receipts: Partial<Message>): void {
  change(store, conv, seq, (kept) => {
    const { message } = kept;
    return message === undefined ? kept : { ...kept, message: withReceiptsOf({ ...message, ...receipts }, message) };
  });
}

function takenBack(kept: KeptMessage, revocation: NonNullable<Message['revoked']>): KeptMessage {
  const { message } = kept;
  return {
    ...kept,
    status: kept.status === 'deleted' ? 'deleted' : 'revoked',
    ...(message === undefined
      ? { words: '' }
      : { message: { ...message, revoked: revocation, body: revokedBody(message.body) } }),
  };
}
