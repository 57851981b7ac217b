import type { LogEntry, PullParams, PullResult } from '@tim-node/protocol';
import type { Outcome, Requests } from '../../../lib/sdk/src/connection/requests.js';
import { Sync } from '../../../lib/sdk/src/session/sync.js';
import { ManualClock } from '../../support/manual-clock.js';

const entry = (seq: number): LogEntry => ({ kind: 'groupRead', seq }) as unknown as LogEntry;
const entries = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));

/** Pages that were asked for, each to be answered. */
class Pages {
  readonly asked: { readonly after: number; readonly settle: (outcome: Outcome<PullResult>) => void }[] = [];

  readonly requests = {
    call: (_op: string, { after }: PullParams, settle: (outcome: Outcome<PullResult>) => void) => {
      this.asked.push({ after, settle });
    },
  } as unknown as Requests;

  answer(page: readonly LogEntry[], head: number): void {
    const asked = this.asked.shift();
    if (asked === undefined) throw new Error('no page was asked for');
    asked.settle({ value: { epoch: 'e', entries: [...page], head, reset: false } });
  }
}

describe('keeping up with a log', () => {
  let pages: Pages;
  let sync: Sync;
  let seen: number[];

  beforeEach(() => {
    pages = new Pages();
    seen = [];
    const events = {
      onEntries: (fresh: readonly LogEntry[]) => seen.push(...fresh.map(({ seq }) => seq)),
      onReset: jest.fn(),
    };
    sync = new Sync(pages.requests, new ManualClock(), events, { epoch: 'e', seq: 0 });
  });

  afterEach(() => {
    sync.stop();
  });

  test('what does not fit while a page is on its way is read from the log', () => {
    sync.pushed([entry(2)]);
    for (let from = 3; from < 1603; from += 100) sync.pushed(entries(from, from + 99));
    pages.answer(entries(1, 1), 1);
    // The pushes that were kept follow; the rest has to be asked for, although the page did not tell of it.
    const { after } = pages.asked[0] ?? { after: -1 };
    expect(seen.length).toBe(after);
    pages.answer(entries(after + 1, 1602), 1602);
    expect(seen).toEqual(entries(1, 1602).map(({ seq }) => seq));
    expect(pages.asked).toEqual([]);
  });

  test('an entry that overtakes the page that does not know it is not forgotten, whatever came before it', () => {
    // Somebody claims to be far ahead, more often than anybody would remember.
    for (let at = 0; at < 20; at += 1) sync.pushed(entries(1_000_000 + at * 100, 1_000_000 + at * 100 + 99));
    sync.pushed([entry(1)]);
    pages.answer([], 0);
    expect(seen).toEqual([]);
    pages.answer([entry(1)], 1);
    expect(seen).toEqual([1]);
  });

  test('who claims that there is more and gives nothing is not asked for ever', () => {
    sync.pushed([entry(9)]);
    pages.answer([], 9);
    expect(pages.asked).toEqual([]);
    sync.pushed([entry(10)]);
    expect(pages.asked).toHaveLength(1);
  });
});
