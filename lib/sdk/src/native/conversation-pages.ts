import type { ConversationKey } from '../feature/conversation-change.js';

/** Lists that pages are cut from; the oldest ones go. */
const MOST = 100;

interface Rest {
  readonly keys: readonly ConversationKey[];
  readonly from: number;
}

/** What is left of lists that an app reads page by page, so that changes in between leave nothing out. */
export class ConversationPages {
  private readonly rests = new Map<number, Rest>();
  private last = 0;

  /** The number under which the rest of a list is found. */
  keep(keys: readonly ConversationKey[], from: number): number {
    this.last += 1;
    this.rests.set(this.last, { keys, from });
    this.rests.delete(this.last - MOST);
    return this.last;
  }

  find(cursor: number): Rest | undefined {
    return this.rests.get(cursor);
  }
}
