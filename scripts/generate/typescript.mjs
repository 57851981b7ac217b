/** First line of every generated source file. */
export const HEADER = '// Made by `npm run generate`. Do not edit.\n';

/** A TypeScript number for a value as C writes it, such as `0x1L << 2`. */
export function numberOf(value) {
  if (typeof value === 'number') return value;
  const [, base, shift] = /^(0x[0-9a-f]+)L* << (\d+)$/i.exec(value) ?? [];
  if (base === undefined) throw new Error(`cannot read the number ${value}`);
  return Number(base) * 2 ** Number(shift);
}
