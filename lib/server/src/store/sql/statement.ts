import type { Compilable, CompiledQuery, InferResult } from 'kysely';
import type { Builder, Db } from './tables.js';

/**
 * Statements that are built and compiled once per database and then run with different values. Building a
 * query costs many times more than running it.
 */

/** Stands for a value that is not known when the statement is built. */
class Slot {
  constructor(
    readonly name: string,
    /** Which item of the list; nothing for a value that the whole statement shares. */
    readonly item: number | undefined,
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
    return (value.item === undefined ? shared : items[value.item])?.[value.name] ?? null;
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

/** Most items in one statement; SQLite takes 32,766 values. */
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
        for (const part of parts(items, pad)) {
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

/** Lists whose lengths are powers of two, so that only a few forms of each statement are ever compiled. */
function parts<I>(items: readonly I[], pad: boolean): I[][] {
  const cut: I[][] = [];
  let start = 0;
  while (start < items.length) {
    const left = items.length - start;
    const power = Math.log2(left);
    const size = Math.min(MOST_ITEMS, 2 ** (pad ? Math.ceil(power) : Math.floor(power)));
    const part = items.slice(start, start + size);
    const last = part.at(-1);
    while (last !== undefined && part.length < size) part.push(last);
    cut.push(part);
    start += size;
  }
  return cut;
}
