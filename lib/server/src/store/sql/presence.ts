import type { NodeView } from '../store.js';
import type { Instance } from './instances.js';
import { readList } from './statement.js';
import type { Db } from './tables.js';

/** A node that was not seen for this long has failed; seconds. */
export const NODE_TIMEOUT = 20;

type Asking = NodeView & { readonly now: number };

/** The sessions of an account that count as online. */
export interface Online {
  readonly attached: readonly string[];
  readonly lingering: readonly string[];
}

const seen = readList<object, { node: string }>()((db, _values, items) =>
  db
    .selectFrom('nodes')
    .select(['node_id', 'seen_at'])
    .where(
      'node_id',
      'in',
      items.map(({ node }) => node),
    ),
);

type Row = Pick<Instance, 'session_id' | 'node' | 'online_until'>;

/** Of some sessions those that are online at other nodes. */
export async function onlineElsewhere(db: Db, asking: Asking, rows: readonly Row[]): Promise<Online> {
  const { node: own, now, linger = 0 } = asking;
  if (own === undefined) return { attached: [], lingering: [] };
  const names = new Set(rows.flatMap(({ node }) => (node === null || node === own ? [] : [node])));
  const found = await seen.all(
    db,
    {},
    [...names].map((node) => ({ node })),
  );
  const seenAt = new Map(found.map(({ node_id, seen_at }) => [node_id, seen_at]));
  const attached: string[] = [];
  const lingering: string[] = [];
  for (const { session_id: session, node, online_until } of rows) {
    if (node === own) continue;
    // Of a node that has failed, its sessions have lost their connections when it was last seen.
    const last = node === null ? online_until : (seenAt.get(node) ?? -Infinity) + linger;
    if (node !== null && (seenAt.get(node) ?? -Infinity) + NODE_TIMEOUT > now) attached.push(session);
    else if (last > now) lingering.push(session);
  }
  return { attached, lingering };
}
