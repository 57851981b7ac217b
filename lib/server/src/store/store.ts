import type { KickReason, Platform } from '@tim-node/protocol';
import type { LoginRules } from '../rules/login-policy.js';
import type { ClusterCalls } from './calls/cluster.js';
import type { MarksCalls } from './calls/marks.js';
import type { MediaCalls } from './calls/media.js';
import type { ConversationCalls } from './calls/conversations.js';
import type { GroupCalls } from './calls/groups.js';
import type { HistoryCalls } from './calls/history.js';
import type { SearchCalls } from './calls/search.js';
import type { MessageCalls } from './calls/messages.js';

/*
 * What the server keeps. Every call carries plain data, names the app first, and is one unit of work:
 * it happens wholly or not at all, and is answered only when it is safe on disk.
 * Times are unix seconds. Expected outcomes are values; a rejected call means that the store failed (StoreFailure).
 */

/** One account of one app. */
export interface UserRef {
  readonly app: number;
  readonly user: string;
}

/** The node that asks, where several share the store. It knows its own sessions; of those of others the store knows. */
export interface NodeView {
  readonly node?: string;
  /** A session that lost its connection counts as online for this long; seconds. */
  readonly linger?: number;
  /** Names the connection that the session is about to get. */
  readonly attachment?: string;
}

/** A session of an account, named by the ticket that its client holds. */
export interface SessionRef extends UserRef {
  readonly sessionId: string;
}

/** Proof of a session: the SHA-256 of its token, in hex. */
export interface SessionProof {
  readonly sessionId: string;
  readonly tokenHash: string;
}

export interface LoginRequest extends UserRef, NodeView {
  readonly instanceId: string;
  readonly platform: Platform;
  readonly session: SessionProof;
  readonly expireAt: number;
  /** When the UserSig was made. */
  readonly sigTime: number;
  readonly now: number;
  /** The session that this login takes over from. */
  readonly previous?: SessionProof;
  /** Where the client stands, when it speaks of this store. */
  readonly position?: number;
  readonly rules: LoginRules;
  /** Sessions of the account that have a connection here. */
  readonly attached: readonly string[];
  /** Sessions that lost theirs a moment ago: they count as online. */
  readonly lingering: readonly string[];
  /** False: when sessions that are online would have to be kicked, the login is refused instead. */
  readonly mayKick: boolean;
}

export type LoginOutcome =
  | {
      readonly type: 'accepted';
      readonly seq: number;
      readonly head: number;
      /** Sessions that the new one has kicked. */
      readonly kicked: readonly EndedSession[];
      /** The session that it goes on from. */
      readonly replaced: readonly string[];
    }
  | { readonly type: 'sigRevoked' }
  | { readonly type: 'kickedOffline'; readonly reason: KickReason }
  | { readonly type: 'wouldKick' }
  /** The instance has come by another connection since this login was asked for. */
  | { readonly type: 'overtaken' };

export interface EndedSession {
  readonly sessionId: string;
  readonly reason: KickReason;
}

export interface ResumeRequest extends UserRef, NodeView {
  readonly session: SessionProof;
  readonly now: number;
  readonly position?: number;
}

export type ResumeOutcome =
  | {
      readonly type: 'accepted';
      readonly instanceId: string;
      readonly platform: Platform;
      readonly expireAt: number;
      readonly seq: number;
      readonly head: number;
    }
  | { readonly type: 'unknown' }
  | { readonly type: 'expired' }
  | { readonly type: 'kicked'; readonly reason: KickReason };

export interface RenewRequest extends SessionRef {
  readonly expireAt: number;
  readonly sigTime: number;
}

export type RenewOutcome = 'renewed' | 'unknown' | 'sigRevoked';

export interface LogoutRequest extends SessionRef {
  readonly now: number;
  /** Last log entry that the instance has applied. */
  readonly acked?: number;
}

/** What is noted about a session now and then, when there is time. */
export interface SessionNote extends SessionRef {
  readonly acked?: number;
  readonly seenAt: number;
  /** The session has lost this connection, and counts as online until then. */
  readonly left?: { readonly attachment: string; readonly onlineUntil: number };
}

export interface KickRequest extends UserRef, NodeView {
  readonly now: number;
  readonly attached: readonly string[];
}

/** The sessions that were ended; nothing when there is no such account. */
export type KickOutcome = readonly EndedSession[] | undefined;

export interface AccountImport extends UserRef {
  readonly nick?: string;
  readonly faceUrl?: string;
}

export interface ImportRequest {
  readonly accounts: readonly AccountImport[];
  readonly now: number;
}

export interface UsersQuery {
  readonly app: number;
  readonly users: readonly string[];
}

export interface DeletedAccount {
  readonly user: string;
  readonly existed: boolean;
  readonly ended: readonly EndedSession[];
}

/** A session that was neither logged out nor kicked and whose UserSig is still valid. */
export interface LiveSession {
  readonly user: string;
  readonly platform: Platform;
  readonly sessionId: string;
  /** When it was last known to be connected. */
  readonly seenAt: number;
  /** Whether it counts as online at another node. */
  readonly online: boolean;
}

interface StoreCalls
  extends MessageCalls, HistoryCalls, SearchCalls, GroupCalls, MarksCalls, MediaCalls, ConversationCalls, ClusterCalls {
  /** Decides about a login and begins the session. The account is registered if it is new. */
  login(request: LoginRequest): Promise<LoginOutcome>;
  resume(request: ResumeRequest): Promise<ResumeOutcome>;
  renew(request: RenewRequest): Promise<RenewOutcome>;
  logout(request: LogoutRequest): Promise<void>;
  note(notes: readonly SessionNote[]): Promise<void>;
  /** Ends all sessions of an account and makes the UserSigs made until now useless. */
  kick(request: KickRequest): Promise<KickOutcome>;
  importAccounts(request: ImportRequest): Promise<void>;
  /** The ones that exist. */
  findAccounts(query: UsersQuery): Promise<readonly string[]>;
  deleteAccounts(query: UsersQuery & { readonly now: number }): Promise<readonly DeletedAccount[]>;
  liveSessions(query: UsersQuery & NodeView & { readonly now: number }): Promise<readonly LiveSession[]>;
  /** Whether a UserSig that was made at `sigTime` has been made useless. */
  sigRevoked(query: UserRef & { readonly sigTime: number }): Promise<boolean>;
  loadSettings(app: number): Promise<string | undefined>;
  saveSettings(settings: { readonly app: number; readonly value: string }): Promise<void>;
  /** Does nothing, safely: shows that the store answers. */
  ping(nothing?: null): Promise<void>;
}

export type StoreCall = keyof StoreCalls;
export type StoreParams<K extends StoreCall> = Parameters<StoreCalls[K]>[0];
export type StoreResult<K extends StoreCall> = Awaited<ReturnType<StoreCalls[K]>>;

export interface Store extends StoreCalls {
  /** Random name made with the database: positions of one store mean nothing in another. */
  readonly epoch: string;
  /** Calls that wait for an answer. */
  readonly waiting: number;
  close(): Promise<void>;
}

export type FailureKind =
  'full' | 'readonly' | 'corrupt' | 'newer' | 'foreign' | 'closed' | 'busy' | 'unavailable' | 'failed';

/** The store could not do its work. Nothing of the call was kept; most kinds may pass. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
