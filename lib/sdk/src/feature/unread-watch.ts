import { Emitter } from '../core/emitter.js';
import { countUnread, type ConversationFilter } from './conversation-list.js';
import type { Conversations } from './conversations.js';

interface UnreadEvents {
  total(count: number): void;
  /** `name` is what the filter was watched under. */
  filtered(name: string, count: number): void;
}

interface Watched {
  readonly filter: ConversationFilter;
  count: number;
}

/** Tells of numbers of unread messages that somebody has asked about. */
export class UnreadWatch {
  private readonly emitter = new Emitter<UnreadEvents>();
  private total: number | undefined;
  private readonly watched = new Map<string, Watched>();

  constructor(private readonly conversations: Conversations) {
    conversations.on('changes', () => {
      this.check();
    });
  }

  on<K extends keyof UnreadEvents>(name: K, listener: UnreadEvents[K]): () => void {
    return this.emitter.on(name, listener);
  }

  /** The number of now; from now on its changes are told. */
  askTotal(): number {
    this.total = countUnread(this.conversations.snapshot());
    return this.total;
  }

  count(filter: ConversationFilter): number {
    return countUnread(this.conversations.snapshot(), filter);
  }

  watch(name: string, filter: ConversationFilter): void {
    this.watched.set(name, { filter, count: this.count(filter) });
  }

  unwatch(name: string): void {
    this.watched.delete(name);
  }

  private check(): void {
    if (this.total === undefined && this.watched.size === 0) return;
    const conversations = this.conversations.snapshot();
    const total = countUnread(conversations);
    if (this.total !== undefined && this.total !== total) {
      this.total = total;
      this.emitter.emit('total', total);
    }
    for (const [name, watched] of this.watched) {
      const count = countUnread(conversations, watched.filter);
      if (count === watched.count) continue;
      watched.count = count;
      this.emitter.emit('filtered', name, count);
    }
  }
}
