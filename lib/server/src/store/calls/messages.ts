import type { Platform, Target } from '@tim-node/protocol';
import type { FailureKind, UserRef } from '../store.js';

/** A message on its way into the store. */
export interface Send {
  readonly app: number;
  readonly sender: string;
  /** Unique per sender; the same one again gets the first answer. */
  readonly clientId: string;
  readonly convId: string;
  readonly target: Target;
  readonly time: number;
  readonly clientTime: number;
  readonly random: number;
  readonly platform: Platform;
  /** The body as JSON text; the store never looks into it. */
  readonly body: string;
  /** Set of the kinds of its elements: bit n for the n-th of `ELEM_TYPES`. */
  readonly types: number;
  /** Whether it counts as unread. */
  readonly counted: boolean;
  /** Whether it may be the last message of its conversation. */
  readonly lasting: boolean;
  readonly needReceipt: boolean;
  /** Uploaded files that it names: the sender must be allowed to see them, and its readers will be. */
  readonly media?: readonly string[];
  /** Keys of merged messages that it names: its readers will be allowed to see their files. */
  readonly mergers?: readonly string[];
  /** Members of the group whom it mentions; `MENTION_ALL` for all. */
  readonly mentions: readonly string[];
  /** The members of the group whom it is for; absent for all. */
  readonly onlyFor?: readonly string[];
  /** Written by the server itself: the sender need not be a member and may be muted. */
  readonly bySystem?: boolean;
}

/** Why a message is not stored. */
export type SendRefusal = 'unknownReceiver' | 'noGroup' | 'notMember' | 'muted' | 'noMedia';

export type Appended =
  /** Stored now, as one of several messages with the same readers: `at` of them come before it in each log. */
  | {
      readonly type: 'stored';
      readonly seq: number;
      readonly time: number;
      readonly readers: Readers;
      readonly at: number;
      /** Nick, face and name card of the sender as JSON text. */
      readonly profile: string | null;
    }
  /** Was stored before: the first answer. */
  | { readonly type: 'repeated'; readonly seq: number; readonly time: number }
  | { readonly type: 'refused'; readonly why: SendRefusal }
  /** The database did not take it; the others of its batch are stored. */
  | { readonly type: 'failed'; readonly kind: FailureKind; readonly message: string };

/** Who reads messages that were stored together, and which places the first of these has in their logs. */
export interface Readers {
  readonly users: readonly string[];
  readonly firsts: readonly number[];
}

/** A message as it is kept. */
export interface StoredMessage {
  readonly target: Target;
  readonly seq: number;
  readonly sender: string;
  readonly clientId: string;
  readonly time: number;
  readonly clientTime: number;
  readonly random: number;
  readonly platform: Platform;
  /** JSON text. */
  readonly body: string;
  readonly version: number;
  /** JSON text of a `SenderProfile`. */
  readonly profile: string | null;
  /** JSON text of a `Revocation`. */
  readonly revoked: string | null;
  /** JSON text of the members it is for. */
  readonly onlyFor: string | null;
  /** How many people are to say that they have read it; null when nobody is. */
  readonly receiptTotal: number | null;
  /** How many have, when it was read for its sender. */
  readonly receiptRead?: number;
  /** It was read for somebody who has said that he has read it. */
  readonly receiptSent?: boolean;
}

/** An entry that a call has put into the log of a user; his sessions have to be told. */
export interface Logged {
  readonly user: string;
  readonly seq: number;
  /** JSON text of a `LogChange` without its message. */
  readonly change: string;
  readonly message?: StoredMessage;
}

export interface PullQuery extends UserRef {
  readonly after: number;
  readonly limit: number;
  /** Bytes of bodies after which a page ends early. */
  readonly maxBytes: number;
}

export interface PullPage {
  readonly head: number;
  /** `after` is not a place in this log, or what follows it is gone. */
  readonly reset: boolean;
  /** JSON text of a list of `LogEntry`: pages may be many, and nobody here looks into them. */
  readonly entries: string;
}

export interface MessageCalls {
  /** Stores messages in the given order. */
  append(sends: readonly Send[]): Promise<readonly Appended[]>;
  pull(query: PullQuery): Promise<PullPage>;
}
