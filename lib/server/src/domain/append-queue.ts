import type { Appended, Send } from '../store/calls/messages.js';
import { StoreFailure, type Store } from '../store/store.js';

/** Messages in one transaction. */
const MAX_BATCH = 512;
/** Batches under way at the same time: the next one is at hand when the store has finished one. */
const MAX_IN_FLIGHT = 2;
/** Characters of bodies that may wait. */
const MAX_WAITING = 64 * 1024 * 1024;

/** What becomes of a message that was not the fault of the database. */
type Answered = Exclude<Appended, { type: 'failed' }>;

interface Waiting {
  readonly send: Send;
  readonly resolve: (appended: Answered) => void;
  readonly reject: (error: unknown) => void;
}

export interface Stored {
  readonly send: Send;
  readonly appended: Appended;
}

/** Collects messages while a batch is being stored, keeping their order. */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private characters = 0;
  private inFlight = 0;
  private scheduled = false;

  constructor(
    private readonly store: Store,
    /** Told about every batch that is safe, before its senders are. */
    private readonly onStored: (batch: readonly Stored[]) => void,
  ) {}

  get size(): number {
    return this.waiting.length;
  }

  /** Resolves when the message is safe on disk. Rejects with a StoreFailure. */
  add(send: Send): Promise<Answered> {
    if (this.characters + send.body.length > MAX_WAITING) {
      return Promise.reject(new StoreFailure('busy', 'too many messages are waiting to be stored'));
    }
    this.characters += send.body.length;
    return new Promise((resolve, reject) => {
      this.waiting.push({ send, resolve, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      queueMicrotask(() => {
        this.scheduled = false;
        this.pump();
      });
    });
  }

  private pump(): void {
    while (this.inFlight < MAX_IN_FLIGHT && this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      this.inFlight += 1;
      void this.storeBatch(batch);
    }
  }

  private async storeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.storeTogether(batch);
    } finally {
      for (const { send } of batch) this.characters -= send.body.length;
      this.inFlight -= 1;
      this.pump();
    }
  }

  private async storeTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      this.answer(batch, await this.store.append(batch.map(({ send }) => send)));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  private answer(batch: readonly Waiting[], appended: readonly Appended[]): void {
    const stored = batch.map(({ send }, at) => ({ send, appended: appended[at] ?? UNKNOWN }));
    this.onStored(stored);
    for (const [at, { resolve, reject }] of batch.entries()) {
      const answer = appended[at] ?? UNKNOWN;
      if (answer.type === 'failed') reject(new StoreFailure(answer.kind, answer.message));
      else resolve(answer);
    }
  }
}

const UNKNOWN: Answered = { type: 'refused', why: 'unknownReceiver' };
