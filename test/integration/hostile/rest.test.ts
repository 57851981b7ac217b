import { ERRORS } from '@tim-node/protocol';
import { ServerArena, type Target } from './server-arena.js';
import { hostile, type Row } from './suite.js';
import { document, pack } from './sigs.js';

const KICK = 'im_open_login_svc/kick';
const { sigExpired, sigMalformed, sigOtherApp, sigOtherUser, sigRevoked, sigWrongKey } = ERRORS;
const REST = { badIdentifier: 60_004, badUserSig: 60_005, badAppId: 60_006, badForm: 60_008 } as const;
const NOT_ADMINISTRATOR = 60_010;
const NO_APP_ID = 60_012;
const NO_SUCH_COMMAND = 60_009;

/** The answer to a call of any form. */
async function call(
  target: Target,
  parameters: string,
  init: RequestInit = {},
): Promise<{ status: number; code: unknown }> {
  const answer = await fetch(`${target.httpUrl}/v4/${KICK}?${parameters}`, {
    method: 'POST',
    body: JSON.stringify({ UserID: 'victim' }),
    ...init,
  });
  const { ActionStatus, ErrorCode } = (await answer.json()) as Record<string, unknown>;
  expect(ActionStatus).toBe('FAIL');
  return { status: answer.status, code: ErrorCode };
}

type Query = Record<string, string>;

/** The parameters of a good call, some of them changed. */
function parameters(target: Target, changes: Query = {}): string {
  const good: Query = {
    sdkappid: String(target.sdkAppId),
    identifier: 'administrator',
    usersig: target.sig('administrator'),
    random: '4294967295',
    contenttype: 'json',
  };
  return new URLSearchParams({ ...good, ...changes }).toString();
}

const yesterday = Math.floor(Date.now() / 1000) - 86_400;

const queries: [string, number, (target: Target) => Query][] = [
  ['the good UserSig of a user who is no administrator', NOT_ADMINISTRATOR, (target) => user(target, 'mallory')],
  ['a user who is called like an administrator', NOT_ADMINISTRATOR, (target) => user(target, 'Administrator')],
  ['the UserSig of somebody else', sigOtherUser.code, (target) => ({ usersig: target.sig('mallory') })],
  ['the name of somebody else', sigOtherUser.code, () => ({ identifier: 'mallory' })],
  [
    'a UserSig of another app',
    sigOtherApp.code,
    (target) => ({ usersig: target.sig('administrator', { sdkAppId: 1 }) }),
  ],
  [
    'a UserSig of another key',
    sigWrongKey.code,
    (target) => ({ usersig: target.sig('administrator', { secretKey: 'another-secret-key' }) }),
  ],
  [
    'a UserSig that has ended',
    sigExpired.code,
    (target) => ({ usersig: target.sig('administrator', { time: yesterday, expire: 1 }) }),
  ],
  ['a UserSig that never was', sigMalformed.code, () => ({ usersig: 'nonsense' })],
  ['no UserSig', REST.badUserSig, () => ({ usersig: '' })],
  ['no identifier', REST.badIdentifier, () => ({ identifier: '' })],
  ['an identifier that cannot be', REST.badIdentifier, () => ({ identifier: 'administrator\u0000' })],
  ['no app', NO_APP_ID, () => ({ sdkappid: '' })],
  ['an unknown app', REST.badAppId, () => ({ sdkappid: '1' })],
  ['an app in another spelling', REST.badAppId, (target) => ({ sdkappid: `${String(target.sdkAppId)}.0` })],
  ['an app with a space', REST.badAppId, (target) => ({ sdkappid: ` ${String(target.sdkAppId)}` })],
  ['an app beyond all numbers', REST.badAppId, () => ({ sdkappid: '9'.repeat(400) })],
];

function user(target: Target, identifier: string): Query {
  return { identifier, usersig: target.sig(identifier) };
}

const forms: [string, { status: number; code: number }, (target: Target) => { query: string; init?: RequestInit }][] = [
  [
    'parameters that come twice',
    { status: 200, code: REST.badAppId },
    (target) => ({
      query: `${parameters(target)}&sdkappid=1`,
    }),
  ],
  ['two UserSigs', { status: 200, code: REST.badUserSig }, (target) => ({ query: `${parameters(target)}&usersig=x` })],
  [
    'two identifiers',
    { status: 200, code: REST.badIdentifier },
    (target) => ({
      query: `${parameters(target)}&identifier=mallory`,
    }),
  ],
  [
    'a UserSig in the body',
    { status: 200, code: REST.badUserSig },
    (target) => ({
      query: parameters(target, { usersig: '' }),
      init: { body: JSON.stringify({ UserID: 'victim', usersig: target.sig('administrator') }) },
    }),
  ],
  [
    'a UserSig in a header',
    { status: 200, code: REST.badUserSig },
    (target) => ({
      query: parameters(target, { usersig: '' }),
      init: { headers: { usersig: target.sig('administrator'), authorization: target.sig('administrator') } },
    }),
  ],
  [
    'GET',
    { status: 200, code: REST.badForm },
    (target) => ({
      query: parameters(target),
      init: { method: 'GET', body: null },
    }),
  ],
  ['PUT', { status: 200, code: REST.badForm }, (target) => ({ query: parameters(target), init: { method: 'PUT' } })],
];

