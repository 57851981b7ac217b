// `npm run generate`: makes the files that follow from the data about the native, the Unity and the Web API.
// With --check nothing is written; a file that would change fails.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { callbacks } from './generate/callbacks.mjs';
import { codec } from './generate/codec.mjs';
import { coverage } from './generate/coverage.mjs';
import { enums } from './generate/enums.mjs';
import { errorCodes } from './generate/error-codes.mjs';
import { errorDocs } from './generate/error-docs.mjs';
import { functions } from './generate/functions.mjs';
import { promiseClient, promiseFunctions } from './generate/promises.mjs';
import { rows } from './generate/rows.mjs';
import { structs } from './generate/structs.mjs';
import { unityApi, unityDelegates, unityEnums, unityTable, unityTypes } from './generate/unity.mjs';
import { webConstants, webStructs } from './generate/web.mjs';
import { root } from './setup.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, 'lib/sdk/api-data', file), 'utf8'));
const data = read('native-api.json');
const unity = read('unity-api.json');
const web = read('web-api.json');

const table = rows(data);

const files = {
  'lib/sdk/src/native/generated/callbacks.ts': () => callbacks(data),
  'lib/sdk/src/native/generated/codec.ts': () => codec(data, read('native-codec.json')),
  'lib/sdk/src/native/generated/enums.ts': () => enums(data, unity),
  'lib/sdk/src/native/generated/error-codes.ts': () => errorCodes(data),
  'lib/sdk/src/native/generated/functions.ts': () => functions(table, data),
  'lib/sdk/src/native/generated/structs.ts': () => structs(data),
  'lib/sdk/src/facade/web/generated/constants.ts': () => webConstants(web),
  'lib/sdk/src/facade/web/generated/structs.ts': () => webStructs(web),
  'lib/sdk/src/facade/unity/generated/api.ts': () => unityApi(unity, table, data),
  'lib/sdk/src/facade/unity/generated/delegates.ts': () => unityDelegates(unity, data),
  'lib/sdk/src/facade/unity/generated/enums.ts': () => unityEnums(unity),
  'lib/sdk/src/facade/unity/generated/table.ts': () => unityTable(unity, data),
  'lib/sdk/src/facade/unity/generated/types.ts': () => unityTypes(unity, data),
  'lib/sdk/src/facade/promises/generated/client.ts': () => promiseClient(table, data),
  'lib/sdk/src/facade/promises/generated/functions.ts': () => promiseFunctions(table, data),
  'docs/api-coverage.md': () => coverage(table),
  'docs/errors.md': () => errorDocs(),
};

const check = process.argv.includes('--check');
let stale = false;
for (const [file, make] of Object.entries(files)) {
  const path = join(root, file);
  const text = await format(await make(), { ...(await resolveConfig(path)), filepath: path });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) {
    console.error(`${file} is not what \`npm run generate\` makes`);
    stale = true;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
if (stale) process.exitCode = 1;
