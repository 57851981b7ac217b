// What the relays of the controls store messages in. `put` resolves when a batch is synced to disk.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';

export function sqliteStore() {
  const folder = mkdtempSync(join(tmpdir(), 'tim-node-bench-'));
  const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
    workerData: { file: join(folder, 'relay.db') },
  });
  let settle;
  worker.on('message', () => settle());
  return {
    put: (batch) =>
      new Promise((resolve) => {
        settle = resolve;
        worker.postMessage(batch);
      }),
    async close() {
      worker.postMessage(null);
      await once(worker, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const INSERT = 'insert into messages (receiver, body) select * from unnest($1::text[], $2::text[])';

/** One statement, and so one commit, for each batch. */
export async function postgresStore(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table messages (id bigserial primary key, receiver text, body text)');
  return {
    put: (batch) =>
      client.query({
        name: 'insert',
        text: INSERT,
        values: [batch.map(({ to }) => to), batch.map(({ text }) => text)],
      }),
    close: () => client.end(),
  };
}
