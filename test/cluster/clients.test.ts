import { TIMMsgStatus, type Message } from 'tim-node';
import { errorEntry, type Target } from '@tim-node/protocol';
import type { App } from '../integration/native/app.js';
import { world } from '../integration/native/world.js';
import { Balancer } from '../support/balancer.js';
import { addLine, conversationOf, historyOf, lineOf } from '../support/burst.js';
import { TestNats, TestPostgres } from '../support/cluster-servers.js';
import { logIn, textOf, type Home } from '../support/raw-client.js';
import { ServerProcess } from '../support/server-process.js';
import { waitFor } from '../support/wait.js';
import { cluster } from './world.js';

const { node, options } = cluster();
const { app } = world();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const USERS = ['alice', 'bob', 'carol', 'dave'];
const GROUP: Target = { type: 'group', id: 'team' };
const C2C = 1;
/** Messages that one client has on their way at the same time. */
const AT_ONCE = 5;
/** Answers between one disaster and the next. */
const STAGE = 200;

async function childNode(): Promise<ServerProcess> {
  const child = new ServerProcess({ ...options() }, 1);
  stops.push(() => child.kill());
  await child.start();
  return child;
}

/** A client that writes to the group and to one other, until it is told to stop. */
class Writer {
  answers: { readonly code: number; readonly desc: string }[] = [];
  private isOver = false;
  private done: Promise<void> = Promise.resolve();

  constructor(
    readonly user: string,
    readonly app: App,
    private readonly peer: string,
  ) {}

  begin(): void {
    this.done = this.write();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.done;
  }

  private async write(): Promise<void> {
    for (let number = 0; !this.isOver; number += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, at) => this.send(number + at));
      this.answers.push(...(await Promise.all(some)));
    }
  }

  private send(number: number): ReturnType<App['ask']> {
    const [to, type] = number % 2 === 0 ? ([GROUP.id, 2] as const) : ([this.peer, C2C] as const);
    const text = `${this.user} ${String(number)}`;
    const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
    return this.app.ask((client, cb) => client.TIMMsgSendMessage(to, type, message, null, cb));
  }
}

const isFrom =
  (user: string) =>
  (line: string): boolean =>
    line.split(' ')[1] === user;

/** What a client was told of new messages, by conversation. */
function told(user: string, received: readonly Message[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const {
    message_conv_type: type,
    message_conv_id: id = '',
    message_seq: seq,
    message_elem_array: elems,
  } of received) {
    const target: Target = type === C2C ? { type: 'c2c', id } : GROUP;
    addLine(found, conversationOf(user, target), lineOf(Number(seq), elems?.[0]?.['text_elem_content'] as string));
  }
  return found;
}

async function histories(home: Home, user: string, peers: readonly string[]): Promise<Map<string, string[]>> {
  const { client } = await logIn(home, user, { platform: 'iPad' });
  const found = new Map<string, string[]>();
  for (const target of [...peers.map((id) => ({ type: 'c2c', id }) as const), GROUP]) {
    for (const message of await historyOf(client, target)) {
      addLine(found, conversationOf(user, target), lineOf(message.seq, textOf(message)));
    }
  }
  await client.close();
  return found;
}

