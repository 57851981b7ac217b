// One-to-one messages, synced to PostgreSQL.
import { haveProgram, withPostgres } from '../programs.mjs';
import { measureStored } from '../stored-load.mjs';

export async function measure(say) {
  if (!haveProgram('postgres', say)) return [];
  return withPostgres((newDatabase) =>
    measureStored(say, {
      newParameters: async () => ({ postgres: await newDatabase() }),
      store: 'PostgreSQL',
      goal: 'at least 0.65 x',
    }),
  );
}
