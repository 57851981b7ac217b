import { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.js';
import { InvokedStore } from '../invoked-store.js';
import { StoreFailure, type StoreCall, type StoreParams, type StoreResult } from '../store.js';
import type { Answer, FromWorker, NumberedCall, ToWorker, WireFailure, WorkerInput } from './wire.js';
import { workerUrl } from './worker-url.js';

/** Calls that may wait at the same time; more are refused, so that a stuck disk does not eat the memory. */
const MAX_WAITING = 50_000;
/** A worker that died is started again at most this often; milliseconds. */
const RESTART_PAUSE = 1000;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: StoreFailure) => void;
}

export interface EmbeddedOptions extends WorkerInput {
  readonly clock: Clock;
  /** Told when the worker died although nobody asked it to. */
  readonly onCrash: (cause: unknown) => void;
}

/** The store in a worker thread. Calls made in one turn travel together. */
export class EmbeddedStore extends InvokedStore {
  private worker: Worker | undefined;
  private info = { epoch: '', driver: '' };
  private readonly pending = new Map<number, Pending>();
  private outgoing: NumberedCall[] = [];
  private lastId = 0;
  private lastStart = -Infinity;
  private closing: Promise<void> | undefined;
  private onClosed: () => void = () => undefined;

  private constructor(private readonly options: EmbeddedOptions) {
    super();
  }

  /** @throws StoreFailure when the database cannot be used */
  static async open(options: EmbeddedOptions): Promise<EmbeddedStore> {
    const store = new EmbeddedStore(options);
    await store.start();
    return store;
  }

  get epoch(): string {
    return this.info.epoch;
  }

  get driver(): string {
    return this.info.driver;
  }

  get waiting(): number {
    return this.pending.size;
  }

  protected invoke<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>> {
    if (this.closing !== undefined) return Promise.reject(new StoreFailure('closed', 'the store is closed'));
    if (this.pending.size >= MAX_WAITING) return Promise.reject(new StoreFailure('busy', 'the store is overloaded'));
    return new Promise<unknown>((resolve, reject) => {
      this.lastId += 1;
      this.pending.set(this.lastId, { resolve, reject });
      if (this.outgoing.length === 0) {
        this.options.clock.defer(() => {
          this.flush();
        });
      }
      this.outgoing.push({ id: this.lastId, name, params });
    }) as Promise<StoreResult<K>>;
  }

  private flush(): void {
    const calls = this.outgoing;
    if (calls.length === 0) return;
    this.outgoing = [];
    if (this.worker === undefined) this.restart();
    this.post({ calls });
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  /** Starts the worker and waits until the database is open. */
  private start(): Promise<void> {
    this.lastStart = this.options.clock.monotonic();
    const { file, newEpoch } = this.options;
    const workerData: WorkerInput = { file, newEpoch };
    const worker = new Worker(workerUrl, { workerData });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      let cause: unknown = new StoreFailure('failed', 'the store ended by itself');
      worker.on('message', (message: FromWorker) => {
        if ('answers' in message) this.settle(message.answers);
        else if ('ready' in message) {
          this.info = message.ready;
          resolve();
        } else cause = toFailure(message.unusable);
      });
      worker.on('error', (error) => {
        cause = error;
      });
      worker.on('exit', () => {
        reject(cause instanceof StoreFailure ? cause : new StoreFailure('failed', 'the store crashed', { cause }));
        this.ended(worker, cause);
      });
    });
  }

  private settle(answers: readonly Answer[]): void {
    for (const { id, value, failure } of answers) {
      const pending = this.pending.get(id);
      this.pending.delete(id);
      if (failure === undefined) pending?.resolve(value);
      else pending?.reject(toFailure(failure));
    }
  }

  private ended(worker: Worker, cause: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const failure = new StoreFailure('failed', 'the store is not running', { cause });
    for (const { reject } of this.pending.values()) reject(failure);
    this.pending.clear();
    if (this.closing === undefined && this.info.epoch !== '') this.options.onCrash(cause);
    this.onClosed();
  }

  /** Brings a dead worker back for the call at hand; until the pause is over such calls fail at once. */
  private restart(): void {
    if (this.options.clock.monotonic() - this.lastStart < RESTART_PAUSE) {
      const failure = new StoreFailure('failed', 'the store is not running');
      for (const { reject } of this.pending.values()) reject(failure);
      this.pending.clear();
      return;
    }
    this.start().catch(() => undefined);
  }

  /** Waits for the calls under way, then closes the database. */
  close(): Promise<void> {
    this.closing ??= new Promise((resolve) => {
      this.onClosed = resolve;
      if (this.worker === undefined) {
        resolve();
        return;
      }
      this.flush();
      this.post({ close: true });
    });
    return this.closing;
  }
}

function toFailure({ kind, message }: WireFailure): StoreFailure {
  return new StoreFailure(kind, message);
}
