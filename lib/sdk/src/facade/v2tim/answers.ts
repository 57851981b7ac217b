import { timError, TIMError } from '@tim-node/protocol';
import type { Outcome, Settle } from '../../connection/requests.js';
import type { Engine } from '../../core/engine.js';
import { outcome, type V2TimCallback, type V2TimValueCallback } from './callbacks.js';

/** Asks the core, as the functions of this style do: whatever goes wrong is a code. */
export class Asker {
  constructor(private readonly engine: Engine) {}

  /** A function that gives a value. What `begin` throws is told as well. */
  async value<T, R>(begin: (settle: Settle<T>) => void, make: (value: T) => R): Promise<V2TimValueCallback<R>> {
    const result = await this.ask(begin);
    if ('error' in result) return outcome(result.error);
    return { ...outcome(), data: make(result.value) };
  }

  /** A function that gives nothing. */
  async done(begin: (settle: Settle<unknown>) => void): Promise<V2TimCallback> {
    const result = await this.ask(begin);
    return 'error' in result ? outcome(result.error) : outcome();
  }

  private ask<T>(begin: (settle: Settle<T>) => void): Promise<Outcome<T>> {
    if (this.engine.state === 'Uninit') return Promise.resolve({ error: timError('notInitialized', 'sdk not init') });
    return new Promise((resolve) => {
      try {
        begin(resolve);
      } catch (error) {
        resolve({ error: error instanceof TIMError ? error : timError('invalidParameters', String(error)) });
      }
    });
  }
}

/** An argument that cannot be used. */
export function refused(detail: string): TIMError {
  return timError('invalidParameters', detail);
}
