import TencentCloudChat, { IMError, TIM, type Chat, type ChatFactory } from 'tim-node/web';
import { Seen, type Address, type Driver, type Outcome, type Style } from './driver.js';

type Events = Pick<typeof TencentCloudChat.EVENT, 'KICKED_OUT' | 'NET_STATE_CHANGE' | 'SDK_NOT_READY' | 'SDK_READY'>;

/** `0`, with what the answer says beside; an error is its code. */
async function settled(run: () => Promise<{ readonly data: object }>): Promise<Outcome> {
  try {
    const { data } = await run();
    return 'repeatLogin' in data && data.repeatLogin === true ? '0 repeatLogin' : '0';
  } catch (error) {
    if (error instanceof IMError) return String(error.code);
    throw error;
  }
}

class WebDriver implements Driver {
  readonly seen = new Seen();
  private chat: Chat | undefined;

  constructor(
    private readonly create: ChatFactory['create'],
    private readonly EVENT: Events,
    private readonly address: Address,
  ) {}

  init(): Promise<Outcome> {
    const { url, sdkAppId } = this.address;
    const chat = this.create({ SDKAppID: sdkAppId, serverURL: url });
    if (chat !== this.chat) this.follow(chat);
    this.chat = chat;
    return Promise.resolve('0');
  }

  private follow(chat: Chat): void {
    const { seen, EVENT } = this;
    chat.setLogLevel(4);
    chat.on(EVENT.SDK_READY, () => seen.readiness.push('ready'));
    chat.on(EVENT.SDK_NOT_READY, () => seen.readiness.push('not ready'));
    chat.on(EVENT.KICKED_OUT, ({ data }) => seen.events.push(`kicked ${data.type}`));
    chat.on(EVENT.NET_STATE_CHANGE, ({ data }) => {
      if (data.state === 'connected') seen.connection('online');
      else if (data.state === 'disconnected') seen.connection('offline');
    });
  }

  private ask(call: (chat: Chat) => Promise<{ readonly data: object }>): Promise<Outcome> {
    const { chat } = this;
    return chat === undefined ? Promise.resolve('no chat') : settled(() => call(chat));
  }

  login(userID: string, userSig: string): Promise<Outcome> {
    return this.ask((chat) => chat.login({ userID, userSig }));
  }

  logout(): Promise<Outcome> {
    return this.ask((chat) => chat.logout());
  }

  uninit(): Promise<Outcome> {
    return this.ask(async (chat) => {
      await chat.destroy();
      return { data: {} };
    });
  }

  status(): Promise<'logged in' | 'logged out'> {
    return Promise.resolve(this.chat?.isReady() === true ? 'logged in' : 'logged out');
  }

  user(): Promise<string> {
    return Promise.resolve(this.chat?.getLoginUser() ?? '');
  }

  serverTime(): Promise<number> {
    return Promise.resolve(this.chat?.getServerTime() ?? 0);
  }

  async end(): Promise<void> {
    await this.chat?.destroy().catch(() => undefined);
  }
}

function style(name: string, factory: ChatFactory & { readonly EVENT: Events }): Style {
  return {
    name,
    first: (address) => new WebDriver(factory.create, factory.EVENT, address),
    another: (address) => new WebDriver(factory.createClient, factory.EVENT, address),
  };
}

export const web = style('Web', TencentCloudChat);
export const web2020 = style('TIM', TIM);
