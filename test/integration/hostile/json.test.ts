import { CLOSE, ERRORS, LIMITS } from '@tim-node/protocol';
import { loginParams, message, refusal, type RawClient, messageOf } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { ServerArena } from './server-arena.js';
import { document, hmac, pack } from './sigs.js';
import { hostile, type Row } from './suite.js';

const { invalidParameters, sigMalformed } = ERRORS;
const IMPORT = 'im_open_login_svc/account_import';
const CHECK = 'im_open_login_svc/account_check';
const BAD_PARAMETER = 70_402;
const NOT_JSON = 60_003;

const POISON =
  '"__proto__":{"admin":true,"polluted":1},"constructor":{"prototype":{"admin":true}},"prototype":{"admin":true}';

/** A frame as text: what JSON can say and JavaScript literals cannot. */
function request(id: number, op: string, params: string): string {
  return `{"id":${String(id)},"op":"${op}","params":${params}}`;
}

/** What comes back for a request that is written by hand: its result, or the code of its error. */
async function answer(client: RawClient, id: number, text: string): Promise<unknown> {
  const before = client.messages.length;
  client.raw(text);
  // The answer to a later request says that the earlier one is answered too.
  await client.request('sync.ack', { seq: 0 });
  const frames = client.messages.slice(before).flat();
  const mine = frames.find((frame) => 'id' in frame && frame.id === id);
  if (mine === undefined) return undefined;
  return 'error' in mine ? mine.error.code : 'result' in mine && mine.result;
}

const FIRST_FREE_ID = 1_000_000;

const prototypes: Row<ServerArena>[] = [
  {
    case: 11,
    what: 'in a login, its position and its ticket',
    run: async (arena) => {
      const client = await arena.connect();
      const params = JSON.stringify(loginParams(arena.target.server, 'alice')).slice(0, -1);
      const more = `"position":{"epoch":"x","seq":0,${POISON}},"previous":{"sessionId":"x","token":"y",${POISON}}`;
      client.raw(request(FIRST_FREE_ID, 'session.login', `${params},${more},${POISON}}`));
      await waitFor('the answer', () => client.messages.length === 2);
      await client.send('alice', arena.body());
    },
  },
  {
    case: 11,
    what: 'in a message: the receiver gets what is known of it and nothing else',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const text = arena.body();
      const body = `{"elems":[{"type":"text","text":"${text}",${POISON},"toString":"x"}],${POISON}}`;
      const { clientId, random, clientTime } = message('alice', '');
      const rest = `"clientId":"${clientId}","random":${String(random)},"clientTime":${String(clientTime)}`;
      client.raw(
        request(
          FIRST_FREE_ID,
          'msg.send',
          `{"target":{"type":"c2c","id":"alice",${POISON}},${rest},"body":${body},${POISON}}`,
        ),
      );
      const [entry] = await client.entryCount(1);
      expect(messageOf(entry).body).toStrictEqual({ elems: [{ type: 'text', text }] });
      expect(Object.keys(messageOf(entry).target)).toEqual(['type', 'id']);
    },
  },
  {
    case: 11,
    what: 'in place of what a frame must have',
    run: async (arena) => {
      for (const frame of [
        `{"__proto__":{"ping":1}}`,
        `{"__proto__":{"id":1,"op":"x"}}`,
        `{"id":1,"__proto__":{"op":"x"}}`,
      ]) {
        const client = await arena.connect();
        client.raw(frame);
        expect((await client.closed).code).toBe(CLOSE.badFrame.code);
      }
      const { client } = await arena.logIn('alice');
      const inherited = request(FIRST_FREE_ID, 'sync.ack', '{"__proto__":{"seq":1}}');
      expect(await answer(client, FIRST_FREE_ID, inherited)).toBe(invalidParameters.code);
    },
  },
  {
    case: 11,
    what: 'as the name of an element, a platform, a target',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        const elem = { ...message('alice', 'x'), body: { elems: [{ type: name, text: 'x' }] } };
        expect(await refusal(client.request('msg.send', elem))).toMatchObject({ code: invalidParameters.code });
        const target = { ...message('alice', 'x'), target: { type: name, id: 'alice' } };
        expect(await refusal(client.request('msg.send', target))).toMatchObject({ code: invalidParameters.code });
        const stranger = await arena.connect();
        const params = { ...loginParams(arena.target.server, 'bob'), platform: name };
        expect(await refusal(stranger.request('session.login', params))).toMatchObject({
          code: invalidParameters.code,
        });
      }
    },
  },
  {
    case: 11,
    what: 'as names of users: they are users like all others',
    run: async (arena) => {
      const users = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf'];
      for (const user of users) {
        const { client } = await arena.logIn(user);
        await client.send(user, arena.body());
        await client.entryCount(1);
      }
      const CheckItem = [...users, 'hasOwnProperty'].map((UserID) => ({ UserID }));
      const { ResultItem } = await arena.rest(CHECK, { CheckItem });
      expect((ResultItem as { AccountStatus: string }[]).map(({ AccountStatus }) => AccountStatus)).toEqual([
        ...users.map(() => 'Imported'),
        'NotImported',
      ]);
    },
  },
  {
    case: 11,
    what: 'in a UserSig',
    run: async (arena) => {
      const { target } = arena;
      const claims = { user: 'alice', app: target.sdkAppId, time: Math.floor(Date.now() / 1000), expire: 100 };
      const plain = document(target.secretKey, claims);
      await arena.logIn('alice', {
        userSig: target.secret(pack(plain.replace('{', '{"__proto__":{"admin":true},"constructor":1,'))),
      });
      const sig = hmac(target.secretKey, claims).toString('base64');
      const inherited = `{"__proto__":${plain},"TLS.sig":"${sig}"}`;
      const client = await arena.connect();
      const params = loginParams(target.server, 'alice', { userSig: target.secret(pack(inherited)) });
      expect(await refusal(client.ask('session.login', params))).toMatchObject({ code: sigMalformed.code });
    },
  },
  {
    case: 11,
    what: 'in REST calls and settings',
    run: async (arena) => {
      expect(await arena.rest(IMPORT, `{"UserID":"bob","Nick":"Bob",${POISON}}`)).toMatchObject({ ErrorCode: 0 });
      expect(await arena.rest(IMPORT, `{"__proto__":{"UserID":"bob"}}`)).toMatchObject({ ErrorCode: BAD_PARAMETER });
      const set = (body: string): Promise<Record<string, unknown>> => arena.rest('tim_node_config/set', body);
      expect(await set(`{"Instances":{"__proto__":{"Linux":3}}}`)).toMatchObject({ ErrorCode: BAD_PARAMETER });
      expect(await set(`{"Instances":{"constructor":1}}`)).toMatchObject({ ErrorCode: BAD_PARAMETER });
      expect(await set(`{"__proto__":{"Policy":"single"}}`)).toMatchObject({ ErrorCode: 0, Policy: 'multi' });
    },
  },
];

