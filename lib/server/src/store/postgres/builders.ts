import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DataTypeNode,
  type Dialect,
} from 'kysely';
import type { ClientBase } from 'pg';
import type { Builder, Tables } from '../sql/tables.js';

/** Builds statements that others run. */
export function statementBuilder(): Builder {
  return new Kysely<Tables>({
    dialect: {
      ...common,
      createDriver: () => new DummyDriver(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Builds and runs on one connection, whose transaction somebody else has begun. */
export function schemaBuilder(client: ClientBase): Builder {
  const connection = {
    query: client.query.bind(client) as never,
    release: () => undefined,
  };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({
    dialect: {
      ...common,
      createDriver: () => new PostgresDriver({ pool }),
      createQueryCompiler: () => new SchemaCompiler(),
    },
  });
}

const common: Pick<Dialect, 'createAdapter' | 'createIntrospector'> = {
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
};

/** Texts are compared byte by byte, as SQLite and this program do, whatever the locale of the database. */
class SchemaCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (/^(?:varchar|text)/.test(node.dataType)) this.append(' collate "C"');
  }
}
