interface Counts {
  all: number;
  unauthenticated: number;
}

/** Connections of each address, so that one cannot take all the places. */
export class Addresses {
  private readonly counts = new Map<string, Counts>();

  constructor(
    private readonly maxAll: number,
    private readonly maxUnauthenticated: number,
  ) {}

  /** Takes a place for a new connection. False: this address has too many. */
  enter(address: string): boolean {
    const counts = this.counts.get(address) ?? { all: 0, unauthenticated: 0 };
    if (counts.all >= this.maxAll || counts.unauthenticated >= this.maxUnauthenticated) return false;
    counts.all += 1;
    counts.unauthenticated += 1;
    this.counts.set(address, counts);
    return true;
  }

  authenticated(address: string, change: 1 | -1): void {
    const counts = this.counts.get(address);
    if (counts !== undefined) counts.unauthenticated -= change;
  }

  leave(address: string, wasAuthenticated: boolean): void {
    const counts = this.counts.get(address);
    if (counts === undefined) return;
    counts.all -= 1;
    if (!wasAuthenticated) counts.unauthenticated -= 1;
    if (counts.all === 0) this.counts.delete(address);
  }
}
