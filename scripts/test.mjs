// `npm test`: every ring of tests, or, with arguments, what Jest makes of them.
import { readdirSync } from 'node:fs';
import { needPrograms } from './programs.mjs';
import { run, setUp, tool } from './setup.mjs';

setUp();
const args = process.argv.slice(2);
needPrograms(args.length === 0 ? ['cluster', 'integration', 'faults'] : args);
tool('jest', ...args);
if (args.length === 0) {
  // The packages as they are installed: built files, by import and by require, without Jest in between.
  const files = readdirSync('test/dist').filter((name) => name.endsWith('.test.mjs'));
  run(process.execPath, ['--test', ...files.map((name) => `test/dist/${name}`)]);
}
