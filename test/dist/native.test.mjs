// The built C style and its promises, as an app loads them: by import and by require, in processes of their own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import { after, before, test } from 'node:test';
import * as tim from 'tim-node';
import * as promises from 'tim-node/promises';
import { genUserSig } from 'tim-node/usersig';
import { createServer } from '@tim-node/server';

const require = createRequire(import.meta.url);
let server;

before(async () => {
  server = await createServer({ dataDir: ':memory:' });
});

after(async () => {
  await server.close();
});

/** Runs a script in a process of its own, which has to end by itself. */
async function run(script, type = 'module') {
  const { url, sdkAppId } = server;
  const given = JSON.stringify({ url, sdkAppId, alice: server.genUserSig('alice'), bob: server.genUserSig('bob') });
  const source = `const given = ${given};\n${script}`;
  const child = spawn(process.execPath, [`--input-type=${type}`, '-e', source], {
    cwd: import.meta.dirname,
    timeout: 30_000,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  return { code, signal, out: out.trim(), err };
}

test('import and require give the same instance', () => {
  const required = require('tim-node');
  for (const name of Object.keys(tim)) assert.equal(required[name], tim[name], name);
  assert.equal(require('tim-node/promises').TIMLogin, promises.TIMLogin);
  assert.equal(require('tim-node/usersig').genUserSig, genUserSig);
  assert.equal(tim.TIMInit(1, { sdk_config_server_url: 'ws://127.0.0.1:1' }), 0);
  // The same client behind all of them: it is already initialized.
  assert.equal(required.TIMInit(1, '{bad'), 0);
  assert.throws(() => promises.TIMInit(0), { code: -4 });
  assert.equal(required.TIMUninit(), 0);
  assert.equal(tim.TIMInit(1, '{bad'), -3);
});

test('loading prints nothing, keeps no process alive and adds no global', async () => {
  for (const name of ['tim-node', 'tim-node/promises', 'tim-node/usersig']) {
    const script = `const before = Reflect.ownKeys(globalThis).length; require('${name}'); console.log(Reflect.ownKeys(globalThis).length - before);`;
    assert.deepEqual(await run(script, 'commonjs'), { code: 0, signal: null, out: '0', err: '' });
  }
});

test('login, a message, Uninit; then the process ends by itself', async () => {
  const script = `
    import { TIMInit, TIMUninit, TIMLogin, TIMMsgSendMessage, TIMSetNetworkStatusListenerCallback, TIMConvType } from 'tim-node';
    TIMSetNetworkStatusListenerCallback((status) => console.log('network', status));
    TIMInit(given.sdkAppId, JSON.stringify({ sdk_config_server_url: given.url }));
    TIMLogin('alice', given.alice, (code, desc, json, user) => {
      console.log('login', code, desc, json, user);
      const message = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hi' }] };
      TIMMsgSendMessage('alice', TIMConvType.kTIMConv_C2C, message, null, (sent, text, answer) => {
        console.log('sent', sent, JSON.parse(answer).message_status);
        console.log('uninit', TIMUninit());
      });
    }, 'me');`;
  const { code, signal, out, err } = await run(script);
  assert.deepEqual({ code, signal, err }, { code: 0, signal: null, err: '' });
  assert.equal(out, 'network 2\nnetwork 0\nlogin 0   me\nsent 0 2\nuninit 0');
});

test('Uninit in the middle of everything: 7009, and the process ends', async () => {
  const script = `
    const { TIMInit, TIMUninit, TIMLogin, TIMLogout, createClient } = require('tim-node');
    TIMInit(given.sdkAppId, { sdk_config_server_url: given.url });
    TIMLogin('alice', given.alice, (code) => console.log('first', code));
    TIMLogin('bob', given.bob, (code) => console.log('second', code));
    const other = createClient();
    other.TIMInit(given.sdkAppId, { sdk_config_server_url: 'ws://127.0.0.1:1' });
    other.TIMLogin('bob', given.bob, (code) => console.log('other', code));
    setImmediate(() => { TIMUninit(); other.TIMUninit(); });`;
  const { code, out, err } = await run(script, 'commonjs');
  assert.deepEqual({ code, out, err }, { code: 0, out: 'first 6023\nsecond 7009\nother 7009', err: '' });
});

test('an exception in a callback is an uncaught one, and the session goes on', async () => {
  const script = `
    import { TIMInit, TIMUninit, TIMLogin, TIMLogout, TIMGetLoginStatus } from 'tim-node';
    process.on('uncaughtException', (error) => console.log('uncaught', error.message));
    TIMInit(given.sdkAppId, { sdk_config_server_url: given.url });
    TIMLogin('alice', given.alice, () => {
      TIMLogout((code) => {
        console.log('logout', code);
        TIMUninit();
      });
      throw new Error('mine');
    });`;
  const { code, out, err } = await run(script);
  assert.deepEqual({ code, out, err }, { code: 0, out: 'uncaught mine\nlogout 0', err: '' });
});

test('an exception that nobody catches ends the process as ever', async () => {
  const script = `
    import { TIMLogin } from 'tim-node';
    TIMLogin('alice', given.alice, () => { throw new Error('mine'); });`;
  const { code, err } = await run(script);
  assert.equal(code, 1);
  assert.match(err, /Error: mine/);
});

test('promises', async () => {
  const client = tim.createClient();
  const api = promises.promisify(client);
  await assert.rejects(api.TIMLogin('alice', 'sig'), { name: 'TIMError', code: 6013, desc: 'not initialized' });
  api.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
  await assert.rejects(api.TIMLogin('', 'sig'), { code: -4 });
  assert.equal(await api.TIMLogin('alice', server.genUserSig('alice')), undefined);
  assert.equal(api.TIMGetLoginUserID(), 'alice');
  const sent = await api.TIMMsgSendMessage('alice', 1, {
    message_elem_array: [{ elem_type: 0, text_elem_content: 'hi' }],
  });
  assert.equal(sent.message_status, 2);
  assert.equal(typeof sent.message_unique_id, 'bigint');
  const [conversation] = await api.TIMConvGetConvList();
  assert.equal(conversation.conv_id, 'alice');
  await assert.rejects(api.TIMSignalingInvite('bob', '', false, null, 30), { code: 7013 });
  assert.throws(() => api.TIMConvSetDraft('bob', 1, ''), { code: -3 });
  await api.TIMLogout();
  assert.equal(api.TIMGetLoginUserID(), '');
  api.TIMUninit();
});

test("a UserSig of the app's own backend", async () => {
  const { sdkAppId, secretKey } = server;
  const userSig = genUserSig({ sdkAppId, secretKey, userId: 'dave', expire: 60 });
  const api = promises.promisify(tim.createClient());
  api.TIMInit(sdkAppId, { sdk_config_server_url: server.url });
  await api.TIMLogin('dave', userSig);
  api.TIMUninit();
});
