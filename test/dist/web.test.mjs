// The built Web and Flutter styles, as an app loads them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import { test } from 'node:test';
import TencentCloudChat, { TIM, TencentCloudChat as named } from 'tim-node/web';
import { TencentImSDKPlugin } from 'tim-node/v2tim';

const require = createRequire(import.meta.url);

/** Runs a script in a process of its own, from this folder. */
function node(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr };
}

test('import and require give the same objects', () => {
  const web = require('tim-node/web');
  assert.equal(web.TencentCloudChat, TencentCloudChat);
  assert.equal(web.default, TencentCloudChat);
  assert.equal(named, TencentCloudChat);
  assert.equal(web.TIM, TIM);
  assert.equal(require('tim-node/v2tim').TencentImSDKPlugin, TencentImSDKPlugin);
});

test('one chat per app, also across import and require', async () => {
  const options = { SDKAppID: 1, serverURL: 'ws://127.0.0.1:1' };
  const chat = TencentCloudChat.create(options);
  assert.equal(require('tim-node/web').TencentCloudChat.create(options), chat);
  await assert.rejects(chat.destroy(), { code: 2024 });
});

test('loading prints nothing and lets the process end', () => {
  for (const script of ["require('tim-node/web')", "require('tim-node/v2tim')"]) {
    assert.deepEqual(node('-e', script), { status: 0, stdout: '', stderr: '' });
  }
});

test('for browsers the transport is the one of the platform', () => {
  const script = `
    const { TencentCloudChat } = await import('tim-node/web');
    globalThis.WebSocket = class { constructor(url) { console.log(url); } close() {} };
    TencentCloudChat.create({ SDKAppID: 1, serverURL: 'ws://chat.example' }).destroy();`;
  const args = ['--input-type=module', '-e', script];
  assert.equal(node('--conditions=browser', ...args).stdout, 'ws://chat.example');
  assert.equal(node(...args).stdout, '');
});
