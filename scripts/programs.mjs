// Programs of others that tests and benchmarks run, from the packages of the system: PostgreSQL and NATS for the tests
// of a cluster, strace for the test that watches the server write, a browser for the test of a page, PostgreSQL and Prosody for benchmarks.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './setup.mjs';

/** Where Debian puts what no user is meant to call. */
const VERSIONS = '/usr/lib/postgresql';
const PACKAGES = {
  ...{ postgres: 'postgresql', 'nats-server': 'nats-server', strace: 'strace', prosody: 'prosody' },
  chromium: 'chromium',
};
/** Programs of rings of tests. Without the optional ones the other tests of their ring run all the same. */
const NEEDED = {
  cluster: { programs: ['postgres', 'nats-server'], optional: false },
  integration: { programs: process.platform === 'linux' ? ['chromium'] : [], optional: true },
  faults: { programs: process.platform === 'linux' ? ['strace'] : [], optional: true },
};

function isInstalled(program) {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((name) => join(VERSIONS, name, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions, '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}

const packagesOf = (programs) => programs.map((program) => PACKAGES[program]);

/** Installs what is missing when that is possible; returns what is missing still. */
export function install(programs) {
  const missing = programs.filter((program) => !isInstalled(program));
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (missing.length === 0 || !canInstall) return missing;
  console.log(`Installing ${packagesOf(missing).join(' and ')} ...`);
  const aptGet = (...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync('apt-get', args, { cwd: root, env, stdio: 'inherit' }).status === 0;
  };
  if (aptGet('update', '-qq')) aptGet('install', '-y', '-qq', '--no-install-recommends', ...packagesOf(missing));
  return missing.filter((program) => !isInstalled(program));
}

/** How somebody with the right to do so installs them. */
export function howToInstall(programs) {
  return `sudo apt-get install -y --no-install-recommends ${packagesOf(programs).join(' ')}`;
}

/** Sees to the programs of these rings of tests: installs what is missing when that is possible, else says what to do. */
export function needPrograms(rings) {
  for (const ring of rings.filter((name) => name in NEEDED)) needProgramsOf(ring, NEEDED[ring]);
}

function needProgramsOf(ring, { programs, optional }) {
  const missing = install(programs);
  if (missing.length === 0) return;
  console.error(`Tests of the ring ${ring} need ${missing.join(' and ')}. On Debian or Ubuntu:`);
  console.error(`  ${howToInstall(missing)}`);
  if (optional && process.env.CI !== 'true') return;
  console.error('Other tests run without: npm test -- --selectProjects unit contract integration');
  process.exit(1);
}
