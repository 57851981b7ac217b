import { genUserSig } from '@tim-node/protocol/usersig';
import type { RequestFrame } from '@tim-node/protocol';
import type { Host } from '../../../lib/sdk/src/host/host.js';
import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import type { ChatFactory } from '../../../lib/sdk/src/facade/web/factory.js';
import { IMError } from '../../../lib/sdk/src/facade/web/im-error.js';
import { tencentCloudChatOn, timOn } from '../../../lib/sdk/src/facade/web/namespace.js';
import type { ManualClock } from '../../support/manual-clock.js';
import type { Peer, ScriptedServer } from '../../support/scripted-server.js';
import { testHost } from '../../support/test-host.js';

export const APP = 1_400_000_001;

/** A Web style of its own over a scripted server and a manual clock. */
export interface WebHarness {
  readonly clock: ManualClock;
  readonly server: ScriptedServer;
  readonly host: Host;
  readonly web: ReturnType<typeof tencentCloudChatOn>;
  readonly tim: ReturnType<typeof timOn>;
  /** Lines that went to the console. */
  readonly printed: string[];
  /** Addresses that were dialled. */
  readonly dialled: string[];
}

export function webHarness(more: Partial<Host> = {}): WebHarness {
  const { host, clock, server } = testHost();
  const printed: string[] = [];
  const dialled: string[] = [];
  const webHost: Host = {
    ...host,
    platform: 'Web',
    print: (line) => printed.push(line),
    dial: (options, events) => {
      dialled.push(options.url);
      return host.dial(options, events);
    },
    ...more,
  };
  server.script = {
    'session.login': (peer, request) => peer.answer(request, loginResult(clock)),
    'session.logout': (peer, request) => peer.answer(request, {}),
    'sync.ack': (peer, request) => peer.answer(request, {}),
  };
  return { clock, server, host: webHost, web: tencentCloudChatOn(webHost), tim: timOn(webHost), printed, dialled };
}

export function loginResult(clock: ManualClock, expireIn = 86_400): object {
  return {
    sessionId: 's1',
    token: 't1',
    serverTime: Math.floor(clock.now()),
    expireAt: Math.floor(clock.now() / 1000) + expireIn,
    epoch: 'e1',
    // Something has happened to the user before: he is asked for his conversations.
    seq: 1,
    head: 1,
  };
}

export function answering(result: () => object): (peer: Peer, request: RequestFrame) => void {
  return (peer, request) => peer.answer(request, result());
}

export function sign(clock: ManualClock, userId: string, expire = 86_400): string {
  return genUserSig({ sdkAppId: APP, secretKey: 'key', userId, expire, time: Math.floor(clock.now() / 1000) });
}

/** Writes every event of a chat into one list, as `name` or `name:detail`. */
export function record(chat: Chat, { EVENT }: Pick<WebHarness['web'], 'EVENT'>, log: string[]): void {
  const note = (text: string) => (): void => {
    log.push(text);
  };
  chat.on(EVENT.SDK_READY, note('ready'));
  chat.on(EVENT.SDK_NOT_READY, note('notReady'));
  chat.on(EVENT.SDK_DESTROY, ({ data }) => log.push(`destroyed:${data.SDKAppID}`));
  chat.on(EVENT.KICKED_OUT, ({ data }) => log.push(`kicked:${data.type}`));
  chat.on(EVENT.NET_STATE_CHANGE, ({ data }) => log.push(`net:${data.state}`));
  chat.on(EVENT.ERROR, ({ data }) => log.push(`error:${data.code}`));
}

/** Notes how a promise settles. */
export function watch(name: string, promise: Promise<{ data: unknown }>, log: string[]): void {
  promise.then(
    () => log.push(`${name}:ok`),
    (error: unknown) => log.push(`${name}:${error instanceof IMError ? error.code : String(error)}`),
  );
}

/** Creates a chat, logs alice in and empties the list of events. */
export async function loggedIn(harness: WebHarness, log: string[], factory: ChatFactory = harness.web): Promise<Chat> {
  const chat = factory.create({ SDKAppID: APP });
  record(chat, harness.web, log);
  watch('login', chat.login({ userID: 'alice', userSig: sign(harness.clock, 'alice') }), log);
  await harness.clock.settle();
  expect(log).toEqual(['ready', 'login:ok']);
  log.length = 0;
  return chat;
}

/** The IMError that a call throws at once. */
export function thrown(call: () => unknown): IMError {
  try {
    call();
  } catch (error) {
    if (error instanceof IMError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
