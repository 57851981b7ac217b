import { ERRORS, LIMITS, ops } from '@tim-node/protocol';
import type { LoggedIn, RawClient } from '../../support/raw-client.js';
import { Refused, refusal } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { sampled, samples, variants } from './samples.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const { invalidParameters, messageUnknown, messageInternal, conversationInternal, groupInternal, accountInternal } =
  ERRORS;
const FAILURES: readonly unknown[] = [messageInternal, conversationInternal, groupInternal, accountInternal].map(
  ({ code }) => code,
);

/** What came of a request: 0, or the code of its error. */
async function codeOf(asked: Promise<unknown>): Promise<number> {
  return asked.then(
    () => 0,
    (error: unknown) => {
      if (error instanceof Refused) return error.wire.code;
      throw error;
    },
  );
}

/** The same for parameters that are written by hand. */
async function codeOfText(client: RawClient, id: number, op: string, params: string): Promise<number> {
  client.raw(`{"id":${id},"op":"${op}","params":${params}}`);
  const answer = () => client.messages.flat().find((frame) => 'id' in frame && frame.id === id);
  await waitFor('the answer', () => answer() !== undefined);
  const found = answer();
  return found !== undefined && 'error' in found ? found.error.code : 0;
}

/** Asks for an operation in many ways, each of which must be refused for its form. */
async function allInvalid(client: RawClient, op: string, bad: (part: unknown) => readonly unknown[]): Promise<void> {
  const tried = variants((samples as Record<string, unknown>)[op], bad);
  const codes = await Promise.all(tried.map(({ value }) => codeOf(client.request(op, value))));
  const allowed = tried.filter((_each, at) => codes[at] !== invalidParameters.code);
  expect(allowed.map(({ path, value }) => `${op} ${path} ${JSON.stringify(value).slice(0, 200)}`)).toEqual([]);
}

const OTHERS: readonly unknown[] = [null, true, 7, 'text', [], {}];
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/** Every kind of value that a part is not. */
function otherKinds(part: unknown): unknown[] {
  return OTHERS.filter((other) => kindOf(other) !== kindOf(part));
}

/** Numbers that are none of the places, times, counts and flags that operations ask for. */
const NO_NUMBERS = [-1, 0.5, 1e-7, 2 ** 53, 2 ** 64, 1e300, -(2 ** 63)];

/** No list of an operation is as long. */
const TOO_MANY = 1001;

const types: Row<ServerArena>[] = sampled.map((op) => ({
  case: 15,
  what: `${op}: other types than the right ones, numbers out of range, endless lists`,
  run: async (arena) => {
    expect(ops[op].params.check(samples[op] as never, 'params')).toBeUndefined();
    const { client } = await arena.logIn('alice');
    await allInvalid(client, op, otherKinds);
    await allInvalid(client, op, (part) => (typeof part === 'number' ? NO_NUMBERS : []));
    await allInvalid(client, op, (part) => (Array.isArray(part) ? [new Array(TOO_MANY).fill(part[0])] : []));
    await allInvalid(client, op, (part) => (typeof part === 'string' ? ['a\u0000b', 'a\ud800b'] : []));
  },
}));

/** What JSON.parse makes of numbers that are too large for it. */
const infinities: Row<ServerArena> = {
  case: 15,
  what: 'numbers that are too large for any number, and zeros that are negative',
  run: async (arena) => {
    const { client } = await arena.logIn('alice');
    for (const [at, number] of ['1e400', '-1e400', '-0', '1e-5', '1e-400'].entries()) {
      const params = `{"target":{"type":"c2c","id":"bob"},"from":${number},"limit":1}`;
      // The last one is so small that it is read as zero.
      const expected = number === '1e-400' ? 0 : invalidParameters.code;
      expect([number, await codeOfText(client, 5000 + at, 'msg.list', params)]).toEqual([number, expected]);
    }
  },
};

const POISON = '"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"toString":1,"hasOwnProperty":1';

/** Every object of some JSON text gets keys that plain objects inherit. */
function poisoned(value: unknown): string {
  return JSON.stringify(value).replaceAll('{', `{${POISON},`).replaceAll(',}', '}');
}

const prototypes: Row<ServerArena>[] = sampled.map((op) => ({
  case: 11,
  what: `${op}: beside the right keys, and instead of them`,
  run: async (arena) => {
    const { client } = await arena.logIn('alice');
    const poisonedCode = await codeOfText(client, 5000, op, poisoned(samples[op]));
    expect(FAILURES).not.toContain(poisonedCode);
    // What is inherited is not there.
    const inherited = await codeOfText(client, 5001, op, `{"__proto__":${JSON.stringify(samples[op])}}`);
    const needsNothing = ops[op].params.check({}, 'params') === undefined;
    if (!needsNothing) expect(inherited).toBe(invalidParameters.code);
    else expect(FAILURES).not.toContain(inherited);
  },
}));

const open = (depth: number): string => '['.repeat(depth);

