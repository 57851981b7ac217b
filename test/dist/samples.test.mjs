// Every sample, as its first comment says to run it: it ends by itself, without a word on stderr.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, test } from 'node:test';
import { createServer } from '@tim-node/server';
import { createClient } from 'tim-node';
import { promisify } from 'tim-node/promises';

const SAMPLES = join(import.meta.dirname, '../../samples');

/** What could drive a terminal. */
const UNSAFE = /(?!\n)[\p{Cc}\u202a-\u202e]/u;

/** Arguments, what the output must show, in this order, and then lines to type with what each must bring. */
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
  'file-transfer': { shows: ['upload', '100 %', 'download', '100 %', 'byte for byte the same'] },
  'group-chat': {
    shows: ['You are alice', 'no conversations yet'],
    steps: [
      ['hello?', 'no conversation is open'],
      ['/create Team bob carol', 'Team: made, with bob, carol'],
      ['hello @bob \u001b[2J\u0007\u202e', 'alice: hello @bob \\u{1b}[2J\\u{7}\\u{202e}'],
      ['/as bob', /Team.* 1 unread/],
      ['/open Team', 'alice: hello @bob \\u{1b}[2J'],
      ['hi all', 'bob: hi all'],
      ['/open carol', 'carol: nothing was said yet'],
      ['only for you', 'bob: only for you'],
      ['/as carol', /Team.* 2 unread/],
      ['/open bob', 'bob: only for you'],
      ['/as nobody', 'only alice, bob, carol are here'],
      ['/history', 'bob: only for you'],
      ['/list', 'Team'],
      ['/nonsense', 'there is no /nonsense'],
      ['/as bob', 'You are bob'],
      ['/open Team', 'bob: hi all'],
      ['/quit', ''],
    ],
  },
};

/** Files that samples share. */
const PARTS = ['message-text', 'place', 'printable', 'transcript'];

const children = new Set();
// A test that failed leaves nothing running.
afterEach(() => children.forEach((child) => child.kill('SIGKILL')));

/** A sample that runs. */
class Running {
  out = '';
  err = '';
  /** Up to where the output has been looked at. */
  #at = 0;

  constructor(name, args = [], env = {}) {
    const file = join(SAMPLES, 'dist', `${name}.js`);
    this.child = spawn(process.execPath, [file, ...args], { timeout: 60_000, env: { ...process.env, ...env } });
    children.add(this.child);
    this.child.stdout.on('data', (chunk) => (this.out += chunk));
    this.child.stderr.on('data', (chunk) => (this.err += chunk));
    this.end = new Promise((resolve) => this.child.on('close', (code, signal) => resolve({ code, signal })));
    void this.end.then(() => children.delete(this.child));
  }

  /** Waits until the output holds a text, or what an expression describes, after all that was waited for. */
  async shows(text) {
    let isOver = false;
    void this.end.then(() => (isOver = true));
    for (;;) {
      const rest = this.out.slice(this.#at);
      const found = typeof text === 'string' ? rest.indexOf(text) : rest.search(text);
      if (found !== -1) {
        this.#at += found + (typeof text === 'string' ? text.length : text.exec(rest)[0].length);
        return;
      }
      assert.ok(!isOver, `no "${text}" where it belongs in:\n${this.out}\n${this.err}`);
      await Promise.race([once(this.child.stdout, 'data'), this.end]);
    }
  }

  type(line) {
    this.child.stdin.write(`${line}\n`);
  }

  /** It must end by itself and without a complaint. */
  async ends() {
    const { code, signal } = await this.end;
    assert.deepEqual({ code, signal, err: this.err }, { code: 0, signal: null, err: '' }, this.out);
  }
}

test('all samples are tested', () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.ts'));
  const names = files.map((name) => name.slice(0, -'.ts'.length));
  assert.deepEqual(names.sort(), [...Object.keys(EXPECTED), 'echo-bot', ...PARTS].sort());
});

