import type { LogEntry, Message, TIMError } from '@tim-node/protocol';
import type { Kick } from '../session/session.js';
import type { StateName, TransitionReason } from '../session/states.js';

/** The connection as apps see it. */
export type NetworkState = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** What happens to a client by itself. Listeners are called through the callback queue. */
export interface EngineEvents {
  network(state: NetworkState, error?: TIMError): void;
  kicked(kick: Kick): void;
  userSigExpired(): void;
  transition(from: StateName, to: StateName, reason: TransitionReason): void;
  /** New entries of a user's log: in order, each one once. By the time it is told, somebody else may be logged in. */
  entries(entries: readonly LogEntry[], userId: string): void;
  /** A message that nobody keeps. */
  online(message: Message, userId: string): void;
  /** The session has begun, or goes on after an interruption: addresses of files may be others now. */
  attached(userId: string): void;
  /** Another server has taken the place of the old one: what was known of its log does not count any more. */
  reset(userId: string): void;
}
