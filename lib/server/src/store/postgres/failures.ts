import { DatabaseError } from 'pg';
import { Conflict } from '../sql/conflict.js';
import { StoreFailure, type FailureKind } from '../store.js';

/** Two transactions were in each other's way: the same again may succeed. */
const CONFLICTS: ReadonlySet<string> = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock not available
  '23505', // a row that another node has just written
]);

const KINDS: readonly [sqlState: RegExp, kind: FailureKind][] = [
  [/^(?:08|57P0|53300)/, 'unavailable'],
  [/^53100$/, 'full'],
  [/^(?:53|57014|40|55P03)/, 'busy'],
  [/^25006$/, 'readonly'],
  [/^XX00[12]$/, 'corrupt'],
];

/** Whether a transaction that failed of this is worth another attempt at once. */
export function isConflict(error: unknown): boolean {
  if (error instanceof Conflict) return true;
  if (!(error instanceof DatabaseError)) return false;
  const { code = '', message } = error;
  // The table was changed by a newer node since the statement was prepared.
  return CONFLICTS.has(code) || (code === '0A000' && message.includes('cached plan'));
}

/** Whether the connection may be used on: what the database itself has refused leaves it in order. */
export function isLost(error: unknown): boolean {
  if (error instanceof StoreFailure) return error.kind === 'unavailable';
  return error instanceof DatabaseError && /^(?:08|57P0|25006|0A000)/.test(error.code ?? '');
}

/** What the driver says, as a failure of the store. Neither statements nor values are part of it. */
export function toFailure(error: unknown, doing: string): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed';
  return new StoreFailure(kind, `${doing}: ${message}${code === '' ? '' : ` (${code})`}`);
}
