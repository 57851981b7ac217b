import type { Kysely } from 'kysely';
import { up as foundation } from './0001-foundation.js';
import { up as conversations } from './0002-conversations.js';
import { up as nodes } from './0003-nodes.js';
import { up as applications } from './0004-applications.js';
import { up as logSpans } from './0005-log-spans.js';
import { up as clustered } from './0006-clustered.js';

/** Every step of the schema; a database that has taken the first n of them is of version n. Released steps never change. */
export const migrations: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [
  foundation,
  conversations,
  nodes,
  applications,
  logSpans,
  clustered,
];
