import type { Target } from '@tim-node/protocol';
import type { UserRef } from '../store.js';
import type { Logged, Send, SendRefusal, StoredMessage } from './messages.js';

/** A conversation as one of its users names it. */
export interface ConversationRef extends UserRef {
  readonly convId: string;
  readonly target: Target;
}

/** Why somebody does not see a conversation. */
export type ViewRefusal = 'noGroup' | 'notMember';
/** Why a message is not changed. */
export type ChangeRefusal = ViewRefusal | 'unknown' | 'denied' | 'late' | 'tooLong' | 'noMedia';

export interface Refused<Why extends string> {
  readonly type: 'refused';
  readonly why: Why;
}

export interface HistoryQuery extends ConversationRef {
  /** The messages before or after this one; absent: from the newest or the oldest one. */
  readonly from?: number;
  readonly forward: boolean;
  readonly limit: number;
  readonly since?: number;
  readonly until?: number;
  /** Only messages with one of these kinds of elements; a set of bits. */
  readonly types?: number;
  /** Characters of bodies after which a page ends early. */
  readonly maxBytes: number;
}

/** How far the conversation was read. */
export interface ReadPlaces {
  readonly readSeq: number;
  readonly peerReadSeq: number;
}

export interface HistoryPage extends ReadPlaces {
  readonly type: 'page';
  readonly messages: readonly StoredMessage[];
  readonly finished: boolean;
  /** Where the next page begins. */
  readonly next?: number;
}

export interface FindQuery extends ConversationRef {
  readonly seqs: readonly number[];
  /** Characters of bodies after which the answer ends early. */
  readonly maxBytes: number;
}

export interface FoundMessages extends ReadPlaces {
  readonly type: 'found';
  readonly messages: readonly StoredMessage[];
  /** What was not looked at any more. */
  readonly rest: readonly number[];
}

/** Merged messages, and the files in them that their sender may see. */
export interface NewMerger extends MergerRef {
  readonly user: string;
  readonly messages: string;
  readonly media?: readonly string[];
  /** Keys of merged messages in the messages. */
  readonly mergers?: readonly string[];
  readonly now: number;
}

export interface RevokeRequest extends ConversationRef {
  readonly seq: number;
  readonly reason: string;
  readonly now: number;
  /** Older messages cannot be taken back. */
  readonly oldest: number;
}

export interface ModifyRequest extends ConversationRef {
  readonly seq: number;
  /** The version that was changed. */
  readonly version: number;
  /** The new elements as JSON text. */
  readonly elems: string;
  readonly types: number;
  /** Uploaded files that the new elements name. */
  readonly media: readonly string[];
  /** Keys of merged messages that the new elements name. */
  readonly mergers?: readonly string[];
  /** The new custom data; absent to keep it. */
  readonly cloudData?: string;
  /** Longest body, in bytes. */
  readonly maxBytes: number;
}

export type ModifyOutcome =
  | {
      readonly type: 'answered';
      /** False: the version was another one. */
      readonly modified: boolean;
      readonly message: StoredMessage;
      readonly entries: readonly Logged[];
    }
  | Refused<ChangeRefusal>;

/** What was written into logs. */
export interface Written {
  readonly type: 'written';
  readonly entries: readonly Logged[];
}

export interface MergerRef {
  readonly app: number;
  readonly key: string;
}

/** Who would get a message, and who its sender is. */
export interface Receivers {
  readonly type: 'receivers';
  readonly users: readonly string[];
  /** Nick, face and name card of the sender as JSON text. */
  readonly profile: string | null;
}

export interface HistoryCalls {
  listMessages(query: HistoryQuery): Promise<HistoryPage | Refused<ViewRefusal>>;
  findMessages(query: FindQuery): Promise<FoundMessages | Refused<ViewRefusal>>;
  /** Takes a message back. One that was taken back already stays as it is. */
  revokeMessage(request: RevokeRequest): Promise<Written | Refused<ChangeRefusal>>;
  modifyMessage(request: ModifyRequest): Promise<ModifyOutcome>;
  /** Deletes messages for one user. */
  deleteMessages(
    query: ConversationRef & { readonly seqs: readonly number[] },
  ): Promise<Written | Refused<ViewRefusal>>;
  /** Deletes all messages of a conversation for one user. */
  clearMessages(query: ConversationRef): Promise<Written | Refused<ViewRefusal>>;
  keepMerger(merger: NewMerger): Promise<void>;
  /** The merged messages; nothing when there are none under the key. */
  findMerger(ref: MergerRef): Promise<string | undefined>;
  /** Who would get a message that is not stored. */
  receiversOf(send: Send): Promise<Receivers | Refused<SendRefusal>>;
}
