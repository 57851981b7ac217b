import { ERRORS, CLOSE, LIMITS, type MessageEntry } from '@tim-node/protocol';
import { loginParams, message, refusal, messageOf } from '../../support/raw-client.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const { groupUnknown, invalidParameters, invalidUserId, messageParty } = ERRORS;
const IMPORT = 'im_open_login_svc/account_import';
const BAD_PARAMETER = 70_402;

/** Texts that one side could hold and the other could not. Every place where a text goes in. */
function texts(number: 16 | 17, bad: string): Row<ServerArena>[] {
  return [
    {
      case: number,
      what: 'in a login',
      run: async (arena) => {
        const refused = async (more: object): Promise<number> => {
          const client = await arena.connect();
          const params = { ...loginParams(arena.target.server, 'alice'), ...more };
          return (await refusal(client.request('session.login', params))).code;
        };
        for (const more of [
          { userId: bad },
          { instanceId: bad },
          { agent: bad },
          { previous: { sessionId: bad, token: 'x' } },
          { previous: { sessionId: 'x', token: bad } },
          { position: { epoch: bad, seq: 0 } },
        ]) {
          expect(await refused(more)).toBe(invalidParameters.code);
        }
        const client = await arena.connect();
        const resume = client.request('session.resume', { sessionId: bad, token: bad });
        expect(await refusal(resume)).toMatchObject({ code: invalidParameters.code });
      },
    },
    {
      case: number,
      what: 'in a message and in what fetches them',
      run: async (arena) => {
        const { client, session } = await arena.logIn('alice');
        const whole = message('alice', 'x');
        for (const params of [
          { ...whole, body: { elems: [{ type: 'text', text: bad }] } },
          { ...whole, body: { ...whole.body, cloudData: bad } },
          { ...whole, clientId: bad },
          { ...whole, target: { type: 'c2c', id: bad } },
        ]) {
          expect(await refusal(client.request('msg.send', params))).toMatchObject({ code: invalidParameters.code });
        }
        const pull = client.request('sync.pull', { epoch: bad, after: 0, limit: 1 });
        expect(await refusal(pull)).toMatchObject({ code: invalidParameters.code });
        expect(session.head).toBe((await client.ask('sync.pull', { epoch: session.epoch, after: 0, limit: 1 })).head);
      },
    },
    {
      case: number,
      what: 'in a REST call',
      run: async (arena) => {
        for (const body of [{ UserID: bad }, { UserID: 'bob', Nick: bad }, { UserID: 'bob', FaceUrl: bad }]) {
          expect(await arena.rest(IMPORT, body)).toMatchObject({ ErrorCode: BAD_PARAMETER });
        }
        const status = await arena.rest('openim/query_online_status', { To_Account: [bad] });
        expect(status).toMatchObject({ ActionStatus: 'FAIL' });
      },
    },
  ];
}

const unicode: Row<ServerArena>[] = [
  ...texts(16, 'a\u0000b'),
  ...texts(17, 'a\ud800b'),
  {
    case: 16,
    what: 'as a byte, which is no JSON',
    run: async (arena) => {
      const client = await arena.connect();
      client.raw('{"ping":1,"x":"\u0000"}');
      expect((await client.closed).code).toBe(CLOSE.badFrame.code);
    },
  },
  {
    case: 17,
    what: 'the second half of a pair alone; a whole pair arrives as it was sent',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      expect(await refusal(client.send('alice', 'a\udc00b'))).toMatchObject({ code: invalidParameters.code });
      const text = `${arena.body()} \u{1f600} e\u0301 \u202e \ufeff \ufffe \u{10ffff}`;
      await client.send('alice', text);
      expect(messageOf((await client.entryCount(1))[0]).body.elems).toEqual([{ type: 'text', text }]);
    },
  },
];

