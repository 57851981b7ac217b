// The servers of others that tests and benchmarks run against, from the packages of the system.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './setup.mjs';

/** Where Debian puts what no user is meant to call. */
const VERSIONS = '/usr/lib/postgresql';
const PACKAGES = { postgres: 'postgresql', 'nats-server': 'nats-server', prosody: 'prosody' };

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

/** Installs what the tests of a cluster need when that is possible, else says what to do and ends this process. */
export function needPrograms() {
  const missing = install(['postgres', 'nats-server']);
  if (missing.length === 0) return;
  console.error(`The tests of a cluster need ${missing.join(' and ')}. On Debian or Ubuntu:`);
  console.error(`  ${howToInstall(missing)}`);
  console.error('Other tests run without: npm test -- --selectProjects unit contract integration faults');
  process.exit(1);
}
