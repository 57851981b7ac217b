// Servers of others, started from installed programs in folders of their own: the launcher is that of the tests.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { howToInstall, install } from '../scripts/programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What starts programs. */
export async function loadLauncher() {
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

/** Whether a program is there, or could be installed; says so when not. */
export function haveProgram(program, say) {
  const missing = install([program]);
  if (missing.length > 0) say(`left out, ${program} is not installed; on Debian or Ubuntu: ${howToInstall(missing)}`);
  return missing.length === 0;
}

/** A PostgreSQL that syncs as it does in earnest; `work` is given what makes a new database there. */
export async function withPostgres(work) {
  const { TestPostgres, withClient } = await loadLauncher();
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
}