const names: Row<ServerArena>[] = [
  ...Object.entries({
    empty: '',
    '33 bytes': 'a'.repeat(33),
    '250 letters': 'a'.repeat(250),
    'a space': 'a b',
    'a space at the end': 'alice ',
    'a line break at the end': 'alice\n',
    'a tab': 'a\tb',
    'a dot': 'alice.smith',
    'a slash': '../alice',
    'an at sign': 'alice@example',
    'a quote': "alice'--",
    'a percent sign': 'alice%',
    'a letter with an accent': 'zo\u00eb',
    'the same in two characters': 'zoe\u0308',
    'an emoji': '\u{1f600}',
    'right to left': 'alice\u202e',
    'an invisible character': 'ali\u200bce',
    'full-width letters': '\uff41lice',
    'Cyrillic letters': '\u0430lice',
    'the sign for Kelvin': '\u212aelvin',
  }).map(([what, user]) => ({
    case: 19 as const,
    what,
    run: async (arena: ServerArena) => {
      const client = await arena.connect();
      const params = loginParams(arena.target.server, user, { instanceId: 'one' });
      expect(await refusal(client.ask('session.login', params))).toMatchObject({ code: invalidUserId.code });
      const answer = await arena.rest(IMPORT, { UserID: user });
      expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: BAD_PARAMETER });
      const { client: sender } = await arena.logIn('alice');
      const code = user === '' || user.length > 64 ? invalidParameters.code : messageParty.code;
      expect(await refusal(sender.send(user, 'x'))).toMatchObject({ code });
    },
  })),
  {
    case: 19,
    what: 'names that differ in capitals are different users',
    run: async (arena) => {
      const twins = await Promise.all(['twin', 'Twin', 'TWIN'].map((user) => arena.logIn(user)));
      const text = arena.body();
      await twins[0]?.client.send('Twin', text);
      const [entry] = (await twins[1]?.client.entryCount(1)) ?? [];
      expect(messageOf(entry).sender).toBe('twin');
      expect(twins[2]?.client.entries).toEqual([]);
      expect(twins.flatMap(({ client }) => client.pushes.filter(({ push }) => push === 'session.end'))).toEqual([]);
    },
  },
  {
    case: 19,
    what: 'the longest name there is',
    run: async (arena) => {
      const user = 'aA0_-'.repeat(7).slice(0, LIMITS.userIdBytes);
      const { client } = await arena.logIn(user);
      await client.send(user, arena.body());
    },
  },
];

const forged: Row<ServerArena>[] = [
  {
    case: 37,
    what: 'sender, places, times and platform of a message',
    run: async (arena) => {
      const { client } = await arena.logIn('alice', { platform: 'Mac' });
      const { client: bob } = await arena.logIn('bob');
      const text = arena.body();
      const now = await arena.target.ask('now');
      const claims = { sender: 'administrator', from: 'bob', From_Account: 'bob', seq: 999, time: 1, platform: 'Web' };
      const whole = message('bob', text, { clientTime: 5 });
      const sent = { ...whole, ...claims, app: 1, user: 'bob', convId: 'c2c:x:y', readers: ['administrator'] };
      const body = { elems: [{ type: 'text', text, ...claims }], ...claims };
      const result = (await client.request('msg.send', { ...sent, body })) as { seq: number; time: number };
      const [{ message: got }] = (await bob.entryCount(1)) as [MessageEntry];
      expect(got).toStrictEqual({
        ...{ target: { type: 'c2c', id: 'bob' }, seq: result.seq, sender: 'alice', clientId: whole.clientId },
        ...{ time: result.time, clientTime: 5, random: whole.random, platform: 'Mac' },
        body: { elems: [{ type: 'text', text }] },
      });
      expect(result.seq).toBeLessThan(999);
      expect(got.time).toBeGreaterThanOrEqual(now);
    },
  },
  {
    case: 37,
    what: 'a session, its user and its end',
    run: async (arena) => {
      const { target } = arena;
      const client = await arena.connect();
      const claims = { sessionId: 'mine', token: 'mine', expireAt: 9e12, seq: 1e12, admin: true, app: 1 };
      const userSig = target.sig('alice', { expire: 1000 });
      const params = { ...loginParams(target.server, 'alice', { userSig }), ...claims };
      const session = (await client.request('session.login', params)) as { sessionId: string; expireAt: number };
      expect(session.sessionId).not.toBe('mine');
      expect(session.expireAt).toBeLessThan(Math.floor(Date.now() / 1000) + 1001);
      const renewed = await client.request('session.renew', { userSig, userId: 'bob', expireAt: 9e12 });
      expect(renewed).toEqual({ expireAt: session.expireAt });
    },
  },
  {
    case: 37,
    what: 'groups cannot be written to as if they were users, nor users who do not exist',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const group = message('bob', 'x', { target: { type: 'group', id: 'bob' } });
      expect(await refusal(client.ask('msg.send', group))).toMatchObject({ code: groupUnknown.code });
      expect(await refusal(client.send('nobody-at-all', 'x'))).toMatchObject({ code: messageParty.code });
    },
  },
];

hostile(() => ServerArena.begin(), [...unicode, ...names, ...forged]);
