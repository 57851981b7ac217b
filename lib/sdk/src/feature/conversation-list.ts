import { keyOf, type KeptConversation } from './conversation-change.js';

/* The order of the list, and which conversations a filter lets through. */

/** What is left out does not matter. */
export interface ConversationFilter {
  readonly type?: 'c2c' | 'group';
  /** Name of a group of conversations; the empty text for those in none. */
  readonly group?: string;
  /** Marks that it must have all; 0 for those without any. */
  readonly marks?: bigint;
  readonly hasUnread?: boolean;
  readonly hasMentions?: boolean;
}

export function passes(conversation: KeptConversation, filter: ConversationFilter): boolean {
  const { type, group, marks, hasUnread, hasMentions } = filter;
  return (
    (type === undefined || conversation.target.type === type) &&
    (group === undefined || isInGroup(conversation, group)) &&
    (marks === undefined || hasMarks(conversation, marks)) &&
    (hasUnread === undefined || conversation.unread > 0 === hasUnread) &&
    (hasMentions === undefined || conversation.mentions.length > 0 === hasMentions)
  );
}

function isInGroup({ groups }: KeptConversation, group: string): boolean {
  return group === '' ? groups.length === 0 : groups.includes(group);
}

function hasMarks({ marks }: KeptConversation, wanted: bigint): boolean {
  const set = BigInt(marks);
  return wanted === 0n ? set === 0n : (set & wanted) === wanted;
}

/** Pinned ones first, then by the time of the last message or of the draft. */
export function inOrder(conversations: readonly KeptConversation[]): KeptConversation[] {
  return [...conversations].sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) || placeOf(b) - placeOf(a) || (keyOf(a.target) < keyOf(b.target) ? -1 : 1),
  );
}

function placeOf({ active, draft }: KeptConversation): number {
  return Math.max(active, draft?.time ?? 0);
}

/** Unread messages, less those of conversations that do not disturb. */
export function countUnread(conversations: readonly KeptConversation[], filter: ConversationFilter = {}): number {
  let count = 0;
  for (const conversation of conversations) {
    if (conversation.option === 0 && passes(conversation, filter)) count += conversation.unread;
  }
  return count;
}
