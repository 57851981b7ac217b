/**
 * Run-time checks for plain JSON data, tied to TypeScript interfaces by the compiler.
 *
 * Types come first: an interface is written with its documentation, and `obj<T>()` only accepts a
 * table that names every field of it with a schema of the right type. Unknown fields are ignored, so
 * that an older peer can talk to a newer one; nothing in this project copies a checked object whole.
 */
export interface Schema<T> {
  /** Says what is wrong with `value` (`path` names it), or nothing when it fits. */
  check(value: unknown, path: string): string | undefined;
  /** The same without the beginning of the path: names of places are only put together where something is wrong. */
  fault(value: unknown): string | undefined;
  /** Type carrier only; never set. */
  readonly type?: T;
}

/** The type a schema describes. */
export type TypeOf<S> = S extends Schema<infer T> ? T : never;

/** A field that may be absent. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Fields<T> = {
  [K in keyof T]-?: K extends RequiredKeys<T> ? Schema<T[K]> : Optional<Exclude<T[K], undefined>>;
};

function schema<T>(fault: Schema<T>['fault']): Schema<T> {
  return {
    fault,
    check: (value, path) => {
      const found = fault(value);
      return found === undefined ? undefined : `${path}${found}`;
    },
  };
}

/** Marks a field that may be absent. */
export function opt<T>(inner: Schema<T>): Optional<T> {
  return { optional: inner };
}

export interface TextLimits {
  /** Longest allowed size in UTF-8 bytes. */
  readonly maxBytes?: number;
  /** Whether the empty string is refused. */
  readonly nonEmpty?: boolean;
}

const encoder = new TextEncoder();

/** Size of a string in UTF-8 bytes. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/** Text that every store and peer can hold: no lone surrogate, no U+0000. */
export function text(limits: TextLimits = {}): Schema<string> {
  const { maxBytes = Infinity, nonEmpty = false } = limits;
  return schema((value) => {
    if (typeof value !== 'string') return ' must be a string';
    if (nonEmpty && value === '') return ' must not be empty';
    // A UTF-16 unit needs at most three bytes, so the exact size is only counted near the limit.
    if (value.length * 3 > maxBytes && utf8Length(value) > maxBytes) {
      return ` must be at most ${maxBytes} bytes`;
    }
    if (value.includes('\u0000')) return ' must not contain U+0000';
    if (!value.isWellFormed()) return ' must be well-formed Unicode';
    return undefined;
  });
}

/** An integer in a range; by default any integer that a double holds exactly. */
export function int(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Schema<number> {
  return schema((value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max && !Object.is(value, -0)
      ? undefined
      : ` must be an integer from ${min} to ${max}`,
  );
}

/** Any number but infinity, which JSON does not have. */
export const double: Schema<number> = schema((value) => (Number.isFinite(value) ? undefined : ' must be a number'));

export const bool: Schema<boolean> = schema((value) =>
  typeof value === 'boolean' ? undefined : ' must be true or false',
);

/** One of a fixed set of strings. */
export function oneOf<const T extends string>(...values: readonly T[]): Schema<T> {
  const allowed = new Set<unknown>(values);
  return schema((value) => (allowed.has(value) ? undefined : ` must be one of ${values.join(', ')}`));
}

/** A string that matches a pattern. The pattern must run in linear time. */
export function pattern(expression: RegExp, maxLength: number, meaning: string): Schema<string> {
  return schema((value) =>
    typeof value === 'string' && value.length <= maxLength && expression.test(value)
      ? undefined
      : ` must be ${meaning}`,
  );
}

/** A list with at most `max` items. */
export function list<T>(item: Schema<T>, max: number): Schema<T[]> {
  return schema((value) => {
    if (!Array.isArray(value)) return ' must be a list';
    if (value.length > max) return ` must have at most ${max} items`;
    let index = 0;
    for (const entry of value as unknown[]) {
      const problem = item.fault(entry);
      if (problem !== undefined) return `[${index}]${problem}`;
      index += 1;
    }
    return undefined;
  });
}

/** A plain object with the fields of `T`. */
export function obj<T extends object>(fields: Fields<T>): Schema<T> {
  const entries = Object.entries<Schema<unknown> | Optional<unknown>>(fields as never).map(([key, field]) =>
    'optional' in field ? { key, inner: field.optional, required: false } : { key, inner: field, required: true },
  );
  return schema((value) => {
    if (!isRecord(value)) return ' must be an object';
    for (const { key, inner, required } of entries) {
      const present = Object.hasOwn(value, key) && value[key] !== undefined;
      if (!present) {
        if (required) return `.${key} is missing`;
        continue;
      }
      const problem = inner.fault(value[key]);
      if (problem !== undefined) return `.${key}${problem}`;
    }
    return undefined;
  });
}

/** Objects told apart by one field, such as message elements by `type`. */
export function union<T extends object, K extends keyof T & string>(
  tag: K,
  variants: { [V in T[K] & string]: Schema<Extract<T, Record<K, V>>> },
): Schema<T> {
  const byTag = new Map(Object.entries<Schema<T>>(variants as never));
  return schema((value) => {
    if (!isRecord(value)) return ' must be an object';
    const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
    const variant = typeof name === 'string' ? byTag.get(name) : undefined;
    return variant === undefined ? `.${tag} must be one of ${[...byTag.keys()].join(', ')}` : variant.fault(value);
  });
}

/** The empty parameter or result object. */
export type Nothing = Readonly<Record<string, never>>;
export const nothing: Schema<Nothing> = schema((value) => (isRecord(value) ? undefined : ' must be an object'));

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may be null. */
export function nullable<T>(inner: Schema<T>): Schema<T | null> {
  return schema((value) => (value === null ? undefined : inner.fault(value)));
}
