import { userKey, type Bus, type EncodedEntry } from '../bus/bus.js';
import type { Logged } from '../store/calls/messages.js';
import { encodeEntry, encodeMessage } from './message-text.js';

/** Tells the sessions of users what has come into their logs. */
export class Publisher {
  constructor(private readonly bus: Bus) {}

  /** Entries that are in the store, in the order in which they were written. */
  logged(app: number, entries: readonly Logged[]): void {
    const byUser = new Map<string, EncodedEntry[]>();
    const texts = new Map<object, string>();
    for (const { user, seq, change, message } of entries) {
      let text = message === undefined ? undefined : texts.get(message);
      if (message !== undefined && text === undefined) texts.set(message, (text = encodeMessage(message)));
      add(byUser, userKey(app, user), { seq, json: encodeEntry(seq, change, text) });
    }
    this.encoded(byUser);
  }

  /** Logs may have grown without anybody having been told. */
  grown(app: number, users: readonly string[]): void {
    for (const user of users) this.bus.publish(userKey(app, user), { type: 'grown' });
  }

  encoded(byUser: ReadonlyMap<string, readonly EncodedEntry[]>): void {
    for (const [user, entries] of byUser) this.bus.publish(user, { type: 'log', entries });
  }
}

export function add(byUser: Map<string, EncodedEntry[]>, user: string, entry: EncodedEntry): void {
  const entries = byUser.get(user);
  if (entries === undefined) byUser.set(user, [entry]);
  else entries.push(entry);
}
