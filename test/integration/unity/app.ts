import {
  createUnityClient,
  StringBuilder,
  type Message,
  type NullValueCallback,
  type SdkConfig,
  type UnityClient,
} from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { FaultProxy } from '../../support/fault-proxy.js';
import { servers } from '../../support/server.js';
import { inTime, waitFor } from '../../support/wait.js';

/** Code and text of a callback, and the user data that came with it. */
export interface Answer {
  readonly code: number;
  readonly desc: string;
  readonly userData: string;
}

/** An app in the Unity style, with a diary of what happens to it. */
export class UnityApp {
  /** Kicks, expiry and the network, in order. */
  readonly diary: string[] = [];
  readonly received: Message[] = [];

  constructor(
    readonly sdk: UnityClient,
    sdkAppId: number,
    config: SdkConfig,
  ) {
    this.follow();
    expect(sdk.Init(sdkAppId, config)).toBe(0);
  }

  /** Uninit removes these, as in the original. */
  follow(): void {
    const { sdk, diary } = this;
    sdk.SetNetworkStatusListenerCallback((status, code) => diary.push(`net:${status}${code === 0 ? '' : ` ${code}`}`));
    sdk.SetKickedOfflineCallback((_userData, { reason }) => diary.push(`kicked:${reason}`));
    sdk.SetUserSigExpiredCallback(() => diary.push('expired'));
    sdk.AddRecvNewMsgCallback((messages) => this.received.push(...messages));
  }

  /** Makes a call; its callback must come once, in time, and not before the call has returned. */
  async ask(call: (sdk: UnityClient, cb: NullValueCallback) => number): Promise<Answer> {
    const { result, outcome } = this.begin(call);
    expect(result).toBe(0);
    return inTime('a callback', outcome);
  }

  /** The same, without waiting. */
  begin(call: (sdk: UnityClient, cb: NullValueCallback) => number): { result: number; outcome: Promise<Answer> } {
    let returned = false;
    let result = 0;
    const outcome = new Promise<Answer>((resolve, reject) => {
      let calls = 0;
      result = call(this.sdk, (code, desc, userData) => {
        calls += 1;
        if (!returned || calls > 1) reject(new Error(`callback ${calls}, ${returned ? 'after' : 'inside'} the call`));
        resolve({ code, desc, userData });
      });
    });
    returned = true;
    return { result, outcome };
  }

  async login(userId: string, userSig: string): Promise<number> {
    return (await this.ask((sdk, cb) => sdk.Login(userId, userSig, cb))).code;
  }

  async logout(): Promise<number> {
    return (await this.ask((sdk, cb) => sdk.Logout(cb))).code;
  }

  /** Status and user. */
  get state(): [number, string] {
    const user = new StringBuilder(128);
    this.sdk.GetLoginUserID(user);
    return [this.sdk.GetLoginStatus(), user.ToString()];
  }

  /** The diary without the network, which comes when it likes. */
  get story(): string[] {
    return this.diary.filter((entry) => !entry.startsWith('net:'));
  }

  async untilHas(entry: string): Promise<void> {
    await waitFor(`${entry}; so far: ${this.diary.join(', ')}`, () => this.diary.includes(entry));
  }
}

/** A real server and apps that use it; all of them end with their test. Call it at the top level of a test file. */
export function world(): UnityWorld {
  const { start } = servers();
  const apps: UnityApp[] = [];
  const wires: FaultProxy[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) app.sdk.Uninit();
    await Promise.all(wires.splice(0).map((wire) => wire.close()));
  });
  return {
    start,
    app: ({ url, sdkAppId }, sdk = createUnityClient(), more = {}) => {
      const app = new UnityApp(sdk, sdkAppId, { sdk_config_server_url: url, ...more });
      apps.push(app);
      return app;
    },
    wire: async ({ url }) => {
      const wire = await FaultProxy.start(url);
      wires.push(wire);
      return wire;
    },
  };
}

export interface UnityWorld {
  start: ReturnType<typeof servers>['start'];
  /** An app that has called Init. */
  app(server: Pick<TimServer, 'url' | 'sdkAppId'>, sdk?: UnityClient, config?: SdkConfig): UnityApp;
  /** A wire in front of a server, with faults on command. */
  wire(server: { url: string }): Promise<FaultProxy>;
}
