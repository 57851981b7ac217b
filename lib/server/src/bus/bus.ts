import type { Platform } from '@tim-node/protocol';
import type { EndedSession } from '../store/store.js';

/** A log entry, ready to be put into a frame. */
export interface EncodedEntry {
  readonly seq: number;
  readonly json: string;
}

/** What the nodes that serve a user have to hear. Plain data, so that it can travel. */
export type UserEvent =
  /** New entries of the user's log, consecutive. */
  | { readonly type: 'log'; readonly entries: readonly EncodedEntry[] }
  /** A message that is not stored: whoever is online gets it. */
  | {
      readonly type: 'online';
      /** The message as JSON text. */
      readonly json: string;
      /** The session that has sent it. */
      readonly except: string;
    }
  /** His log may have grown without anybody having been told: the store knows. */
  | { readonly type: 'grown' }
  /** Sessions were ended. */
  | {
      readonly type: 'ended';
      readonly sessions: readonly EndedSession[];
      /** Platform of the instance that took the place. */
      readonly byPlatform?: Platform;
      /** Unix seconds. */
      readonly time: number;
    }
  /** Sessions go on over another connection, which is not to be closed itself. */
  | { readonly type: 'replaced'; readonly sessionIds: readonly string[]; readonly by: string };

/** What every node has to hear. */
export type Notice =
  /** The settings of an app have changed. */
  | { readonly type: 'settings'; readonly app: number }
  /** Events may have been lost: whoever serves users looks into the store. */
  | { readonly type: 'check' };

/** Names an account across apps; made by `userKey`. */
export type UserKey = string;

export function userKey(app: number, user: string): UserKey {
  return `${app}/${user}`;
}

/** The account that a key names. */
export function userOf(key: UserKey): { readonly app: number; readonly user: string } {
  const slash = key.indexOf('/');
  return { app: Number(key.slice(0, slash)), user: key.slice(slash + 1) };
}

export type UserListener = (user: UserKey, event: UserEvent) => void;
export type NoticeListener = (notice: Notice) => void;

/** Carries events to the nodes that serve a user, in the order of each publisher. A hint: the store is the truth. */
export interface Bus {
  /** Sets who hears the events on this node. */
  listen(listener: UserListener): void;
  /** Sets who hears what other nodes say to all. */
  listenToNotices(listener: NoticeListener): void;
  /** Events of the user that are published after this resolves are heard on this node. Counted. */
  join(user: UserKey): Promise<void> | void;
  leave(user: UserKey): void;
  publish(user: UserKey, event: UserEvent): void;
  /** Says something to all other nodes. */
  announce(notice: Notice): void;
  close(): Promise<void>;
}
