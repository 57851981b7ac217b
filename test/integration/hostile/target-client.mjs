// SDK clients in a process of their own, for the hostile tests: what kills it kills nothing else, and what the app's
// callbacks throw reaches this process and no test runner. Does what its parent says; all clients log into one folder.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createClient } from 'tim-node';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const { folder } = JSON.parse(process.argv[2]);
const clients = [];
/** What reached the process from the app's callbacks. */
const thrown = [];
process.on('uncaughtException', (error) => thrown.push(String(error)));
process.on('unhandledRejection', (error) => thrown.push(String(error)));

/** What a callback of a badly written app does after it has been told something. */
const MANNERS = {
  good: () => undefined,
  throws: (name) => {
    throw new Error(`thrown by ${name}`);
  },
  rejects: async (name) => {
    throw new Error(`rejected by ${name}`);
  },
  'never returns': () => new Promise(() => undefined),
  blocks: () => {
    for (const end = performance.now() + 50; performance.now() < end;);
  },
};

class App {
  client = createClient();
  /** Everything that callbacks were told, in order. */
  diary = [];
  texts = [];
  logLines = 0;

  constructor({ appId, url, manner = 'good' }) {
    this.manner = MANNERS[manner];
    const { client } = this;
    client.TIMSetConfig({ set_config_log_level: 2, set_config_callback_log_level: 2 });
    client.TIMSetLogCallback(() => {
      this.logLines += 1;
      return this.manner('the log callback');
    });
    client.TIMSetNetworkStatusListenerCallback((status) => this.told('network', status));
    client.TIMSetKickedOfflineCallback(() => this.told('kicked'));
    client.TIMSetUserSigExpiredCallback(() => this.told('expired'));
    client.TIMAddRecvNewMsgCallback((json) => {
      for (const message of JSON.parse(json)) this.texts.push(message.message_elem_array[0]?.text_elem_content);
      return this.told('messages');
    });
    this.initResult = client.TIMInit(appId, {
      sdk_config_server_url: url,
      sdk_config_log_file_path: folder,
      sdk_config_platform: 'Linux',
    });
  }

  told(name, ...details) {
    this.diary.push([name, ...details].join(' '));
    return this.manner(name);
  }

  /** Makes a call and says how its callback was called. */
  ask(name, call) {
    return new Promise((resolve) => {
      let calls = 0;
      const result = call((code, desc) => {
        calls += 1;
        if (calls > 1) this.diary.push(`${name} answered ${calls} times`);
        resolve({ code, desc });
        return this.told(name, code);
      });
      if (result !== 0) resolve({ code: result, desc: 'refused' });
    });
  }
}

const answers = {
  start: (options) => {
    const app = new App(options);
    return { app: clients.push(app) - 1, result: app.initResult };
  },
  login: (at, user, sig) => clients[at].ask('login', (cb) => clients[at].client.TIMLogin(user, sig, cb)),
  logout: (at) => clients[at].ask('logout', (cb) => clients[at].client.TIMLogout(cb)),
  send: (at, to, text) =>
    clients[at].ask('send', (cb) =>
      clients[at].client.TIMMsgSendMessage(
        to,
        1,
        { message_elem_array: [{ elem_type: 0, text_elem_content: text }] },
        null,
        cb,
      ),
    ),
  look: (at) => {
    const { client, diary, texts, logLines } = clients[at];
    return { status: client.TIMGetLoginStatus(), serverTime: client.TIMGetServerTime(), diary, texts, logLines };
  },
  uninit: (at) => clients[at].client.TIMUninit(),
  thrown: () => thrown.splice(0),
  memory: () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return { used: heapUsed + external, peak: process.resourceUsage().maxRSS * 1024 };
  },
  polluted: () => 'admin' in {} || 'polluted' in {} || Object.keys(Object.prototype).length > 0,
};

process.on('message', async ({ id, question, args }) => {
  const value = await answers[question](...args);
  process.send({ id, value });
});
process.on('disconnect', () => process.exit());
process.send({ ready: {} });
