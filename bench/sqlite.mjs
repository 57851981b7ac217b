// The SQLite that the server would use here too: that of Node, or the package.
import { createRequire } from 'node:module';

const PRAGMAS = ['locking_mode = exclusive', 'journal_mode = wal', 'synchronous = full', 'wal_autocheckpoint = 4000'];

export function openSqlite(file) {
  const native = process.getBuiltinModule('node:sqlite');
  const database = native
    ? new native.DatabaseSync(file)
    : new (createRequire(new URL('../lib/server/package.json', import.meta.url))('node-sqlite3-wasm').Database)(file);
  const bind = native ? (values) => values : (values) => [values];
  const statements = [];
  const prepare = (sql) => {
    const statement = database.prepare(sql);
    statements.push(statement);
    return {
      all: (...values) => statement.all(...bind(values)),
      run: (...values) => statement.run(...bind(values)),
    };
  };
  for (const pragma of PRAGMAS) prepare(`pragma ${pragma}`).all();
  return {
    prepare,
    exec: (sql) => database.exec(sql),
    close: () => {
      for (const statement of statements) statement.finalize?.();
      database.close();
    },
  };
}
