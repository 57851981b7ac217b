import type { Target } from '@tim-node/protocol';
import type { UserRef } from '../store.js';
import type { ReadPlaces } from './history.js';
import type { StoredMessage } from './messages.js';

/** A conversation in which a user can see messages. */
export interface SearchableConversation {
  readonly convId: string;
  readonly target: Target;
  /** He sees those after this place. */
  readonly above: number;
}

/** Messages of one conversation. */
export interface PlacesIn {
  readonly convId: string;
  readonly target: Target;
  readonly seqs: readonly number[];
}

export interface FoundIn extends ReadPlaces {
  readonly target: Target;
  /** In the order of the conversation. */
  readonly messages: readonly StoredMessage[];
}

/** For searches, which are done by somebody else: where to look, and what the user may see of what was found. */
export interface SearchCalls {
  searchableConversations(user: UserRef): Promise<readonly SearchableConversation[]>;
  /** The messages that the user can see and that were not taken back. Conversations without any are left out. */
  findPlaces(query: UserRef & { readonly places: readonly PlacesIn[] }): Promise<readonly FoundIn[]>;
}
