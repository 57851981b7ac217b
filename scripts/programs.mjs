// The servers of others that the tests of a cluster run against: PostgreSQL and NATS, from the packages of the system.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './setup.mjs';

/** Where Debian puts what no user is meant to call. */
const VERSIONS = '/usr/lib/postgresql';
const PACKAGES = { postgres: 'postgresql', 'nats-server': 'nats-server' };

function isInstalled(program) {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((name) => join(VERSIONS, name, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions, '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** Installs what is missing when that is possible, else says what to do and ends this process. */
export function needPrograms() {
  const missing = Object.keys(PACKAGES).filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => PACKAGES[program]);
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall) {
    console.error(`The tests of a cluster need ${missing.join(' and ')}. On Debian or Ubuntu:`);
    console.error(`  sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`);
    console.error('Other tests run without: npm test -- --selectProjects unit contract integration faults');
    process.exit(1);
  }
  console.log(`Installing ${packages.join(' and ')} for the tests of a cluster ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
