import type { Platform } from '@tim-node/protocol';
import { fastNow, passTime } from '../../support/fast-time.js';
import { Random } from '../../support/random.js';
import type { World } from '../world.js';
import { Club } from './club.js';
import { DEEDS } from './deeds.js';
import { Device, type Chat } from './device.js';
import { Ledger } from './ledger.js';
import { News } from './news.js';
import { Reading } from './reading.js';
import { Verdict } from './verdict.js';
import { look, type View } from './view.js';

interface Cast {
  readonly user: string;
  readonly platform: Platform;
  /** Whose account it may change to. No user has two devices of one platform. */
  readonly other?: string;
  readonly keeps: boolean;
}

const USERS = ['alice', 'bob', 'carol'];
const CAST: readonly Cast[] = [
  { user: 'alice', platform: 'Linux', keeps: true },
  { user: 'alice', platform: 'Mac', other: 'carol', keeps: false },
  { user: 'bob', platform: 'Linux', keeps: false },
  { user: 'bob', platform: 'Windows', other: 'alice', keeps: true },
  { user: 'carol', platform: 'Linux', keeps: false },
];
const FRESH = 'iPad';
const STEPS = { least: 15, most: 40 };
const DAY = 86_400;
/** On a busy machine even what happens without faults may take some attempts. */
const ATTEMPTS = 20;
const GROUP_ID_TAKEN = 10021;
const NOT_A_MEMBER = 10007;
/** Simulated time in which everything must have come to rest once the faults are over; milliseconds. */
const PATIENCE = 900_000;

const REFUSALS = new Set([0, 6014, 7009, 9508, 9510, 9519, 9520]);
/** Where databases may be away. */
const BACKING = new Set([10002, 20005]);

const WEIGHTS = Object.fromEntries(Object.entries(DEEDS).map(([name, { weight }]) => [name, weight]));

/** One random story of three users with five devices, who chat with each other and in a group. */
export async function chat(seed: number, world: World): Promise<void> {
  const story = new ChatStory(seed, new Random(seed), world);
  try {
    await story.begin();
    await story.play();
    await story.settle();
  } finally {
    await story.end();
  }
}

export class ChatStory {
  readonly ledger: Ledger;
  readonly club: Club;
  private readonly devices: Device[] = [];
  private readonly log: string[] = [];
  private readonly group: string;
  private readonly users: readonly string[];
  private readonly verdict: Verdict;
  private readonly news: News;
  /** What was seen last. */
  private views: ReadonlyMap<Device, View> = new Map();
  private texts = 0;
  private unexpected: string | undefined;

  constructor(
    private readonly seed: number,
    readonly random: Random,
    readonly world: World,
  ) {
    this.group = `group-${String(seed)}`;
    this.users = USERS.map((user) => this.here(user));
    this.club = new Club(`club-${String(seed)}`, this.here('alice'));
    this.ledger = new Ledger(this.group, this.club);
    this.verdict = new Verdict(this.ledger);
    this.news = new News(this.ledger);
  }

  /** Stories share servers: each has its own users. */
  private here(user: string): string {
    return `${user}-${String(this.seed)}`;
  }

  /** Everybody logs in, and the groups are made: all of that without faults. */
  async begin(): Promise<void> {
    for (const { user, platform, keeps } of CAST) await this.join(this.here(user), platform, keeps);
    await this.makeGroup(this.group, this.users.slice(1));
    await this.makeGroup(this.club.id, []);
  }

