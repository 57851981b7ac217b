import { Scope } from '../../../lib/sdk/src/host/scope.js';

test('what belongs to a scope is run once, when it ends, in order', () => {
  const scope = new Scope();
  const run: string[] = [];
  scope.onEnd({ end: () => run.push('first') });
  scope.onEnd({ end: () => run.push('second') });
  expect([scope.isOver, run]).toEqual([false, []]);
  scope.end();
  scope.end();
  expect([scope.isOver, run]).toEqual([true, ['first', 'second']]);
});

test('what is taken back, or comes too late, is not run', () => {
  const scope = new Scope();
  const run = { end: jest.fn() };
  scope.onEnd(run);
  scope.offEnd(run);
  scope.end();
  scope.onEnd(run);
  expect(run.end).not.toHaveBeenCalled();
});

test('the end may be reached from within', () => {
  const scope = new Scope();
  const last = { end: jest.fn() };
  scope.onEnd({ end: () => scope.end() });
  scope.onEnd(last);
  scope.end();
  expect(last.end).toHaveBeenCalledTimes(1);
});
