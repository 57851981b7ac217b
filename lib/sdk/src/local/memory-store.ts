import type { Position, Target } from '@tim-node/protocol';
import { convKey, type FoundIn, type KeptMessage, type LocalStore, type PageQuery, type SearchQuery } from './store.js';
import { wordsIn } from './words.js';

/** How much a store in memory holds; the oldest messages go first. */
export interface MemoryBounds {
  readonly perConversation: number;
  readonly messages: number;
}

const BOUNDS: MemoryBounds = { perConversation: 200, messages: 2000 };

/** The messages of one conversation. */
interface Shelf {
  /** By their places, in order of arrival. */
  readonly placed: Map<number, KeptMessage>;
  /** Those that the server does not have, by their ids; most conversations have none. */
  own?: Map<string, KeptMessage>;
}

/** Keeps the newest messages for as long as the process lives. */
export class MemoryStore implements LocalStore {
  readonly lasting = false;
  position: Position | undefined;
  /** The conversation that was written last is at the end. */
  private readonly shelves = new Map<string, Shelf>();
  private byKind: Map<string, Map<string, string>> | undefined;
  private size = 0;

  constructor(private readonly bounds: MemoryBounds = BOUNDS) {}

  /** Nothing can fail half-way here. */
  transaction<T>(work: () => T): T {
    return work();
  }

  setPosition(position: Position): void {
    this.position = position;
  }

  at(conv: Target, seq: number): KeptMessage | undefined {
    return this.shelves.get(convKey(conv))?.placed.get(seq);
  }

  ownAt(conv: Target, id: string): KeptMessage | undefined {
    return this.shelves.get(convKey(conv))?.own?.get(id);
  }

  withIds(ids: readonly string[]): KeptMessage[] {
    const wanted = new Set(ids);
    return this.all()
      .filter(({ id }) => wanted.has(id))
      .sort(byTime);
  }

  write(message: KeptMessage): void {
    const { conv, id, seq } = message;
    const key = convKey(conv);
    const shelf = this.shelves.get(key) ?? { placed: new Map<number, KeptMessage>() };
    this.shelves.delete(key);
    this.shelves.set(key, shelf);
    const before = size(shelf);
    if (seq > 0) shelf.placed.set(seq, message);
    else (shelf.own ??= new Map<string, KeptMessage>()).set(id, message);
    this.size += size(shelf) - before;
    if (size(shelf) > this.bounds.perConversation) this.drop(shelf);
    if (this.size > this.bounds.messages) this.dropAny();
  }

  /** The oldest of a conversation goes: history can be read from the server, what is only here cannot. */
  private drop({ placed, own }: Shelf): void {
    const [seq] = placed.keys();
    const [id] = own?.keys() ?? [];
    if (seq !== undefined) placed.delete(seq);
    else if (id !== undefined) own?.delete(id);
    this.size -= 1;
  }

  private dropAny(): void {
    const [quietest] = this.shelves;
    if (quietest === undefined) return;
    const [key, shelf] = quietest;
    this.drop(shelf);
    if (size(shelf) === 0) this.shelves.delete(key);
  }

  removeOwn(conv: Target, id: string): void {
    if (this.shelves.get(convKey(conv))?.own?.delete(id) === true) this.size -= 1;
  }

  clear(conv: Target, upTo: number): void {
    const shelf = this.shelves.get(convKey(conv));
    if (shelf === undefined) return;
    const before = size(shelf);
    delete shelf.own;
    for (const seq of [...shelf.placed.keys()]) if (seq <= upTo) shelf.placed.delete(seq);
    this.size += size(shelf) - before;
  }

  page({ conv, from, forward = false, limit, since = 0, until = Infinity, types = 0 }: PageQuery): KeptMessage[] {
    const direction = forward ? 1 : -1;
    const start = from ?? (forward ? 0 : Infinity);
    return [...(this.shelves.get(convKey(conv))?.placed.values() ?? [])]
      .filter(({ seq }) => (seq - start) * direction > 0)
      .filter((each) => each.status !== 'deleted' && isWithin(each, since, until) && isOf(each, types))
      .sort((a, b) => (a.seq - b.seq) * direction)
      .slice(0, limit);
  }

  own(conv: Target): KeptMessage[] {
    return [...(this.shelves.get(convKey(conv))?.own?.values() ?? [])]
      .filter(({ status }) => status !== 'deleted')
      .sort(byTime);
  }

  searchConversations(query: SearchQuery): FoundIn[] {
    const found = new Map<string, FoundIn>();
    for (const { conv, time } of this.matching(query)) {
      const key = convKey(conv);
      const so = found.get(key);
      found.set(key, { conv, count: (so?.count ?? 0) + 1, time: Math.max(so?.time ?? 0, time) });
    }
    return [...found].sort(([aKey, a], [bKey, b]) => b.time - a.time || compare(aKey, bKey)).map(([, each]) => each);
  }

  search(query: SearchQuery, skip: number, limit: number): KeptMessage[] {
    return this.matching(query)
      .sort((a, b) => byTime(b, a))
      .slice(skip, skip + limit);
  }

  private matching({ conv, words, every, senders, types, since = 0, until = Infinity }: SearchQuery): KeptMessage[] {
    const among = conv === undefined ? this.all() : this.shelf(conv);
    return among.filter(
      (each) =>
        each.status !== 'deleted' &&
        each.status !== 'revoked' &&
        isWithin(each, since, until) &&
        isOf(each, types) &&
        (senders === undefined || senders.includes(each.sender)) &&
        (words.length === 0 || holds(wordsIn(each), words, every)),
    );
  }

  private all(): KeptMessage[] {
    return [...this.shelves.values()].flatMap(messagesOf);
  }

  private shelf(conv: Target): KeptMessage[] {
    const shelf = this.shelves.get(convKey(conv));
    return shelf === undefined ? [] : messagesOf(shelf);
  }

  records(kind: string): ReadonlyMap<string, string> {
    return this.byKind?.get(kind) ?? new Map<string, string>();
  }

  setRecord(kind: string, key: string, value: string | undefined): void {
    const byKind = (this.byKind ??= new Map<string, Map<string, string>>());
    const records = byKind.get(kind) ?? new Map<string, string>();
    byKind.set(kind, records);
    if (value === undefined) records.delete(key);
    else records.set(key, value);
  }

  forget(): void {
    this.position = undefined;
    for (const { placed } of this.shelves.values()) {
      this.size -= placed.size;
      placed.clear();
    }
  }

  close(): void {
    this.shelves.clear();
    this.byKind = undefined;
    this.size = 0;
  }
}

function size({ placed, own }: Shelf): number {
  return placed.size + (own?.size ?? 0);
}

function messagesOf({ placed, own }: Shelf): KeptMessage[] {
  return [...placed.values(), ...(own?.values() ?? [])];
}

function isWithin({ time }: KeptMessage, since: number, until: number): boolean {
  return time >= since && time <= until;
}

function isOf({ types }: KeptMessage, wanted: number): boolean {
  return wanted === 0 || (types & wanted) !== 0;
}

function holds(text: string, words: readonly string[], every: boolean): boolean {
  const isThere = (word: string): boolean => text.includes(word);
  return every ? words.every(isThere) : words.some(isThere);
}

/** By time, then by place, then by id: the same order as in files. */
function byTime(a: KeptMessage, b: KeptMessage): number {
  return a.time - b.time || a.seq - b.seq || compare(a.id, b.id) || compare(convKey(a.conv), convKey(b.conv));
}

/** As SQLite compares ASCII texts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
