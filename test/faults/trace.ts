import type { Kick } from '../../lib/sdk/src/session/session.js';

/** A call of the API under watch. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  /** Simulated time of the call. */
  readonly at: number;
  result: number | undefined;
  callbacks: { readonly code: number; readonly desc: string; readonly json: string; readonly at: number }[];
}

export type Event =
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'callback'; readonly call: Call; readonly code: number }
  | { readonly type: 'kicked'; readonly kick: Kick }
  | { readonly type: 'expired' };

export class Violation extends Error {
  override readonly name = 'Violation';
}

const NETWORK = new Set([9508, 9510, 9519, 9520]);

/** What is true of one client, worked out from what it was told alone: design, section 4, as a model. */
export class Trace {
  readonly events: Event[] = [];
  readonly calls: Call[] = [];
  /** The last session that began. `left`: the app has gone on to something else, but may yet hear of its end. */
  private session: { readonly user: string; left: boolean; over: boolean } | undefined;
  private initialized = false;

  constructor(private readonly who: string) {}

  /** The user who must be logged in now, or nobody. */
  get user(): string | undefined {
    const { session } = this;
    return session === undefined || session.left || session.over ? undefined : session.user;
  }

  init(): void {
    this.initialized = true;
  }

  uninit(): void {
    this.initialized = false;
    if (this.session !== undefined) this.session.left = true;
  }

  called(call: Call): void {
    this.calls.push(call);
    this.events.push({ type: 'call', call });
    const { session } = this;
    if (session !== undefined && (call.name === 'logout' || (call.name === 'login' && call.args[0] !== session.user))) {
      session.left = true;
    }
  }

  /** The call has returned; its callback must not have come before. */
  returned(call: Call, result: number): void {
    call.result = result;
    if (call.callbacks.length > 0) this.fail(`${call.name}: the callback ran inside the call`);
  }

  calledBack(call: Call, code: number, desc: string, json: string, at: number): void {
    if (call.result === undefined) this.fail(`${call.name}: the callback ran inside the call`);
    if (call.result !== 0) this.fail(`${call.name}: refused with ${call.result} and called back all the same`);
    if (call.callbacks.length > 0) this.fail(`${call.name}: called back twice`);
    call.callbacks.push({ code, desc, json, at });
    this.events.push({ type: 'callback', call, code });
    if (call.name === 'login') this.loginEnded(call, code);
    if (call.name === 'logout') this.allow(call, code, [0, 6013, 7009]);
    if (call.name === 'send') this.allow(call, code, [0, 6013, 6014, 7009, 20003, 20005]);
  }

  private loginEnded(call: Call, code: number): void {
    const [userId] = call.args as [string];
    this.allow(call, code, [0, 6013, 6023, 6206, 6208, 7009, 7501, 70001, 70013, 70050, 70052, 70500]);
    if (code === 7501 && !this.wasPending(call, userId))
      this.fail('login: 7501, but no login of this user was running');
    if (code === 6023 && !this.wasOvertaken(call)) this.fail('login: 6023, but nothing overtook it');
    if (code === 7009 && this.initialized && !this.uninitSince(call)) this.fail('login: 7009 without Uninit');
    if (code === 0 && this.user !== userId) this.session = { user: userId, left: this.leftSince(call), over: false };
  }

  private allow(call: Call, code: number, codes: readonly number[]): void {
    if (!codes.includes(code) && !NETWORK.has(code)) this.fail(`${call.name}: unexpected code ${code}`);
  }

  private wasPending(call: Call, userId: string): boolean {
    return this.before(call).some(
      (other) => other.name === 'login' && other.args[0] === userId && this.endedAfter(other, call),
    );
  }

  private wasOvertaken(call: Call): boolean {
    const later = this.calls.slice(this.calls.indexOf(call) + 1);
    return later.some(({ name, args }) => name === 'logout' || (name === 'login' && args[0] !== call.args[0]));
  }

  private uninitSince(call: Call): boolean {
    return this.calls.slice(this.calls.indexOf(call) + 1).some(({ name }) => name === 'uninit');
  }

  /** The app has called something that ends the session before it heard of its beginning. */
  private leftSince(call: Call): boolean {
    const later = this.calls.slice(this.calls.indexOf(call) + 1);
    return later.some(
      ({ name, args }) => ['logout', 'uninit'].includes(name) || (name === 'login' && args[0] !== call.args[0]),
    );
  }

  private before(call: Call): Call[] {
    return this.calls.slice(0, this.calls.indexOf(call));
  }

  private endedAfter(other: Call, call: Call): boolean {
    const ended = other.callbacks[0];
    return ended === undefined || ended.at >= call.at;
  }

  kicked(kick: Kick): void {
    this.events.push({ type: 'kicked', kick });
    this.over('kicked');
  }

  expired(): void {
    this.events.push({ type: 'expired' });
    this.over('expired');
  }

  private over(what: string): void {
    if (this.session === undefined || this.session.over) this.fail(`${what}, but no session was there to end`);
    this.session.over = true;
  }

  /** Everything is over: each accepted call must have been called back exactly once. */
  finish(): void {
    for (const { name, args, result, callbacks } of this.calls) {
      const expected = result === 0 && name !== 'uninit' ? 1 : 0;
      if (callbacks.length !== expected) {
        this.fail(`${name}(${String(args[0])}): returned ${String(result)}, ${callbacks.length} callbacks`);
      }
    }
  }

  fail(what: string): never {
    throw new Violation(`${this.who}: ${what}`);
  }
}
