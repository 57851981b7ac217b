import { createServer, type ServerOptions, type TimServer } from '@tim-node/server';
import TencentCloudChat, { type Chat, type ChatFactory } from 'tim-node/web';
import { FaultProxy } from '../../support/fault-proxy.js';
import { Diary, within } from './diary.js';

/** A real server, a faulty wire in front of it, and chats that are all destroyed in the end. */
export class World {
  readonly diary = new Diary();
  private readonly chats: Chat[] = [];

  private constructor(
    readonly server: TimServer,
    readonly wire: FaultProxy,
  ) {}

  static async start(options: ServerOptions = {}): Promise<World> {
    const server = await createServer({ dataDir: ':memory:', ...options });
    return new World(server, await FaultProxy.start(server.url));
  }

  /** A client of its own; `straight` ones do not go over the faulty wire. */
  chat(prefix = '', straight = false, factory: ChatFactory = TencentCloudChat): Chat {
    const serverURL = straight ? this.server.url : this.wire.url;
    const chat = factory.createClient({ SDKAppID: this.server.sdkAppId, serverURL });
    chat.setLogLevel(4);
    this.chats.push(chat);
    this.diary.follow(chat, prefix);
    return chat;
  }

  /** Logs in, for as long as the UserSig lasts; seconds. */
  async login(chat: Chat, userID: string, expire = 3600): Promise<void> {
    await within(chat.login({ userID, userSig: this.server.genUserSig(userID, expire) }), `login of ${userID}`);
  }

  async end(): Promise<void> {
    this.wire.heal();
    await Promise.all(this.chats.map((chat) => chat.destroy().catch(() => undefined)));
    await this.wire.close();
    await this.server.close();
  }
}
