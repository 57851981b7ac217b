import { bool, int, list, obj, oneOf, opt, text, union, type Schema } from '../schema.js';
import { LIMITS } from '../limits.js';
import {
  accountReceiveOption,
  conversationChanges,
  convGroupName,
  face,
  type AccountReceiveOption,
  type ConversationState,
  type Face,
} from './conversation.js';
import { groupApplication, type GroupApplication } from './group.js';
import {
  message,
  revocation,
  target,
  uint32,
  unixSeconds,
  type Message,
  type Revocation,
  type Target,
} from './message.js';
import {
  extension,
  extensionKey,
  namedReceipt,
  reaction,
  type Extension,
  type NamedReceipt,
  type Reaction,
} from './marks.js';
import { userId } from './user.js';

/**
 * A place in a user's log. `epoch` names the store: after a restore from a backup it differs, and a
 * client must not compare positions of different epochs.
 */
export interface Position {
  readonly epoch: string;
  /** Last log entry that was applied; 0 before the first. */
  readonly seq: number;
}

interface Placed {
  /** Place in the user's log: 1, 2, 3, … without gaps. */
  readonly seq: number;
}

/** Something about one conversation, which is named as the owner of the log sees it: C2C by the other user. */
interface InConversation extends Placed {
  readonly target: Target;
}

/** A new message for this user, or one sent by another instance of this user. */
export interface MessageEntry extends Placed {
  readonly kind: 'message';
  readonly message: Message;
}

/** A message was modified: how it is now. */
export interface ModifiedEntry extends Placed {
  readonly kind: 'modified';
  readonly message: Message;
  /** Who did it. */
  readonly by: string;
}

/** What a client needs to name a message that it may not have any more. */
export interface MessageName {
  readonly seq: number;
  readonly sender: string;
  readonly random: number;
  readonly time: number;
  readonly clientTime: number;
}

/** A message was taken back. */
export interface RevokedEntry extends InConversation {
  readonly kind: 'revoked';
  readonly message: MessageName;
  readonly revoked: Revocation;
}

/** This user has deleted messages for himself. */
export interface DeletedEntry extends InConversation {
  readonly kind: 'deleted';
  /** Places of the messages in the conversation. */
  readonly seqs: number[];
}

/** This user has deleted all messages up to this one for himself. */
export interface ClearedEntry extends InConversation {
  readonly kind: 'cleared';
  readonly upTo: number;
}

/** What has changed of a conversation. A conversation that is not known comes into being. */
export interface ConversationEntry extends InConversation {
  readonly kind: 'conversation';
  readonly changes: Partial<ConversationState>;
  /** The last message, when another one has become it; as it is when the entry is read. */
  readonly message?: Message;
}

/** The conversation is gone from the list; it comes back with its next message. */
export interface ConversationRemovedEntry extends InConversation {
  readonly kind: 'conversationRemoved';
}

/** Groups of conversations. */
export interface ConvGroupEntry extends Placed {
  readonly kind: 'convGroup';
  readonly change: 'created' | 'deleted' | 'renamed' | 'added' | 'removed';
  readonly name: string;
  /** For `renamed`. */
  readonly newName?: string;
  /** For `created`, `added` and `removed`: which conversations. */
  readonly targets?: Target[];
}

/** Somebody has read messages of this user that asked for receipts. */
export interface ReceiptsEntry extends InConversation {
  readonly kind: 'receipts';
  readonly receipts: NamedReceipt[];
  readonly by: string;
  readonly time: number;
}

/** This user has said that he has read messages which asked for it. */
export interface ReceiptsSentEntry extends InConversation {
  readonly kind: 'receiptsSent';
  /** Places of the messages in the conversation. */
  readonly seqs: number[];
}

/** The other one of a C2C conversation has read up to here. */
export interface PeerReadEntry extends InConversation {
  readonly kind: 'peerRead';
  readonly readSeq: number;
  /** Time of that message, unix seconds. */
  readonly time: number;
}

/** Extensions of a message were set or deleted. */
export interface ExtensionsEntry extends InConversation {
  readonly kind: 'extensions';
  readonly message: MessageName;
  readonly set?: Extension[];
  readonly deleted?: string[];
}

/** Reactions to a message have changed: how these are now. */
export interface ReactionsEntry extends InConversation {
  readonly kind: 'reactions';
  readonly message: MessageName;
  readonly reactions: Reaction[];
}

/** A group message was pinned or is not any more. */
export interface PinnedEntry extends InConversation {
  readonly kind: 'pinned';
  readonly message: Message;
  readonly pinned: boolean;
  readonly by: string;
}

