import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderLockedError, lockFolder } from '../../../lib/server/src/data-dir/lock.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tim-lock-'));
  file = join(folder, 'server.lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('one server at a time, told who the other is, and free again afterwards', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  lock.release();
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder).release();
});

test('a process that runs keeps its folder', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
  try {
    await once(other.stdout, 'data');
    const mine = lockFolder(folder);
    const { started } = JSON.parse(readFileSync(file, 'utf8')) as { started: string };
    mine.release();
    writeFileSync(file, JSON.stringify({ pid: other.pid, started: startOf(other.pid ?? 0, started) }));
    expect(() => lockFolder(folder)).toThrow(`process ${other.pid}`);
  } finally {
    other.kill();
    await once(other, 'exit');
  }
  lockFolder(folder).release();
});

/** What the lock of another process would say, from the form of our own. */
function startOf(pid: number, own: string): string {
  if (own === '') return '';
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [boot] = own.split('/');
  return `${boot ?? ''}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
}

test.each([
  ['of a process that is gone', () => JSON.stringify({ pid: gonePid(), started: '' })],
  ['of an earlier process with the same id', () => JSON.stringify({ pid: process.ppid, started: 'another boot/1' })],
  ['of ourselves before the container was started again', () => JSON.stringify({ pid: process.pid, started: 'b/1' })],
  ['that was never finished', () => ''],
  ['that is not ours at all', () => '[1]'],
])('a lock %s is taken over', (_name, content) => {
  writeFileSync(file, content());
  const lock = lockFolder(folder);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

/** The id of a process that has ended. */
function gonePid(): number {
  return Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
}

test('an interrupted take-over does not block the next start', () => {
  writeFileSync(file, JSON.stringify({ pid: gonePid(), started: '' }));
  writeFileSync(`${file}.stale`, JSON.stringify({ pid: gonePid(), started: '' }));
  const lock = lockFolder(folder);
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test('of many processes that find an old lock, one gets the folder', async () => {
  writeFileSync(file, JSON.stringify({ pid: gonePid(), started: '' }));
  const module = join(__dirname, '../../../lib/server/dist/data-dir/lock.js');
  const script = `
    const { lockFolder } = require(${JSON.stringify(module)});
    process.stdin.once('data', () => {
      try { lockFolder(${JSON.stringify(folder)}); console.log('got it'); } catch { console.log('no'); }
    }).on('end', () => process.exit());
    console.log('up');
  `;
  const rivals = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', script]));
  const answers = await Promise.all(
    rivals.map(async (rival) => {
      await once(rival.stdout, 'data');
      return rival;
    }),
  ).then(async (ready) => {
    for (const rival of ready) rival.stdin.write('go');
    return Promise.all(ready.map(async (rival) => String((await once(rival.stdout, 'data'))[0]).trim()));
  });
  for (const rival of rivals) rival.stdin.end();
  for (const rival of rivals) if (rival.exitCode === null) await once(rival, 'exit');
  expect(answers.filter((answer) => answer === 'got it')).toHaveLength(1);
});
