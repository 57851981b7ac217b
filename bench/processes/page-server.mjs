// The control for history: a bare `ws` server that answers with rows of the same table, found by their key.
import { once } from 'node:events';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { openSqlite } from '../sqlite.mjs';
import { parameters, serve } from '../tools.mjs';

const { file, postgres, limit } = parameters();
const PLACE = 'select app_id, conv_id from conversations';
const PAGE = `select seq, sender, time, body from messages
  where app_id = $1 and conv_id = $2 and seq < $3 order by seq desc limit ${limit}`;

function openReader() {
  const database = openSqlite(file);
  const [{ app_id, conv_id }] = database.prepare(PLACE).all();
  const page = database.prepare(PAGE.replaceAll(/\$\d/g, '?'));
  return { read: (from) => page.all(app_id, conv_id, from), close: () => database.close() };
}

async function connectReader() {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  const [{ app_id, conv_id }] = (await client.query(PLACE)).rows;
  return {
    read: async (from) => (await client.query({ name: 'page', text: PAGE, values: [app_id, conv_id, from] })).rows,
    close: () => client.end(),
  };
}

const reader = postgres === undefined ? openReader() : await connectReader();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
await once(server, 'listening');
server.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', async (data) => {
    const { from } = JSON.parse(data.toString());
    socket.send(JSON.stringify(from === undefined ? {} : { messages: await reader.read(from) }));
  });
});

console.log(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }));
await serve(() => ({}));
await reader.close();
process.exit(0);