/** Somebody for whom the call would be the end; and who must not notice anything. */
async function withVictim(arena: ServerArena, attack: () => Promise<void>): Promise<void> {
  const { client } = await arena.logIn('victim');
  await attack();
  await client.send('victim', arena.body());
  expect(client.pushes.filter(({ push }) => push === 'session.end')).toEqual([]);
}

const rows: Row<ServerArena>[] = [
  ...queries.map(([what, code, changes]) => ({
    case: 42 as const,
    what,
    run: (arena: ServerArena) =>
      withVictim(arena, async () => {
        const { target } = arena;
        expect(await call(target, parameters(target, changes(target)))).toEqual({ status: 200, code });
      }),
  })),
  ...forms.map(([what, expected, make]) => ({
    case: 42 as const,
    what,
    run: (arena: ServerArena) =>
      withVictim(arena, async () => {
        const { query, init } = make(arena.target);
        expect(await call(arena.target, query, init)).toEqual(expected);
      }),
  })),
  {
    case: 42,
    what: 'a missing, wrong or repeated random, and another contenttype, are noise as they are for real clients',
    run: async (arena) => {
      const { target } = arena;
      for (const changes of [
        { random: '' },
        { random: 'x' },
        { random: '7' },
        { random: '7' },
        { contenttype: 'xml' },
      ]) {
        await arena.logIn('victim', { userSig: target.sig('victim', { time: (await target.ask('now')) + 10 }) });
        const url = `${target.httpUrl}/v4/im_open_login_svc/account_check?${parameters(target, changes)}`;
        const answer = await fetch(url, { method: 'POST', body: '{"CheckItem":[{"UserID":"victim"}]}' });
        expect(await answer.json()).toMatchObject({ ErrorCode: 0, ResultItem: [{ AccountStatus: 'Imported' }] });
      }
    },
  },
  {
    case: 42,
    what: 'an administrator of one app on another app of the same server',
    run: async (arena) => {
      const other = { sdkAppId: 5, secretKey: arena.target.secret('the-key-of-the-second-app') };
      const target = await arena.another({ apps: [other] });
      const there = { sdkappid: '5' };
      expect(await call(target, parameters(target, there))).toEqual({ status: 200, code: sigOtherApp.code });
      const usersig = target.sig('administrator', { sdkAppId: 5 });
      expect(await call(target, parameters(target, { ...there, usersig }))).toEqual({
        status: 200,
        code: sigWrongKey.code,
      });
      await arena.logIn('victim', {}, target);
      const ours = target.sig('administrator', other);
      const check = await arena.rest(
        'im_open_login_svc/account_check',
        { CheckItem: [{ UserID: 'victim' }] },
        { ...there, usersig: ours },
        target,
      );
      expect(check).toMatchObject({ ResultItem: [{ AccountStatus: 'NotImported' }] });
    },
  },
  {
    case: 42,
    what: 'an administrator who was kicked needs a fresh UserSig',
    run: async (arena) => {
      const target = await arena.another({});
      const usersig = target.sig('administrator');
      await arena.logIn('administrator', {}, target);
      await target.ask('kick', 'administrator');
      expect(await call(target, parameters(target, { usersig }))).toEqual({ status: 200, code: sigRevoked.code });
    },
  },
  {
    case: 42,
    what: 'who is an administrator, and who exists, cannot be guessed without a key',
    run: async (arena) => {
      const { target } = arena;
      const userSig = (name: string): string =>
        target.secret(
          pack(document('another-secret-key', { user: name, app: target.sdkAppId, time: yesterday, expire: 1e6 })),
        );
      const answers = [];
      for (const identifier of ['administrator', 'victim', 'nobody']) {
        answers.push(await call(target, parameters(target, { identifier, usersig: userSig(identifier) })));
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    },
  },
  {
    case: 42,
    what: 'commands that are none',
    run: async (arena) => {
      for (const command of [
        '__proto__/kick',
        'im_open_login_svc/KICK',
        'im_open_login_svc/..%2Fkick',
        'x/y',
        '%00/%00',
      ]) {
        expect(await arena.rest(command, {})).toMatchObject({ ErrorCode: NO_SUCH_COMMAND });
      }
    },
  },
];

hostile(() => ServerArena.begin(), rows);
