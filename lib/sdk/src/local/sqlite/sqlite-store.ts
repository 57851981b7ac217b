import { isRecord, parseJson, type Position, type Target } from '@tim-node/protocol';
import {
  convKey,
  convOf,
  KEPT_STATUS,
  type FoundIn,
  type KeptMessage,
  type KeptStatus,
  type LocalStore,
  type PageQuery,
  type SearchQuery,
} from '../store.js';
import { wordsIn } from '../words.js';
import type { Database, Row, Value } from './database.js';

/* Long texts come as bytes: SQLite as WebAssembly takes these as they are, but a text character by character. */
const INSERT = `insert into messages (conv, seq, id, sender, time, status, types, words, kept)
  values (?, ?, ?, ?, ?, ?, ?, cast(? as text), cast(? as text))`;
const REPLACE = `do update set id = excluded.id, sender = excluded.sender, time = excluded.time,
  status = excluded.status, types = excluded.types, words = excluded.words, kept = excluded.kept`;
const WRITE_PLACED = `${INSERT} on conflict (conv, seq) where seq > 0 ${REPLACE}`;
const WRITE_OWN = `${INSERT} on conflict (conv, id) where seq = 0 ${REPLACE}`;
const SELECT = 'select conv, status, words, kept from messages';
const ORDER = ['time', 'seq', 'id', 'conv'];
const OLDEST_FIRST = `order by ${ORDER.join(', ')}`;
const NEWEST_FIRST = `order by ${ORDER.map((column) => `${column} desc`).join(', ')}`;

const statusNumber = (status: KeptStatus): number => KEPT_STATUS.indexOf(status);
const DELETED = statusNumber('deleted');
const REVOKED = statusNumber('revoked');
/** The process that was sending them is gone. */
const FAIL_UNSENT = 'update messages set status = ? where seq = 0 and status = ?';
const POSITION = ['store', 'position'] as const;

/** What a search or page asks for: SQL conditions and their values. */
interface Conditions {
  readonly sql: string[];
  readonly values: Value[];
}

/** Keeps one account in a SQLite file. */
export class SqliteStore implements LocalStore {
  readonly lasting = true;
  private place: Position | undefined;
  private inTransaction = false;
  /** No message of a conversation has a greater place: whoever looks for one behind it need not ask the file. */
  private readonly newest = new Map<string, number>();
  /** Only in these there may be messages that the server does not have. */
  private readonly withOwn: Set<string>;

  constructor(
    private readonly database: Database,
    private readonly onClose: () => void,
  ) {
    this.place = this.readPosition();
    database.run(FAIL_UNSENT, statusNumber('failed'), statusNumber('sending'));
    const rows = database.all('select distinct conv from messages where seq = 0');
    this.withOwn = new Set(rows.map(({ conv }) => String(conv)));
  }

