import type { SdkConfig } from 'tim-node';
import type { Target } from '@tim-node/protocol';
import type { App } from '../integration/native/app.js';
import type { Reachable, World } from '../integration/native/world.js';
import { addLine, Burst, conversationOf, lineOf, logOf } from './burst.js';
import { logIn, type Home } from './raw-client.js';
import { waitFor } from './wait.js';

const SENDERS = ['s1', 's2', 's3', 's4'];
const ONLINE = ['on1', 'on2'];
const OFFLINE = 'off';
const RECEIVERS = [...ONLINE, OFFLINE];
const GROUP: Target = { type: 'group', id: 'everybody' };
const SENDS = 10_000;
/** The server dies after this part of them. */
const PART = 0.3;
const C2C = 1;
/** Even a busy machine gets this many done in this time; milliseconds. */
const PATIENCE = 60_000;

const to = (id: string): Target => ({ type: 'c2c', id });

/** Lines of messages, by conversation and in order. */
type Lines = Map<string, string[]>;

/** Where a burst takes place. */
export interface Place {
  /** How many messages; 10,000 unless said otherwise. */
  readonly sends?: number;
  readonly world: World;
  /** Where the senders are. */
  readonly sending: Home;
  /** Where the receivers are, before and after. */
  readonly receiving: Reachable;
  /** Ends the server of the senders, or what it depends on, without warning. */
  kill(): Promise<void>;
  /** Where the senders find a server afterwards. */
  recover(): Promise<Home>;
}

/** Thousands of sends are under way when the server dies. */
export async function killAmidBurst(place: Place): Promise<void> {
  const story = new Story(place);
  await story.gather();
  await story.interrupt();
  const before = await story.recover();
  await story.finish(before);
}

class Story {
  private readonly burst: Burst;
  private readonly online = new Map<string, App>();
  private readonly kept: SdkConfig;
  private home: Home;

  constructor(private readonly place: Place) {
    this.home = place.sending;
    this.burst = new Burst(SENDERS, [...RECEIVERS.map(to), GROUP], place.sends ?? SENDS);
    this.kept = { sdk_config_config_file_path: place.world.folder() };
  }

  /** Everybody is there once; one receiver leaves. */
  async gather(): Promise<void> {
    for (const user of ONLINE) this.online.set(user, await this.login(user));
    (await this.login(OFFLINE, this.kept)).client.TIMUninit();
    for (const user of SENDERS) await (await logIn(this.home, user, { platform: 'Web' })).client.close();
    const { client } = await logIn(this.home, 's1', { platform: 'Web' });
    const members = [...SENDERS.slice(1), ...RECEIVERS].map((user) => ({ user, role: 'member' as const }));
    await client.ask('group.create', { id: GROUP.id, type: 'Public', name: GROUP.id, members });
    await client.close();
  }

  private async login(user: string, config: SdkConfig = {}): Promise<App> {
    const one = this.place.world.app(this.place.receiving, config);
    expect(await one.login(user, this.home.genUserSig(user))).toBe(0);
    return one;
  }

  /** The server dies when many are acknowledged, and all that one sender waits for are stored, but he does not know. */
  async interrupt(): Promise<void> {
    const { burst } = this;
    const firing = burst.fire(this.home);
    await burst.untilAnswered(burst.sends.length * PART, PATIENCE);
    burst.deafen('s1');
    await burst.untilAnswered(burst.answered + burst.window * (SENDERS.length - 1), PATIENCE);
    await this.place.kill();
    burst.hangUp();
    await firing;
    expect(burst.answered).toBeLessThan(burst.sends.length);
  }

  /** Histories, the log of who was away, and clients that were there or come later: all have the same. */
  async recover(): Promise<Lines> {
    this.home = await this.place.recover();
    const histories = await this.histories();
    await this.untilTold(histories);
    expect(await logOf(this.home, OFFLINE)).toEqual(ofUser(OFFLINE, histories));
    this.online.set(OFFLINE, await this.login(OFFLINE, this.kept));
    await this.untilTold(histories);
    return histories;
  }

  /** What was not acknowledged is sent again. */
  async finish(before: Lines): Promise<void> {
    const { burst } = this;
    const stored = burst.stored(before);
    const repeated = burst.sends.filter(({ answer, text }) => answer === undefined && stored.has(text));
    expect(repeated.length).toBeGreaterThan(0);
    await burst.fire(this.home);
    expect(burst.answered).toBe(burst.sends.length);
    expect(repeated.map(({ answer }) => answer?.seq)).toEqual(repeated.map(({ text }) => stored.get(text)));
    const after = await this.histories();
    expect(burst.stored(after).size).toBe(burst.sends.length);
    for (const [name, lines] of before) expect(after.get(name)?.slice(0, lines.length)).toEqual(lines);
    await this.untilTold(after);
  }

  private async histories(): Promise<Lines> {
    const all: Lines = new Map();
    for (const user of RECEIVERS) {
      // All members have the same history of the group.
      const group = user === OFFLINE ? [GROUP] : [];
      const read = await this.burst.histories(this.home, user, [...SENDERS.map(to), ...group]);
      for (const [name, lines] of read) all.set(name, lines);
    }
    return all;
  }

  /** The clients of the receivers have told everything once, in order. */
  private async untilTold(histories: Lines): Promise<void> {
    for (const [user, one] of this.online) {
      const expected = ofUser(user, histories);
      const count = [...expected.values()].reduce((sum, { length }) => sum + length, 0);
      await waitFor(`${String(count)} messages`, () => one.received.length >= count, PATIENCE);
      expect(told(user, one)).toEqual(expected);
    }
  }
}

const ofUser = (user: string, histories: Lines): Lines =>
  new Map([...histories].filter(([name]) => name === GROUP.id || name.split('/').includes(user)));

/** What a client has been told of new messages. */
function told(user: string, { received }: App): Lines {
  const found: Lines = new Map();
  for (const message of received) {
    const { message_conv_type: type, message_conv_id: id = '', message_seq: seq, message_elem_array: elems } = message;
    const conversation = type === C2C ? conversationOf(user, to(id)) : id;
    addLine(found, conversation, lineOf(Number(seq), elems?.[0]?.['text_elem_content'] as string | undefined));
  }
  return found;
}
