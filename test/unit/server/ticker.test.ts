import { Ticker } from '../../../lib/server/src/gateway/ticker.js';
import { ManualClock } from '../../support/manual-clock.js';

test('looks at the interval, and sooner when something is due', async () => {
  const clock = new ManualClock();
  const start = clock.monotonic();
  const looks: number[] = [];
  let due = Infinity;
  const ticker = new Ticker(clock, 1000, (now) => {
    looks.push(now - start);
    if (due <= now) due = Infinity;
    return due;
  });
  await clock.advance(1000);
  due = start + 1300;
  ticker.wakeBy(due);
  await clock.advance(1000);
  expect(looks).toEqual([1000, 1300]);
  ticker.stop();
  await clock.advance(10_000);
  expect(looks).toHaveLength(2);
  expect(clock.timerCount).toBe(0);
});

test('something that is due in half a year is not due at once', async () => {
  const clock = new ManualClock();
  const halfYear = 180 * 24 * 3_600_000;
  const due = clock.monotonic() + halfYear;
  let done = 0;
  const ticker = new Ticker(clock, 1000, (now) => {
    if (now >= due && done === 0) done = now;
    return done === 0 ? due : Infinity;
  });
  ticker.wakeBy(due);
  await clock.advance(3000);
  expect(done).toBe(0);
  await clock.freeze(halfYear - 3000 - 500);
  expect(done).toBe(0);
  await clock.advance(500);
  expect(done).toBe(due);
  ticker.stop();
});
