// The store of a control: rows of text in SQLite, every batch one transaction that is synced to disk.
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../sqlite.mjs';

const database = openSqlite(workerData.file);
database.exec('create table messages (id integer primary key, receiver text, body text)');
const insert = database.prepare('insert into messages (receiver, body) values (?, ?)');

parentPort.on('message', (batch) => {
  if (batch === null) {
    database.close();
    parentPort.close();
    return;
  }
  database.exec('begin immediate');
  for (const { to, text } of batch) insert.run(to, text);
  database.exec('commit');
  parentPort.postMessage(batch.length);
});
