import { createClient, type Message, type SdkConfig, type TimClient } from 'tim-node';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import { checked } from '../../support/checked-client.js';
import { inTime, waitFor } from '../../support/wait.js';

/** What a callback said. */
export interface Answer {
  readonly code: number;
  readonly desc: string;
  /** Parsed; undefined for the empty text. */
  readonly json: unknown;
}

const NETWORK = ['connected', 'disconnected', 'connecting', 'failed'];

/** An app on the C-style API: one client, with a diary of everything that happens to it. */
export class App {
  readonly client: TimClient;
  /** JSON of callbacks that is not what the native API promises. */
  readonly problems: string[] = [];
  /** Kicks, expiry and the network, in order. */
  readonly diary: string[] = [];
  readonly received: Message[] = [];
  readonly log: string[] = [];

  constructor(
    readonly sdkAppId: number,
    readonly config: SdkConfig,
    made: TimClient = createClient(),
  ) {
    this.client = checked(made, (problem) => this.problems.push(problem));
    const { client, diary } = this;
    client.TIMSetConfig({ set_config_log_level: 2, set_config_callback_log_level: 2 });
    client.TIMSetLogCallback((_level, line) => this.log.push(line));
    client.TIMSetNetworkStatusListenerCallback((status, code) =>
      diary.push(`net:${NETWORK[status]}${code === 0 ? '' : ` ${code}`}`),
    );
    client.TIMSetKickedOfflineCallback((_userData, { reason, byPlatform }) =>
      diary.push(`kicked:${reason}${byPlatform === undefined ? '' : ` by ${byPlatform}`}`),
    );
    client.TIMSetUserSigExpiredCallback(() => diary.push('expired'));
    client.TIMAddRecvNewMsgCallback((json) => this.received.push(...(readJson(json) as Message[])));
    expect(client.TIMInit(sdkAppId, config)).toBe(0);
  }

  /** Makes a call; its callback must come once, in time, and not before the call has returned. */
  async ask(call: (client: TimClient, cb: TIMCommCallback) => number): Promise<Answer> {
    const { outcome, result } = this.begin(call);
    expect(result).toBe(0);
    return inTime('a callback', outcome);
  }

  /** The same, without waiting. */
  begin(call: (client: TimClient, cb: TIMCommCallback) => number): { result: number; outcome: Promise<Answer> } {
    let returned = false;
    let result = 0;
    const outcome = new Promise<Answer>((resolve, reject) => {
      let calls = 0;
      result = call(this.client, (code, desc, json) => {
        calls += 1;
        if (!returned || calls > 1) reject(new Error(`callback ${calls}, ${returned ? 'after' : 'inside'} the call`));
        resolve({ code, desc, json: json === '' ? undefined : readJson(json) });
      });
    });
    returned = true;
    return { result, outcome };
  }

  async login(userId: string, userSig: string): Promise<number> {
    return (await this.ask((client, cb) => client.TIMLogin(userId, userSig, cb))).code;
  }

  async logout(): Promise<number> {
    return (await this.ask((client, cb) => client.TIMLogout(cb))).code;
  }

  /** Sends a text to a user. */
  sendText(to: string, text: string): Promise<Answer> {
    return this.ask((client, cb) => client.TIMMsgSendMessage(to, 1, textMessage(text), null, cb));
  }

  get texts(): unknown[] {
    return this.received.map(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content']);
  }

  /** Status and user. */
  get state(): [number, string] {
    const buffer = Buffer.alloc(128);
    this.client.TIMGetLoginUserID(buffer);
    return [this.client.TIMGetLoginStatus(), buffer.toString('utf8', 0, buffer.indexOf(0))];
  }

  /** The diary without the network, which comes when it likes. */
  get story(): string[] {
    return this.diary.filter((entry) => !entry.startsWith('net:'));
  }

  get network(): string[] {
    return this.diary.filter((entry) => entry.startsWith('net:')).map((entry) => entry.slice('net:'.length));
  }

  async until(what: string, holds: (app: this) => boolean | Promise<boolean>): Promise<void> {
    await waitFor(`${what}; so far: ${this.diary.join(', ')}`, () => holds(this));
  }

  async untilHas(entry: string): Promise<void> {
    await this.until(entry, ({ diary }) => diary.includes(entry));
  }

  async untilReceived(count: number): Promise<void> {
    await this.until(`${count} messages`, ({ received }) => received.length >= count);
  }
}

export function textMessage(text: string): Message {
  return { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
}
