import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Before all tests: the server's worker, commands and samples run from compiled files, so these have to be current. */
export default function build(): void {
  const root = join(__dirname, '../..');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-b'], { cwd: root, stdio: 'inherit' });
  execFileSync(process.execPath, ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
}
