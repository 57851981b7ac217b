import { LIMITS } from '@tim-node/protocol';
import { StringBuilder } from '../../native/string-builder.js';

/** Deeper than this the C style refuses it anyway. */
const MAX_DEPTH = LIMITS.jsonDepth * 2;

/**
 * An argument as the C style takes it. In objects, members that are null are left out, as the C# SDK does it:
 * there a field that nobody has set is null.
 */
export function toArgument(value: unknown): unknown {
  return isPlain(value) ? withoutNulls(value, 0) : value;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof StringBuilder) && !ArrayBuffer.isView(value);
}

function withoutNulls(value: unknown, depth: number): unknown {
  if (!isPlain(value) || depth > MAX_DEPTH || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth + 1));
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member, depth + 1)]));
}
