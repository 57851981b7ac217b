/** Makes decisions about one user happen one after the other. On several nodes the transactions of the store do that too. */
export interface Locks {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export class LocalLocks implements Locks {
  /** The end of the last piece of work for each key. */
  private readonly tails = new Map<string, Promise<unknown>>();

  get size(): number {
    return this.tails.size;
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    this.tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.tails.get(key) === mine) this.tails.delete(key);
    }
  }
}
