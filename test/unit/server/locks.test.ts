import { LocalLocks } from '../../../lib/server/src/session/locks.js';

test('one after the other for a key, side by side for others', async () => {
  const locks = new LocalLocks();
  const diary: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const work = (name: string, wait: Promise<void>) => async (): Promise<string> => {
    diary.push(`${name} begins`);
    await wait;
    diary.push(`${name} ends`);
    return name;
  };
  const all = [
    locks.run('a', work('first', gate)),
    locks.run('a', work('second', Promise.resolve())),
    locks.run('b', work('other', Promise.resolve())),
  ];
  await all[2];
  expect(diary).toEqual(['first begins', 'other begins', 'other ends']);
  release();
  expect(await Promise.all(all)).toEqual(['first', 'second', 'other']);
  expect(diary.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
});

test('a failure is told to whoever asked, and the next one goes on; nothing is left behind', async () => {
  const locks = new LocalLocks();
  const failing = locks.run('a', () => Promise.reject(new Error('no')));
  const next = locks.run('a', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(locks.size).toBe(0);
});
