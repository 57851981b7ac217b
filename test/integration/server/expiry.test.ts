import { CLOSE, ERRORS } from '@tim-node/protocol';
import { logIn, loginParams, RawClient, refusal } from '../../support/raw-client.js';
import { NO_HEARTBEAT, servers, ServerClock } from '../../support/server.js';

const { start } = servers();
const DAY = 24 * 3_600_000;

/** A clock that stands at the beginning of a second, so that ends fall on whole seconds after it. */
function wholeSecond(): ServerClock {
  const clock = new ServerClock();
  clock.jumpWall(1000 - (clock.now() % 1000));
  return clock;
}

test('the session ends in the second in which the UserSig does, without any traffic', async () => {
  const clock = wholeSecond();
  const server = await start({ clock, limits: NO_HEARTBEAT });
  const { client } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 20) });
  await clock.advance(19_999);
  await client.ask('sync.ack', { seq: 0 });
  await clock.advance(1);
  const end = await client.push('session.end');
  expect(end).toEqual({ reason: 'userSigExpired', time: Math.floor(clock.now() / 1000) });
  expect((await client.closed).code).toBe(CLOSE.userSigExpired.code);
  expect(client.pushes.filter(({ push }) => push === 'session.end')).toHaveLength(1);
  const next = await logIn(server, 'alice');
  await next.client.close();
});

test('a UserSig of half a year does not end early, however long timers can be', async () => {
  const clock = wholeSecond();
  const server = await start({ clock, limits: NO_HEARTBEAT });
  const { client } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', (180 * DAY) / 1000) });
  await clock.advance(5000);
  await clock.freeze(180 * DAY - 5000 - 1);
  await client.ask('sync.ack', { seq: 0 });
  await clock.advance(1);
  expect(await client.push('session.end')).toMatchObject({ reason: 'userSigExpired' });
  await client.closed;
});

test.each([
  ['an hour back', -3_600_000],
  ['two days forward', 2 * DAY],
])('when the wall clock is set %s, nobody’s session ends for it', async (_name, jump) => {
  const clock = wholeSecond();
  const server = await start({ clock, limits: NO_HEARTBEAT });
  const users = ['a', 'b', 'c'];
  const all = await Promise.all(
    users.map((user) => logIn(server, user, { userSig: server.genUserSig(user, DAY / 1000) })),
  );
  clock.jumpWall(jump);
  await clock.advance(10_000);
  for (const { client } of all) await client.ask('sync.ack', { seq: 0 });
  expect(server.inspect().sessions).toBe(3);
  await Promise.all(all.map(({ client }) => client.cut()));
});

describe('renewal', () => {
  test('moves the end', async () => {
    const clock = wholeSecond();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 10) });
    const { expireAt } = await client.ask('session.renew', { userSig: server.genUserSig('alice', 30) });
    expect(expireAt).toBe(Math.floor(clock.now() / 1000) + 30);
    await clock.advance(20_000);
    await client.ask('sync.ack', { seq: 0 });
    await clock.advance(10_000);
    expect((await client.closed).code).toBe(CLOSE.userSigExpired.code);
  });

  test('to an earlier end too, which nobody sleeps through', async () => {
    const clock = wholeSecond();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client } = await logIn(server, 'alice');
    await client.ask('session.renew', { userSig: server.genUserSig('alice', 1) });
    await clock.advance(1000);
    expect((await client.closed).code).toBe(CLOSE.userSigExpired.code);
  });

  test('with a bad one the session goes on as it was', async () => {
    const clock = wholeSecond();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 20) });
    const renew = (userSig: string) => refusal(client.ask('session.renew', { userSig }));
    expect(await renew(server.genUserSig('bob'))).toMatchObject({ code: ERRORS.sigOtherUser.code });
    expect(await renew('')).toMatchObject({ code: ERRORS.sigEmpty.code });
    expect(await renew('nonsense')).toMatchObject({ code: ERRORS.sigMalformed.code });
    const short = server.genUserSig('alice', 5);
    await clock.advance(6000);
    expect(await renew(short)).toMatchObject({ code: ERRORS.sigExpired.code });
    await client.ask('sync.ack', { seq: 0 });
    await clock.advance(14_000);
    expect((await client.closed).code).toBe(CLOSE.userSigExpired.code);
  });

  test('after a restart the newer end counts', async () => {
    const clock = wholeSecond();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client, session } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 10) });
    await client.ask('session.renew', { userSig: server.genUserSig('alice', 1000) });
    await client.cut();
    await clock.freeze(500_000);
    const again = await RawClient.open(server.url);
    const { sessionId, token, expireAt } = session;
    expect(await again.ask('session.resume', { sessionId, token })).toMatchObject({ expireAt: expireAt + 990 });
    await again.cut();
  });
});

test('a UserSig that has ended is refused at login', async () => {
  const clock = wholeSecond();
  const server = await start({ clock, limits: NO_HEARTBEAT });
  const userSig = server.genUserSig('alice', 5);
  await clock.advance(5000);
  const client = await RawClient.open(server.url);
  const asked = client.ask('session.login', loginParams(server, 'alice', { userSig }));
  expect(await refusal(asked)).toMatchObject({ code: ERRORS.sigExpired.code });
  await client.cut();
});
