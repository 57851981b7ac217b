import type {
  Extension,
  ExtensionOutcome,
  Reaction,
  Receipt,
  SenderProfile,
  Target,
  UserFace,
} from '@tim-node/protocol';
import type { UserRef } from '../store.js';
import type { Logged, StoredMessage } from './messages.js';

/** Who does something with messages of which conversation. */
export interface MarkQuery extends UserRef {
  readonly target: Target;
  readonly convId: string;
}

export interface PlaceQuery extends MarkQuery {
  readonly seq: number;
}

export interface PlacesQuery extends MarkQuery {
  readonly seqs: readonly number[];
}

/** Why nothing is put to a message. */
export type MarkRefusal =
  | 'noGroup'
  | 'notMember'
  /** There is no such message, or this user may not see it any more. */
  | 'noMessage'
  /** The kind of group, or the role in it, does not allow it. */
  | 'notAllowed'
  /** The message was not sent with the wish for it. */
  | 'notWanted'
  | 'tooManyReactions'
  | 'tooManyReactors'
  | 'alreadyReacted'
  | 'reactionMissing'
  | 'notReacted'
  | 'tooManyPins';

export interface MarkRefused {
  readonly type: 'refused';
  readonly why: MarkRefusal;
}

/** What was found. */
export type Found<R> = MarkRefused | { readonly type: 'found'; readonly value: R };
/** What was changed, with what has to be told. */
export type Changed<R = undefined> =
  MarkRefused | { readonly type: 'changed'; readonly logged: readonly Logged[]; readonly value: R };

export interface ExtensionsSetting extends PlaceQuery {
  readonly set: readonly Extension[];
  /** What the caller takes to be there; absent when he does not care. */
  readonly known?: readonly Extension[];
}

export interface ExtensionsDeletion extends PlaceQuery {
  /** Empty: all. */
  readonly keys: readonly string[];
  readonly known?: readonly Extension[];
}

export interface ReadersQuery extends PlaceQuery {
  readonly read: boolean;
  readonly after: string;
  readonly limit: number;
}

export interface UsersPage {
  readonly users: UserFace[];
  readonly finished: boolean;
}

export interface ReactionChange extends PlaceQuery {
  readonly reaction: string;
  /** True: this user reacts so. False: he does not any more. */
  readonly on: boolean;
  readonly now: number;
}

export interface ReactionsOfMessage {
  readonly seq: number;
  readonly reactions: Reaction[];
}

export interface ReactorsQuery extends PlaceQuery {
  readonly reaction: string;
  readonly skip: number;
  readonly limit: number;
}

export interface PinnedMessage {
  readonly message: StoredMessage;
  readonly by: string;
  readonly time: number;
  readonly profile: SenderProfile;
}

/** What is put to messages after they were sent. Only who can see a message may do so. */
export interface MarksCalls {
  /** Notes that messages were read. What asks for no receipt, or was read before, changes nothing. */
  sendReceipts(request: PlacesQuery & { readonly now: number }): Promise<Changed>;
  /** How many have read the user's own messages. */
  countReceipts(query: PlacesQuery): Promise<Found<Receipt[]>>;
  /** Which members of a group have read a message of the user's own, or have not. */
  listReaders(query: ReadersQuery): Promise<Found<UsersPage>>;
  setExtensions(request: ExtensionsSetting): Promise<Changed<ExtensionOutcome[]>>;
  getExtensions(query: PlaceQuery): Promise<Found<Extension[]>>;
  /** No keys: all. */
  deleteExtensions(request: ExtensionsDeletion): Promise<Changed<ExtensionOutcome[]>>;
  setReaction(request: ReactionChange): Promise<Changed>;
  /** Those of the messages that the user may see, with up to `users` users for each reaction. */
  getReactions(query: PlacesQuery & { readonly users: number }): Promise<Found<ReactionsOfMessage[]>>;
  listReactors(query: ReactorsQuery): Promise<Found<UsersPage>>;
  pinMessage(request: PlaceQuery & { readonly pinned: boolean; readonly now: number }): Promise<Changed>;
  /** The newest ones first. */
  listPinned(query: MarkQuery): Promise<Found<PinnedMessage[]>>;
}
