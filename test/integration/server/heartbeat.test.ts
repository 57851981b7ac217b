import { CLOSE, LIMITS } from '@tim-node/protocol';
import { logIn, RawClient } from '../../support/raw-client.js';
import { servers, ServerClock } from '../../support/server.js';

const { start } = servers();

/** Lets time go on, a second at a time and with room for answers, until the server has asked so often. */
async function untilPing(client: RawClient, clock: ServerClock, count: number): Promise<void> {
  for (let seconds = 0; client.pings.length < count; seconds += 1) {
    if (seconds > LIMITS.heartbeat / 1000 + 2) throw new Error('the server does not ask');
    await clock.advance(1000);
    await client.ask('sync.ack', { seq: 0 });
  }
}

test('the server asks in every interval, each time something else, and a client that answers stays', async () => {
  const clock = new ServerClock();
  const server = await start({ clock });
  const { client } = await logIn(server, 'alice');
  for (let asked = 1; asked <= 3; asked += 1) {
    await untilPing(client, clock, asked);
  }
  expect(new Set(client.pings).size).toBe(client.pings.length);
  await client.cut();
});

test('one that does not answer is given up, even if it says other things', async () => {
  const clock = new ServerClock();
  const server = await start({ clock });
  const { client } = await logIn(server, 'alice');
  client.alive = false;
  await untilPing(client, clock, 1);
  client.say({ pong: (client.pings[0] ?? 0) + 1 });
  await client.ask('sync.ack', { seq: 0 });
  await clock.advance(LIMITS.heartbeatGrace + 1000);
  expect((await client.closed).code).toBe(CLOSE.heartbeat.code);
  expect(server.inspect()).toMatchObject({ sessions: 0, lingering: 1 });
});

test('an old answer proves nothing', async () => {
  const clock = new ServerClock();
  const server = await start({ clock });
  const { client } = await logIn(server, 'alice');
  await untilPing(client, clock, 1);
  client.alive = false;
  await untilPing(client, clock, 2);
  client.say({ pong: client.pings[0] });
  await client.ask('sync.ack', { seq: 0 });
  await clock.advance(LIMITS.heartbeatGrace + 1000);
  expect((await client.closed).code).toBe(CLOSE.heartbeat.code);
});

test('who does not log in is sent away, and after a logout the time runs again', async () => {
  const clock = new ServerClock();
  const server = await start({ clock });
  const stranger = await RawClient.open(server.url);
  const { client } = await logIn(server, 'alice');
  await clock.advance(LIMITS.loginTimeout - 1000);
  expect(server.inspect().connections).toBe(2);
  await clock.advance(2000);
  expect((await stranger.closed).code).toBe(CLOSE.loginTimeout.code);
  await client.ask('session.logout', {});
  await clock.advance(LIMITS.loginTimeout - 1000);
  expect(server.inspect().connections).toBe(1);
  await clock.advance(2000);
  expect((await client.closed).code).toBe(CLOSE.loginTimeout.code);
});
