import { world } from '../integration/native/world.js';
import { killAmidBurst } from '../support/burst-story.js';
import { ServerProcess } from '../support/server-process.js';

const the = world();
jest.setTimeout(180_000);
let server: ServerProcess | undefined;

afterEach(() => server?.close());

test('kill -9 amid 10,000 sends: what was acknowledged is there once and in order, the rest at most once; sending it again adds what is missing', async () => {
  const running = new ServerProcess({ dataDir: the.folder() }, 1);
  server = running;
  await running.start();
  const front = await the.wire(running);
  await killAmidBurst({
    world: the,
    sending: running,
    receiving: { url: front.url, sdkAppId: running.sdkAppId },
    kill: () => running.kill(),
    recover: async () => {
      await running.start();
      front.retarget(running.url);
      return running;
    },
  });
});
