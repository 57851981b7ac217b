import type { AccountReceiveOption, Conversation, ConversationsPage, LogEntry, Target } from '@tim-node/protocol';
import {
  blank,
  changed,
  isListed,
  isSame,
  keyOf,
  targetOfEntry,
  withoutDraft,
  type ConversationKey,
  type Draft,
  type KeptConversation,
} from './conversation-change.js';
import { ConversationJournal } from './conversation-journal.js';
import { namesAfter, regrouped, type GroupEntry } from './conversation-names.js';

/** What came of something that happened to the list. */
export interface Changes {
  readonly added: KeptConversation[];
  readonly changed: KeptConversation[];
  /** As they were. */
  readonly removed: KeptConversation[];
  /** The server knows more of these. */
  readonly reload: Target[];
  readonly groups: GroupEntry[];
  accountOption?: AccountReceiveOption;
}

/**
 * All conversations of one user, true as of an entry of his log. Data only: who loads it and who hears of it is
 * not decided here.
 *
 * While something is being loaded, the entries that come in meanwhile are kept: what is loaded is as of an earlier
 * entry, perhaps, and they are applied to it once more.
 */
export class ConversationModel {
  private readonly byKey = new Map<ConversationKey, KeptConversation>();
  /** Names of the groups of conversations. */
  groups: string[] = [];
  accountOption: AccountReceiveOption = { option: 0, duration: 0 };
  readonly journal = new ConversationJournal();
  /** The whole list was true after this entry: a conversation that was not in it needs a later one to appear. */
  private listedAt = 0;
  /** The same of groups and do-not-disturb. */
  private accountAt = 0;
  /** The list that is being loaded: what was in it so far, and the earliest entry that a page of it was as of. */
  private listing: { readonly keys: Set<ConversationKey>; at: number } | undefined;
  /** While something is carried out: what was under the keys that were written to. */
  private before: Map<ConversationKey, KeptConversation | undefined> | undefined;

  constructor(private readonly self: string) {}

  get(key: ConversationKey): KeptConversation | undefined {
    return this.byKey.get(key);
  }

  all(): KeptConversation[] {
    return [...this.byKey.values()];
  }

  /** What an earlier session has kept. */
  restore(kept: readonly KeptConversation[]): Changes {
    return this.track(() => {
      for (const conversation of kept) {
        const key = keyOf(conversation.target);
        if (!this.byKey.has(key)) this.write(key, conversation);
      }
      this.groups = [...new Set([...this.groups, ...kept.flatMap(({ groups }) => groups)])];
    });
  }

  /** The log was replaced by another one: places in it mean nothing any more. */
  forgetPlaces(): void {
    this.listedAt = 0;
    this.accountAt = 0;
    for (const [key, conversation] of this.byKey) this.byKey.set(key, { ...conversation, at: 0 });
  }

  apply(entries: readonly LogEntry[]): Changes {
    return this.track((changes) => {
      for (const entry of entries) this.applyEntry(entry, changes);
    });
  }

  private applyEntry(entry: LogEntry, changes: Changes): void {
    const target = targetOfEntry(entry, this.self);
    this.journal.add(entry, target);
    if (entry.kind === 'convGroup') this.applyGroup(entry, changes);
    else if (entry.kind === 'accountOption') this.applyAccountOption(entry.seq, entry.option, changes);
    if (target !== undefined) this.applyTo(target, entry, changes);
  }

  private applyTo(target: Target, entry: LogEntry, changes: Changes): void {
    const key = keyOf(target);
    const before = this.byKey.get(key);
    const known = isListed(before) ? before : undefined;
    if (entry.seq <= (known?.at ?? this.listedAt)) return;
    const { now, reload = false } = changed(entry, known, this.self);
    if (now !== undefined) this.put(key, now);
    else if (known !== undefined || entry.kind === 'conversationRemoved') this.write(key, undefined);
    if (reload) changes.reload.push(target);
  }

  private applyGroup(entry: GroupEntry, changes: Changes): void {
    if (entry.seq > this.accountAt) {
      this.groups = namesAfter(this.groups, entry);
      changes.groups.push(entry);
    }
    for (const [key, conversation] of this.byKey) {
      if (isListed(conversation) && entry.seq > conversation.at) this.write(key, regrouped(conversation, entry));
    }
  }

  private applyAccountOption(seq: number, option: AccountReceiveOption, changes: Changes): void {
    if (seq <= this.accountAt) return;
    this.accountOption = option;
    changes.accountOption = option;
  }

  /** The list is going to be loaded, page by page. */
  beginList(): void {
    this.listing = { keys: new Set(), at: Infinity };
  }

