import { fastNow } from '../../support/fast-time.js';
import type { Certainty } from './ledger.js';

type Way = 'in' | 'out';

/** Somebody wants to come in, or to leave. */
interface Move {
  readonly user: string;
  readonly way: Way;
  readonly at: number;
  done: boolean;
  /** One that was not answered may take effect at any time. */
  endedAt: number;
}

/** Codes of what groups refuse, as opposed to what has become of a request on its way. */
const REFUSED = { from: 10_000, to: 10_999 };
/** But this one says that the server has failed. */
const FAILED = 10_002;

/** A group that people join and quit as they like; only its owner is always in it. */
export class Club {
  private readonly moves: Move[] = [];

  constructor(
    readonly id: string,
    private readonly owner: string,
  ) {}

  /** Gives what is to be called with the answer. */
  move(user: string, way: Way): (code: number) => void {
    const move: Move = { user, way, at: fastNow(), done: false, endedAt: Infinity };
    this.moves.push(move);
    return (code) => {
      move.done = code === 0;
      const isRefused = code !== FAILED && code >= REFUSED.from && code <= REFUSED.to;
      if (move.done || isRefused) move.endedAt = fastNow();
    };
  }

  /** Whether somebody was a member all the time between two moments, or never, as far as the answers tell. */
  member(user: string, from: number, to: number): Certainty {
    if (user === this.owner) return 'yes';
    const moves = this.moves.filter((move) => move.user === user && move.at <= to);
    if (stays('in', moves, from)) return 'yes';
    return stays('out', moves, from) || moves.every(({ way }) => way === 'out') ? 'no' : 'perhaps';
  }
}

/** Whether somebody has gone one way before that moment, and surely not the other way since. */
function stays(way: Way, moves: readonly Move[], from: number): boolean {
  const before = moves.filter((move) => move.way === way && move.done && move.endedAt <= from);
  return before.some(({ at }) => moves.every((move) => move.way === way || move.endedAt < at));
}
