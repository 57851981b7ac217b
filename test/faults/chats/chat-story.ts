import type { Platform } from '@tim-node/protocol';
import { fastNow, passTime } from '../../support/fast-time.js';
import { Random } from '../../support/random.js';
import type { World } from '../world.js';
import { Device, textOf, type Chat, type Shown } from './device.js';
import { chatKey, Ledger, type Sent } from './ledger.js';
import { chatOf, isRevoked, line, look, type View } from './view.js';

const DEVICES: readonly (readonly [user: string, platform: Platform])[] = [
  ['alice', 'Linux'],
  ['alice', 'Mac'],
  ['bob', 'Linux'],
  ['bob', 'Windows'],
  ['carol', 'Linux'],
];
const FRESH = 'iPad';
const STEPS = { least: 15, most: 40 };
const DAY = 86_400;
const ATTEMPTS = 5;
const GROUP_ID_TAKEN = 10021;
/** Simulated time in which everything must have come to rest once the faults are over; milliseconds. */
const PATIENCE = 900_000;

type Act = (story: ChatStory, device: Device) => void | Promise<void>;

const DEEDS: Readonly<Record<string, { readonly weight: number; readonly act: Act }>> = {
  send: { weight: 40, act: (story, device) => story.send(device) },
  modify: { weight: 9, act: (story, device) => story.modify(device) },
  revoke: { weight: 6, act: (story, device) => story.revoke(device) },
  remove: { weight: 4, act: (story, device) => story.remove(device) },
  read: { weight: 10, act: (story, device) => story.read(device) },
  pin: { weight: 3, act: (story, device) => story.pin(device) },
  freezeClient: { weight: 2, act: (_story, { machine }) => machine.freeze() },
  drop: { weight: 8, act: (_story, { proxy }) => proxy.drop() },
  halfClose: { weight: 2, act: (_story, { proxy }) => proxy.halfClose() },
  garbage: { weight: 2, act: (_story, { proxy }) => proxy.garbage() },
  freezeNetwork: { weight: 3, act: ({ random }, { proxy }) => (random.chance(0.5) ? proxy.freeze() : proxy.thaw()) },
  delay: { weight: 3, act: ({ random }, { proxy }) => proxy.delay(random.chance(0.5) ? random.int(1, 40) : 0) },
  refuse: { weight: 3, act: ({ random }, { proxy }) => (random.chance(0.5) ? proxy.refuse() : proxy.accept()) },
  crash: { weight: 3, act: (story) => story.crash() },
};
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

class ChatStory {
  private readonly devices: Device[] = [];
  private readonly ledger = new Ledger();
  private readonly log: string[] = [];
  private readonly group: string;
  private texts = 0;

  constructor(
    private readonly seed: number,
    readonly random: Random,
    private readonly world: World,
  ) {
    this.group = `group-${String(seed)}`;
  }

  private get users(): string[] {
    return [...new Set(this.devices.map(({ user }) => user))];
  }

  /** Everybody logs in, and the group is made: all of that without faults. */
  async begin(): Promise<void> {
    for (const [user, platform] of DEVICES) await this.join(`${user}-${String(this.seed)}`, platform);
    await this.makeGroup();
  }