const depths: Row<ServerArena>[] = [
  {
    case: 12,
    what: 'inside the text of merged messages, of a push, of custom data: texts come back as they went',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const { client: bob } = await arena.logIn('bob');
      const messages = open(500_000);
      const { key } = await client.ask('msg.merger.put', { messages });
      arena.target.secret(key);
      expect((await bob.ask('msg.merger.get', { key })).messages).toBe(messages);
      const body = { elems: [{ type: 'custom', data: open(5000), desc: '', ext: '', sound: '' } as const] };
      await client.send('bob', '', { body: { ...body, push: open(3000), cloudData: open(2000) } });
      const { messages: found } = await bob.ask('msg.list', { target: { type: 'c2c', id: 'alice' }, limit: 1 });
      expect(found[0]?.body.elems).toEqual(body.elems);
    },
  },
];

async function both(arena: ServerArena): Promise<[LoggedIn, LoggedIn]> {
  return [await arena.logIn('alice'), await arena.logIn('bob')];
}

/** Texts that mean something to databases. */
const MEANT = ['%', '_', '\\', "' OR 1=1--", '"; drop table messages;--', '$1', ':app', '*', '[a-z]', "\\'", '(((('];

const words: Row<ServerArena>[] = [
  {
    case: 21,
    what: 'as keys, reactions, names and places to go on from: each means itself',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = await both(arena);
      const body = { elems: [{ type: 'text', text: arena.body() } as const], extensible: true };
      const { seq } = await alice.send('bob', '', { body });
      const place = { target: { type: 'c2c', id: 'bob' }, seq } as const;
      const set = MEANT.map((key) => ({ key, value: key }));
      await alice.ask('mark.extension.set', { ...place, set });
      for (const [at, key] of MEANT.entries()) {
        await alice.ask('mark.extension.delete', { ...place, keys: [key] });
        const { extensions } = await alice.ask('mark.extension.get', place);
        expect(extensions.map((each) => each.key).sort()).toEqual(MEANT.slice(at + 1).sort());
      }
      for (const name of MEANT) {
        await alice.ask('conv.group.create', { name, targets: [place.target] });
        await alice.ask('conv.group.delete', { name: '%' }).catch(() => undefined);
        await alice.ask('conv.group.delete', { name }).catch(() => undefined);
        for (const op of ['conv.list', 'group.joined']) {
          expect(FAILURES).not.toContain(await codeOf(alice.request(op, { after: name, limit: 10 })));
        }
        const readers = bob.request('mark.receipt.users', { ...place, read: true, after: name, limit: 1 });
        expect(FAILURES).not.toContain(await codeOf(readers));
        expect(await refusal(alice.ask('msg.merger.get', { key: name }))).toMatchObject({ code: messageUnknown.code });
      }
    },
  },
];

const pages: Row<ServerArena>[] = [
  {
    case: 22,
    what: 'more than a page holds, fewer than one; places ahead of all messages',
    run: async (arena) => {
      const [{ client: alice }] = await both(arena);
      const target = { type: 'c2c', id: 'bob' } as const;
      await alice.send('bob', arena.body());
      for (const limit of [0, -1, LIMITS.historyPage + 1, 10 ** 9]) {
        const list = alice.request('msg.list', { target, limit });
        expect(await refusal(list)).toMatchObject({ code: invalidParameters.code });
      }
      const most = Number.MAX_SAFE_INTEGER;
      const ahead = await alice.ask('msg.list', { target, limit: 5, from: most, forward: true });
      expect(ahead).toMatchObject({ messages: [], finished: true });
      expect(await alice.ask('msg.list', { target, limit: 5, since: most })).toMatchObject({ messages: [] });
      expect((await alice.ask('msg.list', { target, limit: 5, until: most, from: most })).messages).not.toEqual([]);
      expect((await alice.ask('msg.find', { target, seqs: [most, most] })).messages).toEqual([]);
      const many = new Array<number>(LIMITS.messagesPerRequest + 1).fill(1);
      for (const op of ['msg.find', 'msg.delete', 'mark.receipt.send']) {
        expect(await refusal(alice.request(op, { target, seqs: many }))).toMatchObject({
          code: invalidParameters.code,
        });
      }
    },
  },
  {
    case: 22,
    what: 'reading up to places and times that are not there',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = await both(arena);
      const target = { type: 'c2c', id: 'alice' } as const;
      const most = Number.MAX_SAFE_INTEGER;
      await alice.send('bob', arena.body());
      for (const wrong of [{ upTo: -1 }, { upTo: 0.5 }, { upToTime: -1 }, { upTo: 2 ** 53 }]) {
        const read = bob.request('conv.read', { target, ...wrong });
        expect(await refusal(read)).toMatchObject({ code: invalidParameters.code });
      }
      const unread = async (): Promise<number | undefined> =>
        (await bob.ask('conv.get', { targets: [target] })).conversations[0]?.unread;
      for (const ahead of [{ upTo: most }, { upToTime: most }]) {
        await bob.ask('conv.read', { target, ...ahead });
        expect(await unread()).toBe(0);
        // Who claims to have read the future reads what comes then like everybody.
        await alice.send('bob', arena.body());
        expect(await unread()).toBe(1);
      }
      await bob.ask('conv.read', { target, upTo: 0 });
      expect(await unread()).toBe(1);
    },
  },
];

hostile(() => ServerArena.begin(), [...prototypes, ...depths, ...types, infinities, ...words, ...pages]);
