import { genUserSig } from '@tim-node/protocol/usersig';
import { Engine } from '../../../lib/sdk/src/core/engine.js';
import { Conversations } from '../../../lib/sdk/src/feature/conversations.js';
import type { ManualClock } from '../../support/manual-clock.js';
import type { ScriptedServer } from '../../support/scripted-server.js';
import { testHost } from '../../support/test-host.js';

const APP = 1_400_000_001;

describe('the conversations of a user, when he logs in', () => {
  let clock: ManualClock;
  let server: ScriptedServer;
  let engine: Engine;
  let told: string[];

  beforeEach(() => {
    const made = testHost();
    ({ clock, server } = made);
    engine = new Engine(made.host);
    told = [];
    const conversations = new Conversations(engine);
    conversations.on('syncStarted', () => told.push('started'));
    conversations.on('syncFinished', () => told.push('finished'));
    conversations.whenReady(() => told.push('ready'));
  });

  afterEach(async () => {
    engine.uninit();
    await clock.settle();
  });

  async function logIn(head: number): Promise<string[]> {
    const serverTime = Math.floor(clock.now());
    const expireAt = Math.floor(serverTime / 1000) + 86_400;
    server.script = {
      'session.login': (peer, request) => {
        peer.answer(request, { sessionId: 's', token: 't', serverTime, expireAt, epoch: 'e', seq: head, head });
      },
    };
    engine.init(APP, {});
    const time = Math.floor(serverTime / 1000);
    const userSig = genUserSig({ sdkAppId: APP, secretKey: 'key', userId: 'alice', expire: 86_400, time });
    engine.login({ userId: 'alice', userSig }, () => undefined);
    await clock.settle();
    expect(engine.status).toBe(1);
    return server.peer.received.map((frame) => ('op' in frame ? frame.op : ''));
  }

  test('to whom nothing has ever happened: there is nothing to ask for', async () => {
    expect(await logIn(0)).toEqual(['session.login']);
    expect(told).toEqual(['ready', 'started', 'finished']);
  });

  test('to whom something has happened: they are asked for', async () => {
    expect(await logIn(7)).toEqual(['session.login', 'conv.list']);
    expect(told).toEqual(['ready', 'started']);
    server.peer.answer(server.peer.take('conv.list'), { conversations: [] });
    await clock.settle();
    expect(told).toEqual(['ready', 'started', 'finished']);
  });
});
