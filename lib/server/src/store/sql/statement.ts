import { sql, type AliasedExpression, type Compilable, type CompiledQuery, type InferResult } from 'kysely';
import type { Builder, Db } from './tables.js';

/**
 * Statements that are built and compiled once per database and then run with different values. Building a
 * query costs many times more than running it.
 */

/** The values of all items, as one. */
const ALL = 'all';

/** Stands for a value that is not known when the statement is built. */
class Slot {
  constructor(
    readonly name: string,
    /** Which item of the list, or all of them; nothing for a value that the whole statement shares. */
    readonly item: number | typeof ALL | undefined,
  ) {}
}

/** An object whose every property is a slot. Typed as the values, because that is what the builder expects. */
function slots(item?: number): never {
  return new Proxy({}, { get: (_target, name) => new Slot(String(name), item) }) as never;
}

type Rows<C> = C extends Compilable ? InferResult<C> : never;
type Values = Readonly<Record<string, unknown>>;

/** Compiled forms by number of items, for each database (its adapter object stands for it). */
class CompiledForms {
  private readonly byDatabase = new WeakMap<object, Map<number, CompiledQuery>>();

  constructor(private readonly build: (builder: Builder, size: number) => Compilable) {}

  get({ builder }: Db, size: number): CompiledQuery {
    const { adapter } = builder.getExecutor();
    let forms = this.byDatabase.get(adapter);
    if (forms === undefined) this.byDatabase.set(adapter, (forms = new Map<number, CompiledQuery>()));
    let form = forms.get(size);
    if (form === undefined) forms.set(size, (form = this.build(builder, size).compile()));
    return form;
  }
}

async function run(db: Db, form: CompiledQuery, shared: Values, items: readonly Values[]): Promise<unknown[]> {
  const parameters = form.parameters.map((value) => {
    if (!(value instanceof Slot)) return value;
    const { name, item } = value;
    if (item === ALL) return items.map((each) => each[name] ?? null);
    return (item === undefined ? shared : items[item])?.[name] ?? null;
  });
  return db.run(form.sql, parameters);
}

/** A statement with named values. */
export interface Statement<P, R> {
  all(db: Db, values: P): Promise<R[]>;
  first(db: Db, values: P): Promise<R | undefined>;
}

export function statement<P extends object>() {
  return <C extends Compilable>(build: (builder: Builder, values: P) => C): Statement<P, Rows<C>[number]> => {
    const forms = new CompiledForms((builder) => build(builder, slots()));
    const all = (db: Db, values: P): Promise<Rows<C>[number][]> =>
      run(db, forms.get(db, 0), values as Values, []) as Promise<Rows<C>[number][]>;
    return { all, first: async (db, values) => (await all(db, values))[0] };
  };
}

/** Most items in one statement. */
const MOST_ITEMS = 128;

/** A statement over a list of items of any length. */
interface ListStatement<P, I, R> {
  all(db: Db, values: P, items: readonly I[]): Promise<R[]>;
}

/**
 * @param pad fill up a list with its last item instead of running several statements; only where a repeated
 *   item changes nothing
 */
function listStatement<P extends object, I extends object>(pad: boolean) {
  return <C extends Compilable>(
    build: (builder: Builder, values: P, items: I[]) => C,
  ): ListStatement<P, I, Rows<C>[number]> => {
    const forms = new CompiledForms((builder, size) =>
      build(
        builder,
        slots(),
        Array.from({ length: size }, (_, at) => slots(at)),
      ),
    );
    return {
      all: async (db, values, items) => {
        const found: unknown[] = [];
        for (const part of parts(items, MOST_ITEMS, pad)) {
          found.push(...(await run(db, forms.get(db, part.length), values as Values, part as readonly Values[])));
        }
        return found as Rows<C>[number][];
      },
    };
  };
}

/** A statement that writes every item of a list. */
export const writeList = <P extends object, I extends object>() => listStatement<P, I>(false);
/** A statement that looks items up; that an item is asked for twice must not matter. */
export const readList = <P extends object, I extends object>() => listStatement<P, I>(true);

type ColumnType = 'text' | 'bigint';
/** A list as the table `given`, with a column for each field. */
type Given<I> = AliasedExpression<I, 'given'>;

/** SQLite takes 32,766 values in one statement. */
const MOST_VALUES = 16_384;

/**
 * A statement over a list of items that stands in it as a table of its own. A database far away gets each column as one
 * value, so that a statement, its plan and what has to be sent do not grow with the list; SQLite gets rows.
 */
export function tableStatement<P extends object, I extends object>(columns: {
  readonly [K in keyof I]: ColumnType;
}) {
  const names = Object.keys(columns) as (keyof I & string)[];
  const list = sql.join(names.map((name) => sql.ref(name)));
  const arrays = (): Given<I> => {
    const values = names.map((name) => sql`${new Slot(name, ALL)}::${sql.raw(columns[name])}[]`);
    return sql<I>`unnest(${sql.join(values)})`.as<'given'>(sql`given(${list})`);
  };
  const rows = (size: number): Given<I> => {
    const row = (item: number) => sql`(${sql.join(names.map((name) => sql`${new Slot(name, item)}`))})`;
    const renamed = names.map((name, at) => sql`${sql.ref(`column${at + 1}`)} as ${sql.ref(name)}`);
    const values = sql.join(Array.from({ length: size }, (_, at) => row(at)));
    return sql<I>`(select ${sql.join(renamed)} from (values ${values}))`.as('given');
  };
  const most = 2 ** Math.floor(Math.log2(MOST_VALUES / names.length));
  return <C extends Compilable>(
    build: (builder: Builder, values: P, given: Given<I>) => C,
  ): ListStatement<P, I, Rows<C>[number]> => {
    const forms = new CompiledForms((builder, size) => build(builder, slots(), size === 0 ? arrays() : rows(size)));
    return {
      all: async (db, values, items) => {
        if (items.length === 0) return [];
        const given = items as readonly Values[];
        if (db.arrays === true) return (await run(db, forms.get(db, 0), values as Values, given)) as Rows<C>[number][];
        const found: unknown[] = [];
        for (const part of parts(given, most, false)) {
          found.push(...(await run(db, forms.get(db, part.length), values as Values, part)));
        }
        return found as Rows<C>[number][];
      },
    };
  };
}

/** Lists whose lengths are powers of two, so that only a few forms of each statement are ever compiled. */
function parts<I>(items: readonly I[], most: number, pad: boolean): I[][] {
  const cut: I[][] = [];
  let start = 0;
  while (start < items.length) {
    const left = items.length - start;
    const power = Math.log2(left);
    const size = Math.min(most, 2 ** (pad ? Math.ceil(power) : Math.floor(power)));
    const part = items.slice(start, start + size);
    const last = part.at(-1);
    while (last !== undefined && part.length < size) part.push(last);
    cut.push(part);
    start += size;
  }
  return cut;
}

/**
 * Statements that do not need each other's results, in this order: a database far away gets them at once. All of them
 * are over when this ends, also when one has failed.
 */
export async function together<T extends readonly unknown[]>(statements: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  await Promise.allSettled(statements);
  return await Promise.all(statements);
}

/** Statements that nothing in the transaction depends on any more. */
export async function atLast(db: Db, statements: readonly Promise<unknown>[]): Promise<void> {
  if (db.last === undefined) await together(statements);
  else db.last(statements);
}
