import { CLOSE, ERRORS } from '@tim-node/protocol';
import { loginParams, message, refusal, messageOf } from '../../support/raw-client.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';
import { closeFrame, handshake } from './wire.js';

const { invalidParameters, invalidUserId, notSupported } = ERRORS;
const IMPORT = 'im_open_login_svc/account_import';
/** A line break and a record of one's own, terminal codes, and line breaks that only some programs know. */
const INJECTION = '\r\n{"level":60,"msg":"all is lost"}\n\u001b[2J\u001b]0;x\u0007\u009b1m\u0085\u2028\u2029\u007f';
/** The part of it that may stand in a header, where others end it. */
const IN_HEADER = '\t{"level":60}\u00a0\u0085\u009b1m';

/** Control characters in a log, and records that somebody else has written, are looked for after every row. */
const rows: Row<ServerArena>[] = [
  {
    case: 53,
    what: 'in a login',
    run: async (arena) => {
      const good = loginParams(arena.target.server, 'alice');
      const ask = async (params: object): Promise<number | undefined> => {
        const client = await arena.connect();
        return client.request('session.login', { ...good, ...params }).then(
          () => 0,
          async (error: unknown) => (await refusal(Promise.reject(error as Error))).code,
        );
      };
      expect(await ask({ userId: `alice${INJECTION}` })).toBe(invalidUserId.code);
      expect(await ask({ userSig: arena.target.secret(`sig${INJECTION}`) })).toBe(ERRORS.sigMalformed.code);
      expect(await ask({ platform: INJECTION })).toBe(invalidParameters.code);
      expect(await ask({ [INJECTION]: INJECTION })).toBe(0);
      // These are names that a client gives itself: they are kept as they are, and escaped where they are shown.
      expect(await ask({ instanceId: INJECTION.slice(0, 30), agent: INJECTION.slice(0, 60) })).toBe(0);
    },
  },
  {
    case: 53,
    what: 'in operations and their parameters',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const refused = async (op: string, params: object): Promise<number> =>
        (await refusal(client.request(op, params))).code;
      expect(await refused(`msg.send${INJECTION}`, {})).toBe(notSupported.code);
      expect(await refused('sync.pull', { epoch: INJECTION, after: INJECTION, limit: 1 })).toBe(invalidParameters.code);
      const whole = message('alice', 'x');
      expect(await refused('msg.send', { ...whole, target: { type: INJECTION, id: 'alice' } })).toBe(
        invalidParameters.code,
      );
      expect(await refused('msg.send', { ...whole, target: { type: 'c2c', id: INJECTION } })).toBe(
        ERRORS.messageParty.code,
      );
    },
  },
  {
    case: 53,
    what: 'in a message, which arrives as it was sent',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const text = arena.target.secret(`${arena.body()}${INJECTION}`);
      await client.send('alice', text, { clientId: `id${INJECTION.slice(0, 20)}` });
      expect(messageOf((await client.entryCount(1))[0]).body.elems).toEqual([{ type: 'text', text }]);
    },
  },
  {
    case: 53,
    what: 'in a goodbye',
    run: async (arena) => {
      const wire = await arena.wire();
      wire.write(closeFrame(4321, INJECTION));
      expect(await wire.end()).toBe(4321);
    },
  },
  {
    case: 53,
    what: 'in headers and addresses',
    run: async (arena) => {
      const stranger = arena.tcp();
      stranger.write(Buffer.from(handshake({ Origin: `http://${IN_HEADER}`, 'User-Agent': IN_HEADER }), 'latin1'));
      expect(await stranger.opened).toBe(403);
      const guest = await arena.wire({
        headers: { 'User-Agent': 'x\t{"level":60}', 'X-Forwarded-For': '{"level":60}' },
      });
      guest.write(closeFrame(CLOSE.normal.code));
      expect(await guest.end()).toBe(CLOSE.normal.code);
      const path = encodeURIComponent(INJECTION);
      for (const address of [
        path,
        `v4/${path}/${path}`,
        `v4/im_open_login_svc/kick?identifier=${path}&usersig=${path}`,
      ]) {
        const answer = await fetch(`${arena.target.httpUrl}/${address}`, { method: 'POST', body: '{}' });
        expect(await answer.json()).toMatchObject({ ActionStatus: 'FAIL' });
      }
    },
  },
  {
    case: 53,
    what: 'in REST calls',
    run: async (arena) => {
      const failed = { ActionStatus: 'FAIL' };
      expect(await arena.rest(IMPORT, { UserID: `bob${INJECTION}` })).toMatchObject(failed);
      expect(await arena.rest(IMPORT, { UserID: 'bob', Nick: INJECTION })).toMatchObject({ ErrorCode: 0 });
      expect(await arena.rest(IMPORT, INJECTION)).toMatchObject(failed);
      expect(await arena.rest('tim_node_config/set', { Policy: INJECTION })).toMatchObject(failed);
      expect(await arena.rest('tim_node_config/set', { Instances: { [INJECTION]: 1 } })).toMatchObject(failed);
    },
  },
  {
    case: 53,
    what: 'a field of 1 MB takes no such room in the log',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      arena.takeLog();
      const long = 'x'.repeat(1_000_000);
      expect(
        await refusal(client.request('no.such', { long, [long.slice(0, 10)]: [long.slice(0, 10)] })),
      ).toMatchObject({
        code: notSupported.code,
      });
      expect(arena.takeLog().length).toBeLessThan(5000);
    },
  },
];

hostile(() => ServerArena.begin(), rows);
