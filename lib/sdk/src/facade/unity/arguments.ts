import { JsonError, LIMITS } from '@tim-node/protocol';
import { StringBuilder } from '../../native/string-builder.js';

/** What is nested deeper, or in a circle, the C style refuses. */
const MAX_DEPTH = LIMITS.jsonDepth * 2;

/**
 * An argument as the C style takes it. In objects, members that are null are left out, as the C# SDK does it:
 * there a field that nobody has set is null.
 */
export function toArgument(value: unknown): unknown {
  if (value instanceof StringBuilder || ArrayBuffer.isView(value)) return value;
  try {
    return withoutNulls(value, 0);
  } catch (error) {
    if (error instanceof JsonError) return value;
    throw error;
  }
}

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (depth > MAX_DEPTH) throw new JsonError(`nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth + 1));
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member, depth + 1)]));
}
