import type { Platform } from '@tim-node/protocol';
import { createClient, type TIMCommCallback, type TimClient } from '../../../lib/sdk/src/index.js';
import { FastMachine } from '../../support/fast-time.js';
import { FaultProxy } from '../../support/fault-proxy.js';

/** A message as the C API shows it, as far as the stories look at it. */
export interface Shown {
  readonly message_sender: string;
  readonly message_conv_id: string;
  readonly message_conv_type: number;
  readonly message_seq: number;
  readonly message_status: number;
  readonly message_is_from_self: boolean;
  readonly message_elem_array: readonly { readonly elem_type: number; readonly text_elem_content?: string }[];
}

export interface ShownConversation {
  readonly conv_id: string;
  readonly conv_type: number;
  readonly conv_unread_num: number;
  readonly conv_is_pinned: boolean;
  readonly conv_last_msg?: Partial<Shown>;
}

/** A conversation as a device names it. */
export interface Chat {
  readonly type: 1 | 2;
  readonly id: string;
}

/** What a call has come to. */
export interface Outcome {
  readonly code: number;
  readonly desc: string;
  readonly json: unknown;
}

export const textOf = ({ message_elem_array: elems }: Shown): string | undefined =>
  elems.find(({ elem_type: type }) => type === 0)?.text_elem_content;

const PAGE = 20;

/** One client of a user, behind a proxy of its own. */
export class Device {
  readonly machine = new FastMachine();
  /** New messages as they came, in order. */
  readonly received: Shown[] = [];
  /** The first thing that went wrong in a callback. */
  violation: Error | undefined;
  /** Why the server could not be asked the last time. */
  refusal = '';
  /** Calls that were accepted and not answered yet. */
  open = 0;
  private readonly client: TimClient;

  private constructor(
    readonly user: string,
    readonly platform: Platform,
    readonly proxy: FaultProxy,
    private readonly sdkAppId: number,
  ) {
    this.client = createClient({ host: this.machine.host });
    this.client.TIMAddRecvNewMsgCallback((json) => {
      this.received.push(...(JSON.parse(json) as Shown[]));
    }, null);
    this.client.TIMSetKickedOfflineCallback(() => this.failed('kicked, though nobody did it'), null);
  }

  get name(): string {
    return `${this.user}/${this.platform}`;
  }

  static async create(user: string, platform: Platform, url: string, sdkAppId: number): Promise<Device> {
    const device = new Device(user, platform, await FaultProxy.start(url), sdkAppId);
    const config = { sdk_config_server_url: device.proxy.url, sdk_config_platform: platform };
    device.client.TIMInit(sdkAppId, config);
    return device;
  }

  private failed(what: string): void {
    this.violation ??= new Error(`${this.name}: ${what}`);
  }

  /** Calls a function of the API; a callback that comes twice, or inside the call, is a violation. */
  private call(name: string, run: (client: TimClient, cb: TIMCommCallback) => number): Promise<Outcome> {
    return new Promise((resolve) => {
      let returned = false;
      let answers = 0;
      const result = run(this.client, (code, desc, json) => {
        if (!returned) this.failed(`${name}: the callback ran inside the call`);
        answers += 1;
        this.open -= 1;
        if (answers > 1) this.failed(`${name}: called back twice`);
        resolve({ code, desc, json: json === '' ? undefined : JSON.parse(json) });
      });
      returned = true;
      this.open += 1;
      if (result !== 0) this.failed(`${name} returned ${String(result)}`);
    });
  }

  login(userSig: string): Promise<Outcome> {
    return this.call('TIMLogin', (client, cb) => client.TIMLogin(this.user, userSig, cb, null));
  }

  createGroup(id: string, members: readonly string[]): Promise<Outcome> {
    const group = {
      create_group_param_group_name: id,
      create_group_param_group_id: id,
      create_group_param_group_type: 0,
      create_group_param_group_member_array: members.map((user) => ({
        group_member_info_identifier: user,
        group_member_info_member_role: 200,
      })),
    };
    return this.call('TIMGroupCreate', (client, cb) => client.TIMGroupCreate(JSON.stringify(group), cb, null));
  }

  send({ id, type }: Chat, text: string): Promise<Outcome> {
    const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
    return this.call('TIMMsgSendMessage', (client, cb) => client.TIMMsgSendMessage(id, type, message, null, cb, null));
  }

  modify(message: Shown, text: string): Promise<Outcome> {
    const changed = { ...message, message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
    return this.call('TIMMsgModifyMessage', (client, cb) =>
      client.TIMMsgModifyMessage(JSON.stringify(changed), cb, null),
    );
  }

  revoke({ id, type }: Chat, message: Shown): Promise<Outcome> {
    return this.call('TIMMsgRevoke', (client, cb) => client.TIMMsgRevoke(id, type, JSON.stringify(message), cb, null));
  }

  remove({ id, type }: Chat, messages: readonly Shown[]): Promise<Outcome> {
    return this.call('TIMMsgListDelete', (client, cb) =>
      client.TIMMsgListDelete(id, type, JSON.stringify(messages), cb, null),
    );
  }

  read({ id, type }: Chat): Promise<Outcome> {
    const conversation = `${type === 1 ? 'c2c' : 'group'}_${id}`;
    return this.call('TIMConvCleanConversationUnreadMessageCount', (client, cb) =>
      client.TIMConvCleanConversationUnreadMessageCount(conversation, 0, 0, cb, null),
    );
  }

  pin({ id, type }: Chat, pinned: boolean): Promise<Outcome> {
    return this.call('TIMConvPinConversation', (client, cb) =>
      client.TIMConvPinConversation(id, type, pinned, cb, null),
    );
  }

  async conversations(): Promise<ShownConversation[]> {
    const { code, json } = await this.call('TIMConvGetConvList', (client, cb) => client.TIMConvGetConvList(cb, null));
    return code === 0 ? (json as ShownConversation[]) : [];
  }

  /** The newest messages of a conversation, newest first. */
  async page({ id, type }: Chat, before?: Shown): Promise<Shown[] | undefined> {
    const query = {
      msg_getmsglist_param_count: PAGE,
      ...(before === undefined ? {} : { msg_getmsglist_param_last_msg: before }),
    };
    const { code, desc, json } = await this.call('TIMMsgGetMsgList', (client, cb) =>
      client.TIMMsgGetMsgList(id, type, JSON.stringify(query), cb, null),
    );
    if (code !== 0) this.refusal = `${String(code)} ${desc}`;
    return code === 0 ? (json as Shown[]) : undefined;
  }

  /** All messages of a conversation, oldest first; nothing when the server could not be asked. */
  async history(chat: Chat): Promise<Shown[] | undefined> {
    const all: Shown[] = [];
    for (;;) {
      const page = await this.page(chat, all.at(-1));
      if (page === undefined) return undefined;
      all.push(...page);
      if (page.length < PAGE) return all.reverse();
    }
  }

  async end(): Promise<void> {
    this.machine.thaw();
    this.client.TIMUninit();
    await this.proxy.close();
  }
}
