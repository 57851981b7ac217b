import { ELEM_TYPES, timError, type ElemType, type Message, type Target, type TIMError } from '@tim-node/protocol';
import type { Engine } from '../core/engine.js';
import { keepMessage } from '../local/rules.js';
import type { FoundIn, KeptMessage, LocalStore, PageQuery, SearchQuery } from '../local/store.js';
import { searchable, typeBits } from '../local/words.js';

/** What is looked for among the messages on this machine. */
export interface ArchiveQuery {
  /** Absent: in all conversations. */
  readonly conv?: Target;
  readonly words: readonly string[];
  /** Whether all of the words must be there, or one is enough. */
  readonly every: boolean;
  /** Absent: whoever has sent it. */
  readonly senders?: readonly string[];
  /** Only messages with an element of one of these kinds; absent: of the kinds that can be searched. */
  readonly types?: readonly ElemType[];
  /** Not older than this; unix seconds. */
  readonly since?: number;
  /** Not newer than this; unix seconds. */
  readonly until?: number;
  readonly skip: number;
  readonly limit: number;
}

/** What was found in one conversation. */
export interface ArchiveItem extends FoundIn {
  /** All of a page when one conversation was asked for; of many, the message of those with a single one. */
  readonly messages: readonly KeptMessage[];
}

export interface ArchiveResult {
  /** Messages when one conversation was asked for, else conversations. */
  readonly total: number;
  readonly items: readonly ArchiveItem[];
}

/** Of the app's own data with a message. */
export interface CustomData {
  readonly customInt: number;
  readonly customStr: string;
}

/** Nobody looks for what is done in a group, nor for emoticons. */
const SEARCHED = ELEM_TYPES.filter((type) => type !== 'groupTip' && type !== 'face');

/**
 * The messages that are kept on this machine, of the user whose store answers now: those that came through the log or
 * were read from history, and those that only this machine has.
 */
export class Archive {
  constructor(private readonly engine: Engine) {}

  /** The user whose messages these are, or the empty string. */
  get ownerId(): string {
    return this.engine.ownerId;
  }

  private read<T>(work: (store: LocalStore) => T, instead: T): T {
    return this.ownerId === '' ? instead : this.engine.local.use(this.ownerId, work, instead);
  }

  /** Messages by their ids, in the order of these; what is not here is left out. */
  find(ids: readonly string[]): KeptMessage[] {
    const found = this.read((store) => store.withIds(ids), []);
    const byId = new Map(found.map((kept) => [kept.id, kept]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The message at a place of a conversation. */
  at(conv: Target, seq: number): KeptMessage | undefined {
    return this.read((store) => store.at(conv, seq), undefined);
  }

  /** Messages of a conversation that the server has too, in the order asked for. */
  page(query: PageQuery): KeptMessage[] {
    return this.read((store) => store.page(query), []);
  }

  /** Messages of a conversation that only this machine has, the oldest first. */
  own(conv: Target): KeptMessage[] {
    return this.read((store) => store.own(conv), []);
  }

  /** A message that only this machine has. */
  ownAt(conv: Target, id: string): KeptMessage | undefined {
    return this.read((store) => store.ownAt(conv, id), undefined);
  }

  search({ skip, limit, ...wanted }: ArchiveQuery): ArchiveResult {
    const { conv, words, types = SEARCHED } = wanted;
    const lower = words.map((word) => searchable([word])).filter((word) => word !== '');
    const query: SearchQuery = { ...wanted, words: lower, types: typeBits(types) };
    return this.read((store) => {
      const found = store.searchConversations(query);
      if (conv !== undefined) return inOne(store, query, found, skip, limit);
      const items = found.slice(skip, skip + limit).map((each) => ({ ...each, messages: only(store, query, each) }));
      return { total: found.length, items };
    }, NOTHING);
  }

  /** Keeps messages that the server does not have. One that is here already, by its id, stays as it is. */
  import(messages: readonly KeptMessage[]): TIMError | undefined {
    return this.write((store) => {
      for (const message of messages) if (!isPlaced(store, message)) store.write(message);
    });
  }

  /** Keeps messages that were read from the server. */
  remember(messages: readonly Message[]): void {
    const { userId } = this.engine;
    if (userId === '' || messages.length === 0) return;
    this.write((store) => {
      for (const message of messages) keepMessage(store, message, userId);
    });
  }

  /** Keeps a message on its way. */
  keepOwn(message: KeptMessage): void {
    this.write((store) => store.write(message));
  }

  /** Keeps a message that could not be sent; unless the log has told that the server has it, when only the answer was lost. */
  keepFailed(message: KeptMessage): void {
    this.import([message]);
  }

  forgetOwn(conv: Target, id: string): void {
    this.write((store) => store.removeOwn(conv, id));
  }

  /** Deletes a message on this machine alone: it is not shown any more here. */
  hide(conv: Target, { seq, id }: { seq: number; id: string }): TIMError | undefined {
    return this.write((store) => {
      const kept = seq > 0 ? store.at(conv, seq) : undefined;
      if (kept !== undefined) store.write({ ...kept, status: 'deleted' });
      else store.removeOwn(conv, id);
    });
  }

  /** Whether messages are kept longer than the process lives. */
  get lasting(): boolean {
    return this.read(({ lasting }) => lasting, false);
  }

  /** Puts the app's own data to a message, which is named by its place or else by its id. */
  setCustomData(conv: Target, { seq, id }: { seq: number; id: string }, data: CustomData): TIMError | undefined {
    let error: TIMError | undefined;
    const failed = this.write((store) => {
      const kept = (seq > 0 ? store.at(conv, seq) : undefined) ?? this.byId(store, conv, id);
      if (kept === undefined) error = timError('messageUnknown', 'the message is not on this machine');
      else store.write({ ...kept, ...data });
    });
    return failed ?? error;
  }

  private byId(store: LocalStore, conv: Target, id: string): KeptMessage | undefined {
    return store.withIds([id]).find((kept) => isSame(kept.conv, conv));
  }

  private write(work: (store: LocalStore) => void): TIMError | undefined {
    const written = this.read((store) => {
      store.transaction(() => work(store));
      return true;
    }, false);
    return written ? undefined : timError('localStoreFailed');
  }
}

const NOTHING: ArchiveResult = { total: 0, items: [] };

function inOne(
  store: LocalStore,
  query: SearchQuery,
  [found]: readonly FoundIn[],
  skip: number,
  limit: number,
): ArchiveResult {
  if (found === undefined) return NOTHING;
  return { total: found.count, items: [{ ...found, messages: store.search(query, skip, limit) }] };
}

/** The one message that was found; where there are more, the app asks for the conversation. */
function only(store: LocalStore, query: SearchQuery, { conv, count }: FoundIn): KeptMessage[] {
  return count === 1 ? store.search({ ...query, conv }, 0, 1) : [];
}

/** Whether the server has a message with this id. */
function isPlaced(store: LocalStore, { id, conv }: KeptMessage): boolean {
  return store.withIds([id]).some((known) => known.seq > 0 && isSame(known.conv, conv));
}

function isSame(a: Target, b: Target): boolean {
  return a.type === b.type && a.id === b.id;
}
