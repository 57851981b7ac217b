import type { Link } from '../connection/link.js';
import { after, type Clock } from '../host/clock.js';
import type { Scope } from '../host/scope.js';
import type { ServerClock } from './server-clock.js';

/** While connected, the server has this long to end the session itself; milliseconds. */
const SERVER_FIRST = 3000;
/** How soon to look again when only the wall clock says that the time has come; milliseconds. */
const DOUBT = 1000;
/** Looks at least this often, so that a sleep of the machine is noticed; milliseconds. */
const LONGEST_NAP = 60_000;

interface ExpiryParts {
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly link: Link;
}

/** What ends. */
export interface Expiring {
  /** Unix seconds; read again on every look because a renewed UserSig moves it. */
  readonly expireAt: number;
  expired(): void;
}

/** Watches for the end of the UserSig while the session is idle, over any number of days, until the scope ends. */
export function watchExpiry(parts: ExpiryParts, session: Expiring, scope: Scope): void {
  const look = (): void => {
    const { serverClock, link } = parts;
    const end = session.expireAt * 1000;
    const due = link.isOpen ? end + SERVER_FIRST : end;
    const passed = serverClock.passed(due);
    if (passed === 'yes') {
      session.expired();
      return;
    }
    // The server tells its time in answer to a probe, or when it is dialled.
    if (passed === 'perhaps') link.wake();
    const left = passed === 'perhaps' ? DOUBT : serverClock.until(due);
    after(parts.clock, Math.min(Math.max(left, 1), LONGEST_NAP), scope, look);
  };
  look();
}