/** Do-not-disturb of the account has changed. */
export interface AccountOptionEntry extends Placed {
  readonly kind: 'accountOption';
  readonly option: AccountReceiveOption;
}

/** This user has come into a group or is not in it any more. */
export interface MembershipEntry extends InConversation {
  readonly kind: 'membership';
  readonly change: 'joined' | 'invited' | 'quit' | 'kicked' | 'dismissed';
  readonly by: string;
  /** For who comes in: what a list shows of the group. */
  readonly face?: Face;
}

/** Somebody wants to come into a group that this user leads; or what this user has asked for is decided. */
export interface ApplicationEntry extends InConversation {
  readonly kind: 'application';
  /** As it is now. */
  readonly application: GroupApplication;
}

/** One change in a user's log. Everything a client must not miss travels through it. */
export type LogEntry =
  | MessageEntry
  | ModifiedEntry
  | RevokedEntry
  | DeletedEntry
  | ClearedEntry
  | ConversationEntry
  | ConversationRemovedEntry
  | ConvGroupEntry
  | ReceiptsEntry
  | ReceiptsSentEntry
  | PeerReadEntry
  | ExtensionsEntry
  | ReactionsEntry
  | PinnedEntry
  | AccountOptionEntry
  | MembershipEntry
  | ApplicationEntry;

/** An entry without its place: what the server writes. */
export type LogChange = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, 'seq'> : never) : never;

const EPOCH_BYTES = 64;
export const epoch: Schema<string> = text({ maxBytes: EPOCH_BYTES, nonEmpty: true });

const place = { seq: int(1) };
const there = { ...place, target };
const seqs = list(int(1), LIMITS.messagesPerRequest);
const messageName = obj<MessageName>({
  seq: int(1),
  sender: userId,
  random: uint32,
  time: unixSeconds,
  clientTime: unixSeconds,
});

export const logEntry: Schema<LogEntry> = union<LogEntry, 'kind'>('kind', {
  message: obj<MessageEntry>({ ...place, kind: oneOf('message'), message }),
  modified: obj<ModifiedEntry>({ ...place, kind: oneOf('modified'), message, by: userId }),
  revoked: obj<RevokedEntry>({ ...there, kind: oneOf('revoked'), message: messageName, revoked: revocation }),
  deleted: obj<DeletedEntry>({ ...there, kind: oneOf('deleted'), seqs }),
  cleared: obj<ClearedEntry>({ ...there, kind: oneOf('cleared'), upTo: int(0) }),
  conversation: obj<ConversationEntry>({
    ...there,
    kind: oneOf('conversation'),
    changes: conversationChanges,
    message: opt(message),
  }),
  conversationRemoved: obj<ConversationRemovedEntry>({ ...there, kind: oneOf('conversationRemoved') }),
  convGroup: obj<ConvGroupEntry>({
    ...place,
    kind: oneOf('convGroup'),
    change: oneOf('created', 'deleted', 'renamed', 'added', 'removed'),
    name: convGroupName,
    newName: opt(convGroupName),
    targets: opt(list(target, LIMITS.conversationsPerRequest)),
  }),
  receipts: obj<ReceiptsEntry>({
    ...there,
    kind: oneOf('receipts'),
    receipts: list(namedReceipt, LIMITS.messagesPerRequest),
    by: userId,
    time: unixSeconds,
  }),
  receiptsSent: obj<ReceiptsSentEntry>({ ...there, kind: oneOf('receiptsSent'), seqs }),
  peerRead: obj<PeerReadEntry>({ ...there, kind: oneOf('peerRead'), readSeq: int(0), time: unixSeconds }),
  extensions: obj<ExtensionsEntry>({
    ...there,
    kind: oneOf('extensions'),
    message: messageName,
    set: opt(list(extension, LIMITS.extensions)),
    deleted: opt(list(extensionKey, LIMITS.extensions)),
  }),
  reactions: obj<ReactionsEntry>({
    ...there,
    kind: oneOf('reactions'),
    message: messageName,
    reactions: list(reaction, LIMITS.reactions),
  }),
  pinned: obj<PinnedEntry>({ ...there, kind: oneOf('pinned'), message, pinned: bool, by: userId }),
  accountOption: obj<AccountOptionEntry>({ ...place, kind: oneOf('accountOption'), option: accountReceiveOption }),
  membership: obj<MembershipEntry>({
    ...there,
    kind: oneOf('membership'),
    change: oneOf('joined', 'invited', 'quit', 'kicked', 'dismissed'),
    by: userId,
    face: opt(face),
  }),
  application: obj<ApplicationEntry>({
    ...there,
    kind: oneOf('application'),
    application: groupApplication,
  }),
});

export const logEntries: Schema<LogEntry[]> = list(logEntry, LIMITS.pullPage);
