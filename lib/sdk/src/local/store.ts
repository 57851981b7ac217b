import type { Message, Position, Target } from '@tim-node/protocol';

/** What has become of a message. The place in the list is what is kept in files: only append. */
export const KEPT_STATUS = ['sending', 'sent', 'failed', 'deleted', 'imported', 'revoked'] as const;
export type KeptStatus = (typeof KEPT_STATUS)[number];

/** A message as it is kept on this machine. */
export interface KeptMessage {
  /** C2C: the other user. */
  readonly conv: Target;
  /** Place in the conversation; 0 for a message that the server does not have. */
  readonly seq: number;
  /** Sender, the sender's time and random number. Two messages may have the same one. */
  readonly id: string;
  readonly sender: string;
  /** Where a message that the server does not have stands among the others; unix seconds. */
  readonly time: number;
  readonly status: KeptStatus;
  /** The app's own data. */
  readonly customInt: number;
  /** The app's own data. */
  readonly customStr: string;
  /** Kinds of its elements: a set of bits by their places in `ELEM_TYPES`. */
  readonly types: number;
  /** What can be found in it: lower case, one line for each text. Absent: what its message says. */
  readonly words?: string;
  /** As the server tells it. */
  readonly message?: Message;
  /** Of this machine's own making: JSON text of the style that has made it. */
  readonly own?: string;
}

/** Messages of one conversation that the server has, by their places. */
export interface PageQuery {
  readonly conv: Target;
  /** Before or after this place, which is not among them; absent: from the newest or the oldest one. */
  readonly from?: number;
  /** True: newer ones, oldest first. Otherwise older ones, newest first. */
  readonly forward?: boolean;
  readonly limit: number;
  /** Not older than this; unix seconds. */
  readonly since?: number;
  /** Not newer than this; unix seconds. */
  readonly until?: number;
  /** Only messages with an element of one of these kinds; 0 for all. */
  readonly types?: number;
}

/** What to look for. Messages that were deleted or taken back are not found. */
export interface SearchQuery {
  /** Absent: in all conversations. */
  readonly conv?: Target;
  /** Lower case. None: every message. */
  readonly words: readonly string[];
  /** Whether all of the words must be there, or one is enough. */
  readonly every: boolean;
  /** Absent: whoever has sent it. */
  readonly senders?: readonly string[];
  /** Only messages with an element of one of these kinds; 0 for all. */
  readonly types: number;
  readonly since?: number;
  readonly until?: number;
}

/** What was found in one conversation. */
export interface FoundIn {
  readonly conv: Target;
  readonly count: number;
  /** Time of the newest one; unix seconds. */
  readonly time: number;
}

/**
 * What is kept for one account. All calls are carried out at once; what is done inside a transaction stays or is
 * gone together. Any call may throw, after which the store is of no use any more.
 */
export interface LocalStore {
  /** Whether it outlives the process. */
  readonly lasting: boolean;
  /** Runs work whose changes belong together; a transaction inside another one is a part of it. */
  transaction<T>(work: () => T): T;
  /** Where in the account's log this store stands. */
  readonly position: Position | undefined;
  setPosition(position: Position): void;
  /** The message at a place of a conversation. */
  at(conv: Target, seq: number): KeptMessage | undefined;
  /** A message that the server does not have. */
  ownAt(conv: Target, id: string): KeptMessage | undefined;
  /** All messages with these ids, the oldest first. */
  withIds(ids: readonly string[]): KeptMessage[];
  /** Keeps a message in place of the one at the same place, or of the same id where the server does not have it. */
  write(message: KeptMessage): void;
  /** Forgets a message that the server does not have. */
  removeOwn(conv: Target, id: string): void;
  /** Forgets the messages of a conversation up to a place, and those that the server does not have. */
  clear(conv: Target, upTo: number): void;
  /** Messages that the server has and that were not deleted. */
  page(query: PageQuery): KeptMessage[];
  /** Messages of a conversation that the server does not have and that were not deleted, the oldest first. */
  own(conv: Target): KeptMessage[];
  /** In which conversations something is found, the one with the newest message first. */
  searchConversations(query: SearchQuery): FoundIn[];
  /** What is found, the newest first. */
  search(query: SearchQuery, skip: number, limit: number): KeptMessage[];
  /** Values of a kind, by their keys. */
  records(kind: string): ReadonlyMap<string, string>;
  /** Keeps a value; undefined forgets it. */
  setRecord(kind: string, key: string, value: string | undefined): void;
  /** Forgets the position and every message that the server has told: another server has taken its place. */
  forget(): void;
  close(): void;
}

/** A conversation as one text. */
export function convKey({ type, id }: Target): string {
  return `${type}:${id}`;
}

export function convOf(key: string): Target {
  const colon = key.indexOf(':');
  return { type: key.slice(0, colon) === 'group' ? 'group' : 'c2c', id: key.slice(colon + 1) };
}
