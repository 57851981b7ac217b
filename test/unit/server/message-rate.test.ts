import { TIMError, type Target } from '@tim-node/protocol';
import { Allowance, MessageRate } from '../../../lib/server/src/domain/message-rate.js';
import { ManualClock } from '../../support/manual-clock.js';

const BOB: Target = { type: 'c2c', id: 'bob' };
const TEAM: Target = { type: 'group', id: 'team' };

test('an allowance grows with time, up to that of a second', async () => {
  const clock = new ManualClock();
  const allowance = new Allowance(clock, 10);
  for (let times = 0; times < 10; times += 1) {
    expect(allowance.wait('a')).toBe(0);
    allowance.use('a');
  }
  expect([allowance.wait('a'), allowance.wait('b')]).toEqual([100, 0]);
  await clock.advance(90);
  expect(allowance.wait('a')).toBeGreaterThan(0);
  await clock.advance(11);
  expect(allowance.wait('a')).toBe(0);
  await clock.advance(60_000);
  for (let times = 0; times < 10; times += 1) allowance.use('a');
  expect(allowance.wait('a')).toBe(100);
  clock.jumpWall(3_600_000);
  expect(allowance.wait('a')).toBe(100);
});

test('the number of keys is bounded: whoever was quiet longest goes first', () => {
  const allowance = new Allowance(new ManualClock(), 1, 2);
  for (const key of ['a', 'b', 'a', 'c']) allowance.use(key);
  expect(allowance.size).toBe(2);
  expect([allowance.wait('a') > 0, allowance.wait('b'), allowance.wait('c') > 0]).toEqual([true, 0, true]);
});

function refusal(run: () => void): Partial<TIMError> | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof TIMError) return error;
    throw error;
  }
}

test('users and groups have an allowance each; only what a group got counts for it', () => {
  const rate = new MessageRate(new ManualClock(), { messagesPerSecond: 2, groupMessagesPerSecond: 3 });
  const send = (user: string, target: Target): Partial<TIMError> | undefined =>
    refusal(() => rate.check(1, user, target));
  expect([send('alice', BOB), send('alice', TEAM)]).toEqual([undefined, undefined]);
  expect(send('alice', BOB)).toMatchObject({ code: 9506, retryAfter: 500 });
  expect(refusal(() => rate.check(2, 'alice', BOB))).toBeUndefined();
  for (let times = 0; times < 3; times += 1) rate.sent(1, TEAM);
  rate.sent(1, BOB);
  expect(send('carol', TEAM)).toMatchObject({ code: 10_023, retryAfter: 334 });
  // What was refused has cost nothing.
  expect([send('carol', BOB), send('carol', { type: 'group', id: 'other' })]).toEqual([undefined, undefined]);
});
