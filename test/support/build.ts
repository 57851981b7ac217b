import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Before all tests: the server's worker, commands and samples run from built files, so these have to be current. */
export default function build(): void {
  const root = join(__dirname, '../..');
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}
