import { DEFAULT_SETTINGS, mergeSettings, SettingsBook, SettingsError } from '../../../lib/server/src/settings.js';
import type { Store } from '../../../lib/server/src/store/store.js';

/** The part of a store that keeps settings. */
function settingsStore(): Store {
  const kept = new Map<number, string>();
  const store: Pick<Store, 'loadSettings' | 'saveSettings'> = {
    loadSettings: (app) => Promise.resolve(kept.get(app)),
    saveSettings: ({ app, value }) => {
      kept.set(app, value);
      return Promise.resolve();
    },
  };
  return store as Store;
}

test('changes leave the rest alone, platform by platform', () => {
  const first = mergeSettings(DEFAULT_SETTINGS, { instances: { Web: 5 } });
  const second = mergeSettings(first, { policy: 'single', instances: { Android: 2 } });
  expect(second).toEqual({
    policy: 'single',
    instances: { Web: 5, Android: 2 },
    kickedOfflineNotice: true,
    revokeSeconds: 120,
  });
  expect(Object.isFrozen(second)).toBe(true);
});

test('a platform named like a property of every object is no platform', () => {
  const instances = JSON.parse('{"__proto__": 3}') as object;
  expect(() => mergeSettings(DEFAULT_SETTINGS, { instances })).toThrow(SettingsError);
});

test('changes are kept per app, and what the server was started with counts more', async () => {
  const store = settingsStore();
  const book = new SettingsBook(store, {});
  await book.load(1);
  await book.load(2);
  await book.update(1, { policy: 'two', instances: { Web: 4 } });
  expect(book.get(2)).toEqual(DEFAULT_SETTINGS);

  const restarted = new SettingsBook(store, { policy: 'three' });
  await restarted.load(1);
  expect(restarted.get(1)).toEqual({
    policy: 'three',
    instances: { Web: 4 },
    kickedOfflineNotice: true,
    revokeSeconds: 120,
  });
});

test('a change that cannot be changes nothing', async () => {
  const book = new SettingsBook(settingsStore(), {});
  await book.load(1);
  await expect(book.update(1, { policy: 'two', instances: { Web: 99 } })).rejects.toThrow(SettingsError);
  expect(book.get(1)).toEqual(DEFAULT_SETTINGS);
});
