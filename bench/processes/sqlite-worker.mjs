// The store of a control: rows of text in SQLite, every batch one transaction that is synced to disk.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const PRAGMAS = ['locking_mode = exclusive', 'journal_mode = wal', 'synchronous = full', 'wal_autocheckpoint = 4000'];

const native = process.getBuiltinModule('node:sqlite');
const database = native
  ? new native.DatabaseSync(workerData.file)
  : new (createRequire(new URL('../../lib/server/package.json', import.meta.url))('node-sqlite3-wasm').Database)(
      workerData.file,
    );
for (const pragma of PRAGMAS) database.prepare(`pragma ${pragma}`).all();
database.exec('create table messages (id integer primary key, receiver text, body text)');
const insert = database.prepare('insert into messages (receiver, body) values (?, ?)');
const run = native ? (...values) => insert.run(...values) : (...values) => insert.run(values);

parentPort.on('message', (batch) => {
  if (batch === null) {
    if (!native) insert.finalize();
    database.close();
    parentPort.close();
    return;
  }
  database.exec('begin immediate');
  for (const { to, text } of batch) run(to, text);
  database.exec('commit');
  parentPort.postMessage(batch.length);
});