  /** On a busy machine a connection may be lost before the answer; then the group may be there. */
  private async makeGroup(): Promise<void> {
    const [first] = this.devices;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { code, desc } = (await first?.createGroup(this.group, this.users.slice(1))) ?? { code: -1, desc: '' };
      if (code === 0 || code === GROUP_ID_TAKEN) return;
      this.log.push(`the group cannot be made: ${String(code)} ${desc}`);
    }
    throw this.told('there is no group');
  }

  private async join(user: string, platform: Platform): Promise<Device> {
    const device = await Device.create(user, platform, this.world.url, this.world.sdkAppId);
    this.devices.push(device);
    const { code, desc } = await device.login(this.world.sign(user, DAY));
    if (code !== 0) throw new Error(`${device.name} cannot log in: ${String(code)} ${desc}`);
    return device;
  }

  async play(): Promise<void> {
    const steps = this.random.int(STEPS.least, STEPS.most);
    for (let step = 0; step < steps; step += 1) {
      const device = this.random.pick(this.devices);
      const name = this.random.weighted(WEIGHTS);
      this.log.push(`${device.name} ${name}`);
      device.machine.thaw();
      await DEEDS[name]?.act(this, device);
      await passTime(this.random.chance(0.15) ? this.random.int(1000, 30_000) : this.random.int(0, 300));
      this.watch();
    }
  }

  private chatOf({ user }: Device): Chat {
    const others = this.users.filter((other) => other !== user);
    return this.random.chance(0.4) ? { type: 2, id: this.group } : { type: 1, id: this.random.pick(others) };
  }

  private newText(device: Device): string {
    this.texts += 1;
    return `${device.name} ${String(this.texts)}`;
  }

  send(device: Device): void {
    const chat = this.chatOf(device);
    for (let count = this.random.int(1, 4); count > 0; count -= 1) {
      const sent = this.ledger.send(device.user, chatKey(device.user, chat), this.newText(device));
      void device.send(chat, sent.text).then(({ code, json }) => {
        sent.code = code;
        if (code === 0) sent.seq = (json as Shown).message_seq;
      });
    }
  }

  /** A message that the device has on its screen now, with what is known of it; in the background, so that no network is waited for. */
  private withMessage(device: Device, own: boolean, act: (chat: Chat, message: Shown, sent: Sent) => void): void {
    const chat = this.chatOf(device);
    const choice = this.random.next();
    void device.page(chat).then((page = []) => {
      const usable = page.filter((each) => !isRevoked(each) && (!own || each.message_sender === device.user));
      const message = usable[Math.floor(choice * usable.length)];
      const sent = message === undefined ? undefined : this.ledger.find(textOf(message) ?? '');
      if (message !== undefined && sent !== undefined) act(chat, message, sent);
    });
  }

  modify(device: Device): void {
    const text = this.newText(device);
    this.withMessage(device, true, (_chat, message, sent) => {
      const change = { by: device.user, text, code: undefined as number | undefined };
      sent.changes.push(change);
      void device.modify(message, text).then(({ code }) => (change.code = code));
    });
  }

  revoke(device: Device): void {
    this.withMessage(device, true, (chat, message, sent) => {
      const deed = { by: device.user, code: undefined as number | undefined };
      sent.revocations.push(deed);
      void device.revoke(chat, message).then(({ code }) => (deed.code = code));
    });
  }

  remove(device: Device): void {
    this.withMessage(device, false, (chat, message, sent) => {
      const deed = { by: device.user, code: undefined as number | undefined };
      sent.removals.push(deed);
      void device.remove(chat, [message]).then(({ code }) => (deed.code = code));
    });
  }

  read(device: Device): void {
    void device.read(this.chatOf(device));
  }

  pin(device: Device): void {
    void device.pin(this.chatOf(device), this.random.chance(0.7));
  }

  async crash(): Promise<void> {
    if (!this.world.canCrash) return;
    await this.world.crash();
    for (const { proxy } of this.devices) proxy.retarget(this.world.url);
  }

  private watch(): void {
    for (const { violation } of this.devices) if (violation !== undefined) throw this.told(violation.message);
  }

  /** The faults end. Then all devices come to show the same, and what they show is right. */
  async settle(): Promise<void> {
    for (const { machine, proxy } of this.devices) {
      proxy.heal();
      machine.thaw();
    }
    const end = fastNow() + PATIENCE;
    for (let problem = await this.problem(); problem !== undefined; problem = await this.problem()) {
      this.watch();
      if (fastNow() > end) throw this.told(problem);
      await passTime(2000);
    }
    await this.compareWithFresh();
    this.checkReceived();
    await this.readEverything(end);
    this.watch();
  }

  /** Why the story has not come to rest, or what is wrong. */
  private async problem(): Promise<string | undefined> {
    const waiting = this.devices.filter(({ open }) => open > 0);
    if (waiting.length > 0) return `calls are open: ${waiting.map(({ name }) => name).join(', ')}`;
    const views = new Map<Device, View>();
    for (const device of this.devices) {
      const view = await look(device);
      if (view === undefined) return `${device.name} cannot ask the server: ${device.refusal}`;
      views.set(device, view);
    }
    return this.difference(views) ?? this.mistake(views);
  }

  /** Devices of one user that do not show the same. */
  private difference(views: ReadonlyMap<Device, View>): string | undefined {
    const first = new Map<string, [Device, View]>();
    for (const [device, view] of views) {
      const [other, theirs] = first.get(device.user) ?? [device, view];
      first.set(device.user, [other, theirs]);
      const mine = view.lines.join('\n');
      if (mine !== theirs.lines.join('\n')) {
        return `${other.name} and ${device.name} differ:\n${theirs.lines.join('\n')}\n-----\n${mine}`;
      }
    }
    return undefined;
  }

  /** Something that cannot be, after all that was answered. */
  private mistake(views: ReadonlyMap<Device, View>): string | undefined {
    for (const [device, { histories }] of views) {
      for (const [id, history] of histories) {
        const problem = this.wrongIn(device, history) ?? this.lacking(device, id, history);
        if (problem !== undefined) return `${device.name}, ${id}: ${problem}\n${history.map(line).join('\n')}`;
      }
    }
    return undefined;
  }

  private wrongIn(device: Device, history: readonly Shown[]): string | undefined {
    const seen = new Set<Sent>();
    let last = 0;
    for (const message of history) {
      if (message.message_seq <= last) return `${line(message)} stands after ${String(last)}`;
      last = message.message_seq;
      const problem = this.wrongWith(device, message, seen);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  private wrongWith(device: Device, message: Shown, seen: Set<Sent>): string | undefined {
    const text = textOf(message);
    if (text === undefined && !isRevoked(message)) return undefined;
    const sent = isRevoked(message) ? this.atPlace(device, message) : this.ledger.find(text ?? '');
    if (sent === undefined) return isRevoked(message) ? undefined : `nobody has sent "${text ?? ''}"`;
    if (seen.has(sent)) return `"${sent.text}" is there twice`;
    seen.add(sent);
    if (sent.seq !== undefined && sent.seq !== message.message_seq) {
      return `"${sent.text}" was acknowledged at ${String(sent.seq)}`;
    }
    const { texts, revoked } = this.ledger.expected(sent);
    if (isRevoked(message)) return revoked === 'no' ? `nobody has revoked "${sent.text}"` : undefined;
    if (revoked === 'yes') return `"${sent.text}" was revoked`;
    return texts.includes(text ?? '') ? undefined : `"${text ?? ''}" instead of one of ${texts.join(', ')}`;
  }

  private atPlace(device: Device, { message_seq: seq, message_conv_id: id, message_conv_type: type }: Shown) {
    const key = chatKey(device.user, { type: type as Chat['type'], id });
    return this.ledger.sent.find((sent) => sent.chat === key && sent.seq === seq);
  }

  private lacking(device: Device, id: string, history: readonly Shown[]): string | undefined {
    const key = chatKey(device.user, { type: id === this.group ? 2 : 1, id });
    const places = new Set(history.map(({ message_seq: seq }) => seq));
    for (const sent of this.ledger.sent) {
      if (sent.chat !== key || sent.seq === undefined) continue;
      const removed = this.ledger.removedFor(sent, device.user);
      if (removed === 'no' && !places.has(sent.seq)) return `"${sent.text}" was acknowledged and is not there`;
      if (removed === 'yes' && places.has(sent.seq)) return `"${sent.text}" was deleted and is there`;
    }
    return undefined;
  }

  /** Whoever logs in anew sees what the others see: nothing was only in the memory of a client. */
  private async compareWithFresh(): Promise<void> {
    for (const user of this.users) {
      const device = this.devices.find((each) => each.user === user);
      const fresh = await this.join(user, FRESH);
      const [theirs, mine] = [device === undefined ? undefined : await look(device), await look(fresh)];
      if (mine?.lines.join('\n') !== theirs?.lines.join('\n')) {
        throw this.told(
          `${fresh.name} sees something else:\n${mine?.lines.join('\n') ?? ''}\n-----\n${theirs?.lines.join('\n') ?? ''}`,
        );
      }
    }
  }

  /** New messages were told once each, and in the order of their conversation. */
  private checkReceived(): void {
    for (const device of this.devices) {
      const last = new Map<string, number>();
      for (const message of device.received) {
        const { message_conv_id: id, message_conv_type: type, message_seq: seq } = message;
        const key = `${String(type)} ${id}`;
        if (seq <= (last.get(key) ?? 0))
          throw this.told(`${device.name} was told of ${line(message)} after ${String(last.get(key))}`);
        last.set(key, seq);
      }
      const got = new Set(device.received.map((message) => textOf(message)));
      if (device.platform === FRESH) continue;
      const others = this.ledger.sent.filter(({ seq, from }) => seq !== undefined && from !== device.user);
      const mine = others.filter(({ chat }) => chat === this.group || chat.split('/').includes(device.user));
      const missed = mine.find(
        ({ text, changes, revocations }) => changes.length + revocations.length === 0 && !got.has(text),
      );
      if (missed !== undefined) throw this.told(`${device.name} was never told of "${missed.text}"`);
    }
  }

  /** One device of each user reads everything; the others follow. */
  private async readEverything(end: number): Promise<void> {
    for (const user of this.users) {
      const device = this.devices.find((each) => each.user === user);
      for (const conversation of (await device?.conversations()) ?? []) await device?.read(chatOf(conversation));
    }
    const unread = async (): Promise<string[]> => {
      const lists = await Promise.all(
        this.devices.map(async (device) => ({ device, list: await device.conversations() })),
      );
      return lists.flatMap(({ device, list }) =>
        list
          .filter((each) => each.conv_unread_num > 0)
          .map((each) => `${device.name}: ${each.conv_id} ${String(each.conv_unread_num)}`),
      );
    };
    for (let left = await unread(); left.length > 0; left = await unread()) {
      if (fastNow() > end) throw this.told(`unread after reading: ${left.join(', ')}`);
      await passTime(500);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.end()));
  }

  private told(what: string): Error {
    return new Error(`${what}\nWhat happened: ${this.log.join('; ')}`);
  }
}
