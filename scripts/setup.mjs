// Brings a fresh clone to life: installs packages and builds, each only when needed. Uses Node alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Runs a command in the project folder and ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  if (error) console.error(`${command}: ${error.message}`);
  process.exit(status ?? (signal ? 130 : 1));
}

/** Runs a tool that was installed into node_modules. */
export function tool(name, ...args) {
  run(process.execPath, [join(root, 'node_modules', ...binaryOf(name)), ...args]);
}

function binaryOf(name) {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return [name, typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])];
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`tim-node needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.version}.`);
  process.exit(1);
}

function install() {
  const stamp = join(root, 'node_modules', '.tim-node-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (only when package-lock.json has changed) ...');
  const npm = process.env.npm_execpath;
  if (npm) run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund']);
  else run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

/** Compiles what has changed. */
export function build() {
  tool('typescript', '-b');
  run(process.execPath, ['scripts/bundle.mjs']);
}

export function setUp() {
  checkNode();
  install();
  build();
}
