import type { TIMCommCallback, TimClient } from '../../lib/sdk/src/index.js';
import { createClient, StringBuilder } from '../../lib/sdk/src/index.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { FastMachine, fastNow } from '../support/fast-time.js';
import { Trace, type Call } from './trace.js';

/** A message as a client has received it. */
export interface Received {
  readonly id: string;
  readonly sender: string;
  readonly peer: string;
  readonly seq: number;
}

/** A message that a client has sent. `acked`: with its place in the conversation. */
export interface Sent {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Simulated time of the call. */
  readonly sentAt: number;
  ackedAt?: number;
  seq?: number;
}

interface NativeMessage {
  readonly message_msg_id: string;
  readonly message_sender: string;
  readonly message_conv_id: string;
  readonly message_seq: number;
  readonly message_elem_array: readonly { readonly text_elem_content: string }[];
}

/** One client behind a proxy of its own, driven through the public C API and watched by a trace. */
export class Actor {
  readonly trace: Trace;
  readonly machine = new FastMachine();
  /** What came in, in order, by the user who was logged in. */
  readonly received = new Map<string, Received[]>();
  /** When the present session began, as far as the app knows. */
  since: number | undefined;
  readonly sent: Sent[] = [];
  frozen = false;
  private readonly client: TimClient;
  private count = 0;

  private constructor(
    readonly name: string,
    readonly proxy: FaultProxy,
    private readonly sdkAppId: number,
  ) {
    this.trace = new Trace(name);
    this.client = createClient({ host: this.machine.host });
    this.client.TIMSetKickedOfflineCallback((_userData, kick) => this.guard(() => this.trace.kicked(kick)), null);
    this.client.TIMSetUserSigExpiredCallback(() => this.guard(() => this.trace.expired()), null);
    this.client.TIMAddRecvNewMsgCallback((json) => this.guard(() => this.receive(json)), null);
  }

  /** The first thing that went wrong in a callback; told where somebody can catch it. */
  violation: unknown;

  static async create(name: string, serverUrl: string, sdkAppId: number): Promise<Actor> {
    const actor = new Actor(name, await FaultProxy.start(serverUrl), sdkAppId);
    actor.init();
    return actor;
  }

  init(): void {
    this.trace.init();
    this.client.TIMInit(this.sdkAppId, { sdk_config_server_url: this.proxy.url, sdk_config_platform: 'Linux' });
  }

  uninit(): void {
    this.watch('uninit', [], () => this.client.TIMUninit());
    this.trace.uninit();
  }

  login(userId: string, userSig: string): Call {
    const before = this.trace.user;
    return this.watch(
      'login',
      [userId],
      (cb) => this.client.TIMLogin(userId, userSig, cb, null),
      (code) => {
        if (code === 0 && before !== userId) this.since = fastNow();
      },
    );
  }

  logout(): Call {
    return this.watch('logout', [], (cb) => this.client.TIMLogout(cb, null));
  }

  send(to: string): Call {
    this.count += 1;
    const text = `${this.name} says ${this.count}`;
    const sent: Sent = { from: this.user, to, text, sentAt: fastNow() };
    const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
    return this.watch(
      'send',
      [to],
      (cb) => this.client.TIMMsgSendMessage(to, 1, message, null, cb, null),
      (code, json) => {
        if (code === 0) {
          sent.ackedAt = fastNow();
          sent.seq = (JSON.parse(json) as NativeMessage).message_seq;
        }
        if (sent.from !== '') this.sent.push(sent);
      },
    );
  }

  get user(): string {
    const buffer = new StringBuilder(128);
    this.client.TIMGetLoginUserID(buffer);
    return buffer.toString();
  }

  get status(): number {
    return this.client.TIMGetLoginStatus();
  }

  freeze(): void {
    this.frozen = true;
    this.machine.freeze();
  }

  thaw(): void {
    this.frozen = false;
    this.machine.thaw();
  }

  private receive(json: string): void {
    const user = this.trace.user ?? '';
    const mine = this.received.get(user) ?? [];
    this.received.set(user, mine);
    for (const message of JSON.parse(json) as NativeMessage[]) {
      mine.push({
        id: message.message_elem_array[0]?.text_elem_content ?? '',
        sender: message.message_sender,
        peer: message.message_conv_id,
        seq: message.message_seq,
      });
    }
  }

  private watch(
    name: string,
    args: readonly unknown[],
    run: (cb: TIMCommCallback) => number,
    then: (code: number, json: string) => void = () => undefined,
  ): Call {
    const call: Call = { name, args, at: fastNow(), result: undefined, callbacks: [] };
    this.trace.called(call);
    const result = run((code, desc, json) =>
      this.guard(() => {
        this.trace.calledBack(call, code, desc, json, fastNow());
        then(code, json);
      }),
    );
    this.trace.returned(call, result);
    return call;
  }

  private guard(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.violation ??= error;
    }
  }
}
