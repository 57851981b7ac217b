import type { TimServer } from '@tim-node/server';
import { logIn, loginParams, RawClient, refusal } from '../../support/raw-client.js';
import { rest, servers, ServerClock, NO_HEARTBEAT } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();
const OK = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
const BAD_PARAMETER = { ActionStatus: 'FAIL', ErrorCode: 70402 };

async function exists(server: TimServer, ...users: string[]): Promise<string[]> {
  const answer = await rest(server, 'im_open_login_svc/account_check', {
    CheckItem: users.map((UserID) => ({ UserID })),
  });
  return (answer['ResultItem'] as { AccountStatus: string }[]).map(({ AccountStatus }) => AccountStatus);
}

const items = (count: number): { UserID: string }[] => Array.from({ length: count }, (_, at) => ({ UserID: `u${at}` }));

describe('account_import', () => {
  const run = (server: TimServer, body: unknown) => rest(server, 'im_open_login_svc/account_import', body);

  test('creates an account, and importing it again is no mistake', async () => {
    const server = await start();
    expect(await run(server, { UserID: 'alice', Nick: 'A', FaceUrl: 'https://a.example/a.png' })).toEqual(OK);
    expect(await run(server, { UserID: 'alice' })).toEqual(OK);
    expect(await run(server, { Identifier: 'by-its-old-name' })).toEqual(OK);
    expect(await exists(server, 'alice', 'by-its-old-name', 'bob')).toEqual(['Imported', 'Imported', 'NotImported']);
  });

  test.each([
    [{}, 70402],
    [{ UserID: 5 }, 70402],
    [{ UserID: '' }, 70402],
    [{ UserID: 'a b' }, 70402],
    [{ UserID: 'u'.repeat(33) }, 70402],
    [{ UserID: 'alice', Nick: 5 }, 70402],
    [{ UserID: 'alice', Nick: 'a\u0000' }, 70402],
    [{ UserID: 'alice', Nick: 'é'.repeat(251) }, 40601],
  ])('refuses %j', async (body, ErrorCode) => {
    const server = await start();
    expect(await run(server, body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode });
    expect(await exists(server, 'alice')).toEqual(['NotImported']);
  });
});

describe('multiaccount_import', () => {
  const run = (server: TimServer, body: unknown) => rest(server, 'im_open_login_svc/multiaccount_import', body);

  test('takes both forms, and names those that cannot be', async () => {
    const server = await start();
    expect(await run(server, { Accounts: ['a', 'b c', 'd'] })).toEqual({ ...OK, FailAccounts: ['b c'] });
    expect(await run(server, { AccountList: [{ UserID: 'e', Nick: 'E' }, { UserID: 'f' }] })).toEqual({
      ...OK,
      FailAccounts: [],
    });
    expect(await exists(server, 'a', 'd', 'e', 'f')).toEqual(['Imported', 'Imported', 'Imported', 'Imported']);
  });

  test('a hundred at a time, not one more', async () => {
    const server = await start();
    expect(await run(server, { AccountList: items(100) })).toMatchObject(OK);
    expect(await run(server, { AccountList: items(101) })).toMatchObject(BAD_PARAMETER);
    expect(await run(server, {})).toMatchObject(BAD_PARAMETER);
  });
});

describe('account_check', () => {
  test('tells of each account whether there is one', async () => {
    const server = await start();
    await rest(server, 'im_open_login_svc/account_import', { UserID: 'alice' });
    const CheckItem = [{ UserID: 'alice' }, { UserID: 'bob' }, { UserID: 'a b' }];
    expect(await rest(server, 'im_open_login_svc/account_check', { CheckItem })).toEqual({
      ...OK,
      ResultItem: [
        { UserID: 'alice', ResultCode: 0, ResultInfo: '', AccountStatus: 'Imported' },
        { UserID: 'bob', ResultCode: 0, ResultInfo: '', AccountStatus: 'NotImported' },
        { UserID: 'a b', ResultCode: 70402, ResultInfo: expect.any(String) as string, AccountStatus: 'NotImported' },
      ],
    });
  });

  test.each([{}, { CheckItem: {} }, { CheckItem: ['alice'] }, { CheckItem: items(101) }])(
    'refuses %#',
    async (body) => {
      const server = await start();
      expect(await rest(server, 'im_open_login_svc/account_check', body)).toMatchObject(BAD_PARAMETER);
    },
  );

  test('a first login registers the account', async () => {
    const server = await start();
    await (await logIn(server, 'alice')).client.close();
    expect(await exists(server, 'alice')).toEqual(['Imported']);
  });
});

