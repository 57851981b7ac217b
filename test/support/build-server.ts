import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Before all tests: the server's worker and command run from compiled files, so these have to be current. */
export default function buildServer(): void {
  const root = join(__dirname, '../..');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-b', 'lib/server'], { cwd: root, stdio: 'inherit' });
  execFileSync(process.execPath, ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
}
