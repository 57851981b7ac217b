import type { Message, SdkConfig, TimClient, TIMConvType } from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import { nativeApi } from '../../support/checked-client.js';
import type { App } from './app.js';
import { textMessage } from './app.js';
import { fails, infoOf, listOf, ok, untilShows } from './conversation-app.js';
import type { World } from './world.js';

/* Two accounts with two instances each, and everything that these are told. */

export const C2C: TIMConvType = 1;
export const GROUP: TIMConvType = 2;

type Call = (client: TimClient, cb: TIMCommCallback) => number;

/** The functions that set the callback of an event of messages or conversations. */
const SETTERS = nativeApi.functions
  .map(({ name }) => name)
  .filter((name) => /^TIMSet(Msg|Conv)\w+Callback$/.test(name)) as (keyof TimClient & `TIMSet${string}`)[];

/** One instance of somebody. */
export class Player {
  /** By the name of what sets the callback, without `TIMSet` and `Callback`: the arguments, JSON parsed. */
  private readonly told = new Map<string, unknown[][]>();

  constructor(
    readonly app: App,
    readonly user: string,
  ) {
    for (const name of SETTERS) {
      const event = name.slice('TIMSet'.length, -'Callback'.length);
      const set = this.app.client[name] as (cb: (...args: unknown[]) => void) => void;
      set((...args) => this.of(event).push(args.slice(0, -1).map(parsed)));
    }
  }

  /** Every time that an event has come: its arguments. */
  of(event: string): unknown[][] {
    let list = this.told.get(event);
    if (list === undefined) this.told.set(event, (list = []));
    return list;
  }

  /** Waits until an event has come so many times. */
  async until(event: string, count = 1): Promise<unknown[][]> {
    await this.app.until(`${count} times ${event}`, () => this.of(event).length >= count);
    return this.of(event);
  }

  ok(call: Call): Promise<unknown> {
    return ok(this.app, call);
  }

  fails(call: Call): Promise<number> {
    return fails(this.app, call);
  }

  async send(to: string, type: TIMConvType, given: Message | string): Promise<Message> {
    const message = typeof given === 'string' ? textMessage(given) : given;
    return (await this.ok((client, cb) => client.TIMMsgSendMessage(to, type, message, null, cb))) as Message;
  }

  /** Waits for a message by its id; as this instance got it. */
  async received({ message_msg_id: id }: Message): Promise<Message> {
    const find = (): Message | undefined => this.app.received.find((each) => each.message_msg_id === id);
    await this.app.until('the message', () => find() !== undefined);
    return find() ?? {};
  }

  list(conv: string, type: TIMConvType = C2C): Promise<Message[]> {
    return this.ok((client, cb) => client.TIMMsgGetMsgList(conv, type, {}, cb)) as Promise<Message[]>;
  }

  async texts(conv: string, type: TIMConvType = C2C): Promise<unknown[]> {
    return (await this.list(conv, type)).map(textOf);
  }

  conversation(conv: string, type: TIMConvType = C2C): ReturnType<typeof infoOf> {
    return infoOf(this.app, conv, type);
  }

  conversations(): ReturnType<typeof listOf> {
    return listOf(this.app);
  }

  async untilShows(conv: string, type: TIMConvType, expected: object): Promise<void> {
    await untilShows(this.app, conv, expected, type);
  }
}

function parsed(arg: unknown): unknown {
  return typeof arg === 'string' && /^[[{]/.test(arg) ? readJson(arg) : arg;
}

export function textOf({ message_elem_array: elems }: Message): unknown {
  return elems?.[0]?.['text_elem_content'];
}

export interface Cast {
  readonly server: TimServer;
  readonly alice: Player;
  readonly aliceWeb: Player;
  readonly bob: Player;
  readonly bobWeb: Player;
  readonly everybody: readonly Player[];
  /** One more instance of anybody. */
  enter(user: string, config?: SdkConfig): Promise<Player>;
}

/** Alice and bob, each on a desk and on the web, with their lists of conversations loaded. */
export async function cast(world: World, config: (user: string) => SdkConfig = () => ({})): Promise<Cast> {
  const server = await world.start();
  const enter = async (user: string, more: SdkConfig = {}): Promise<Player> => {
    const player = new Player(world.app(server, more), user);
    expect(await player.app.login(user, server.genUserSig(user))).toBe(0);
    await player.conversations();
    return player;
  };
  const alice = await enter('alice', config('alice'));
  const aliceWeb = await enter('alice', { sdk_config_platform: 'Web' });
  const bob = await enter('bob', config('bob'));
  const bobWeb = await enter('bob', { sdk_config_platform: 'Web' });
  return { server, alice, aliceWeb, bob, bobWeb, everybody: [alice, aliceWeb, bob, bobWeb], enter };
}

/** Alice makes the group `team` with others in it; all of these have it in their lists. */
export async function team({ alice, everybody }: Cast, members: readonly string[] = ['bob']): Promise<void> {
  await alice.ok((client, cb) =>
    client.TIMGroupCreate(
      {
        create_group_param_group_id: 'team',
        create_group_param_group_name: 'The Team',
        create_group_param_group_type: 0,
        create_group_param_group_member_array: members.map((user) => ({ group_member_info_identifier: user })),
      },
      cb,
    ),
  );
  const hello = await alice.send('team', GROUP, 'hello');
  for (const player of everybody) {
    if (player !== alice) await player.received(hello);
  }
}
