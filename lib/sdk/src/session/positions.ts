import type { Position } from '@tim-node/protocol';

/** Where in their logs the users of this client stand, so that whoever comes back misses nothing and gets nothing twice. */
export interface Positions {
  /** Finds the place of a user who logs in; tells it at once where it is known, and exactly once. */
  find(userId: string, found: (position: Position | undefined) => void): void;
  /** The user has come to this place. */
  set(userId: string, position: Position): void;
}

/** Users whose place is remembered. Few processes switch between more accounts on one client. */
const MOST = 100;

/** Places for as long as the process lives. */
export class RememberedPositions {
  private byUser: Map<string, Position> | undefined;

  get(userId: string): Position | undefined {
    return this.byUser?.get(userId);
  }

  set(userId: string, position: Position): void {
    const byUser = (this.byUser ??= new Map<string, Position>());
    byUser.delete(userId);
    byUser.set(userId, position);
    for (const oldest of byUser.keys()) {
      if (byUser.size <= MOST) return;
      byUser.delete(oldest);
    }
  }
}