for (const [name, { args, shows, steps = [] }] of Object.entries(EXPECTED)) {
  test(name, async () => {
    const sample = new Running(name, args);
    for (const text of shows) await sample.shows(text);
    for (const [line, text] of steps) {
      sample.type(line);
      await sample.shows(text);
    }
    await sample.ends();
    assert.doesNotMatch(sample.out, UNSAFE);
  });
}

test('group-chat ends with its input, and shows what a pipe has brought at once', async () => {
  const chat = new Running('group-chat');
  chat.child.stdin.end('/create Team bob\none\ntwo\n');
  for (const text of ['Team: made', 'alice: one', 'alice: two']) await chat.shows(text);
  await chat.ends();
});

test('echo-bot and group-chat talk over the command that the bot shows', async () => {
  const bot = new Running('echo-bot');
  await bot.shows('--server ');
  await bot.shows('\n');
  const [, args = ''] = /group-chat\.js (.*)/.exec(bot.out) ?? [];
  const chat = new Running('group-chat', args.trim().split(' '));
  await chat.shows('You are alice');
  chat.type('/open echo');
  await chat.shows('nothing was said yet');
  chat.type('is anybody there?');
  await chat.shows('alice: is anybody there?');
  await chat.shows('echo: is anybody there?');
  chat.type('/quit');
  await chat.ends();
  bot.child.kill('SIGINT');
  await bot.shows('stops');
  await bot.ends();
});

test('echo-bot answers where it is meant, comes back after its connection was cut, and has read all', async () => {
  const server = await createServer({ dataDir: ':memory:' });
  const cable = await openCable(Number(new URL(server.url).port));
  const args = ['--server', `ws://127.0.0.1:${cable.port}`, '--app', `${server.sdkAppId}`, '--user', 'echo'];
  const bot = new Running('echo-bot', args, { TIM_SECRET_KEY: server.secretKey });
  await bot.shows('is logged in');

  const alice = await logIn(server, 'alice');
  const heard = new Heard(alice);
  const say = (id, type, text, more = {}) =>
    alice.TIMMsgSendMessage(id, type, { message_elem_array: [{ elem_type: 0, text_elem_content: text }], ...more });
  await say('echo', 1, 'first');
  await heard.until(['first']);
  await alice.TIMGroupCreate({
    create_group_param_group_name: 'Club',
    create_group_param_group_id: 'club',
    create_group_param_group_type: 1,
    create_group_param_group_member_array: [{ group_member_info_identifier: 'echo' }],
  });
  await say('club', 2, 'not for the bot');
  await say('club', 2, 'for the bot', { message_group_at_user_array: ['echo'] });
  await heard.until(['first', 'for the bot']);

  cable.cut();
  await say('echo', 1, 'second');
  await heard.until(['first', 'for the bot', 'second']);
  await bot.shows('disconnected');

  bot.child.kill('SIGINT');
  await bot.ends();
  const echo = await logIn(server, 'echo');
  assert.deepEqual(await echo.TIMConvGetTotalUnreadMessageCount(), {
    conv_get_total_unread_message_count_result_unread_count: 0,
  });
  alice.TIMUninit();
  echo.TIMUninit();
  cable.close();
  await server.close();
});

async function logIn(server, userId) {
  const client = promisify(createClient());
  client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
  await client.TIMLogin(userId, server.genUserSig(userId));
  return client;
}

/** The texts that a client receives. */
class Heard {
  #texts = [];
  #changed = new EventTarget();

  constructor(client) {
    client.TIMAddRecvNewMsgCallback((json) => {
      for (const {
        message_elem_array: [elem],
      } of JSON.parse(json)) {
        if (elem.elem_type === 0) this.#texts.push(elem.text_elem_content);
      }
      this.#changed.dispatchEvent(new Event('changed'));
    });
  }

  async until(texts) {
    while (this.#texts.length < texts.length) await once(this.#changed, 'changed');
    assert.deepEqual(this.#texts, texts);
  }
}

/** A way to a server that can be cut. */
async function openCable(target) {
  const sockets = new Set();
  const listener = createTcpServer((socket) => {
    const onward = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ]) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: listener.address().port,
    cut,
    close: () => {
      listener.close();
      cut();
    },
  };
}
