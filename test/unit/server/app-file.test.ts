import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppFileError, readApp } from '../../../lib/server/src/data-dir/app-file.js';
import { chooseApp, keepApp } from '../../../lib/server/src/data-dir/data-dir.js';
import { OptionError } from '../../../lib/server/src/options.js';

const KEY = 'a-secret-key-of-our-own';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tim-app-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the first start makes an app, later ones find it; nobody else may read it', () => {
  const app = chooseApp(folder, {});
  expect(app.created).toBe(true);
  keepApp(folder, app);
  expect(statSync(join(folder, 'app.json')).mode & 0o777).toBe(0o600);
  expect(chooseApp(folder, {})).toEqual({ ...app, created: false });
  expect(chooseApp(folder, { sdkAppId: app.sdkAppId })).toEqual({ ...app, created: false });
});

test('what was given is used and not written down', () => {
  const app = chooseApp(folder, { sdkAppId: 7, secretKey: KEY });
  keepApp(folder, app);
  expect(app).toEqual({ sdkAppId: 7, secretKey: KEY, created: false });
  expect(readdirSync(folder)).toEqual([]);
});

test('an app id alone gets a key of its own; another one cannot have it', () => {
  const app = chooseApp(folder, { sdkAppId: 7 });
  keepApp(folder, app);
  expect(app.sdkAppId).toBe(7);
  expect(() => chooseApp(folder, { sdkAppId: 8 })).toThrow(OptionError);
});

test('in memory nothing is written', () => {
  keepApp(':memory:', chooseApp(':memory:', {}));
  expect(chooseApp(':memory:', {}).created).toBe(true);
});

test.each(['', 'nonsense', '[]', '{"sdkAppId":1}', '{"sdkAppId":"1","secretKey":"x"}'])(
  'a damaged file is left alone: %p',
  (text) => {
    writeFileSync(join(folder, 'app.json'), text);
    expect(() => readApp(folder)).toThrow(AppFileError);
  },
);
