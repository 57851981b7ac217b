import { fastNow, passTime } from '../support/fast-time.js';
import { Random } from '../support/random.js';
import { Actor, type Received } from './actor.js';
import type { World } from './world.js';

const USERS = ['alice', 'alice', 'bob', 'carol'];
const STEPS = { least: 12, most: 30 };
const DAY = 86_400;

interface Deed {
  /** How likely it is, among all. */
  readonly weight: number;
  readonly act: (story: Story, actor: Actor) => void | Promise<void>;
}

/** What may happen to an actor. */
const DEEDS = {
  login: deed(26, (story, actor) => {
    story.login(actor, story.ownOf(actor), DAY);
  }),
  loginShort: deed(3, (story, actor) => {
    story.login(actor, story.ownOf(actor), story.random.int(1, 20));
  }),
  loginExpired: deed(1, (story, actor) => {
    const own = story.ownOf(actor);
    actor.login(own, story.world.sign(own, 10, 60));
  }),
  loginWithOtherSig: deed(1, (story, actor) => {
    actor.login(story.ownOf(actor), story.world.sign('mallory', DAY));
  }),
  loginOther: deed(4, (story, actor) => {
    const own = story.ownOf(actor);
    story.login(actor, `${story.random.pick(['dave', 'erin'])}${own.slice(own.indexOf('-'))}`, DAY);
  }),
  logout: deed(4, (_story, actor) => {
    actor.logout();
  }),
  send: deed(30, ({ random, users }, actor) => {
    for (let count = random.int(1, 5); count > 0; count -= 1) actor.send(random.pick(users));
  }),
  uninit: deed(1, (_story, actor) => {
    actor.uninit();
    actor.init();
  }),
  freezeClient: deed(2, (_story, actor) => {
    actor.freeze();
  }),
  restKick: deed(1, (story, actor) => story.world.kick(story.ownOf(actor))),
  drop: deed(8, (_story, { proxy }) => {
    proxy.drop();
  }),
  halfClose: deed(2, (_story, { proxy }) => {
    proxy.halfClose();
  }),
  garbage: deed(2, (_story, { proxy }) => {
    proxy.garbage();
  }),
  freezeNetwork: deed(3, ({ random }, { proxy }) => {
    if (random.chance(0.5)) proxy.freeze();
    else proxy.thaw();
  }),
  delay: deed(3, ({ random }, { proxy }) => {
    proxy.delay(random.chance(0.5) ? random.int(1, 40) : 0);
  }),
  refuse: deed(3, ({ random }, { proxy }) => {
    if (random.chance(0.5)) proxy.refuse();
    else proxy.accept();
  }),
  crash: deed(2, async (story) => {
    if (!story.world.canCrash) return;
    await story.world.crash(0);
    for (const { proxy } of story.actors) proxy.retarget(story.world.nodes[0] ?? '');
  }),
};

function deed(weight: number, act: Deed['act']): Deed {
  return { weight, act };
}

const WEIGHTS = Object.fromEntries(Object.entries(DEEDS).map(([name, { weight }]) => [name, weight])) as Record<
  keyof typeof DEEDS,
  number
>;

/** One random story, the same for the same seed as far as the network allows, checked all along and at its end. */
export async function simulate(seed: number, world: World): Promise<void> {
  const random = new Random(seed);
  const users = USERS.map((user) => `${user}-${seed}`);
  const actors = await Promise.all(
    users.map((user, index) => Actor.create(`${user}#${index}`, world.nodes[0] ?? '', world.sdkAppId)),
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
    readonly random: Random,
    readonly world: World,
    readonly actors: readonly Actor[],
    /** Whose account each actor mostly uses. */
    readonly users: readonly string[],
  ) {}

  ownOf(actor: Actor): string {
    return this.users[this.actors.indexOf(actor)] ?? '';
  }

  login(actor: Actor, userId: string, seconds: number): void {
    actor.login(userId, this.world.sign(userId, seconds));
  }

  async play(): Promise<void> {
    for (const actor of this.actors) this.login(actor, this.ownOf(actor), DAY);
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
    const name = this.random.weighted(WEIGHTS);
    this.log.push(`${actor.name} ${name}`);
    // Nobody can do anything on a machine that stands still.
    if (actor.frozen) actor.thaw();
    await DEEDS[name].act(this, actor);
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
    for (let open = await this.open(); open !== ''; open = await this.open()) {
      this.watch();
      if (fastNow() > patience) throw this.told(new Error(`does not settle: ${open}`));
      await passTime(1000);
    }
    this.watch();
  }

  /** What is still to come: answers, a message through from everybody who thinks to be logged in, messages received. */
  private async open(): Promise<string> {
    const unsettled = this.unsettled();
    if (unsettled !== '') return unsettled;
    // To oneself: of the others it is not known whether they have ever got in.
    const probes = this.actors
      .filter(({ user }) => user !== '')
      .map((actor) => ({ actor, call: actor.send(actor.user) }));
    while (probes.some(({ call }) => call.callbacks.length === 0)) await passTime(200);
    const failed = probes.filter(({ call }) => call.callbacks[0]?.code !== 0);
    const failures = failed.map(({ actor, call }) => `${actor.name} cannot send: ${call.callbacks[0]?.desc ?? ''}`);
    return failures.length > 0 ? failures.join(', ') : this.missing();
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
