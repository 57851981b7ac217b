import { isRecord } from '@tim-node/protocol';
import { check } from '../check.js';
import type { IMResponse, LoginResponseData, WebClient } from '../client.js';
import { webError } from '../codes.js';
import { ChatEvents, type ChatEventHandler } from '../events.js';

/** Who logs in. */
export interface LoginOptions {
  /** 1 to 32 of `a-z A-Z 0-9 _ -` */
  userID: string;
  /** The proof that your backend has made for this user. */
  userSig: string;
}

/** Login, events and the client itself. `onDestroy` runs as soon as `destroy` is called. */
export function sessionRows(client: WebClient, onDestroy: () => void) {
  const signaling = new ChatEvents();
  return {
    /**
     * Logs a user in. EVENT.SDK_READY comes before the promise is resolved. While somebody is logged in it
     * is resolved with `repeatLogin: true`, and that user stays: log out first to change the account.
     * It always settles, after 30 seconds at the latest.
     * @throws IMError 2002, 2003 at once when an option is missing or not a string
     */
    login: (options: LoginOptions): Promise<IMResponse<LoginResponseData>> => {
      check(isRecord(options) && isText(options.userID), 'login: userID must be a non-empty string', 'NO_IDENTIFIER');
      check(isText(options.userSig), 'login: userSig must be a non-empty string', 'NO_USERSIG');
      const { userID, userSig } = options;
      return client.login({ userId: userID, userSig });
    },

    /** Logs the user out; other instances of the account go on. EVENT.SDK_NOT_READY comes before the promise is resolved. */
    logout: (): Promise<IMResponse<object>> => client.logout(),

    /**
     * Logs out, disconnects and releases everything; EVENT.SDK_DESTROY is the last event. While nobody is
     * logged in it does the same and then rejects with 2024, as apps know it; you need not handle that.
     */
    destroy: (): Promise<IMResponse<object>> => {
      onDestroy();
      const destroyed = client.destroy();
      // What it was called for has been done, so a forgotten `catch` must not end the process.
      destroyed.catch(() => undefined);
      return destroyed;
    },

    /** The logged-in user, or the empty string. */
    getLoginUser: (): string => client.userId,

    /**
     * Time of the server; unix seconds.
     * @throws IMError 2024, 3000 to 3006 when nobody is logged in
     */
    getServerTime: (): number => {
      const error = client.notReady('getServerTime');
      if (error === undefined) return client.serverTime;
      client.report(error);
      throw error;
    },

    /** Whether functions that need a login can be called: true from EVENT.SDK_READY to the end of the session. */
    isReady: (): boolean => client.isReady,

    /**
     * Calls `handler` on every event of that name from now on; one that is added twice is called twice. What
     * came before is not repeated: ask `isReady()` when you may be late.
     * @param context `this` of the handler
     */
    on: <N extends string>(eventName: N, handler: ChatEventHandler<N>, context?: unknown): void => {
      client.events.on('on', eventName, handler, context);
    },

    /** Calls `handler` on the next event of that name only. */
    once: <N extends string>(eventName: N, handler: ChatEventHandler<N>, context?: unknown): void => {
      client.events.on('once', eventName, handler, context, true);
    },

    /** Removes every registration of `handler` for that name, or those with `context` if one is given. */
    off: <N extends string>(eventName: N, handler: ChatEventHandler<N>, context?: unknown): void => {
      client.events.off('off', eventName, handler, context);
    },

    /** What goes to the console: 0 everything, 1 release, 2 warnings (at first), 3 errors, 4 nothing. */
    setLogLevel: (level: number): void => client.setLogLevel(level),

    /** Accepted and ignored: what the original's plugins add is built in, or not there. */
    registerPlugin: (options: object): void => {
      check(isRecord(options), 'registerPlugin: options must be an object');
    },

    /** Calls `handler` on every signaling event of that name. This version has none yet. */
    addSignalingListener: <N extends string>(eventName: N, handler: ChatEventHandler<N>, context?: unknown): void => {
      signaling.on('addSignalingListener', eventName, handler, context);
    },

    /** Removes a signaling listener. */
    removeSignalingListener: <N extends string>(
      eventName: N,
      handler: ChatEventHandler<N>,
      context?: unknown,
    ): void => {
      signaling.off('removeSignalingListener', eventName, handler, context);
    },

    /** There are no experimental functions in this version: always rejects with 2905. */
    callExperimentalAPI,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const callExperimentalAPI: (key: string, options?: unknown) => Promise<IMResponse> = (key) =>
  Promise.reject(webError('INVALID_OPERATION', `callExperimentalAPI ${key}`));
