import type { Host } from '../../host/host.js';
import { chatOf, type Chat } from './chat.js';
import { WebClient, type Style } from './client.js';
import { resolveCreateOptions, type CreateOptions } from './options.js';

/** How clients of a style are made. */
export interface ChatFactory {
  /**
   * Gives the client of an app, connecting in the background. There is one per SDKAppID: the same object
   * comes back until its `destroy` is called.
   * @throws IMError 2000 without a usable SDKAppID, 2905 when the server address cannot be used
   */
  create(options: CreateOptions): Chat;
  /**
   * Gives a client of its own on every call, so that one process can hold any number of accounts of an app.
   * @throws IMError 2000 without a usable SDKAppID, 2905 when the server address cannot be used
   */
  createClient(options: CreateOptions): Chat;
}

export function chatFactory(host: Host, style: Style): ChatFactory {
  const running = new Map<number, { readonly client: WebClient; readonly chat: Chat }>();
  return {
    create: (options) => {
      const resolved = resolveCreateOptions(options);
      const { sdkAppId } = resolved;
      const present = running.get(sdkAppId);
      if (present !== undefined) {
        present.client.askedAgain(resolved);
        return present.chat;
      }
      const client = new WebClient(host, resolved, style);
      const made = { client, chat: chatOf(client, () => forget()) };
      const forget = (): void => {
        if (running.get(sdkAppId) === made) running.delete(sdkAppId);
      };
      running.set(sdkAppId, made);
      return made.chat;
    },
    createClient: (options) => chatOf(new WebClient(host, resolveCreateOptions(options), style), () => undefined),
  };
}