  transaction<T>(work: () => T): T {
    if (this.inTransaction) return work();
    const before = this.place;
    this.inTransaction = true;
    try {
      this.database.run('begin immediate');
      const result = work();
      this.database.run('commit');
      return result;
    } catch (error) {
      this.place = before;
      this.rollBack();
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  private rollBack(): void {
    try {
      this.database.run('rollback');
    } catch {
      // SQLite has rolled back by itself.
    }
  }

  get position(): Position | undefined {
    return this.place;
  }

  setPosition({ epoch, seq }: Position): void {
    this.setRecord(...POSITION, JSON.stringify({ epoch, seq }));
    this.place = { epoch, seq };
  }

  private readPosition(): Position | undefined {
    const [kind, name] = POSITION;
    const value = parsed(this.records(kind).get(name));
    if (!isRecord(value)) return undefined;
    const { epoch, seq } = value;
    return typeof epoch === 'string' && Number.isSafeInteger(seq) ? { epoch, seq: Number(seq) } : undefined;
  }

  at(conv: Target, seq: number): KeptMessage | undefined {
    const key = convKey(conv);
    if (seq > this.newestIn(key)) return undefined;
    return toMessages(this.database.all(`${SELECT} where conv = ? and seq = ? and seq > 0`, key, seq))[0];
  }

  private newestIn(key: string): number {
    const known = this.newest.get(key);
    if (known !== undefined) return known;
    const [row] = this.database.all('select max(seq) as newest from messages where conv = ? and seq > 0', key);
    const newest = Number(row?.['newest'] ?? 0);
    this.newest.set(key, newest);
    return newest;
  }

  ownAt(conv: Target, id: string): KeptMessage | undefined {
    const key = convKey(conv);
    if (!this.withOwn.has(key)) return undefined;
    return toMessages(this.database.all(`${SELECT} where conv = ? and id = ? and seq = 0`, key, id))[0];
  }

  withIds(ids: readonly string[]): KeptMessage[] {
    const wanted = [...new Set(ids)];
    return toMessages(this.database.all(`${SELECT} where id in (${holes(wanted)}) ${OLDEST_FIRST}`, ...wanted));
  }

  write(message: KeptMessage): void {
    const { conv, seq, id, sender, time, status, types } = message;
    const kept = JSON.stringify({ ...message, conv: undefined, status: undefined, words: undefined });
    const key = convKey(conv);
    const values = [
      key,
      seq,
      id,
      sender,
      time,
      statusNumber(status),
      types,
      Buffer.from(wordsIn(message)),
      Buffer.from(kept),
    ];
    this.database.run(seq > 0 ? WRITE_PLACED : WRITE_OWN, ...values);
    if (seq === 0) this.withOwn.add(key);
    else if (seq > (this.newest.get(key) ?? Infinity)) this.newest.set(key, seq);
  }

  removeOwn(conv: Target, id: string): void {
    this.database.run('delete from messages where conv = ? and id = ? and seq = 0', convKey(conv), id);
  }

  clear(conv: Target, upTo: number): void {
    this.database.run('delete from messages where conv = ? and seq between 1 and ?', convKey(conv), upTo);
    this.database.run('delete from messages where conv = ? and seq = 0', convKey(conv));
  }

  page({ conv, from, forward = false, limit, since, until, types = 0 }: PageQuery): KeptMessage[] {
    const { sql, values } = within({ types, ...times(since, until) });
    sql.push('conv = ?', 'seq > 0', 'status <> ?');
    values.push(convKey(conv), DELETED);
    if (from !== undefined) {
      sql.push(forward ? 'seq > ?' : 'seq < ?');
      values.push(from);
    }
    const order = `order by seq ${forward ? 'asc' : 'desc'} limit ?`;
    return toMessages(this.database.all(`${SELECT} where ${sql.join(' and ')} ${order}`, ...values, limit));
  }

  own(conv: Target): KeptMessage[] {
    const where = 'where conv = ? and seq = 0 and status <> ?';
    return toMessages(this.database.all(`${SELECT} ${where} ${OLDEST_FIRST}`, convKey(conv), DELETED));
  }

  searchConversations(query: SearchQuery): FoundIn[] {
    const { sql, values } = matching(query);
    const grouped = 'group by conv order by max(time) desc, conv';
    const found = `select conv, count(*) as found, max(time) as newest from messages where ${sql.join(' and ')} ${grouped}`;
    return this.database.all(found, ...values).map((row) => ({
      conv: convOf(String(row['conv'])),
      count: Number(row['found']),
      time: Number(row['newest']),
    }));
  }

  search(query: SearchQuery, skip: number, limit: number): KeptMessage[] {
    const { sql, values } = matching(query);
    const page = `${NEWEST_FIRST} limit ? offset ?`;
    return toMessages(this.database.all(`${SELECT} where ${sql.join(' and ')} ${page}`, ...values, limit, skip));
  }

  records(kind: string): ReadonlyMap<string, string> {
    const rows = this.database.all('select name, value from records where kind = ?', kind);
    return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
  }

  setRecord(kind: string, key: string, value: string | undefined): void {
    if (value === undefined) this.database.run('delete from records where kind = ? and name = ?', kind, key);
    else this.database.run('insert or replace into records values (?, ?, ?)', kind, key, value);
  }

  forget(): void {
    this.transaction(() => {
      this.database.run('delete from messages where seq > 0');
      this.setRecord(...POSITION, undefined);
      this.place = undefined;
    });
  }

  close(): void {
    try {
      this.database.close();
    } finally {
      this.onClose();
    }
  }
}

function times(since?: number, until?: number): { since?: number; until?: number } {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function within({ since, until, types }: { since?: number; until?: number; types: number }): Conditions {
  const sql: string[] = [];
  const values: Value[] = [];
  const add = (condition: string, value: number): void => {
    sql.push(condition);
    values.push(value);
  };
  if (since !== undefined) add('time >= ?', since);
  if (until !== undefined) add('time <= ?', until);
  if (types !== 0) add('types & ? <> 0', types);
  return { sql, values };
}

function matching(query: SearchQuery): Conditions {
  const { conv, words, every, senders, types, since, until } = query;
  const { sql, values } = within({ types, ...times(since, until) });
  sql.push('status not in (?, ?)');
  values.push(DELETED, REVOKED);
  if (conv !== undefined) {
    sql.push('conv = ?');
    values.push(convKey(conv));
  }
  if (senders !== undefined) {
    sql.push(`sender in (${holes(senders)})`);
    values.push(...senders);
  }
  if (words.length > 0) {
    sql.push(`(${words.map(() => 'instr(words, ?) > 0').join(every ? ' and ' : ' or ')})`);
    values.push(...words);
  }
  return { sql, values };
}

function holes(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function toMessages(rows: readonly Row[]): KeptMessage[] {
  return rows.flatMap(({ conv, status, words, kept }) => {
    const value = parsed(String(kept));
    const known = KEPT_STATUS[Number(status)];
    // What stands in the file was written by this class; a row that somebody has tampered with is left out.
    if (!isRecord(value) || !isWhole(value) || known === undefined) return [];
    const own = value['message'] === undefined ? { words: String(words) } : {};
    return [{ ...value, ...own, conv: convOf(String(conv)), status: known } as unknown as KeptMessage];
  });
}

function isWhole({ seq, id, sender, time }: Record<string, unknown>): boolean {
  return [seq, time].every(Number.isSafeInteger) && [id, sender].every((each) => typeof each === 'string');
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseJson(text);
  } catch {
    return undefined;
  }
}
