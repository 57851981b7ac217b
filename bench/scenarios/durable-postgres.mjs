// One-to-one messages, synced to PostgreSQL.
import { withPostgres } from '../programs.mjs';
import { measureStored } from '../stored-load.mjs';

export const measure = (say) =>
  withPostgres(say, (newDatabase) =>
    measureStored(say, {
      newParameters: async () => ({ postgres: await newDatabase() }),
      store: 'PostgreSQL',
      goal: 'at least 0.65 x',
    }),
  );
