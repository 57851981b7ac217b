import { APP, loggedIn, record, sign, watch, webHarness, type WebHarness } from './harness.js';

describe('the TIM style of 2020', () => {
  let harness: WebHarness;
  let log: string[];

  beforeEach(() => {
    harness = webHarness();
    log = [];
  });

  test('the story of its documents: create, on, login, logout', async () => {
    const { tim: TIM, clock } = harness;
    const tim = TIM.create({ SDKAppID: APP });
    tim.setLogLevel(1);
    tim.on(TIM.EVENT.SDK_READY, ({ name }) => log.push(name));
    tim.on(TIM.EVENT.SDK_NOT_READY, ({ name }) => log.push(name));
    const login = tim.login({ userID: 'alice', userSig: sign(clock, 'alice') });
    await clock.settle();
    expect(await login).toEqual({ code: 0, data: { actionStatus: 'OK', errorCode: 0, errorInfo: '' } });
    const repeated = await tim.login({ userID: 'alice', userSig: sign(clock, 'alice') });
    expect(repeated.data.repeatLogin).toBe(true);
    const logout = tim.logout();
    await clock.settle();
    expect((await logout).data).toEqual({});
    expect(log).toEqual(['sdkStateReady', 'sdkStateNotReady']);
    void tim.destroy();
    await clock.settle();
  });

  test.each([
    ['multipleAccount', 'KICKED_OUT_MULT_ACCOUNT', 'mutipleAccount'],
    ['multipleDevice', 'KICKED_OUT_MULT_DEVICE', 'mutipleDevice'],
    ['userSigExpired', 'KICKED_OUT_USERSIG_EXPIRED', 'userSigExpired'],
    ['REST_API_Kick', 'KICKED_OUT_REST_API', 'REST_API_Kick'],
  ] as const)('KICKED_OUT %s has the type of its time', async (reason, name, type) => {
    const tim = await loggedIn(harness, log, harness.tim);
    harness.server.peer.say({ push: 'session.end', data: { reason, time: 1 } });
    await harness.clock.settle();
    expect(harness.tim.TYPES[name]).toBe(type);
    expect(log).toEqual([`kicked:${type}`, 'notReady']);
    void tim.destroy();
    await harness.clock.settle();
  });

  test('both styles live side by side with the same app', async () => {
    const chat = harness.web.create({ SDKAppID: APP });
    const tim = harness.tim.create({ SDKAppID: APP });
    expect(tim).not.toBe(chat);
    expect(harness.tim.create({ SDKAppID: APP })).toBe(tim);
    record(tim, harness.web, log);
    watch('chat', chat.destroy(), log);
    await harness.clock.settle();
    expect(log).toEqual(['chat:2024']);
    void tim.destroy();
    await harness.clock.settle();
  });
});
