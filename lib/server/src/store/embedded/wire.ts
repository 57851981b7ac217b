import type { FailureKind } from '../store.js';
import type { Call } from './engine.js';

/* What travels between the server's thread and the worker that holds the database. */

export interface WorkerInput {
  readonly file: string;
  /** Name for a database that has none yet. */
  readonly newEpoch: string;
}

export interface NumberedCall extends Call {
  readonly id: number;
}

export type ToWorker = { readonly calls: readonly NumberedCall[] } | { readonly close: true };

export interface WireFailure {
  readonly kind: FailureKind;
  readonly message: string;
}

export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: WireFailure;
}

export type FromWorker =
  | { readonly ready: { readonly epoch: string; readonly driver: string } }
  | { readonly unusable: WireFailure }
  | { readonly answers: readonly Answer[] };
