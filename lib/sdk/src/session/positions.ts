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
  private readonly byUser = new Map<string, Position>();

  get(userId: string): Position | undefined {
    return this.byUser.get(userId);
  }

  set(userId: string, position: Position): void {
    this.byUser.delete(userId);
    this.byUser.set(userId, position);
    for (const oldest of this.byUser.keys()) {
      if (this.byUser.size <= MOST) return;
      this.byUser.delete(oldest);
    }
  }
}
