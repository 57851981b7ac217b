// Servers of others, started from installed programs in folders of their own: the launcher is that of the tests.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { howToInstall, install } from '../scripts/programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function loadLauncher() {
  // It finds its packages from there.
  const outfile = join(root, 'node_modules/.cache/tim-node/launcher.mjs');
  await build({
    entryPoints: [join(root, 'test/support/cluster-servers.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile));
}

/** Does something with a program; when it cannot be had, says so, and there are no rows. */
export async function withProgram(program, say, work) {
  const missing = install([program]);
  if (missing.length === 0) return work(await loadLauncher());
  say(`left out, ${program} is not installed; on Debian or Ubuntu: ${howToInstall(missing)}`);
  return [];
}

/** A PostgreSQL that syncs as it does in earnest; `work` is given what makes a new database there. */
export function withPostgres(say, work) {
  return withProgram('postgres', say, async ({ TestPostgres, withClient }) => {
    const postgres = await TestPostgres.start();
    let databases = 0;
    try {
      return await work(async () => {
        databases += 1;
        const name = `bench_${databases}`;
        await withClient(postgres.url(), (client) => client.query(`create database ${name}`));
        return postgres.url(name);
      });
    } finally {
      await postgres.close();
    }
  });
}
