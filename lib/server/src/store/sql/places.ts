/** How often each name occurs; in one order everywhere, so that two transactions never wait for each other in a circle. */
export function counts(names: readonly string[]): [name: string, count: number][] {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Gives consecutive numbers away, for each name from where its counter stood. */
export class Places {
  private readonly next: Map<string, number>;

  /** @param heads the counters after they have grown by what was wanted */
  constructor(wanted: readonly [name: string, count: number][], heads: readonly { name: string; head: number }[]) {
    const head = new Map(heads.map((row) => [row.name, row.head]));
    this.next = new Map(wanted.map(([name, count]) => [name, (head.get(name) ?? count) - count + 1]));
  }

  /** The first of `count` numbers. */
  take(name: string, count = 1): number {
    const value = this.next.get(name) ?? 1;
    this.next.set(name, value + count);
    return value;
  }
}
