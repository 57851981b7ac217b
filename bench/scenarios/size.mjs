// What `npm install tim-node` puts on the disk: the packed files of our packages and everything they depend on.
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function folderSize(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return sum;
    return sum + (entry.isDirectory() ? folderSize(path) : lstatSync(path).size);
  }, 0);
}

/** Size of a package of this workspace as it would be published. */
function packedSize(folder) {
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, [npm]] : ['npm', []];
  const args = [...command[1], 'pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ unpackedSize }] = Object.values(
    JSON.parse(execFileSync(command[0], args, { cwd: folder, encoding: 'utf8' })),
  );
  return unpackedSize;
}

function sizes(folder, found = new Map()) {
  const { name, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (found.has(name)) return found;
  found.set(name, folder.startsWith(join(root, 'lib')) ? packedSize(folder) : folderSize(folder));
  for (const dependency of Object.keys(dependencies)) sizes(folderOf(dependency, folder), found);
  return found;
}

function folderOf(name, from) {
  const local = { '@tim-node/protocol': join(root, 'lib/protocol') }[name];
  if (local !== undefined) return local;
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name);
  const folder = paths.map((path) => join(path, name)).find((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (folder === undefined) throw new Error(`${name} is not installed`);
  return folder;
}

export async function measure(say) {
  const all = sizes(join(root, 'lib/sdk'));
  for (const [name, bytes] of all) say(`${name}: ${(bytes / 2 ** 20).toFixed(2)} MB`);
  const total = [...all.values()].reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20;
  const ws = all.get('ws') / 2 ** 20;
  return [
    {
      what: 'installed size of `tim-node` with its dependencies, against `ws` alone',
      ours: `${total.toFixed(2)} MB`,
      control: `${ws.toFixed(2)} MB`,
      ratio: '',
      goal: 'under 4 MB',
    },
  ];
}
