// `npm run docs`: the API as a web site in docs/api.
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
  ...['--excludeInternal', '--excludePrivate', '--disableSources', '--treatWarningsAsErrors'],
);
