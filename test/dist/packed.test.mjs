// The packages as npm would publish them, unpacked where nothing of this repository is in reach but their dependencies.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const PACKAGES = ['lib/protocol', 'lib/sdk', 'lib/server'];

const manifest = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const node = (...args) => execFileSync(process.execPath, args, { cwd: app, encoding: 'utf8', stdio: 'pipe' });

let app;

function npm(...args) {
  const { npm_execpath: npm } = process.env;
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  return execFileSync(command, [...before, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Packs a package and puts it where an installation would. */
function install(folder) {
  const { name } = manifest(folder);
  const output = npm('pack', join(root, folder), '--json', '--ignore-scripts', '--pack-destination', app);
  const [{ filename }] = Object.values(JSON.parse(output));
  const target = join(app, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(app, filename), '-C', target, '--strip-components=1']);
}

function link(name) {
  const target = join(app, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target, 'junction');
}

before(() => {
  app = mkdtempSync(join(tmpdir(), 'tim-node-packed-'));
  for (const folder of PACKAGES) install(folder);
  const outside = PACKAGES.flatMap((folder) => Object.keys(manifest(folder).dependencies ?? {}));
  for (const name of new Set(outside)) if (!name.startsWith('@tim-node/')) link(name);
  link('@types/node');
  link('undici-types');
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
});

after(() => rmSync(app, { recursive: true, force: true }));

/** Every entry that a package declares. */
const entries = PACKAGES.flatMap((folder) => {
  const { name, exports } = manifest(folder);
  return Object.keys(exports).map((path) => name + path.slice(1));
});

test('every entry can be imported and required', () => {
  const modules = entries.filter((entry) => !entry.endsWith('.json'));
  assert.ok(modules.length >= 9);
  const script = `for (const name of ${JSON.stringify(modules)}) {
    const imported = await import(name);
    const required = (await import('node:module')).createRequire(import.meta.url)(name);
    if (Object.keys(imported).length === 0) throw new Error(name + ' is empty');
    for (const key of Object.keys(imported)) if (imported[key] !== required[key]) throw new Error(name + ' ' + key);
  }`;
  writeFileSync(join(app, 'all.mjs'), script);
  node('all.mjs');
});

test('a login works, and the command', () => {
  writeFileSync(
    join(app, 'login.mjs'),
    `import { createServer } from '@tim-node/server';
     import { TIMInit, TIMLogin, TIMUninit } from 'tim-node/promises';
     const server = await createServer();
     TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
     await TIMLogin('alice', server.genUserSig('alice'));
     TIMUninit();
     await server.close();
     console.log('done');`,
  );
  assert.equal(node('login.mjs'), 'done\n');
  assert.match(node('node_modules/@tim-node/server/bin/tim-node-server.js', '--help'), /Usage:/);
});

test('the declarations stand on their own', () => {
  writeFileSync(
    join(app, 'typed.ts'),
    `import { createClient, TencentIMSDK, TIMInit, TIMLoginStatus, type TimClient } from 'tim-node';
     import { TIMLogin } from 'tim-node/promises';
     import { genUserSig } from 'tim-node/usersig';
     import TencentCloudChat from 'tim-node/web';
     import { TencentImSDKPlugin } from 'tim-node/v2tim';
     import { createServer } from '@tim-node/server';
     export const client: TimClient = createClient();
     export const status: number = TIMLoginStatus.kTIMLoginStatus_Logined;
     export const all = [TencentIMSDK.Login, TIMInit, TIMLogin, genUserSig, TencentCloudChat.create, createServer];
     export const manager = TencentImSDKPlugin.v2TIMManager;
     // @ts-expect-error an app id is a number
     TIMInit('1400000001', {});`,
  );
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  node(join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'typed.ts');
});

test('nothing is packed that users do not need', () => {
  for (const folder of PACKAGES) {
    const [{ files }] = Object.values(
      JSON.parse(npm('pack', join(root, folder), '--json', '--dry-run', '--ignore-scripts')),
    );
    const odd = files
      .map(({ path }) => path)
      .filter((path) => !/^(package\.json|bin\/.*\.js|dist\/.*\.(js|d\.ts))$/.test(path));
    assert.deepEqual(odd, []);
  }
});