describe('account_delete', () => {
  const run = (server: TimServer, ...users: string[]) =>
    rest(server, 'im_open_login_svc/account_delete', { DeleteItem: users.map((UserID) => ({ UserID })) });

  test('ends the sessions and makes the UserSigs useless, until the account is imported again', async () => {
    const server = await start();
    const userSig = server.genUserSig('alice');
    const { client } = await logIn(server, 'alice');
    expect(await run(server, 'alice', 'nobody', 'a b')).toEqual({
      ...OK,
      ResultItem: [
        { UserID: 'alice', ResultCode: 0, ResultInfo: '' },
        { UserID: 'nobody', ResultCode: 70107, ResultInfo: expect.any(String) as string },
        { UserID: 'a b', ResultCode: 70107, ResultInfo: expect.any(String) as string },
      ],
    });
    expect(await client.push('session.end')).toMatchObject({ reason: 'REST_API_Kick' });
    await client.closed;
    const again = await RawClient.open(server.url);
    const login = () => again.ask('session.login', loginParams(server, 'alice', { userSig }));
    expect(await refusal(login())).toMatchObject({ code: 70052 });
    expect(await exists(server, 'alice')).toEqual(['NotImported']);
    await rest(server, 'im_open_login_svc/account_import', { UserID: 'alice' });
    await login();
    await again.close();
  });

  test('of one app leaves the account of the same name in another alone', async () => {
    const server = await start({ apps: [{ sdkAppId: 5, secretKey: 'the-key-of-another-app' }] });
    const { genUserSig } = await import('@tim-node/protocol/usersig');
    const there = {
      sdkappid: '5',
      usersig: genUserSig({ sdkAppId: 5, secretKey: 'the-key-of-another-app', userId: 'administrator' }),
    };
    const { client } = await logIn(server, 'alice');
    const DeleteItem = [{ UserID: 'alice' }];
    expect(await rest(server, 'im_open_login_svc/account_delete', { DeleteItem }, there)).toMatchObject({
      ResultItem: [{ ResultCode: 70107 }],
    });
    expect(await rest(server, 'im_open_login_svc/kick', { UserID: 'alice' }, there)).toMatchObject({
      ErrorCode: 70107,
    });
    expect(await rest(server, 'openim/query_online_status', { To_Account: ['alice'] }, there)).toMatchObject({
      ErrorList: [{ ErrorCode: 70107 }],
    });
    await client.send('alice', 'still here');
    await client.close();
  });
});

describe('kick', () => {
  test.each(['UserID', 'Identifier'])('by %s ends all sessions', async (field) => {
    const server = await start();
    const [phone, web] = [
      await logIn(server, 'alice', { platform: 'iPhone', instanceId: 'p' }),
      await logIn(server, 'alice', { platform: 'Web', instanceId: 'w' }),
    ];
    expect(await rest(server, 'im_open_login_svc/kick', { [field]: 'alice' })).toEqual(OK);
    for (const { client } of [phone, web]) {
      expect(await client.push('session.end')).toMatchObject({ reason: 'REST_API_Kick' });
      expect((await client.closed).code).toBe(4010);
    }
  });

  test.each([
    [{ UserID: 'nobody' }, 70107],
    [{ UserID: 'a b' }, 70402],
    [{}, 70402],
  ])('%j', async (body, ErrorCode) => {
    const server = await start();
    expect(await rest(server, 'im_open_login_svc/kick', body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode });
  });
});

