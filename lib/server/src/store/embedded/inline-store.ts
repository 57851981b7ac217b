import type { Clock } from '../../clock.js';
import { InvokedStore } from '../invoked-store.js';
import { StoreFailure, type StoreCall, type StoreParams, type StoreResult } from '../store.js';
import { Batches } from './batches.js';
import { Engine } from './engine.js';
import type { WorkerInput } from './wire.js';

/**
 * The store in the thread of its caller. For a database in memory: it has no commit that could block the sockets,
 * and the way to another thread and back costs more than the work itself.
 */
export class InlineStore extends InvokedStore {
  private readonly batches: Batches;
  private count = 0;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly engine: Engine,
    clock: Clock,
  ) {
    super();
    this.batches = new Batches(
      (calls) => engine.run(calls),
      (run) => {
        clock.defer(run);
      },
    );
  }

  /** @throws StoreFailure when the database cannot be used */
  static async open({ file, newEpoch }: WorkerInput, clock: Clock): Promise<InlineStore> {
    return new InlineStore(await Engine.open(file, newEpoch), clock);
  }

  get epoch(): string {
    return this.engine.epoch;
  }

  get waiting(): number {
    return this.count;
  }

  protected invoke<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>> {
    if (this.closing !== undefined) return Promise.reject(new StoreFailure('closed', 'the store is closed'));
    this.count += 1;
    return new Promise<unknown>((resolve, reject) => {
      this.batches.add({ name, params }, (outcome) => {
        this.count -= 1;
        if ('value' in outcome) resolve(outcome.value);
        else reject(outcome.failure);
      });
    }) as Promise<StoreResult<K>>;
  }

  close(): Promise<void> {
    this.closing ??= this.batches.idle().then(() => {
      this.engine.close();
    });
    return this.closing;
  }
}
