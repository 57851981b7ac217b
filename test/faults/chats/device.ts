import { rmSync } from 'node:fs';
import type { Platform } from '@tim-node/protocol';
import type { Host } from '../../../lib/sdk/src/host/host.js';
import { nodeHost } from '../../../lib/sdk/src/host/node.js';
import { randomId } from '../../../lib/sdk/src/host/random.js';
import { createClient, type TIMCommCallback, type TimClient } from '../../../lib/sdk/src/index.js';
import type { LocalStore } from '../../../lib/sdk/src/local/store.js';
import { TIMGroupAddOption, TIMGroupType } from '../../../lib/sdk/src/native/generated/enums.js';
import { FastMachine, fastNow } from '../../support/fast-time.js';
import { FaultProxy } from '../../support/fault-proxy.js';
import { scratchFolder } from '../../support/scratch.js';

/** A message as the C API shows it, as far as the stories look at it. */
export interface Shown {
  readonly message_sender: string;
  readonly message_conv_id: string;
  readonly message_conv_type: number;
  readonly message_seq: number;
  readonly message_status: number;
  readonly message_is_from_self: boolean;
  readonly message_is_peer_read: boolean;
  readonly message_server_time: number;
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

/** Where a message stands. */
export interface Locator {
  readonly message_locator_conv_id: string;
  readonly message_locator_conv_type: number;
  readonly message_locator_seq: number;
}

interface Receipt {
  readonly msg_receipt_conv_id: string;
  readonly msg_receipt_time_stamp: number;
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

/** What one account has seen on a device. */
export interface Account {
  readonly user: string;
  /** New messages as they came, in order. */
  readonly received: Shown[];
  /** Messages that somebody has taken back, as it was told. */
  readonly revoked: Locator[];
  /** Messages whose content was changed, as they were told. */
  readonly modified: Shown[];
  /** Up to when others have read what was sent to them, by their names; unix seconds. */
  readonly readBy: Map<string, number>;
  /** Since when nothing may be missed; simulated time. Absent: it has not been logged in. */
  since: number | undefined;
}

function newAccount(user: string): Account {
  return { user, received: [], revoked: [], modified: [], readBy: new Map(), since: undefined };
}

/** How a client is made. */
interface Settings {
  readonly user: string;
  readonly platform: Platform;
  readonly sdkAppId: number;
  /** Whether it keeps a store on disk, which outlives its process. */
  readonly keeps: boolean;
}

/** One client behind a proxy of its own. Its process can be killed and started again; its account can change. */
export class Device {
  machine = new FastMachine();
  readonly accounts = new Map<string, Account>();
  /** The first thing that went wrong in a callback. */
  violation: Error | undefined;
  /** Why the server could not be asked the last time. */
  refusal = '';
  /** Calls that were accepted and not answered yet. */
  open = 0;
  /** Whose account it is to be. */
  user: string;
  /** Which of the nodes its way leads to. */
  node = 0;
  /** How its login stands. `out`: somebody has to log in. */
  login: 'out' | 'pending' | 'in' = 'out';
  /** Counts processes: what belongs to an earlier one is of no interest. */
  life = 0;
  private client!: TimClient;
  /** Whose messages are told now. */
  private told: string | undefined;
  private readonly folder: string | undefined;
  private readonly instanceId = randomId();
  private stores = new Set<LocalStore>();

  private constructor(
    private readonly settings: Settings,
    readonly proxy: FaultProxy,
  ) {
    this.user = settings.user;
    this.folder = settings.keeps ? scratchFolder('device') : undefined;
    this.start();
  }

  get platform(): Platform {
    return this.settings.platform;
  }

  get name(): string {
    return `${this.user}/${this.platform}`;
  }

  static async create(settings: Settings, url: string): Promise<Device> {
    return new Device(settings, await FaultProxy.start(url));
  }

  /** A new process. */
  private start(): void {
    this.machine = new FastMachine(this.instanceId);
    this.stores = new Set();
    this.client = createClient({ host: this.host() });
    this.client.TIMAddRecvNewMsgCallback((json) => this.receive(JSON.parse(json) as Shown[]), null);
    this.client.TIMSetMsgRevokeCallback((json) => {
      this.account?.revoked.push(...(JSON.parse(json) as Locator[]));
    }, null);
    this.client.TIMSetMsgUpdateCallback((json) => {
      this.account?.modified.push(...(JSON.parse(json) as Shown[]));
    }, null);
    this.client.TIMSetMsgReadedReceiptCallback((json) => {
      for (const receipt of JSON.parse(json) as Receipt[]) {
        this.account?.readBy.set(receipt.msg_receipt_conv_id, receipt.msg_receipt_time_stamp);
      }
    }, null);
    this.client.TIMSetKickedOfflineCallback(() => this.failed('kicked, though nobody did it'), null);
    this.client.TIMInit(this.settings.sdkAppId, {
      sdk_config_server_url: this.proxy.url,
      sdk_config_platform: this.platform,
      ...(this.folder === undefined ? {} : { sdk_config_config_file_path: this.folder }),
    });
  }

  /** Knows which files are open: the system closes them when a process dies. */
  private host(): Host {
    const { machine, stores, life } = this;
    return {
      ...machine.host,
      openLog: () => undefined,
      openStore: async (options) => {
        const store = await (nodeHost.openStore as NonNullable<Host['openStore']>)(options);
        if (life === this.life) stores.add(store);
        else store.close();
        return store;
      },
    };
  }

