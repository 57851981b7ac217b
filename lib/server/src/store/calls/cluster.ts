import type { KickReason } from '@tim-node/protocol';
import type { UsersQuery } from '../store.js';

/** How far the log of a user goes and which sessions he has, for nodes that may not have heard of it. */
export interface UserStanding {
  readonly user: string;
  /** Newest entry of his log. */
  readonly head: number;
  readonly sessions: readonly SessionStanding[];
}

export interface SessionStanding {
  readonly sessionId: string;
  readonly state: 'live' | 'kicked' | 'replaced' | 'loggedOut';
  readonly kickReason: KickReason | null;
  /** The node that it is connected to; null when it is not, or the server stands alone. */
  readonly node: string | null;
}

export interface NodeSign {
  readonly node: string;
  readonly now: number;
}

export interface ClusterCalls {
  /** What nodes have to know that may have missed events. */
  standings(query: UsersQuery): Promise<readonly UserStanding[]>;
  /** A node is alive. Answers how many others are. */
  nodeAlive(sign: NodeSign): Promise<number>;
  /** A node stops. */
  nodeGone(node: string): Promise<void>;
}
