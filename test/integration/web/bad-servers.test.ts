import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { tencentCloudChatOn } from '../../../lib/sdk/src/facade/web/namespace.js';
import type { Clock } from '../../../lib/sdk/src/host/clock.js';
import { webHost } from '../../../lib/sdk/src/host/web.js';
import { Diary, within } from './diary.js';

/** Real sockets, but a clock on which half a minute passes in a second. */
const SPEED = 30;
const quickClock: Clock = {
  now: () => Date.now() * SPEED,
  monotonic: () => performance.now() * SPEED,
  setTimeout: (run, milliseconds) => webHost.clock.setTimeout(run, milliseconds / SPEED),
  clearTimeout: (timer) => webHost.clock.clearTimeout(timer),
  defer: (run) => webHost.clock.defer(run),
};

const HELLO = { push: 'hello', data: { version: 1, time: 1, heartbeat: 25_000, loginTimeout: 10_000 } };

/** Servers that do all that a server should not do. */
const servers: Record<string, () => Server> = {
  'accepts and says nothing': () => tcp(() => undefined),
  'closes at once': () => tcp((socket) => socket.destroy()),
  'answers with nonsense': () => tcp((socket) => socket.end('nonsense\r\n\r\n')),
  'is a web server': () => createHttpServer((_request, response) => response.end('hello')),
  'upgrades and stays silent': () => webSocket(() => undefined),
  'upgrades and closes at once': () => webSocket((socket) => socket.close()),
  'greets and stays silent': () => webSocket((socket) => socket.send(JSON.stringify(HELLO))),
  'greets and closes a little later': () =>
    webSocket((socket) => {
      socket.send(JSON.stringify(HELLO));
      socket.once('message', () => socket.close());
    }),
  'greets in another version': () =>
    webSocket((socket) => socket.send(JSON.stringify({ ...HELLO, data: { ...HELLO.data, version: 99 } }))),
  'sends binary': () => webSocket((socket) => socket.send(Buffer.from([1, 2, 3]))),
  'sends what is no frame': () => webSocket((socket) => socket.send('{"a":1}')),
};

function tcp(onConnection: (socket: Socket) => void): Server {
  return createServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
}

function webSocket(onConnection: (socket: WebSocket) => void): Server {
  const http = createHttpServer();
  new WebSocketServer({ server: http }).on('connection', (socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  return http;
}

describe('a Web login always settles', () => {
  let close: () => Promise<void> = async () => undefined;

  afterEach(() => close());

  /** Listens on a free port and remembers how to end it all. */
  async function listen(server: Server): Promise<string> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    close = async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    };
    return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function failedLogin(serverURL: string): Promise<Diary> {
    const web = tencentCloudChatOn({ ...webHost, clock: quickClock });
    const diary = new Diary();
    const chat = web.create({ SDKAppID: 1_400_000_001, serverURL });
    diary.follow(chat);
    await within(diary.settle('login', chat.login({ userID: 'alice', userSig: 'x' })), 'login');
    await within(diary.settle('destroy', chat.destroy()), 'destroy');
    return diary;
  }

  test.each(Object.entries(servers))('when the server %s', async (_name, make) => {
    const { story } = await failedLogin(await listen(make()));
    expect(story).toEqual([expect.stringMatching(/^login:280[01]$/), 'destroyed', 'destroy:2024']);
  });

  test('when nobody listens', async () => {
    const url = await listen(createServer());
    await close();
    close = async () => undefined;
    expect((await failedLogin(url)).story).toEqual(['login:2800', 'destroyed', 'destroy:2024']);
  });

  test('when the name of the server does not exist', async () => {
    const { story } = await failedLogin('ws://no-such-host.invalid');
    expect(story).toEqual([expect.stringMatching(/^login:280[01]$/), 'destroyed', 'destroy:2024']);
  });
});
