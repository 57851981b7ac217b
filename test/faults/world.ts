import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genUserSig } from '@tim-node/protocol/usersig';
import { createServer } from '@tim-node/server';
import { FastClock, fastNow, passTime } from '../support/fast-time.js';
import { Random } from '../support/random.js';
import { Actor, type Received } from './actor.js';
import { ServerProcess } from './server-process.js';

/** The server of a simulation, wherever it runs. */
export interface World {
  readonly url: string;
  readonly sdkAppId: number;
  /** Whether `crash` does something. */
  readonly canCrash: boolean;
  /** A UserSig that is valid for some seconds from its issue, which may lie in the past. */
  sign(userId: string, seconds: number, issuedAgo?: number): string;
  /** An administrator ends all sessions of a user. */
  kick(userId: string): Promise<void>;
  /** Stops without warning and starts again on the same data, perhaps at another address. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** A server in this process: quick, but it cannot crash. */
export async function quickWorld(): Promise<World> {
  const server = await createServer({ clock: new FastClock(), limits: { kicksPerMinute: 100_000 } });
  return {
    url: server.url,
    sdkAppId: server.sdkAppId,
    canCrash: false,
    sign: (userId, seconds, issuedAgo) => signFor(server, userId, seconds, issuedAgo),
    kick: async (userId) => {
      await server.kick(userId);
    },
    crash: () => Promise.resolve(),
    close: () => server.close(),
  };
}

/** A server in a process of its own, on a data folder that outlives it. */
export async function crashingWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tim-node-faults-'));
  const server = new ServerProcess({ dataDir, limits: { kicksPerMinute: 100_000 } });
  await server.start();
  return {
    get url() {
      return server.url;
    },
    sdkAppId: server.sdkAppId,
    canCrash: true,
    sign: (userId, seconds, issuedAgo) => signFor(server, userId, seconds, issuedAgo),
    kick: (userId) => server.kick(userId),
    crash: async () => {
      await server.kill();
      await server.start();
    },
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function signFor(
  { sdkAppId, secretKey }: { readonly sdkAppId: number; readonly secretKey: string },
  userId: string,
  expire: number,
  issuedAgo = 0,
): string {
  return genUserSig({ sdkAppId, secretKey, userId, expire, time: Math.floor(fastNow() / 1000) - issuedAgo });
}

const USERS = ['alice', 'alice', 'bob', 'carol'];
const STEPS = { least: 12, most: 30 };

/** What may happen, and how likely it is. */
const DEEDS = {
  login: 26,
  loginShort: 3,
  loginExpired: 1,
  loginOtherSig: 1,
  loginOther: 4,
  logout: 4,
  send: 30,
  uninit: 1,
  drop: 8,
  halfClose: 2,
  garbage: 2,
  freezeNetwork: 3,
  delay: 3,
  refuse: 3,
  freezeClient: 2,
  restKick: 1,
  crash: 0,
};

/** One random story, the same for the same seed as far as the network allows, checked all along and at its end. */
export async function simulate(seed: number, world: World): Promise<void> {
  const random = new Random(seed);
  const users = USERS.map((user) => `${user}-${seed}`);
  const actors = await Promise.all(
    users.map((user, index) => Actor.create(`${user}#${index}`, world.url, world.sdkAppId)),
  );
  const story = new Story(random, world, actors, users);
  try {
    await story.play();
    await story.settle();
    story.check();
  } finally {
    await story.end();
  }
  story.checkEnd();
}

class Story {
  private readonly log: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly actors: readonly Actor[],
    /** Whose account each actor mostly uses. */
    private readonly users: readonly string[],
  ) {}

  private ownOf(actor: Actor): string {
    return this.users[this.actors.indexOf(actor)] ?? '';
  }

  async play(): Promise<void> {
    for (const actor of this.actors) this.login(actor, this.ownOf(actor), 86_400);
    const steps = this.random.int(STEPS.least, STEPS.most);
    for (let step = 0; step < steps; step += 1) {
      await this.step();
      // Mostly short pauses; now and then one in which reconnecting has time to work.
      await passTime(this.random.chance(0.2) ? this.random.int(1000, 30_000) : this.random.int(0, 300));
      this.watch();
    }
  }

  private async step(): Promise<void> {
    const actor = this.random.pick(this.actors);
    const deed = this.random.weighted(this.world.canCrash ? { ...DEEDS, crash: 2 } : DEEDS);
    this.log.push(`${actor.name} ${deed}`);
    // Nobody can do anything on a machine that stands still.
    if (actor.frozen) actor.thaw();
    await this.act(actor, deed);
  }

  private act(actor: Actor, deed: keyof typeof DEEDS): Promise<void> | void {
    const { random, world } = this;
    const own = this.ownOf(actor);
    switch (deed) {
      case 'login':
        return this.login(actor, own, 86_400);
      case 'loginShort':
        return this.login(actor, own, random.int(1, 20));
      case 'loginExpired':
        return void actor.login(own, world.sign(own, 10, 60));
      case 'loginOtherSig':
        return void actor.login(own, world.sign('mallory', 86_400));
      case 'loginOther':
        return this.login(actor, `${random.pick(['dave', 'erin'])}${own.slice(own.indexOf('-'))}`, 86_400);
      case 'logout':
        return void actor.logout();
      case 'send':
        for (let count = random.int(1, 5); count > 0; count -= 1) actor.send(random.pick(this.users));
        return;
      case 'uninit':
        actor.uninit();
        return actor.init();
      case 'restKick':
        return world.kick(own);
      case 'crash':
        return this.crash();
      case 'freezeClient':
        return actor.freeze();
      default:
        return this.disturb(actor, deed);
    }
  }

  private disturb(
    { proxy }: Actor,
    deed: 'drop' | 'halfClose' | 'garbage' | 'freezeNetwork' | 'delay' | 'refuse',
  ): void {
    switch (deed) {
      case 'drop':
        return proxy.drop();
      case 'halfClose':
        return proxy.halfClose();
      case 'garbage':
        return proxy.garbage();
      case 'freezeNetwork':
        return this.random.chance(0.5) ? proxy.freeze() : proxy.thaw();
      case 'delay':
        return proxy.delay(this.random.chance(0.5) ? this.random.int(1, 40) : 0);
      case 'refuse':
        return this.random.chance(0.5) ? proxy.refuse() : proxy.accept();
    }
  }

  private login(actor: Actor, userId: string, seconds: number): void {
    actor.login(userId, this.world.sign(userId, seconds));
  }

  private async crash(): Promise<void> {
    await this.world.crash();
    for (const { proxy } of this.actors) proxy.retarget(this.world.url);
  }

  private watch(): void {
    for (const { violation } of this.actors) if (violation !== undefined) throw this.told(violation);
  }

  /** The faults end; everybody who is logged in finds back, and every call is answered. */
  async settle(): Promise<void> {
    for (const actor of this.actors) {
      actor.proxy.heal();
      actor.thaw();
    }
    const patience = fastNow() + 600_000;
    while (!(await this.isSettled())) {
      this.watch();
      if (fastNow() > patience) throw this.told(new Error(`does not settle: ${this.unsettled()}`));
      await passTime(1000);
    }
    this.watch();
  }

  /** Everybody who thinks to be logged in can send a message, and all calls have come back. */
  private async isSettled(): Promise<boolean> {
    if (this.unsettled() !== '') return false;
    const probes = this.actors.filter(({ user }) => user !== '').map((actor) => actor.send(this.users[0] ?? ''));
    while (probes.some(({ callbacks }) => callbacks.length === 0)) await passTime(200);
    return probes.every(({ callbacks }) => callbacks[0]?.code === 0) && this.missing() === '';
  }

  private unsettled(): string {
    return this.actors
      .flatMap(({ name, trace }) => trace.calls.map((call) => ({ name, call })))
      .filter(({ call }) => call.name !== 'uninit' && call.result === 0 && call.callbacks.length === 0)
      .map(({ name, call }) => `${name} ${call.name}(${String(call.args[0])})`)
      .join(', ');
  }

  /** Messages that somebody who is logged in should have received since, but has not. */
  private missing(): string {
    return this.actors.flatMap((actor) => this.missingFor(actor)).join(', ');
  }

  private missingFor(actor: Actor): string[] {
    const { user, since } = actor;
    if (user === '' || since === undefined) return [];
    const expected = this.actors
      .filter((other) => other !== actor)
      .flatMap((other) => other.sent)
      .filter(
        ({ from, to, ackedAt, sentAt }) => ackedAt !== undefined && sentAt > since && (to === user || from === user),
      );
    const got = new Set(actor.received.get(user)?.map(({ id }) => id));
    return expected.filter(({ text }) => !got.has(text)).map(({ text }) => `${actor.name}(${user}) lacks "${text}"`);
  }

  check(): void {
    const users = this.actors.map(({ user }) => user).filter((user) => user !== '');
    if (new Set(users).size !== users.length) throw this.told(new Error(`logged in twice: ${users.join(', ')}`));
    for (const actor of this.actors) {
      const { trace, user, status } = actor;
      if ((trace.user ?? '') !== user)
        throw this.told(new Error(`${actor.name}: the model says ${trace.user ?? 'nobody'}, the client ${user}`));
      if (status !== (user === '' ? 3 : 1)) throw this.told(new Error(`${actor.name}: status ${status} for "${user}"`));
      for (const messages of actor.received.values()) this.checkOrder(actor, messages);
    }
    this.checkPlaces();
  }

  /** Each message once, and in each conversation in the order of its places. */
  private checkOrder(actor: Actor, messages: readonly Received[]): void {
    const last = new Map<string, number>();
    for (const { peer, seq, id } of messages) {
      const before = last.get(peer) ?? 0;
      if (seq <= before) throw this.told(new Error(`${actor.name}: "${id}" is ${seq} after ${before} in ${peer}`));
      last.set(peer, seq);
    }
  }

  /** No two acknowledged messages have the same place in a conversation. */
  private checkPlaces(): void {
    const places = new Map<string, string>();
    for (const { from, to, seq, text } of this.actors.flatMap(({ sent }) => sent)) {
      if (seq === undefined) continue;
      const place = `${[from, to].sort().join('/')} ${seq}`;
      const other = places.get(place);
      if (other !== undefined && other !== text) throw this.told(new Error(`${place}: "${text}" and "${other}"`));
      places.set(place, text);
    }
  }

  async end(): Promise<void> {
    for (const actor of this.actors) {
      actor.thaw();
      actor.uninit();
    }
    // Goodbyes get through, callbacks come.
    await passTime(3000);
    await Promise.all(this.actors.map(({ proxy }) => proxy.close()));
  }

  checkEnd(): void {
    this.watch();
    for (const { name, trace, machine } of this.actors) {
      trace.finish();
      if (machine.clock.timers > 0)
        throw this.told(new Error(`${name}: ${machine.clock.timers} timers are left after Uninit`));
    }
  }

  private told(error: unknown): Error {
    const text = error instanceof Error ? error.message : String(error);
    return new Error(`${text}\nWhat happened: ${this.log.join('; ')}`);
  }
}
