// A server in a process of its own, for the hostile tests: what kills it kills nothing else, and its memory can be
// measured without the tests in it. Answers questions of its parent; its log goes to stderr.
import { createServer } from '@tim-node/server';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const { options } = JSON.parse(process.argv[2]);
let jumped = 0;

const clock = {
  now: () => Date.now() + jumped,
  monotonic: () => performance.now(),
  setTimeout: (run, milliseconds) => {
    if (!(milliseconds >= 0 && milliseconds < 2 ** 31)) throw new RangeError(`a timer of ${milliseconds} ms`);
    return setTimeout(run, milliseconds);
  },
  clearTimeout: (timer) => clearTimeout(timer),
  defer: (run) => setImmediate(run),
};

const server = await createServer({ ...options, clock });

const answers = {
  inspect: () => server.inspect(),
  /** Bytes in use once all garbage is gone, and the most that was ever resident. */
  memory: () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return { used: heapUsed + external, peak: process.resourceUsage().maxRSS * 1024 };
  },
  /** Whether something from outside has reached the prototype of all objects. */
  polluted: () => 'admin' in {} || 'polluted' in {} || Object.keys(Object.prototype).length > 0,
  kick: (user) => server.kick(user),
  /** Somebody sets the wall clock. */
  jump: (milliseconds) => {
    jumped += milliseconds;
  },
  now: () => Math.floor(clock.now() / 1000),
  settings: (changes) => server.settings.update(changes),
};

process.on('message', async ({ id, question, args }) => {
  const value = await answers[question](...args);
  process.send({ id, value });
});
process.on('disconnect', () => process.exit());
const { url, httpUrl, sdkAppId, secretKey } = server;
process.send({ ready: { url, httpUrl, sdkAppId, secretKey } });
