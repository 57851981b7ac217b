// Programs of others that some tests run, from the packages of the system: PostgreSQL and NATS for the tests of a
// cluster, strace for the test that watches the server write.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './setup.mjs';

/** Where Debian puts what no user is meant to call. */
const VERSIONS = '/usr/lib/postgresql';
/** Programs and their packages. Without the optional ones the other tests of their ring run all the same. */
const NEEDED = {
  cluster: { packages: { postgres: 'postgresql', 'nats-server': 'nats-server' }, optional: false },
  faults: { packages: process.platform === 'linux' ? { strace: 'strace' } : {}, optional: true },
};

function isInstalled(program) {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((name) => join(VERSIONS, name, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions, '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** Sees to the programs of these rings of tests: installs what is missing when that is possible, else says what to do. */
export function needPrograms(rings) {
  for (const ring of rings.filter((name) => name in NEEDED)) needProgramsOf(ring, NEEDED[ring]);
}

function needProgramsOf(ring, { packages: all, optional }) {
  const missing = Object.keys(all).filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => all[program]);
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall) {
    console.error(`Tests of the ring ${ring} need ${missing.join(' and ')}. On Debian or Ubuntu:`);
    console.error(`  sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`);
    if (optional && process.env.CI !== 'true') return;
    console.error('Other tests run without: npm test -- --selectProjects unit contract integration');
    process.exit(1);
  }
  console.log(`Installing ${packages.join(' and ')} for tests of the ring ${ring} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
