import { userKey, type Bus, type EncodedEntry } from '../bus/bus.js';
import type { Logged, Readers } from '../store/calls/messages.js';
import { encodeEntry, encodeMessage } from './message-text.js';

const NEW_MESSAGE = '{"kind":"message"}';

/** Messages that were stored together, as JSON text, and whose logs they are in. */
export interface PublishedRun {
  readonly app: number;
  readonly readers: Readers;
  readonly messages: string[];
}

/** Part of a log: consecutive messages. */
interface Slice {
  readonly first: number;
  readonly messages: readonly string[];
}

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
      add(byUser, userKey(app, user), new LazyEntry(seq, change, text));
    }
    for (const [user, ofUser] of byUser) this.bus.publish(user, { type: 'log', entries: ofUser });
  }

  /** Messages that are in the store, in the order in which they were written. */
  messages(runs: Iterable<PublishedRun>): void {
    const byUser = new Map<string, Slice[]>();
    for (const { app, readers, messages } of runs) {
      for (const [at, user] of readers.users.entries()) {
        add(byUser, userKey(app, user), { first: readers.firsts[at] ?? 0, messages });
      }
    }
    for (const [user, slices] of byUser) this.bus.publish(user, { type: 'log', entries: slices.flatMap(toEntries) });
  }

  /** Logs may have grown without anybody having been told. */
  grown(app: number, users: readonly string[]): void {
    for (const user of users) this.bus.publish(userKey(app, user), { type: 'grown' });
  }
}

/** The text of an entry is made when somebody is there to read it. */
class LazyEntry implements EncodedEntry {
  constructor(
    readonly seq: number,
    private readonly change: string,
    private readonly message: string | undefined,
  ) {}

  get json(): string {
    return encodeEntry(this.seq, this.change, this.message);
  }
}

function toEntries({ first, messages }: Slice): EncodedEntry[] {
  return messages.map((message, at) => new LazyEntry(first + at, NEW_MESSAGE, message));
}

function add<T>(byUser: Map<string, T[]>, user: string, item: T): void {
  const items = byUser.get(user);
  if (items === undefined) byUser.set(user, [item]);
  else items.push(item);
}
