// Makes the files that users import: one for each entry of a package, and what entries share once. Node finds, reads
// and links each file by itself, so a file for each module would double the time that `import 'tim-node'` takes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './setup.mjs';

// Each group shares its common part. Web is by itself for browsers, which get another file for '#dial'.
const GROUPS = [
  { folder: 'lib/protocol', entries: ['index', 'schema', 'usersig/index'] },
  { folder: 'lib/sdk', entries: ['index', 'promises', 'v2tim'] },
  { folder: 'lib/sdk', entries: ['usersig'] },
  { folder: 'lib/sdk', entries: ['web', 'transport/node', 'transport/global'], external: ['#dial'] },
];

function bundle({ folder, entries, external = [] }) {
  const { outputFiles } = buildSync({
    absWorkingDir: join(root, folder),
    entryPoints: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: `chunks/${entries[0]}-[hash]`,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The protocol becomes a part of the SDK: it is small, and every login needs it.
    conditions: ['@tim-node/source'],
    external: ['ws', 'undici', 'node-sqlite3-wasm', ...external],
    // Half of the time that an import takes is reading the text. Names stay, and lines short enough for stack traces.
    minifyWhitespace: true,
    lineLimit: 120,
    logLevel: 'warning',
    write: false,
  });
  return outputFiles;
}

/** A file that stays as it is can be in use by another process meanwhile. */
function writeChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js') || name.endsWith('.map'))
    .map((name) => join(folder, name));
}

const made = GROUPS.flatMap(bundle);
for (const { path, text } of made) writeChanged(path, text);
const paths = new Set(made.map(({ path }) => path));
for (const folder of new Set(GROUPS.map(({ folder }) => folder))) {
  for (const path of scriptsIn(join(root, folder, 'dist'))) if (!paths.has(path)) rmSync(path);
}
