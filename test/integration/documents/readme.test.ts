import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runScript } from '../../support/script.js';

jest.setTimeout(120_000);

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Every example with what it must print. */
const examples = [...readme.matchAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code = '', output = '']) => ({
  code,
  output,
}));

describe('the code of the README', () => {
  // Below the project, so that the packages are found as in a file that a reader has put there.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'readme-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is run as a whole', () => {
    expect(readme.split('```js').length - 1).toBe(examples.length);
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  test.each(examples.map(({ code, output }, at) => [at + 1, code, output] as const))(
    'example %i prints what it says',
    async (at, code, output) => {
      const file = join(folder, `example-${at}.mjs`);
      writeFileSync(file, code);
      expect(await runScript(file)).toBe(output);
    },
  );
});

/** Lines without what differs from run to run. Two clients may be told of one event in either order. */
function transcript(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .replace(/^ *[\d.]+ s/, '')
        .replace(/:\d+ for app \d+/, '')
        .replace(/by \w+\)/, ''),
    )
    .sort();
}

test('the transcript of the README is what hello-callback shows', async () => {
  const [, shown = ''] = /```text\n( *0\.\d\d s .*?)```/s.exec(readme) ?? [];
  const really = await runScript(join(ROOT, 'samples/dist/hello-callback.js'));
  expect(transcript(really)).toEqual(transcript(shown));
});
