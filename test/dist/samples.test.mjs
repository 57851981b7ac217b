// Every sample, as its first comment says to run it: it ends by itself, without a word on stderr.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';

const SAMPLES = join(import.meta.dirname, '../../samples');

/** Arguments, and what the output must show, in this order. */
const EXPECTED = {
  'hello-callback': {
    shows: ['TIMLogin: callback 0', 'received from bob', 'kicked offline', 'UserSig expired', 'carol', 'closed'],
  },
  'hello-unity': {
    shows: [
      'Init returns 0',
      'Login: callback 0 "", json_param "", user_data Login_KeyString_',
      'GetLoginUserID returns 0 and gives "alice"',
      'GetLoginStatus: kTIMLoginStatus_Logined',
      'KickedOfflineCallback',
      'GetLoginStatus: kTIMLoginStatus_UnLogined',
      'UserSigExpiredCallback',
      'GetLoginUserID returns 0 and gives "bob"',
      'Logout: callback 0',
      'Uninit returns 0',
      'closed',
    ],
  },
  'hello-web': { shows: ['SDK_READY', 'repeatLogin', 'KICKED_OUT', 'SDK_NOT_READY', 'logged out', 'closed'] },
  'many-bots': { args: ['20'], shows: ['20 accounts logged in', 'online 20 of 20, greeted 19, failed 0', 'all gone'] },
};

async function run(name, args = []) {
  const child = spawn(process.execPath, [join(SAMPLES, 'dist', `${name}.js`), ...args], { timeout: 60_000 });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (texts.out += chunk));
  child.stderr.on('data', (chunk) => (texts.err += chunk));
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  return { code, signal, ...texts };
}

test('all samples are tested', () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.ts') && name !== 'transcript.ts');
  assert.deepEqual(files.map((name) => name.slice(0, -'.ts'.length)).sort(), Object.keys(EXPECTED).sort());
});

for (const [name, { args, shows }] of Object.entries(EXPECTED)) {
  test(name, async () => {
    const { code, signal, out, err } = await run(name, args);
    assert.deepEqual({ code, signal, err }, { code: 0, signal: null, err: '' }, out);
    let at = 0;
    for (const text of shows) {
      const found = out.indexOf(text, at);
      assert.notEqual(found, -1, `no "${text}" where it belongs in:\n${out}`);
      at = found + text.length;
    }
  });
}
