import { CLOSE } from '@tim-node/protocol';
import { logIn, RawClient } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();

test('who does not read is cut, others do not notice, and nothing is lost', async () => {
  const server = await start();
  const slow = await logIn(server, 'slow');
  const bob = await logIn(server, 'bob');
  const large = 'x'.repeat(11_000);
  slow.client.socket.pause();
  let sent = 0;
  while (server.inspect().lingering === 0) {
    // Far more than all buffers of the system on the way.
    if (sent > 5000) throw new Error('the slow reader is not cut');
    await Promise.all(Array.from({ length: 20 }, () => bob.client.send('slow', large)));
    sent += 20;
  }
  slow.client.socket.resume();
  expect((await slow.client.closed).code).toBe(CLOSE.slowConsumer.code);
  const client = await RawClient.open(server.url);
  const { sessionId, token, epoch } = slow.session;
  const { head } = await client.ask('session.resume', { sessionId, token });
  expect(head).toBe(sent);
  const after = slow.client.entries.at(-1)?.seq ?? 0;
  expect(after).toBeLessThan(sent);
  const page = await client.ask('sync.pull', { epoch, after, limit: 200 });
  expect(page.entries[0]?.seq).toBe(after + 1);
  await Promise.all([client.close(), bob.client.close()]);
});

test('who asks for much and does not read the answers is cut too', async () => {
  const server = await start();
  const { client, session } = await logIn(server, 'alice');
  const { epoch } = session;
  for (let i = 0; i < 40; i += 1) await client.send('alice', 'x'.repeat(11_000));
  client.socket.pause();
  let asked = 0;
  while (server.inspect().connections === 1) {
    if (asked > 2000) throw new Error('not cut');
    for (let i = 0; i < 10; i += 1)
      client.say({ id: (asked += 1) + 1000, op: 'sync.pull', params: { epoch, after: 0, limit: 200 } });
    await waitFor('the answers', () => server.inspect().pendingRequests === 0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  client.socket.resume();
  expect((await client.closed).code).toBe(CLOSE.slowConsumer.code);
});
