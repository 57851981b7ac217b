import { createClient } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import type { App } from '../../integration/native/app.js';
import { world } from '../../integration/native/world.js';
import { Machine } from '../../support/fast-time.js';
import { ServerClock } from '../../support/server.js';
import { changeEverything, LAST, prepare, type Cast } from './changes.js';
import { NearPuppet, type Puppet } from './puppet.js';
import { expectAlike, look } from './view.js';

const { start, app } = world();
const SLEEP = { minutes: 10, step: 5000 };

type Clocked = (more?: object, machine?: Machine<ServerClock>) => App;

async function puppet(server: TimServer, user: string, one: App): Promise<Puppet> {
  const made = new NearPuppet(user, one);
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return made;
}

test('a client that stood still for ten minutes learns of everything that has changed', async () => {
  const clock = new ServerClock();
  const server = await start({ clock });
  const sleeping = new Machine(clock);
  const clocked: Clocked = (more = {}, machine = new Machine(clock)) =>
    app(server, more, createClient({ host: machine.host }));
  const cast: Cast = {
    sleeper: await puppet(server, 'alice', clocked({ sdk_config_platform: 'Linux' }, sleeping)),
    witness: await puppet(server, 'alice', clocked({ sdk_config_platform: 'Mac' })),
    acting: await puppet(server, 'alice', clocked({ sdk_config_platform: 'Web' })),
    bob: await puppet(server, 'bob', clocked()),
    carol: await puppet(server, 'carol', clocked()),
    dave: await puppet(server, 'dave', clocked()),
  };
  await prepare(cast);
  const { sleeper, witness } = cast;
  const [asleepAt, from] = [sleeper.told.length, witness.told.length];
  sleeping.freeze();
  await changeEverything(cast);
  await witness.message(LAST);
  for (let at = 0; at < SLEEP.minutes * 60_000; at += SLEEP.step) {
    await clock.advance(SLEEP.step);
    // Whoever is awake answers the heartbeat meanwhile.
    await witness.ok('TIMMsgGetAllReceiveMessageOpt');
  }
  expect(sleeper.told.length).toBe(asleepAt);
  expect(server.inspect().sessions).toBe(5);
  sleeping.thaw();
  await waitForLast(sleeper, clock);
  await expectAlike(sleeper, asleepAt, witness, from);
  const fresh = await puppet(server, 'alice', clocked({ sdk_config_platform: 'Windows' }));
  expect(await look(fresh)).toEqual(await look(sleeper));
});

async function waitForLast(one: Puppet, clock: ServerClock): Promise<void> {
  const state = { isOver: false };
  const done = one.message(LAST).finally(() => (state.isOver = true));
  while (!state.isOver) await clock.advance(1000);
  await done;
}