const open = (depth: number): string => '['.repeat(depth);
const nested = (depth: number): string => `${open(depth)}${']'.repeat(depth)}`;
const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const depths: Row<ServerArena>[] = [
  ...Object.entries({
    '33 deep': nested(LIMITS.jsonDepth),
    '33 objects deep': objects(LIMITS.jsonDepth),
    '6,000 deep': open(6000),
    '100 deep behind a text that looks like the end of one': `{"a":"\\\\","b":"]]]]\\"",${'"c":['.repeat(1)}${nested(100)}]}`,
  }).flatMap(([what, params]): Row<ServerArena>[] => [
    {
      case: 12,
      what: `before login, ${what}`,
      run: async (arena) => {
        const client = await arena.connect();
        client.raw(request(1, 'session.login', params));
        expect((await client.closed).code).toBe(CLOSE.badFrame.code);
      },
    },
    {
      case: 12,
      what: `after login, ${what}`,
      run: async (arena) => {
        const { client } = await arena.logIn('alice');
        client.raw(request(FIRST_FREE_ID, 'msg.send', params));
        expect((await client.closed).code).toBe(CLOSE.badFrame.code);
      },
    },
  ]),
  {
    case: 12,
    what: '2,000,000 deep',
    run: async (arena) => {
      const stranger = await arena.connect();
      stranger.raw(nested(2_000_000));
      expect((await stranger.closed).code).toBe(CLOSE.beforeLogin.code);
      const { client } = await arena.logIn('alice');
      client.raw(nested(2_000_000));
      expect((await client.closed).code).toBe(CLOSE.tooBig.code);
      const other = await arena.logIn('alice');
      other.client.raw(nested(LIMITS.frameBytes / 2));
      expect((await other.client.closed).code).toBe(CLOSE.badFrame.code);
    },
  },
  {
    case: 12,
    what: 'brackets in texts are no depth, and 32 is allowed',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      await client.send('alice', `${open(6000)}"\\${open(100)}`);
      const params = `{"seq":0,"more":${nested(LIMITS.jsonDepth - 2)}}`;
      expect(await answer(client, FIRST_FREE_ID, request(FIRST_FREE_ID, 'sync.ack', params))).toEqual({});
    },
  },
  {
    case: 12,
    what: 'in a UserSig',
    run: async (arena) => {
      for (const inner of [nested(2), nested(3000)]) {
        const client = await arena.connect();
        const userSig = arena.target.secret(pack(`{"a":${inner}}`));
        const params = loginParams(arena.target.server, 'alice', { userSig });
        expect(await refusal(client.ask('session.login', params))).toMatchObject({ code: sigMalformed.code });
      }
    },
  },
  {
    case: 12,
    what: 'in a REST call',
    run: async (arena) => {
      for (const depth of [LIMITS.jsonDepth, 6000, 400_000]) {
        expect(await arena.rest(CHECK, `{"CheckItem":${nested(depth)}}`)).toMatchObject({ ErrorCode: NOT_JSON });
      }
      // The length alone is enough: nobody waits for two million brackets.
      const wire = arena.tcp();
      wire.write(`POST /v4/${CHECK} HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n`);
      expect(await wire.opened).toBe(413);
    },
  },
];

