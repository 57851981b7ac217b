// Makes many messages out of few: a database that the server has written gets copies of its messages, faster than they
// could be sent. Each first message of a conversation has a text that begins with `#1 `, its copies with `#2 `, `#3 `, …
import { openSqlite } from './sqlite.mjs';
import pg from 'pg';

const upTo = (count) => `with recursive n(i) as (select 2 union all select i + 1 from n where i < ${count})`;

/** Numbers of the copies as SQL, by the columns that have to differ. */
const MESSAGE = {
  seq: 'n.i',
  client_id: `t.client_id || '-' || n.i`,
  random: 'n.i',
  body: `replace(t.body, '#1 ', '#' || n.i || ' ')`,
};

async function copy(db, { table, changes, count, where }) {
  const columns = await db.columns(table);
  const values = columns.map((name) => changes[name] ?? `t.${name}`);
  await db.run(
    `${upTo(count)} insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} t, n where ${where}`,
  );
}

/** Every conversation of one message has `count` of them afterwards. */
async function multiplyMessages(db, count) {
  await copy(db, { table: 'messages', changes: MESSAGE, count, where: 't.seq = 1' });
  await db.run(`update conversations set head = ${count}, counted = ${count} where head = 1`);
}

/** The log of a user, with one message of each of his conversations, has `count` of each afterwards, in turn. */
async function multiplyLog(db, user, conversations, count) {
  const changes = { seq: `t.seq + (n.i - 1) * ${conversations}`, msg_seq: 'n.i' };
  await copy(db, { table: 'log', changes, count, where: `t.user_id = '${user}'` });
  await db.run(`update user_logs set head = head * ${count} where user_id = '${user}' and head = ${conversations}`);
}

/** @param logged `{ user, conversations }` when the messages are to come into the log of their receiver too */
export async function multiply(database, count, logged) {
  await database.run('begin');
  await multiplyMessages(database, count);
  if (logged !== undefined) await multiplyLog(database, logged.user, logged.conversations, count);
  await database.run('commit');
}

export async function withSqlite(file, work) {
  const database = openSqlite(file);
  try {
    return await work({
      run: async (sql) => database.exec(sql),
      columns: async (table) => {
        const rows = database.prepare(`select name from pragma_table_info('${table}')`).all();
        return rows.map(({ name }) => name);
      },
    });
  } finally {
    database.close();
  }
}

export async function withDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await work({
      run: (sql) => client.query(sql),
      columns: async (table) => {
        const query = `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`;
        return (await client.query(query, [table])).rows.map((row) => row.column_name);
      },
    });
    // As it does by itself after a while.
    await client.query('analyze');
    return result;
  } finally {
    await client.end();
  }
}
