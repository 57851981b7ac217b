/** How a call ended: `0`, a code, or a little more, in the words of docs/styles.md. */
export type Outcome = string;

/** What an app sees of a style; every driver says it in the same words. */
export interface Driver {
  readonly seen: Seen;
  init(): Promise<Outcome>;
  login(userId: string, userSig: string): Promise<Outcome>;
  logout(): Promise<Outcome>;
  uninit(): Promise<Outcome>;
  /** Looked up when it is called, not when the promise is awaited. */
  status(): Promise<Status>;
  user(): Promise<string>;
  /** Unix seconds. */
  serverTime(): Promise<number>;
  /** Leaves nothing behind for the next one. */
  end(): Promise<void>;
}

export type Status = 'logged in' | 'logging in' | 'logged out' | 'logging out';

/** By the numbers that all styles but the Web ones have. */
export const STATUS: Readonly<Record<number, Status>> = {
  1: 'logged in',
  2: 'logging in',
  3: 'logged out',
  4: 'logging out',
};

/** Where the server is. */
export interface Address {
  readonly url: string;
  readonly sdkAppId: number;
}

/** A style: makes the account that its users have at once, and one more. */
export interface Style {
  readonly name: string;
  first(address: Address): Driver;
  another(address: Address): Driver;
}

/** Events that nobody has looked at yet. */
export class Seen {
  readonly events: string[] = [];
  /** SDK_READY and SDK_NOT_READY of the Web styles. */
  readonly readiness: string[] = [];
  readonly network: string[] = [];
  private last: 'online' | 'offline' = 'online';

  /** Only changes count: how often the SDK tries to connect, and when, is nobody's business. */
  connection(state: 'online' | 'offline'): void {
    if (state !== this.last) this.network.push(state);
    this.last = state;
  }

  /** Takes what has been seen since the last time. */
  take(): { events: string; network: string; readiness: string } {
    const all = (list: string[]): string => list.splice(0).join(', ');
    return { events: all(this.events), network: all(this.network), readiness: all(this.readiness) };
  }
}