/** As long as a message may be, and as deep. */
const DEEP = nested(5500);

const deepBodies: Row<ServerArena>[] = [
  {
    case: 13,
    what: 'as the text and as the data of messages, again and again: each is stored, and comes back as it was',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const custom = { type: 'custom', data: DEEP, desc: '', ext: '', sound: '' } as const;
      for (let times = 1; times <= 3; times += 1) {
        expect((await alice.send('bob', DEEP)).seq).toBe(2 * times - 1);
        expect((await alice.send('bob', '', { body: { elems: [custom] } })).seq).toBe(2 * times);
      }
      const entries = await bob.entryCount(6);
      const list = await bob.ask('msg.list', { target: { type: 'c2c', id: 'alice' }, limit: 10, forward: true });
      const expected = [1, 2, 3].flatMap(() => [{ type: 'text', text: DEEP }, custom]);
      for (const messages of [entries.map(messageOf), list.messages]) {
        expect(messages.flatMap(({ body: { elems } }) => elems)).toEqual(expected);
      }
    },
  },
];

const duplicates: Row<ServerArena>[] = [
  {
    case: 14,
    what: 'in a message: the last one counts, for everybody',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const [{ client: bob }, { client: carol }] = [await arena.logIn('bob'), await arena.logIn('carol')];
      const { clientId, random, clientTime } = message('alice', '');
      const text = arena.body();
      const params = [
        `"target":{"type":"group","id":"bob"},"target":{"type":"c2c","id":"bob","id":"carol"}`,
        `"clientId":"other","clientId":"${clientId}","random":${String(random)},"clientTime":${String(clientTime)}`,
        `"body":{"elems":[{"type":"text","text":"first"}]},"body":{"elems":[{"type":"text","text":"no","text":"${text}"}]}`,
      ];
      client.raw(request(FIRST_FREE_ID, 'msg.send', `{${params.join(',')}}`));
      const [entry] = await carol.entryCount(1);
      expect(messageOf(entry)).toMatchObject({ clientId, target: { id: 'carol' }, body: { elems: [{ text }] } });
      await client.send('bob', 'after it');
      await bob.entryCount(1);
      expect(bob.entries).toHaveLength(1);
    },
  },
  {
    case: 14,
    what: 'in a frame, a login and a UserSig',
    run: async (arena) => {
      const { target } = arena;
      const client = await arena.connect();
      client.raw(`{"id":7,"id":8,"op":"session.login","op":"sync.ack","params":{"seq":0}}`);
      await waitFor('the answer', () => client.messages.length === 2);
      expect(client.messages[1]).toMatchObject([{ id: 8, error: { code: ERRORS.notAuthenticated.code } }]);
      // Signed for alice: nobody else gets in with it, whichever name stands first.
      const params = JSON.stringify(loginParams(target.server, 'alice')).replace('{', '{"userId":"bob",');
      expect(await client.request('session.logout', {}).catch(() => 'refused')).toBe('refused');
      client.raw(request(9, 'session.login', params));
      await waitFor('the login', () => client.messages.flat().some((frame) => 'id' in frame && frame.id === 9));
      const answer9 = client.messages.flat().find((frame) => 'id' in frame && frame.id === 9);
      expect(answer9).toHaveProperty('result');
      target.secret((answer9 as unknown as { result: { token: string } }).result.token);
      await client.send('alice', arena.body());
      expect(messageOf((await client.entryCount(1))[0]).sender).toBe('alice');
      const claims = { user: 'alice', app: target.sdkAppId, time: Math.floor(Date.now() / 1000), expire: 100 };
      const twice = document(target.secretKey, claims).replace(/\}$/, ',"TLS.identifier":"bob"}');
      for (const user of ['alice', 'bob']) {
        const stranger = await arena.connect();
        const login = loginParams(target.server, user, { userSig: target.secret(pack(twice)) });
        expect([70003, 70009, 70013]).toContain((await refusal(stranger.ask('session.login', login))).code);
      }
    },
  },
  {
    case: 14,
    what: 'in a REST call',
    run: async (arena) => {
      expect(await arena.rest(IMPORT, `{"UserID":"first-of-two","UserID":"second-of-two"}`)).toMatchObject({
        ErrorCode: 0,
      });
      const CheckItem = ['first-of-two', 'second-of-two'].map((UserID) => ({ UserID }));
      const { ResultItem } = await arena.rest(CHECK, { CheckItem });
      expect(ResultItem).toMatchObject([{ AccountStatus: 'NotImported' }, { AccountStatus: 'Imported' }]);
    },
  },
];

hostile(() => ServerArena.begin(), [...prototypes, ...depths, ...deepBodies, ...duplicates]);
