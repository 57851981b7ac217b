import type { Position } from '@tim-node/protocol';

/** Users whose place is remembered. Few processes switch between more accounts on one client. */
const MOST = 100;

/**
 * Where in their logs the users of this client stood when they left, so that whoever comes back in the same
 * process misses nothing and gets nothing twice.
 */
export class Positions {
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
