import { after, type Clock } from '../host/clock.js';
import type { Scope } from '../host/scope.js';
import type { ServerClock } from './server-clock.js';

/** While connected, the server has this long to end the session itself; milliseconds. */
const SERVER_FIRST = 3000;
/** How soon to look again when only the wall clock says that the time has come; milliseconds. */
const DOUBT = 1000;
/** Looks at least this often, so that a sleep of the machine is noticed; milliseconds. */
const LONGEST_NAP = 60_000;

export interface ExpiryOptions {
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  /** Unix seconds; read again on every look because a renewed UserSig moves it. */
  expireAt(): number;
  connected(): boolean;
  /** Ask the server for its time, by a probe or by dialling. */
  askTime(): void;
  onExpired(): void;
}

/** Watches for the end of the UserSig while the session is idle, over any number of days, until the scope ends. */
export function watchExpiry(options: ExpiryOptions, scope: Scope): void {
  const { clock, serverClock } = options;
  const look = (): void => {
    const end = options.expireAt() * 1000;
    const due = options.connected() ? end + SERVER_FIRST : end;
    const passed = serverClock.passed(due);
    if (passed === 'yes') {
      options.onExpired();
      return;
    }
    if (passed === 'perhaps') options.askTime();
    const left = passed === 'perhaps' ? DOUBT : serverClock.until(due);
    after(clock, Math.min(Math.max(left, 1), LONGEST_NAP), scope, look);
  };
  look();
}
