import type { LogEntry, Target } from '@tim-node/protocol';
import { keyOf, type ConversationKey } from './conversation-change.js';

/** Entries that came in while something was being loaded, by what they are about. */
export class ConversationJournal {
  private loads = 0;
  private byKey: Map<ConversationKey, LogEntry[]> | undefined;
  /** Groups of conversations and do-not-disturb. */
  private general: LogEntry[] = [];

  /** Something is being asked for: from now on entries are kept. */
  begin(): void {
    this.loads += 1;
  }

  end(): void {
    this.loads -= 1;
    if (this.loads > 0) return;
    this.byKey = undefined;
    this.general = [];
  }

  add(entry: LogEntry, target: Target | undefined): void {
    if (this.loads === 0) return;
    if (target === undefined) {
      if (entry.kind === 'convGroup' || entry.kind === 'accountOption') this.general.push(entry);
      return;
    }
    const key = keyOf(target);
    const byKey = (this.byKey ??= new Map<ConversationKey, LogEntry[]>());
    const entries = byKey.get(key);
    if (entries === undefined) byKey.set(key, [entry]);
    else entries.push(entry);
  }

  /** Those after a place that concern a conversation, in order. */
  after(at: number, key: ConversationKey): LogEntry[] {
    const entries = [...(this.byKey?.get(key) ?? []), ...this.general].filter(({ seq }) => seq > at);
    return entries.sort((a, b) => a.seq - b.seq);
  }

  /** Those after a place that concern none in particular. */
  generalAfter(at: number): LogEntry[] {
    return this.general.filter(({ seq }) => seq > at);
  }
}