describe.each([
  ['query_online_status', 'Status'],
  ['querystate', 'State'],
])('%s', (name, field) => {
  const run = (server: TimServer, body: unknown) => rest(server, `openim/${name}`, body);

  test('tells who is online, on which platforms, and who could be reached', async () => {
    const clock = new ServerClock();
    const server = await start({ clock, limits: { ...NO_HEARTBEAT, lingerTime: 1000 } });
    const alice = [
      await logIn(server, 'alice', { platform: 'Windows', instanceId: 'w' }),
      await logIn(server, 'alice', { platform: 'iPhone', instanceId: 'p' }),
    ];
    await alice[1]?.client.close();
    await (await logIn(server, 'bob', { platform: 'Android' })).client.close();
    await (await logIn(server, 'carol', { platform: 'Web' })).client.close();
    const dave = await logIn(server, 'dave', { platform: 'iPad' });
    await dave.client.ask('session.logout', {});
    await dave.client.close();
    await waitFor('the goodbyes', () => server.inspect().connections === 1);
    const To_Account = ['alice', 'bob', 'carol', 'dave', 'nobody'];
    expect(await run(server, { To_Account, IsNeedDetail: 1 })).toEqual({
      ...OK,
      QueryResult: [
        {
          To_Account: 'alice',
          [field]: 'Online',
          Detail: [
            { Platform: 'PC', Status: 'Online' },
            { Platform: 'iPhone', Status: 'PushOnline' },
          ],
        },
        { To_Account: 'bob', [field]: 'PushOnline', Detail: [{ Platform: 'Android', Status: 'PushOnline' }] },
        { To_Account: 'carol', [field]: 'Offline' },
        { To_Account: 'dave', [field]: 'Offline' },
      ],
      ErrorList: [{ To_Account: 'nobody', ErrorCode: 70107 }],
    });
    expect(await run(server, { To_Account: ['alice'] })).toEqual({
      ...OK,
      QueryResult: [{ To_Account: 'alice', [field]: 'Online' }],
    });
    await clock.freeze(7 * 24 * 3_600_000);
    expect(await run(server, { To_Account: ['bob'] })).toEqual({
      ...OK,
      QueryResult: [{ To_Account: 'bob', [field]: 'Offline' }],
    });
    await alice[0]?.client.cut();
  });

  test('a connection that was lost a moment ago still counts', async () => {
    const server = await start();
    const { client } = await logIn(server, 'alice');
    await client.cut();
    await waitFor('the cut to be noticed', () => server.inspect().lingering === 1);
    expect(await run(server, { To_Account: ['alice'] })).toMatchObject({ QueryResult: [{ [field]: 'Online' }] });
  });

  test.each([
    [{}, 90003],
    [{ To_Account: 'alice' }, 90003],
    [{ To_Account: [5] }, 90003],
    [{ To_Account: Array.from({ length: 501 }, () => 'a') }, 90011],
  ])('refuses %#', async (body, ErrorCode) => {
    const server = await start();
    expect(await run(server, body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode });
  });
});

describe('tim_node_config', () => {
  const all = { Android: 1, iPhone: 1, iPad: 1, Windows: 1, Mac: 1, Linux: 1, Web: 1 };

  test('tells and changes the login policy of the app', async () => {
    const server = await start();
    expect(await rest(server, 'tim_node_config/get', {})).toEqual({
      ...OK,
      Policy: 'multi',
      Instances: all,
      KickedOfflineNotice: true,
      RevokeSeconds: 120,
    });
    const changes = { Policy: 'single', Instances: { Web: 3 }, KickedOfflineNotice: false, RevokeSeconds: 60 };
    const changed = { ...OK, ...changes, Instances: { ...all, Web: 3 } };
    expect(await rest(server, 'tim_node_config/set', changes)).toEqual(changed);
    expect(await rest(server, 'tim_node_config/get', {})).toEqual(changed);
    expect(server.settings.get()).toMatchObject({
      policy: 'single',
      instances: { Web: 3 },
      kickedOfflineNotice: false,
      revokeSeconds: 60,
    });
  });

  test.each([
    { Policy: 'four' },
    { Instances: { Web: 11 } },
    { Instances: { Android: 4 } },
    { Instances: { Web: 0 } },
    { KickedOfflineNotice: 1 },
    { RevokeSeconds: -1 },
    { RevokeSeconds: 1e12 },
  ])('refuses %j and changes nothing', async (body) => {
    const server = await start();
    expect(await rest(server, 'tim_node_config/set', { Policy: 'two', ...body })).toMatchObject(BAD_PARAMETER);
    expect(server.settings.get().policy).toBe('multi');
  });
});
