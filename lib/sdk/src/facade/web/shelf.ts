import type { Target } from '@tim-node/protocol';
import { keyOf, type KeptConversation } from '../../feature/conversation-change.js';
import { countUnread, inOrder, passes, type ConversationFilter } from '../../feature/conversation-list.js';
import type { Conversations } from '../../feature/conversations.js';
import { toConversation } from './content/conversation.js';
import type { Desk } from './desk.js';
import type { Conversation } from './shapes/conversation.js';

interface Shown {
  kept: KeptConversation;
  readonly view: Conversation;
}

/**
 * The conversations of one client as its app has them: each one is one object until the logout, and what happens to
 * the conversation shows in it.
 */
export class Shelf {
  private readonly shown = new Map<string, Shown>();
  private isComplete = false;

  constructor(
    readonly conversations: Conversations,
    private readonly desk: Desk,
  ) {
    this.conversations.on('syncFinished', () => {
      this.isComplete = true;
    });
  }

  /** Whether the list is the server's, as of now. */
  get isSynced(): boolean {
    return this.isComplete;
  }

  /** Those that a filter lets through; pinned ones first, then by time. */
  list(filter: ConversationFilter = {}): Conversation[] {
    const kept = this.conversations.snapshot().filter((each) => passes(each, filter));
    return inOrder(kept).map((each) => this.show(each));
  }

  get(target: Target): Conversation | undefined {
    const kept = this.conversations.get(target);
    return kept === undefined ? undefined : this.show(kept);
  }

  get unreadCount(): number {
    return countUnread(this.conversations.snapshot());
  }

  /** A conversation is gone: the next one of that name is another object. */
  drop(target: Target): void {
    this.shown.delete(keyOf(target));
  }

  clear(): void {
    this.shown.clear();
    this.isComplete = false;
  }

  private show(kept: KeptConversation): Conversation {
    const key = keyOf(kept.target);
    const present = this.shown.get(key);
    if (present?.kept === kept) return present.view;
    const last = kept.last === null ? undefined : this.desk.view(kept.last);
    const view = toConversation(kept, last);
    if (present === undefined) {
      this.shown.set(key, { kept, view });
      return view;
    }
    present.kept = kept;
    return Object.assign(present.view, view);
  }
}
