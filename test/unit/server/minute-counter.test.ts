import { MinuteCounter } from '../../../lib/server/src/minute-counter.js';
import { ManualClock } from '../../support/manual-clock.js';

test('counts per key, from the first time for a minute', async () => {
  const clock = new ManualClock();
  const counter = new MinuteCounter(clock);
  counter.add('a');
  counter.add('a', 2);
  counter.add('b', 0);
  expect([counter.count('a'), counter.count('b')]).toEqual([3, 0]);
  await clock.advance(59_999);
  expect([counter.count('a'), counter.resetIn('a')]).toEqual([3, 1]);
  await clock.advance(1);
  expect([counter.count('a'), counter.resetIn('a')]).toEqual([0, 0]);
});

test('setting the wall clock changes nothing', () => {
  const clock = new ManualClock();
  const counter = new MinuteCounter(clock);
  counter.add('a');
  clock.jumpWall(3_600_000);
  expect(counter.count('a')).toBe(1);
});

test('the number of keys is bounded: the oldest go first, those that are over all at once', async () => {
  const clock = new ManualClock();
  const counter = new MinuteCounter(clock, 3);
  for (const key of ['a', 'b', 'c', 'd']) counter.add(key);
  expect(counter.size).toBe(3);
  expect([counter.count('a'), counter.count('d')]).toEqual([0, 1]);
  await clock.advance(60_000);
  counter.add('e');
  expect(counter.size).toBe(1);
});
