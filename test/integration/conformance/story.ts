import { genUserSig } from 'tim-node/usersig';
import type { TimServer } from '@tim-node/server';
import type { FaultProxy } from '../../support/fault-proxy.js';
import { inTime, waitFor } from '../../support/wait.js';
import type { Driver, Outcome, Style } from './drivers/driver.js';

/** What an app has seen of one step. */
export interface Seeing {
  readonly step: string;
  readonly outcome: Outcome;
  readonly events: string;
  readonly network: string;
  readonly readiness: string;
  readonly status: string;
  readonly user: string;
}

/** Long enough to log in on a busy machine, short enough to wait for; seconds. */
const SHORT = 3;

/** What the steps of the story work on. */
interface Stage {
  readonly style: Style;
  readonly server: TimServer;
  /** Between the first account and the server. */
  readonly wire: FaultProxy;
  readonly driver: Driver;
}

/** Does something and says how it ended. */
type Step = (stage: Stage) => Promise<Outcome>;

function sign(server: TimServer, more: object): string {
  const { sdkAppId, secretKey } = server;
  return genUserSig({ sdkAppId, secretKey, userId: 'alice', ...more });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

const login =
  (userId: string, seconds?: number): Step =>
  ({ driver, server }) =>
    driver.login(userId, server.genUserSig(userId, seconds));

/** Waits until something has been seen; it stays there for the notes. */
async function until({ driver }: Stage, what: string, where: 'events' | 'network'): Promise<Outcome> {
  const { [where]: list } = driver.seen;
  await waitFor(`${what}; so far: ${list.join(', ')}`, () => list.length > 0);
  return '';
}

/** The login story. The names are those of the table in docs/styles.md. */
export const steps: readonly (readonly [name: string, step: Step])[] = [
  ['login before init', login('alice')],
  ['init', ({ driver }) => driver.init()],
  ['init again', ({ driver }) => driver.init()],
  [
    'login twice at the same time',
    async (stage) => {
      const first = login('alice')(stage);
      const running = stage.driver.status();
      const second = login('alice')(stage);
      return `${await running}; ${await first} and ${await second}`;
    },
  ],
  ['login again', login('alice')],
  [
    'server time',
    async ({ driver }) => (Math.abs((await driver.serverTime()) - now()) < 60 ? "the server's" : 'another'),
  ],
  [
    'second instance logs in',
    async (stage) => {
      const second = stage.style.another(stage.server);
      try {
        await second.init();
        const outcome = await second.login('alice', stage.server.genUserSig('alice'));
        await until(stage, 'the kick', 'events');
        return `${outcome} there, ${await second.status()}`;
      } finally {
        await second.end();
      }
    },
  ],
  ['login after the kick', login('alice')],
  ['login as another user', login('bob')],
  ['logout', ({ driver }) => driver.logout()],
  ['logout again', ({ driver }) => driver.logout()],
  ['login with half a UserSig', ({ driver, server }) => driver.login('alice', sign(server, {}).slice(0, 40))],
  [
    "login with somebody else's UserSig",
    ({ driver, server }) => driver.login('alice', sign(server, { userId: 'bob' })),
  ],
  [
    'login with an old UserSig',
    ({ driver, server }) => driver.login('alice', sign(server, { time: now() - 7200, expire: 3600 })),
  ],
  ['login as nobody', ({ driver, server }) => driver.login('a b', sign(server, {}))],
  ['login for some seconds', login('carol', SHORT)],
  ['UserSig ends while idle', (stage) => until(stage, 'the end of the UserSig', 'events')],
  ['login with a fresh UserSig', login('carol')],
  [
    'network lost',
    (stage) => {
      stage.wire.refuse();
      stage.wire.drop();
      return until(stage, 'the loss', 'network');
    },
  ],
  [
    'network back',
    (stage) => {
      stage.wire.accept();
      return until(stage, 'the network', 'network');
    },
  ],
  ['logout after that', ({ driver }) => driver.logout()],
  [
    'logout during a login',
    async (stage) => {
      const running = login('alice')(stage);
      const logout = stage.driver.logout();
      return `${await running} and ${await logout}`;
    },
  ],
  ['uninit', ({ driver }) => driver.uninit()],
  ['login after uninit', login('alice')],
];

/** Late events would show up here. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets a style live through the story. */
export async function live(style: Style, server: TimServer, wire: FaultProxy): Promise<Seeing[]> {
  const driver = style.first({ url: wire.url, sdkAppId: server.sdkAppId });
  const stage = { style, server, wire, driver };
  const all: Seeing[] = [];
  try {
    for (const [name, step] of steps) {
      const outcome = await inTime(name, step(stage), 20_000);
      await turns();
      const [status, user] = [await driver.status(), await driver.user()];
      all.push({ step: name, outcome, ...driver.seen.take(), status, user });
    }
  } finally {
    await driver.end();
  }
  return all;
}
