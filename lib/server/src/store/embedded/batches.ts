import { StoreFailure } from '../store.js';
import type { Call, Outcome } from './engine.js';

interface Waiting {
  readonly call: Call;
  readonly settle: (outcome: Outcome) => void;
}

/** Calls in one batch: even the last of them must not wait long. */
const MAX_BATCH = 1000;
const NO_OUTCOME = new StoreFailure('failed', 'the store gave no answer');

/** Collects calls while a batch is under way; they make up the next one. */
export class Batches {
  private readonly waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(
    /** Carries out a batch; there is one outcome for each call. */
    private readonly run: (calls: readonly Call[]) => Promise<readonly Outcome[]>,
    /** Runs something after what has already arrived was handed over. */
    private readonly defer: (run: () => void) => void,
    /** Told after the calls of a batch were settled. */
    private readonly settled: () => void = () => undefined,
  ) {}

  add(call: Call, settle: (outcome: Outcome) => void): void {
    this.waiting.push({ call, settle });
    this.running ??= this.drain();
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      await new Promise<void>((resolve) => {
        this.defer(resolve);
      });
      const batch = this.waiting.splice(0, MAX_BATCH);
      const outcomes = await this.run(batch.map(({ call }) => call));
      for (const [at, { settle }] of batch.entries()) settle(outcomes[at] ?? { failure: NO_OUTCOME });
      this.settled();
    }
    this.running = undefined;
  }
}
