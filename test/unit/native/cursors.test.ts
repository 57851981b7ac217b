import { Cursors } from '../../../lib/sdk/src/native/cursors.js';

test('a number stands for its place, 0 for the beginning, and the oldest ones are forgotten', () => {
  const cursors = new Cursors();
  const numbers = Array.from({ length: 1001 }, (_each, at) => cursors.keep(`user${at}`));
  expect(new Set(numbers).size).toBe(1001);
  expect(numbers).not.toContain(0);
  expect(cursors.find(0)).toBe('');
  expect(cursors.find(numbers[0] ?? 0)).toBeUndefined();
  expect([cursors.find(numbers[1] ?? 0), cursors.find(numbers.at(-1) ?? 0)]).toEqual(['user1', 'user1000']);
  expect([-1, 0.5, NaN, 1e9].map((each) => cursors.find(each))).toEqual([undefined, undefined, undefined, undefined]);
});
