import { WebSocket } from 'undici';
import type { ChatFactory } from 'tim-node/web';
import { bundleForBrowsers, loadInBrowser } from '../../unit/web/browser.js';
import { World } from './world.js';

/** The bundle for browsers, over a WebSocket with the browsers' interface, against a real server. */
describe('Web style with the WebSocket of the platform', () => {
  let code: string;
  let world: World;
  let page: ChatFactory;

  beforeAll(async () => {
    ({ code } = await bundleForBrowsers());
  });

  beforeEach(async () => {
    world = await World.start();
    page = loadInBrowser(code, WebSocket);
  });

  afterEach(async () => {
    await world.end();
  });

  test('login, lost connection, kick, logout', async () => {
    const { diary, wire } = world;
    const chat = world.chat('page ', false, page);
    await world.login(chat, 'alice');
    wire.refuse();
    wire.drop();
    await diary.untilHas('page net:disconnected');
    wire.accept();
    await diary.untilHas('page net:connected');
    expect(chat.isReady()).toBe(true);
    await world.login(world.chat('node ', true), 'alice');
    await diary.untilHas('page notReady');
    await world.login(chat, 'bob');
    await chat.logout();
    expect(diary.of('page ')).toEqual(['ready', 'kicked:multipleAccount', 'notReady', 'ready', 'notReady']);
  });

  test('a server that cannot be reached, and a UserSig that is no good', async () => {
    const { diary, wire } = world;
    const chat = world.chat('', false, page);
    await diary.settle('bad', chat.login({ userID: 'alice', userSig: 'nonsense' }));
    wire.refuse();
    wire.drop();
    await diary.settle('away', chat.login({ userID: 'alice', userSig: world.server.genUserSig('alice') }));
    expect(diary.story).toEqual(['bad:70003', 'away:2800']);
  });
});
