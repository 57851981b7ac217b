import { isRecord, parseJson, type ReadMarks, type Target } from '@tim-node/protocol';
import type { Engine } from '../core/engine.js';
import { isListed, keyOf, type ConversationKey } from './conversation-change.js';
import type { Conversations } from './conversations.js';

const KIND = 'reading';

/**
 * How far conversations were read. The list knows it of those that are in it; the rest, whose messages may still be
 * on this machine, is kept here.
 */
export class Reading {
  /** Of the user who was asked about last. */
  private unlisted: { readonly owner: string; readonly marks: Map<ConversationKey, ReadMarks> } | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly list: Conversations,
  ) {
    list.on('changes', ({ removed }, self) => {
      for (const conversation of removed) this.raise(self, conversation.target, conversation);
    });
    engine.on('entries', (entries, userId) => {
      for (const entry of entries) {
        if (entry.kind !== 'peerRead') continue;
        this.note(userId, entry.target, { readSeq: 0, peerReadSeq: entry.readSeq });
      }
    });
    engine.on('reset', (userId) => this.forget(userId));
  }

  /** How far a conversation of this user was read, as far as is known here. */
  of(userId: string, target: Target): ReadMarks | undefined {
    if (userId === '' || userId !== this.engine.ownerId) return undefined;
    const listed = this.list.get(target);
    const kept = this.marksOf(userId).get(keyOf(target));
    return listed === undefined || kept === undefined ? (listed ?? kept) : later(listed, kept);
  }

  /** The server has told how far a conversation was read. Those in the list say it themselves. */
  note(userId: string, target: Target, marks: ReadMarks): void {
    if (userId !== '' && !isListed(this.list.get(target))) this.raise(userId, target, marks);
  }

  private raise(userId: string, target: Target, marks: ReadMarks): void {
    const { readSeq, peerReadSeq } = marks;
    if (userId === '' || Math.max(readSeq, peerReadSeq) === 0) return;
    const key = keyOf(target);
    const known = this.marksOf(userId);
    const before = known.get(key);
    const now = before === undefined ? { readSeq, peerReadSeq } : later(before, marks);
    if (before?.readSeq === now.readSeq && before.peerReadSeq === now.peerReadSeq) return;
    known.set(key, now);
    this.engine.local.use(userId, (store) => store.setRecord(KIND, key, JSON.stringify(now)), undefined);
  }

  private marksOf(userId: string): Map<ConversationKey, ReadMarks> {
    if (this.unlisted?.owner === userId) return this.unlisted.marks;
    const records = this.engine.local.use(userId, (store) => [...store.records(KIND)], []);
    const marks = new Map(records.flatMap(([key, text]) => readKept(key, text)));
    this.unlisted = { owner: userId, marks };
    return marks;
  }

  /** Another server has taken the place of the old one. */
  private forget(userId: string): void {
    const marks = this.marksOf(userId);
    const keys = [...marks.keys()];
    marks.clear();
    this.engine.local.use(
      userId,
      (store) => {
        for (const key of keys) store.setRecord(KIND, key, undefined);
      },
      undefined,
    );
  }
}

/** Places only ever move on. */
export function later(a: ReadMarks, b: ReadMarks): ReadMarks {
  return { readSeq: Math.max(a.readSeq, b.readSeq), peerReadSeq: Math.max(a.peerReadSeq, b.peerReadSeq) };
}

function readKept(key: ConversationKey, text: string): [ConversationKey, ReadMarks][] {
  try {
    const kept = parseJson(text);
    if (!isRecord(kept)) return [];
    const { readSeq, peerReadSeq } = kept;
    const isWhole = Number.isSafeInteger(readSeq) && Number.isSafeInteger(peerReadSeq);
    return isWhole ? [[key, { readSeq: Number(readSeq), peerReadSeq: Number(peerReadSeq) }]] : [];
  } catch {
    return [];
  }
}
