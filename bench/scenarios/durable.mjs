// One-to-one messages, synced to SQLite.
import { measureStored } from '../stored-load.mjs';

export const measure = (say) =>
  measureStored(say, { newParameters: () => ({}), store: 'SQLite', goal: 'at least 0.6 x' });