test('clients move by themselves from nodes that die to nodes that live, and nobody misses anything', async () => {
  const [a, b] = await Promise.all([childNode(), childNode()]);
  const balancer = await Balancer.start(a, b);
  stops.push(() => balancer.close());
  const home = { url: balancer.url, sdkAppId: a.sdkAppId, genUserSig: (user: string) => a.genUserSig(user) };
  const login = async (user: string, more = {}): Promise<App> => {
    const one = app(home, more);
    expect(await one.login(user, home.genUserSig(user))).toBe(0);
    return one;
  };
  const writers: Writer[] = [];
  for (const [at, user] of USERS.entries()) {
    writers.push(new Writer(user, await login(user), USERS[(at + 1) % USERS.length] ?? ''));
  }
  const second = await login('alice', { sdk_config_platform: 'Web' });
  const { client: maker } = await logIn(home, 'alice', { platform: 'iPad' });
  const members = USERS.slice(1).map((user) => ({ user, role: 'member' as const }));
  await maker.ask('group.create', { id: GROUP.id, type: 'Public', name: GROUP.id, members });
  await maker.close();

  const answered = (): number => writers.reduce((sum, { answers }) => sum + answers.length, 0);
  const more = async (): Promise<void> => {
    const goal = answered() + STAGE;
    await waitFor('more answers', () => answered() >= goal, 40_000);
  };
  for (const writer of writers) writer.begin();
  await more();
  await a.kill();
  await more();
  balancer.add(await childNode());
  await more();
  await b.kill();
  await more();
  await Promise.all(writers.map((writer) => writer.end()));

  expect(writers.flatMap(({ answers }) => answers).filter(({ code }) => code !== 0)).toEqual([]);
  const clients = [
    ...writers.map((writer) => ({ user: writer.user, app: writer.app })),
    { user: 'alice', app: second },
  ];
  for (const { user, app: one } of clients) {
    expect(one.state).toEqual([1, user]);
    expect(one.story).toEqual([]);
    // What it has sent itself it is told of by answers, not as news.
    const isNews = (line: string): boolean => one === second || !isFrom(user)(line);
    const expected = new Map<string, string[]>();
    for (const [name, lines] of await histories(
      home,
      user,
      USERS.filter((each) => each !== user),
    )) {
      expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(lines.map((_, at) => at + 1));
      expect(new Set(lines.map((line) => line.replace(/^\d+ /, ''))).size).toBe(lines.length);
      if (lines.some(isNews)) expected.set(name, lines.filter(isNews));
    }
    const count = [...expected.values()].reduce((sum, { length }) => sum + length, 0);
    await one.until(`${String(count)} messages`, ({ received }) => received.length >= count);
    expect(told(user, one.received)).toEqual(expected);
  }
  for (const { user, answers } of writers) {
    const all = await histories(
      home,
      user,
      USERS.filter((each) => each !== user),
    );
    const own = [...all.values()].map((lines) => lines.filter(isFrom(user)).map((line) => Number(line.split(' ')[2])));
    expect(own.flat()).toHaveLength(answers.length);
    // On one way what was sent first is first.
    for (const numbers of own) expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
  }
});

test('NATS goes and comes back: what clients on different nodes write meanwhile arrives, once and in order', async () => {
  const nats = await TestNats.start();
  stops.push(() => nats.close());
  const [a, b] = await Promise.all([node({ nats: nats.url }), node({ nats: nats.url })]);
  const [alice, bob] = [app(a), app(b)];
  for (const [one, user] of [
    [alice, 'alice'],
    [bob, 'bob'],
  ] as const) {
    expect(await one.login(user, a.genUserSig(user))).toBe(0);
  }
  const texts: string[] = [];
  const send = async (): Promise<void> => {
    for (let count = 0; count < 20; count += 1) {
      const text = `m${String(texts.length)}`;
      texts.push(text);
      expect((await alice.sendText('bob', text)).code).toBe(0);
    }
  };
  await send();
  await nats.crash();
  await send();
  await nats.resume();
  await send();
  await bob.untilReceived(texts.length);
  expect(bob.texts).toEqual(texts);
  expect(bob.received.map(({ message_seq: seq }) => seq)).toEqual(texts.map((_, at) => at + 1));
  for (const one of [alice, bob]) expect(one.story).toEqual([]);
});

test('PostgreSQL goes and comes back: clients are told to try again later, stay logged in, and then succeed', async () => {
  const postgres = await TestPostgres.start();
  stops.push(() => postgres.close());
  const a = await node({ postgres: postgres.url() });
  // Closes before its database does.
  stops.push(() => a.close());
  const [alice, bob] = [app(a), app(a)];
  for (const [one, user] of [
    [alice, 'alice'],
    [bob, 'bob'],
  ] as const) {
    expect(await one.login(user, a.genUserSig(user))).toBe(0);
  }
  expect((await alice.sendText('bob', 'before')).code).toBe(0);
  await postgres.crash();
  const { code, json } = await alice.sendText('bob', 'meanwhile');
  expect([code, errorEntry(code)?.retry]).toEqual([20005, 'later']);
  expect(json).toMatchObject({ message_status: TIMMsgStatus.kTIMMsg_SendFail });
  const late = app(a);
  const login = await late.login('carol', a.genUserSig('carol'));
  expect([login, errorEntry(login)?.retry]).toEqual([70500, 'later']);
  await postgres.resume();
  await waitFor('the database', async () => (await alice.sendText('bob', 'after')).code === 0);
  expect(await late.login('carol', a.genUserSig('carol'))).toBe(0);
  await bob.until('the message', ({ texts }) => texts.includes('after'));
  expect(bob.texts).toEqual(['before', 'after']);
  for (const one of [alice, bob]) {
    expect(one.state[0]).toBe(1);
    expect(one.story).toEqual([]);
  }
});
