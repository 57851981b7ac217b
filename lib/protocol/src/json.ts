import { LIMITS } from './limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Brackets and braces differ in this bit only. */
const BRACE = 0x20;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Why a text was refused as JSON; never carries the text itself, which may hold secrets. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/**
 * `JSON.parse` for text from a peer: refuses nesting deeper than `maxDepth` before parsing, because later
 * recursive steps (JSON.stringify, structured clone, a database) would overflow their stack on it.
 * Duplicate keys: the last one wins. A key `__proto__` becomes a plain own property and changes no prototype.
 */
export function parseJson(text: string, maxDepth: number = LIMITS.jsonDepth): unknown {
  if (text.length > maxDepth && nestingDepth(text, maxDepth) > maxDepth) {
    throw new JsonError(`JSON is nested deeper than ${maxDepth}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonError('not valid JSON');
  }
}

/** Deepest nesting of brackets outside strings; stops counting as soon as it exceeds `limit`. */
function nestingDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if ((code | BRACE) === OPEN) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > limit) return deepest;
    } else if ((code | BRACE) === CLOSE) {
      depth -= 1;
    }
  }
  return deepest;
}

/** Index of the quote that ends the string which starts at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}
