import type { ReceiveOption } from '@tim-node/protocol';
import { textMessage } from './app.js';
import { C2C, cast, GROUP, team, type Player } from './cast.js';
import { world } from './world.js';

/* Messages that are not received: nobody is told of them; they are in the history. */

const here = world();

const setFor = (player: Player, option: ReceiveOption, ...users: string[]) =>
  player.ok((client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(users, option, cb));
const setForTeam = (player: Player, option: ReceiveOption) =>
  player.ok((client, cb) => client.TIMMsgSetGroupReceiveMessageOpt('team', option, cb));

test('of a user: in both instances, from then on and until it is set back', async () => {
  const { alice, aliceWeb, bob, enter } = await cast(here);
  const carol = await enter('carol');
  const before = await bob.send('alice', C2C, 'before');
  for (const player of [alice, aliceWeb]) await player.received(before);
  await setFor(alice, 1, 'bob');
  for (const player of [alice, aliceWeb]) await player.untilShows('bob', C2C, { conv_recv_opt: 1 });
  await bob.send('alice', C2C, 'unwanted');
  await bob.send('alice', C2C, { ...textMessage('typing'), message_is_online_msg: true });
  const other = await carol.send('alice', C2C, 'from somebody else');
  const own = await alice.send('bob', C2C, 'own');
  expect(await aliceWeb.received(own)).toMatchObject({ message_is_from_self: true });
  for (const player of [alice, aliceWeb]) {
    await player.received(other);
    expect(player.app.texts).not.toContain('unwanted');
    expect(player.app.texts).not.toContain('typing');
    expect(await player.texts('bob')).toEqual(['own', 'unwanted', 'before']);
    expect(await player.ok((client, cb) => client.TIMConvGetTotalUnreadMessageCount(cb))).toEqual({
      conv_get_total_unread_message_count_result_unread_count: 1,
    });
  }
  await setFor(aliceWeb, 0, 'bob');
  await alice.untilShows('bob', C2C, { conv_recv_opt: 0 });
  const after = await bob.send('alice', C2C, 'after');
  for (const player of [alice, aliceWeb]) await player.received(after);
});

test('of a user who has never written so far', async () => {
  const { alice, bob } = await cast(here);
  await setFor(alice, 1, 'bob');
  await bob.send('alice', C2C, 'unwanted');
  await alice.untilShows('bob', C2C, { conv_recv_opt: 1, conv_unread_num: 1 });
  await bob.send('alice', C2C, 'again');
  await setFor(alice, 2, 'bob');
  const wanted = await bob.send('alice', C2C, 'wanted');
  await alice.received(wanted);
  expect(alice.app.texts).toEqual(['wanted']);
});

test('of a group: for one of its members only', async () => {
  const people = await cast(here);
  const { alice, bob, bobWeb, enter } = people;
  const carol = await enter('carol');
  await team(people, ['bob', 'carol']);
  await setForTeam(bob, 1);
  await bobWeb.untilShows('team', GROUP, { conv_recv_opt: 1 });
  await alice.send('team', GROUP, 'unwanted');
  const seen = await alice.send('team', GROUP, 'seen by others');
  await carol.received(seen);
  const last = await alice.send('bob', C2C, 'last');
  for (const player of [bob, bobWeb]) {
    await player.received(last);
    expect(player.app.texts.slice(-2)).toEqual(['hello', 'last']);
    expect(await player.texts('team', GROUP)).toContain('unwanted');
  }
});

test('who was away is told of what came before messages were refused, and not of what came while they were', async () => {
  const server = await here.start();
  const wire = await here.wire(server);
  const alice = here.app(server, { sdk_config_server_url: wire.url });
  const [web, bob] = [here.app(server, { sdk_config_platform: 'Web' }), here.app(server)];
  const users = [
    [alice, 'alice'],
    [web, 'alice'],
    [bob, 'bob'],
  ] as const;
  for (const [one, user] of users) expect(await one.login(user, server.genUserSig(user))).toBe(0);
  const send = async (text: string) => expect((await bob.sendText('alice', text)).code).toBe(0);
  const receive = async (option: ReceiveOption) => {
    const { code } = await web.ask((client, cb) => client.TIMMsgSetC2CReceiveMessageOpt(['bob'], option, cb));
    expect(code).toBe(0);
  };
  await send('here');
  for (const one of [alice, web]) await one.untilReceived(1);
  wire.refuse();
  wire.drop();
  await send('wanted');
  await receive(1);
  await send('unwanted');
  await receive(0);
  await send('wanted again');
  await receive(1);
  await send('unwanted again');
  await receive(0);
  await send('the last one');
  wire.accept();
  for (const one of [alice, web]) {
    await one.until('the last one', ({ texts }) => texts.at(-1) === 'the last one');
    expect(one.texts).toEqual(['here', 'wanted', 'wanted again', 'the last one']);
  }
});
