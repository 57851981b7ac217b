import { CLOSE, ERRORS } from '@tim-node/protocol';
import { genUserSig } from '@tim-node/protocol/usersig';
import { Engine } from '../../../lib/sdk/src/core/engine.js';
import type { ManualClock } from '../../support/manual-clock.js';
import type { ScriptedServer } from '../../support/scripted-server.js';
import { testHost } from '../../support/test-host.js';

const APP = 1_400_000_001;
const FIVE_MINUTES = 5 * 60_000;
const FOR_EVER = Number.MAX_SAFE_INTEGER;

describe('a server that asks for patience', () => {
  let clock: ManualClock;
  let server: ScriptedServer;
  let engine: Engine;

  beforeEach(async () => {
    const made = testHost();
    ({ clock, server } = made);
    engine = new Engine(made.host);
    server.script = {
      'session.login': (peer, request) => {
        const serverTime = Math.floor(clock.now());
        const expireAt = Math.floor(serverTime / 1000) + 86_400;
        peer.answer(request, { sessionId: 's', token: 't', serverTime, expireAt, epoch: 'e', seq: 0, head: 0 });
      },
      'session.resume': (peer, request) => {
        peer.refuse(request, ERRORS.tooManyFailures.code, { retryAfter: FOR_EVER });
      },
    };
    engine.init(APP, {});
    const time = Math.floor(clock.now() / 1000);
    const userSig = genUserSig({ sdkAppId: APP, secretKey: 'key', userId: 'alice', expire: 86_400, time });
    engine.login({ userId: 'alice', userSig }, () => undefined);
    await clock.settle();
    expect(engine.status).toBe(1);
  });

  afterEach(async () => {
    engine.uninit();
    await clock.settle();
  });

  test.each([
    ['ten seconds', 10_000, 10_000],
    ['for ever', FOR_EVER, FIVE_MINUTES],
  ])('before it goes away: %s', async (_name, after, waited) => {
    server.peer.say({ push: 'drain', data: { after } });
    server.peer.cut(CLOSE.goingAway.code);
    await clock.advance(waited - 1);
    expect(server.peers).toHaveLength(1);
    await clock.advance(1);
    expect(server.peers).toHaveLength(2);
  });

  test('in the answer to a resume: for ever', async () => {
    server.peer.cut();
    await clock.advance(20_000);
    const before = server.peers.length;
    expect(before).toBeGreaterThan(1);
    await clock.advance(FIVE_MINUTES);
    expect(server.peers.length).toBeGreaterThan(before);
  });
});
