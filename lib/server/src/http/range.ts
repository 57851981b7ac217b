export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const LONGEST_HEADER = 64;
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` header asks for of a file with so many bytes: one range, or `everything`, or `nothing` that can be
 * given. Several ranges in one request are not given: they serve nobody but attackers.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'everything' | 'nothing' {
  if (header === undefined || !header.startsWith('bytes=')) return 'everything';
  const [, first = '', last = ''] = header.length > LONGEST_HEADER ? [] : (RANGE.exec(header) ?? []);
  if (first === '') return suffix(last, size);
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? 'nothing' : { first: from, last: to };
}

/** The last so many bytes. */
function suffix(count: string, size: number): ByteRange | 'nothing' {
  const wanted = Number(count);
  return count === '' || wanted === 0 ? 'nothing' : { first: Math.max(0, size - wanted), last: size - 1 };
}
