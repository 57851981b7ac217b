// `npm run check`: everything that can be said about the code without running it.
import { run, setUp, tool } from './setup.mjs';

const PACKAGES = ['lib/protocol', 'lib/sdk', 'lib/server'];
const checks = [
  ['types', () => tool('typescript', '-p', 'test')],
  ['lint', () => tool('eslint', '.')],
  ['format', () => tool('prettier', '--check', '--log-level', 'warn', '.')],
  ['dependency direction', () => tool('dependency-cruiser', 'lib', '--config', '.dependency-cruiser.cjs')],
  ['generated files', () => run(process.execPath, ['scripts/generate.mjs', '--check'])],
  ['API reference', () => run(process.execPath, ['scripts/docs.mjs', '--check'])],
  ['dead code', () => tool('knip')],
  ['packages', () => PACKAGES.forEach((folder) => tool('publint', 'run', folder, '--strict'))],
];

setUp();
for (const [name, check] of checks) {
  console.log(`check: ${name}`);
  check();
}
