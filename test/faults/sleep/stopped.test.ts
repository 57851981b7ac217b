import { world } from '../../integration/native/world.js';
import { changeEverything, LAST, prepare, type Cast } from './changes.js';
import { FarPuppet, NearPuppet, type Puppet } from './puppet.js';
import { expectAlike } from './view.js';

const { start, app, folder } = world();
const SLEEP = 60_000;

jest.setTimeout(3 * SLEEP);

let far: FarPuppet | undefined;
afterEach(() => far?.end());

/** A file of its own: nothing else has to wait while this one does. */
test('a process that was stopped for a minute learns of everything that has changed', async () => {
  const server = await start();
  const asleep = await FarPuppet.start('alice', server, folder());
  far = asleep;
  await asleep.ok('TIMLogin', 'alice', server.genUserSig('alice'));
  const person = async (user: string, config = {}): Promise<Puppet> => {
    const one = app(server, config);
    const puppet = new NearPuppet(user, one);
    expect(await one.login(user, server.genUserSig(user))).toBe(0);
    return puppet;
  };
  const cast: Cast = {
    sleeper: asleep,
    witness: await person('alice', { sdk_config_platform: 'Mac', sdk_config_config_file_path: folder() }),
    acting: await person('alice', { sdk_config_platform: 'Web' }),
    bob: await person('bob'),
    carol: await person('carol'),
    dave: await person('dave'),
  };
  await prepare(cast);
  const { witness } = cast;
  const [asleepAt, from] = [asleep.told.length, witness.told.length];
  asleep.child.kill('SIGSTOP');
  const minute = new Promise((resolve) => setTimeout(resolve, SLEEP));
  await changeEverything(cast);
  await witness.message(LAST);
  await minute;
  expect(server.inspect().connections).toBe(5);
  expect(asleep.told).toHaveLength(asleepAt);
  asleep.child.kill('SIGCONT');
  await asleep.message(LAST);
  await expectAlike(asleep, asleepAt, witness, from);
});
