import type { GroupType, ReceiveOption, Target } from '@tim-node/protocol';
import type { UserRef } from '../store.js';
import type { Logged, StoredMessage } from './messages.js';

/** A conversation as one of its users names it. */
export interface ConversationRef {
  readonly convId: string;
  readonly target: Target;
}

/** A conversation as one user sees it, with texts that the store does not look into. */
export interface StoredConversation {
  readonly target: Target;
  readonly unread: number;
  readonly readSeq: number;
  readonly readTime: number;
  readonly peerReadSeq: number;
  readonly active: number;
  readonly last: StoredMessage | null;
  readonly pinned: boolean;
  readonly marks: string;
  readonly custom: string;
  readonly option: ReceiveOption;
  /** JSON text of `Mention[]`; null for none. */
  readonly mentions: string | null;
  /** JSON text of the names of groups of conversations; null for none. */
  readonly groups: string | null;
  readonly name: string | null;
  readonly faceUrl: string | null;
  /** Null for users. */
  readonly groupType: GroupType | null;
  readonly owner: string | null;
  /** Head of the user's log when this was true. */
  readonly at: number;
}

export interface ListQuery extends UserRef {
  /** Id of the last conversation of the page before; empty for the first page. */
  readonly after: string;
  readonly limit: number;
}

export interface ConversationList {
  readonly conversations: readonly StoredConversation[];
  readonly next?: string;
}

export interface ConversationsQuery extends UserRef {
  readonly refs: readonly ConversationRef[];
}

export interface ReadRequest extends UserRef {
  /** Absent: all conversations, or all of a kind. */
  readonly ref?: ConversationRef;
  readonly kind?: Target['type'];
  /** Up to this message; absent: all. */
  readonly upTo?: number;
  /** Up to this time; absent: all. */
  readonly upToTime?: number;
}

export interface RemoveRequest extends ConversationsQuery {
  readonly clear: boolean;
}

/** What a user changes of a conversation. */
export type Change =
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'mark'; readonly mark: string; readonly on: boolean }
  | { readonly type: 'custom'; readonly custom: string }
  | { readonly type: 'option'; readonly option: ReceiveOption };

export interface ChangeRequest extends ConversationsQuery {
  readonly change: Change;
}

/** How it went with one conversation. */
export type ChangeOutcome = 'done' | 'unknown' | 'unknownUser' | 'noGroup' | 'notMember' | 'tooManyMarked';

export interface Changed {
  /** In the order asked for. */
  readonly outcomes: readonly ChangeOutcome[];
  readonly logged: readonly Logged[];
}

export interface StoredOption {
  readonly target: Target;
  readonly option: ReceiveOption;
}

/** What a user does with his groups of conversations. */
export type GroupChange =
  | { readonly type: 'create' | 'add' | 'remove'; readonly name: string; readonly refs: readonly ConversationRef[] }
  | { readonly type: 'delete'; readonly name: string }
  | { readonly type: 'rename'; readonly name: string; readonly newName: string };

export interface GroupChangeRequest extends UserRef {
  readonly change: GroupChange;
}

export type GroupChanged =
  ({ readonly type: 'done' } & Changed) | { readonly type: 'noSuchGroup' | 'tooManyGroups' | 'nameTaken' };

/** Small things of a user, as JSON texts. */
export interface UserSettings {
  readonly convGroups?: string;
  readonly receiveOption?: string;
  /** Head of the user's log when this was true. */
  readonly at: number;
}

export interface ConversationCalls {
  /** A page of the conversations that are in the user's list. */
  listConversations(query: ListQuery): Promise<ConversationList>;
  /** Those of the conversations that are in the user's list. */
  findConversations(query: ConversationsQuery): Promise<readonly StoredConversation[]>;
  readConversations(request: ReadRequest): Promise<readonly Logged[]>;
  removeConversations(request: RemoveRequest): Promise<Changed>;
  changeConversations(request: ChangeRequest): Promise<Changed>;
  findOptions(query: ConversationsQuery): Promise<readonly StoredOption[]>;
  changeConvGroups(request: GroupChangeRequest): Promise<GroupChanged>;
  loadUserSettings(user: UserRef): Promise<UserSettings>;
  /** Do-not-disturb of the account, as JSON text. */
  saveReceiveOption(setting: UserRef & { readonly value: string }): Promise<readonly Logged[]>;
}
