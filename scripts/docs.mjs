// `npm run docs`: the API as a web site in docs/api. With --check nothing is written; a warning fails either way.
import { setUp, tool } from './setup.mjs';

const ENTRIES = [
  ...['index', 'promises', 'web', 'v2tim', 'usersig'].map((name) => `lib/sdk/src/${name}.ts`),
  'lib/server/src/index.ts',
];

setUp();
tool(
  'typedoc',
  ...ENTRIES.flatMap((entry) => ['--entryPoints', entry]),
  ...['--out', 'docs/api', '--name', 'tim-node', '--readme', 'README.md', '--tsconfig', 'scripts/tsconfig.docs.json'],
  ...['--emit', process.argv.includes('--check') ? 'none' : 'docs'],
  ...['--excludeInternal', '--excludePrivate', '--disableSources', '--treatWarningsAsErrors'],
);