  /** On a busy machine a connection may be lost before the answer; then the group may be there. */
  private async makeGroup(id: string, members: readonly string[]): Promise<void> {
    const [first] = this.devices;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { code, desc } = (await first?.createGroup(id, members)) ?? { code: -1, desc: '' };
      if (code === 0 || code === GROUP_ID_TAKEN) return;
      this.log.push(`${id} cannot be made: ${String(code)} ${desc}`);
    }
    throw this.told(`there is no ${id}`);
  }

  private async join(user: string, platform: Platform, keeps: boolean): Promise<Device> {
    const { nodes, sdkAppId } = this.world;
    const device = await Device.create({ user, platform, sdkAppId, keeps }, nodes[0] ?? '');
    this.devices.push(device);
    this.toNode(device, this.devices.length % nodes.length);
    for (let attempt = 1; ; attempt += 1) {
      const { code, desc } = await device.logIn(user, this.world.sign(user, DAY));
      if (code === 0) return device;
      this.log.push(`(${device.name} cannot log in: ${String(code)} ${desc})`);
      if (attempt === ATTEMPTS) throw this.told(`${device.name} has no way in`);
      await passTime(1000);
    }
  }

  private toNode(device: Device, node: number): void {
    device.move(node, this.world.nodes[node] ?? '');
  }

  async play(): Promise<void> {
    const steps = this.random.int(STEPS.least, STEPS.most);
    for (let step = 0; step < steps; step += 1) {
      const device = this.random.pick(this.devices);
      const name = this.random.weighted(WEIGHTS);
      this.log.push(`${device.name} ${name}`);
      device.machine.thaw();
      if (device.login === 'out') this.logIn(device, device.user);
      await DEEDS[name]?.act(this, device);
      await passTime(this.random.chance(0.15) ? this.random.int(1000, 30_000) : this.random.int(0, 300));
      this.watch();
    }
  }

  chatOf({ user }: Device): Chat {
    const others = this.users.filter((other) => other !== user);
    const place = this.random.next();
    if (place < 0.5) return { type: 2, id: place < 0.3 ? this.group : this.club.id };
    return { type: 1, id: this.random.pick(others) };
  }

  newText(device: Device): string {
    this.texts += 1;
    return `${device.name} ${String(this.texts)}`;
  }

  /** Sends may fail for lack of a network, a login or a server, and for nothing else. */
  checkRefusal(code: number, { id }: Chat): void {
    const { canCrash, nodes } = this.world;
    if (code === NOT_A_MEMBER && id === this.club.id) return;
    if (REFUSALS.has(code) || ((canCrash || nodes.length > 1) && BACKING.has(code))) return;
    this.unexpected ??= `a send was refused with ${String(code)}`;
  }

  private logIn(device: Device, user: string): void {
    void device.logIn(user, this.world.sign(user, DAY)).then(({ code, desc }) => {
      if (code !== 0) this.log.push(`(${device.name} cannot log in: ${String(code)} ${desc})`);
    });
  }

  /** Some devices are used by two people. */
  switchAccount(device: Device): void {
    const { user, other } = CAST[this.devices.indexOf(device)] ?? {};
    // A login that waits is left alone: what it would mean for it is the subject of other stories.
    if (user === undefined || other === undefined || device.login === 'pending') return;
    this.logIn(device, device.user === this.here(user) ? this.here(other) : this.here(user));
  }

  /** The network comes back at another node. */
  move(device: Device): void {
    this.toNode(device, this.random.int(0, this.world.nodes.length - 1));
  }

  async interrupt(how: 'crash' | 'restart', node: number): Promise<void> {
    if (!this.world.canCrash) return;
    await this.world[how](node);
    // Whoever was there goes where the node is now, or to another one.
    for (const device of this.devices) {
      if (device.node === node) this.toNode(device, this.random.int(0, this.world.nodes.length - 1));
    }
  }

  private watch(): void {
    if (this.unexpected !== undefined) throw this.told(this.unexpected);
    for (const device of this.devices) {
      const problem = device.violation?.message ?? this.news.wrong(device);
      if (problem !== undefined) throw this.told(problem);
    }
  }

  /** The faults end. Then all devices come to show the same, and what they show is right. */
  async settle(): Promise<void> {
    for (const { machine, proxy } of this.devices) {
      proxy.heal();
      machine.thaw();
    }
    const end = fastNow() + PATIENCE;
    await this.until(end, () => this.unanswered());
    // Whoever logs in anew sees what the others see: nothing was only in the memory of a client.
    for (const user of this.users) await this.join(user, FRESH, false);
    await this.until(end, () => this.problem());
    await this.until(end, () => this.missing());
    const reading = new Reading(this.ledger, this.devices);
    await this.until(end, () => reading.unread());
    await this.until(end, () => reading.unmarked());
    this.watch();
  }

  /** What was sent but not answered may still take effect for some time. */
  private async until(end: number, problem: () => string | undefined | Promise<string | undefined>): Promise<void> {
    for (let last = await problem(); last !== undefined; last = await problem()) {
      this.watch();
      if (fastNow() > end) throw this.told(last);
      await passTime(2000);
    }
  }

  private unanswered(): string | undefined {
    for (const device of this.devices) if (device.login === 'out') this.logIn(device, device.user);
    const waiting = this.devices.filter(({ open, login }) => open > 0 || login !== 'in');
    return waiting.length === 0 ? undefined : `calls are open: ${waiting.map(({ name }) => name).join(', ')}`;
  }

  /** Why the story has not come to rest, or what is wrong. */
  private async problem(): Promise<string | undefined> {
    const unanswered = this.unanswered();
    if (unanswered !== undefined) return unanswered;
    const views = new Map<Device, View>();
    for (const device of this.devices) {
      const view = await look(device);
      if (view === undefined) return `${device.name} cannot ask the server: ${device.refusal}`;
      views.set(device, view);
    }
    this.views = views;
    return this.verdict.difference(views) ?? this.verdict.mistake(views);
  }

  /** What somebody has not been told yet, or what has changed since all was seen. */
  private async missing(): Promise<string | undefined> {
    for (const device of this.devices) {
      const missing = this.news.missing(device, this.views.get(device));
      if (missing !== undefined) return (await this.problem()) ?? missing;
    }
    return undefined;
  }

  async end(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.end()));
  }

  private told(what: string): Error {
    return new Error(`${what}\nWhat happened: ${this.log.join('; ')}`);
  }
}