  /** kill -9, and a new process in its place, in which nobody is logged in yet. */
  kill(): void {
    this.machine.freeze();
    this.proxy.drop();
    this.life += 1;
    this.closeFiles();
    this.open = 0;
    this.login = 'out';
    this.told = undefined;
    // Without a store nothing is left of it.
    if (this.folder === undefined) this.accounts.clear();
    this.start();
  }

  private closeFiles(): void {
    for (const store of this.stores) {
      try {
        store.close();
      } catch {
        // The client has closed it.
      }
    }
  }

  /** Whose messages are told now. */
  private get account(): Account | undefined {
    return this.accounts.get(this.told ?? '');
  }

  private receive(messages: readonly Shown[]): void {
    if (this.account === undefined) this.failed('told of a message, though nobody is logged in');
    this.account?.received.push(...messages);
  }

  /** Moves its way to another node. */
  move(node: number, url: string): void {
    this.node = node;
    this.proxy.retarget(url);
    this.proxy.drop();
  }

  private failed(what: string): void {
    this.violation ??= new Error(`${this.name}: ${what}`);
  }

  /** Calls a function of the API; a callback that comes twice, or inside the call, is a violation. */
  private call(name: string, run: (client: TimClient, cb: TIMCommCallback) => number): Promise<Outcome> {
    return new Promise((resolve) => {
      let returned = false;
      let answers = 0;
      const { life } = this;
      const result = run(this.client, (code, desc, json) => {
        if (!returned) this.failed(`${name}: the callback ran inside the call`);
        if (life !== this.life) this.failed(`${name}: the callback of a dead process`);
        answers += 1;
        this.open -= 1;
        if (answers > 1) this.failed(`${name}: called back twice`);
        if (name === 'TIMLogin') this.loggedIn(code);
        resolve({ code, desc, json: json === '' ? undefined : JSON.parse(json) });
      });
      returned = true;
      this.open += 1;
      if (result !== 0) this.failed(`${name} returned ${String(result)}`);
    });
  }

  /** In the callback itself: new messages may follow it at once. */
  private loggedIn(code: number): void {
    this.login = code === 0 ? 'in' : 'out';
    if (code !== 0) return;
    this.told = this.user;
    const account = this.account ?? newAccount(this.user);
    account.since ??= fastNow();
    this.accounts.set(this.user, account);
  }

  /** Logs in; from another account it changes to this one. */
  logIn(user: string, userSig: string): Promise<Outcome> {
    this.user = user;
    this.login = 'pending';
    return this.call('TIMLogin', (client, cb) => client.TIMLogin(user, userSig, cb, null));
  }

  createGroup(id: string, members: readonly string[]): Promise<Outcome> {
    const group = {
      create_group_param_group_name: id,
      create_group_param_group_id: id,
      create_group_param_group_type: TIMGroupType.kTIMGroup_Public,
      create_group_param_add_option: TIMGroupAddOption.kTIMGroupAddOpt_Any,
      create_group_param_group_member_array: members.map((user) => ({
        group_member_info_identifier: user,
        group_member_info_member_role: 200,
      })),
    };
    return this.call('TIMGroupCreate', (client, cb) => client.TIMGroupCreate(JSON.stringify(group), cb, null));
  }

  joinGroup(id: string): Promise<Outcome> {
    return this.call('TIMGroupJoin', (client, cb) => client.TIMGroupJoin(id, '', cb, null));
  }

  quitGroup(id: string): Promise<Outcome> {
    return this.call('TIMGroupQuit', (client, cb) => client.TIMGroupQuit(id, cb, null));
  }

  send({ id, type }: Chat, text: string): Promise<Outcome> {
    const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
    return this.call('TIMMsgSendMessage', (client, cb) => client.TIMMsgSendMessage(id, type, message, null, cb, null));
  }

  /** Reaches only those who are there. */
  whisper({ id, type }: Chat, text: string): Promise<Outcome> {
    const message = {
      message_elem_array: [{ elem_type: 0, text_elem_content: text }],
      message_is_online_msg: true,
    };
    return this.call('TIMMsgSendMessage', (client, cb) => client.TIMMsgSendMessage(id, type, message, null, cb, null));
  }

  clear({ id, type }: Chat): Promise<Outcome> {
    return this.call('TIMMsgClearHistoryMessage', (client, cb) => client.TIMMsgClearHistoryMessage(id, type, cb, null));
  }

  deleteConversation({ id, type }: Chat): Promise<Outcome> {
    return this.call('TIMConvDelete', (client, cb) => client.TIMConvDelete(id, type, cb, null));
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

  /** Nothing when the server could not be asked. */
  async conversations(): Promise<ShownConversation[] | undefined> {
    const outcome = await this.call('TIMConvGetConvList', (client, cb) => client.TIMConvGetConvList(cb, null));
    return this.accepted(outcome) ? (outcome.json as ShownConversation[]) : undefined;
  }

  /** The newest messages of a conversation, newest first. */
  async page({ id, type }: Chat, before?: Shown): Promise<Shown[] | undefined> {
    const query = {
      msg_getmsglist_param_count: PAGE,
      ...(before === undefined ? {} : { msg_getmsglist_param_last_msg: before }),
    };
    const outcome = await this.call('TIMMsgGetMsgList', (client, cb) =>
      client.TIMMsgGetMsgList(id, type, JSON.stringify(query), cb, null),
    );
    return this.accepted(outcome) ? (outcome.json as Shown[]) : undefined;
  }

  private accepted({ code, desc }: Outcome): boolean {
    if (code !== 0) this.refusal = `${String(code)} ${desc}`;
    return code === 0;
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
    this.closeFiles();
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }
}
