import { genUserSig } from '@tim-node/protocol/usersig';
import type { RequestFrame, TIMError } from '@tim-node/protocol';
import { Engine } from '../../../lib/sdk/src/core/engine.js';
import type { ManualClock } from '../../support/manual-clock.js';
import type { Peer, ScriptedServer } from '../../support/scripted-server.js';
import { testHost } from '../../support/test-host.js';

const APP = 1_400_000_001;

describe('session', () => {
  let clock: ManualClock;
  let server: ScriptedServer;
  let engine: Engine;
  let log: string[];

  const sig = (userId: string, expire = 86_400): string =>
    genUserSig({ sdkAppId: APP, secretKey: 'key', userId, expire, time: Math.floor(clock.now() / 1000) });
  const outcome =
    (name: string) =>
    (error?: TIMError): void => {
      log.push(`${name}:${String(error?.code ?? 0)}`);
    };
  const loginResult = (expireIn = 86_400, seq = 0, head = seq): object => ({
    sessionId: 's1',
    token: 't1',
    serverTime: Math.floor(clock.now()),
    expireAt: Math.floor(clock.now() / 1000) + expireIn,
    epoch: 'e1',
    seq,
    head,
  });
  const answering =
    (result: () => object) =>
    (peer: Peer, request: RequestFrame): void => {
      peer.answer(request, result());
    };

  beforeEach(() => {
    const made = testHost();
    clock = made.clock;
    server = made.server;
    engine = new Engine(made.host);
    log = [];
    engine.on('kicked', ({ reason }) => log.push(`kicked:${reason}`));
    engine.on('userSigExpired', () => log.push('expired'));
    server.script = {
      'session.login': answering(() => loginResult()),
      'session.logout': answering(() => ({})),
      'sync.ack': answering(() => ({})),
    };
    engine.init(APP, {});
  });

  afterEach(async () => {
    engine.uninit();
    await clock.settle();
    expect(clock.timerCount).toBe(0);
  });

  async function loginAlice(): Promise<void> {
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('alice'));
    await clock.settle();
    expect(engine.status).toBe(1);
    log.length = 0;
  }

  test('logs in and out', async () => {
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    expect(engine.status).toBe(2);
    expect(log).toEqual([]);
    await clock.settle();
    expect(log).toEqual(['login:0']);
    expect([engine.status, engine.userId]).toEqual([1, 'alice']);
    engine.logout(outcome('logout'));
    expect([engine.status, engine.userId]).toEqual([4, '']);
    await clock.settle();
    expect(log).toEqual(['login:0', 'logout:0']);
    expect(engine.status).toBe(3);
  });

  test('an invalid UserID is refused without traffic', async () => {
    await clock.settle();
    for (const userId of ['', 'x'.repeat(33), 'é', 'a b', '名']) {
      engine.login({ userId, userSig: 'x' }, outcome('login'));
    }
    await clock.settle();
    expect(log).toEqual(Array(5).fill('login:7003'));
    expect(server.peer.received).toEqual([]);
  });

  test('a second login of the same user while logging in', async () => {
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('first'));
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('second'));
    await clock.settle();
    expect(log).toEqual(['second:7501', 'first:0']);
  });

  test('another user overtakes a running login, and the server forgets the first', async () => {
    delete server.script['session.login'];
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('alice'));
    await clock.settle();
    const first = server.peer.take('session.login');
    engine.login({ userId: 'bob', userSig: sig('bob') }, outcome('bob'));
    await clock.settle();
    expect(log).toEqual(['alice:6023']);
    server.peer.answer(first, loginResult());
    await clock.settle();
    const second = server.peer.take('session.login');
    expect(second.params).toMatchObject({ userId: 'bob' });
    const ops = server.peer.received.map((frame) => ('op' in frame ? frame.op : ''));
    expect(ops).toEqual(['session.login', 'session.logout', 'session.login']);
    server.peer.answer(second, loginResult());
    await clock.settle();
    expect(log).toEqual(['alice:6023', 'bob:0']);
    expect(engine.userId).toBe('bob');
  });

  test('logout while logging in', async () => {
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    engine.logout(outcome('logout'));
    await clock.settle();
    expect(log).toEqual(['login:6023', 'logout:0']);
    expect(engine.status).toBe(3);
  });

  test('logins during a logout wait for its end: one of the same user already waits, another user overtakes', async () => {
    await loginAlice();
    engine.logout(outcome('logout'));
    engine.login({ userId: 'bob', userSig: sig('bob') }, outcome('bob'));
    engine.login({ userId: 'bob', userSig: sig('bob') }, outcome('bob again'));
    engine.login({ userId: 'carol', userSig: sig('carol') }, outcome('carol'));
    await clock.settle();
    expect(log).toEqual(['bob again:7501', 'bob:6023', 'logout:0', 'carol:0']);
    expect(engine.userId).toBe('carol');
  });

  test('login while logged in: same user at once, with the newer UserSig', async () => {
    await loginAlice();
    server.script['session.renew'] = answering(() => ({ expireAt: Math.floor(clock.now() / 1000) + 999_999 }));
    engine.login({ userId: 'alice', userSig: sig('alice', 999_999) }, outcome('again'));
    await clock.settle();
    expect(log).toEqual(['again:0']);
    await clock.advance(200_000_000);
    expect(engine.userId).toBe('alice');
    expect(log).toEqual(['again:0']);
  });

  test('login while logged in: another user switches the account', async () => {
    await loginAlice();
    engine.call('sync.ack', { seq: 1 }, (result) => log.push(`call:${'error' in result ? result.error.code : 0}`));
    delete server.script['sync.ack'];
    engine.login({ userId: 'bob', userSig: sig('bob') }, outcome('bob'));
    expect(engine.status).toBe(2);
    await clock.settle();
    expect(log.at(-1)).toBe('bob:0');
    const ops = server.peer.received.map((frame) => ('op' in frame ? frame.op : ''));
    expect(ops).toEqual(['session.login', 'sync.ack', 'session.logout', 'session.login']);
  });

  test('an expired UserSig is refused without a request', async () => {
    const old = sig('alice', 100);
    await clock.advance(101_000);
    engine.login({ userId: 'alice', userSig: old }, outcome('login'));
    await clock.settle();
    expect(log).toEqual(['login:6206']);
    expect(server.peer.received.filter((frame) => 'op' in frame)).toEqual([]);
  });

  test.each([70001, 70003, 70009, 70013, 70014, 70020, 70050, 70052, 6208])(
    'the server refuses with %d',
    async (code) => {
      server.script['session.login'] = (peer, request) => peer.refuse(request, code);
      engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
      await clock.settle();
      expect(log).toEqual([`login:${String(code)}`]);
      expect(engine.status).toBe(3);
    },
  );

  test('an unreachable server fails the login with a network code', async () => {
    server.down = true;
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    await clock.advance(30_000);
    expect(log).toEqual(['login:9508']);
  });

  test('a silent server fails the login with a timeout', async () => {
    server.silent = true;
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    await clock.advance(40_000);
    expect(log).toEqual(['login:9510']);
  });

  test('a connection on which a login was not answered in time is given up: it may be logged in', async () => {
    server.script = {};
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    await clock.advance(30_000);
    expect(log).toEqual(['login:9520']);
    const slow = server.peer;
    expect(slow.closed).toBeDefined();
    await clock.advance(1000);
    expect(server.peer).not.toBe(slow);
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('again'));
    await clock.settle();
    server.peer.answer(server.peer.take('session.login'), loginResult());
    await clock.settle();
    expect(log).toEqual(['login:9520', 'again:0']);
  });

  test('a server that never answers the login fails it at its deadline', async () => {
    delete server.script['session.login'];
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    await clock.advance(31_000);
    expect(log).toEqual(['login:9520']);
  });

  test('kicked: once, logged out, and no reconnect ever', async () => {
    await loginAlice();
    const end = { reason: 'multipleAccount', byPlatform: 'Linux', time: 1 } as const;
    server.peer.say({ push: 'session.end', data: end }, { push: 'session.end', data: end });
    server.peer.cut(4010, 'kicked');
    await clock.settle();
    expect(log).toEqual(['kicked:multipleAccount']);
    expect(engine.status).toBe(3);
    const connections = server.peers.length;
    await clock.advance(3_600_000);
    expect(server.peers).toHaveLength(connections);
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('again'));
    await clock.settle();
    expect(log).toEqual(['kicked:multipleAccount', 'again:0']);
  });

  test('a kick in the same message as the login answer is not missed', async () => {
    server.script['session.login'] = (peer, request) =>
      peer.say(
        { id: request.id, result: loginResult() },
        { push: 'session.end', data: { reason: 'REST_API_Kick', time: 1 } },
      );
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    await clock.settle();
    expect(log).toEqual(['login:0', 'kicked:REST_API_Kick']);
    expect(engine.status).toBe(3);
  });

  test('calls of a session that ends are settled with 6014', async () => {
    await loginAlice();
    delete server.script['sync.ack'];
    engine.call('sync.ack', { seq: 1 }, (result) => log.push(`call:${'error' in result ? result.error.code : 0}`));
    await clock.settle();
    server.peer.say({ push: 'session.end', data: { reason: 'multipleDevice', time: 1 } });
    await clock.settle();
    expect(log).toEqual(['call:6014', 'kicked:multipleDevice']);
  });

  test('uninit settles what waits with 7009', async () => {
    await loginAlice();
    delete server.script['sync.ack'];
    engine.call('sync.ack', { seq: 1 }, (result) => log.push(`call:${'error' in result ? result.error.code : 0}`));
    engine.uninit();
    expect(log).toEqual([]);
    await clock.settle();
    expect(log).toEqual(['call:7009']);
    engine.init(APP, {});
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('login'));
    engine.uninit();
    await clock.settle();
    expect(log).toEqual(['call:7009', 'login:7009']);
  });

  test('after a lost connection the session is resumed without the app', async () => {
    await loginAlice();
    const resumed: object[] = [];
    server.script['session.resume'] = (peer, request) => {
      resumed.push(request.params as object);
      peer.answer(request, {
        serverTime: Math.floor(clock.now()),
        expireAt: 2_000_000_000,
        epoch: 'e1',
        seq: 0,
        head: 0,
      });
    };
    engine.call('sync.ack', { seq: 1 }, (result) => log.push(`call:${'error' in result ? result.error.code : 0}`));
    server.peer.cut();
    expect([engine.status, engine.userId]).toEqual([1, 'alice']);
    await clock.advance(1000);
    expect(resumed).toMatchObject([{ sessionId: 's1', token: 't1', position: { epoch: 'e1', seq: 0 } }]);
    expect(log).toEqual(['call:0']);
    expect(engine.status).toBe(1);
  });

  test('a session that the server has lost is begun anew with the kept UserSig', async () => {
    await loginAlice();
    server.script['session.resume'] = (peer, request) => peer.refuse(request, 6020);
    const logins: unknown[] = [];
    server.script['session.login'] = (peer, request) => {
      logins.push(request.params);
      peer.answer(request, { ...loginResult(), sessionId: 's2', token: 't2' });
    };
    server.peer.cut();
    await clock.advance(1000);
    expect(logins).toMatchObject([{ userId: 'alice', previous: { sessionId: 's1', token: 't1' } }]);
    expect(engine.status).toBe(1);
    expect(log).toEqual([]);
  });

  test('a way that was too slow to take the session up in time is tried again', async () => {
    await loginAlice();
    let asked = 0;
    server.script['session.resume'] = (peer, request) => {
      asked += 1;
      if (asked === 1) peer.cut(4001, 'nobody logged in in time');
      else peer.answer(request, { ...loginResult(), epoch: 'e1', seq: 0, head: 0 });
    };
    engine.call('sync.ack', { seq: 1 }, (result) => log.push(`call:${'error' in result ? result.error.code : 0}`));
    server.peer.cut();
    await clock.advance(10_000);
    expect(asked).toBe(2);
    expect(log).toEqual(['call:0']);
    expect(engine.status).toBe(1);
  });

  test('after three failed resumes a fresh login follows', async () => {
    await loginAlice();
    const asked: string[] = [];
    server.script['session.resume'] = (peer) => {
      asked.push('resume');
      peer.cut();
    };
    server.script['session.login'] = (peer, request) => {
      asked.push('login');
      peer.answer(request, loginResult());
    };
    server.peer.cut();
    await clock.advance(60_000);
    expect(asked).toEqual(['resume', 'resume', 'resume', 'login']);
    expect(engine.status).toBe(1);
  });

  test('kicked while the connection was lost', async () => {
    await loginAlice();
    server.script['session.resume'] = (peer, request) => peer.refuse(request, 6208, { reason: 'multipleDevice' });
    server.peer.cut();
    await clock.advance(1000);
    expect(log).toEqual(['kicked:multipleDevice']);
    expect(engine.status).toBe(3);
  });

  test('the server ends the session when the UserSig ends', async () => {
    await loginAlice();
    server.peer.say({ push: 'session.end', data: { reason: 'userSigExpired', time: 1 } });
    await clock.settle();
    expect(log).toEqual(['expired']);
    engine.login({ userId: 'alice', userSig: sig('alice') }, outcome('fresh'));
    await clock.settle();
    expect(log).toEqual(['expired', 'fresh:0']);
  });

  test('without a connection the client notices the end of the UserSig itself, once', async () => {
    server.script['session.login'] = answering(() => loginResult(100));
    await loginAlice();
    server.down = true;
    server.peer.cut();
    await clock.advance(99_000);
    expect(log).toEqual([]);
    await clock.advance(2000);
    expect(log).toEqual(['expired']);
    await clock.advance(200_000);
    expect(log).toEqual(['expired']);
    expect(engine.status).toBe(3);
  });

  test('a UserSig that ends on the way: the login is told first, then its end', async () => {
    delete server.script['session.login'];
    engine.login({ userId: 'alice', userSig: sig('alice', 5) }, outcome('login'));
    await clock.settle();
    const request = server.peer.take('session.login');
    await clock.advance(10_000);
    server.peer.answer(request, loginResult(-5));
    await clock.settle();
    expect(log).toEqual(['login:0', 'expired']);
    expect(engine.status).toBe(3);
  });

  test('a UserSig of a year does not end early', async () => {
    server.script['session.login'] = answering(() => loginResult(365 * 86_400));
    server.script['session.resume'] = answering(() => ({
      serverTime: Math.floor(clock.now()),
      expireAt: Math.floor(clock.now() / 1000) + 300 * 86_400,
      epoch: 'e1',
      seq: 0,
      head: 0,
    }));
    await loginAlice();
    clock.jumpWall(30 * 86_400_000);
    await clock.advance(120_000);
    expect(log).toEqual([]);
    expect(engine.status).toBe(1);
  });

  test('a wall clock set forward by a day ends nothing while the server says otherwise', async () => {
    server.script['session.login'] = answering(() => loginResult(7200));
    await loginAlice();
    const serverStart = clock.now() - clock.monotonic();
    clock.jumpWall(86_400_000);
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(1000);
      server.peer.say({ ping: second, time: Math.floor(serverStart + clock.monotonic()) });
    }
    expect(log).toEqual([]);
    expect(engine.status).toBe(1);
  });

  test('entries come in order and once, whatever the pushes look like', async () => {
    const seen: number[] = [];
    engine.on('entries', (entries) => seen.push(...entries.map((entry) => entry.seq)));
    await loginAlice();
    const entry = (seq: number): object => ({
      kind: 'message',
      seq,
      message: {
        target: { type: 'c2c', id: 'alice' },
        seq,
        sender: 'bob',
        clientId: `c${String(seq)}`,
        time: 1,
        clientTime: 1,
        random: 1,
        platform: 'Linux',
        body: { elems: [{ type: 'text', text: 'hi' }] },
      },
    });
    const push = (...seqs: number[]): void => {
      server.peer.say({ push: 'log', data: { entries: seqs.map(entry) } });
    };
    push(1);
    push(1, 2);
    push(5);
    await clock.settle();
    expect(seen).toEqual([1, 2]);
    push(6);
    const pull = server.peer.take('sync.pull');
    expect(pull.params).toMatchObject({ after: 2 });
    server.peer.answer(pull, { epoch: 'e1', entries: [3, 4].map(entry), head: 6, reset: false });
    await clock.settle();
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