  takePage({ conversations, groups, accountOption, at }: ConversationsPage): Changes {
    return this.track((changes) => {
      if (groups !== undefined) this.takeAccount(at ?? 0, groups, accountOption, changes);
      for (const conversation of conversations) this.take(conversation, changes);
      if (this.listing === undefined) return;
      for (const { target } of conversations) this.listing.keys.add(keyOf(target));
      this.listing.at = Math.min(this.listing.at, at ?? Infinity, ...conversations.map((each) => each.at));
    });
  }

  /** Conversations that were asked for by name. */
  takeSome(conversations: readonly Conversation[]): Changes {
    return this.track((changes) => {
      for (const conversation of conversations) this.take(conversation, changes);
    });
  }

  private takeAccount(
    at: number,
    groups: readonly string[],
    option: AccountReceiveOption | undefined,
    changes: Changes,
  ): void {
    const later = this.journal.generalAfter(at);
    this.groups = later
      .filter((entry) => entry.kind === 'convGroup')
      .reduce((names, entry) => namesAfter(names, entry), [...groups]);
    const now = later.findLast((entry) => entry.kind === 'accountOption')?.option ?? option ?? this.accountOption;
    if (JSON.stringify(now) !== JSON.stringify(this.accountOption)) changes.accountOption = now;
    this.accountOption = now;
    this.accountAt = later.at(-1)?.seq ?? at;
  }

  private take(loaded: Conversation, changes: Changes): void {
    const key = keyOf(loaded.target);
    const now = this.replayed(key, loaded, loaded.at, changes);
    if (now === undefined) this.write(key, undefined);
    else this.put(key, now);
  }

  /** What has become of a conversation since it was as it is told. */
  private replayed(
    key: ConversationKey,
    from: Conversation | undefined,
    at: number,
    changes: Changes,
  ): KeptConversation | undefined {
    let state: KeptConversation | undefined = from;
    for (const entry of this.journal.after(at, key)) {
      if (entry.kind === 'convGroup') {
        state = state && regrouped(state, entry);
        continue;
      }
      const { now, reload = false } = changed(entry, state, this.self);
      state = now;
      if (reload && state !== undefined) changes.reload.push(state.target);
    }
    return state;
  }

  /** All pages have come: what was on none of them is gone, unless it has appeared since. */
  endList(): Changes {
    return this.track((changes) => {
      const { listing } = this;
      this.listing = undefined;
      if (listing === undefined) return;
      const at = listing.at === Infinity ? 0 : listing.at;
      for (const [key, known] of this.byKey) {
        if (listing.keys.has(key) || !isListed(known)) continue;
        const now = this.replayed(key, undefined, at, changes);
        if (now !== undefined) this.put(key, now);
        else this.write(key, known.draft === undefined ? undefined : draftOnly(known.target, known.draft));
      }
      this.listedAt = Math.max(this.listedAt, at);
    });
  }

  /** Keeps what the user was writing; nothing forgets it. */
  setDraft(target: Target, draft: Draft | undefined): Changes {
    return this.track(() => {
      const key = keyOf(target);
      const known = this.byKey.get(key);
      if (draft !== undefined) this.write(key, known === undefined ? draftOnly(target, draft) : { ...known, draft });
      else if (isListed(known)) this.write(key, withoutDraft(known));
      else this.write(key, undefined);
    });
  }

  /** A draft stays with its conversation. */
  private put(key: ConversationKey, now: KeptConversation): void {
    const draft = this.byKey.get(key)?.draft;
    this.write(key, draft === undefined || now.draft !== undefined ? now : { ...now, draft });
  }

  /** Records are replaced, never changed. */
  private write(key: ConversationKey, now: KeptConversation | undefined): void {
    const then = this.byKey.get(key);
    if (then === now) return;
    if (this.before?.has(key) === false) this.before.set(key, then);
    if (now === undefined) this.byKey.delete(key);
    else this.byKey.set(key, now);
  }

  /** Carries something out and finds what it has changed. */
  private track(run: (changes: Changes) => void): Changes {
    const changes: Changes = { added: [], changed: [], removed: [], reload: [], groups: [] };
    const before = new Map<ConversationKey, KeptConversation | undefined>();
    this.before = before;
    run(changes);
    this.before = undefined;
    for (const [key, then] of before) {
      const now = this.byKey.get(key);
      if (now === undefined && then !== undefined) changes.removed.push(then);
      else if (now !== undefined && then === undefined) changes.added.push(now);
      else if (now !== undefined && then !== undefined && !isSame(then, now)) changes.changed.push(now);
    }
    return changes;
  }
}

function draftOnly(target: Target, draft: Draft): KeptConversation {
  return { ...blank(target, 0), draft, unlisted: true };
}
