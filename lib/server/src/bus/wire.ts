import type { EncodedEntry, Notice, UserEvent } from './bus.js';

/* How events travel between nodes. Entries of a log are lines, because most of what travels is that and it is JSON already. */

/** Characters of one message between nodes; log events that are longer become several. */
const MAX_TEXT = 200_000;
const EVENTS: ReadonlySet<unknown> = new Set<UserEvent['type']>(['online', 'grown', 'ended', 'replaced']);
const NOTICES: ReadonlySet<unknown> = new Set<Notice['type']>(['settings', 'check']);

export function encodeEvent(event: UserEvent): string[] {
  return event.type === 'log' ? encodeLog(event.entries) : [JSON.stringify(event)];
}

function encodeLog(entries: readonly EncodedEntry[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const { seq, json } of entries) {
    if (text !== '' && text.length + json.length > MAX_TEXT) {
      texts.push(text);
      text = '';
    }
    text += `${text === '' ? '' : '\n'}${seq} ${json}`;
  }
  if (text !== '') texts.push(text);
  return texts;
}

/** Nothing when another version, or somebody else, has sent it. */
export function decodeEvent(text: string): UserEvent | undefined {
  if (text.startsWith('{')) return parsed(text, EVENTS) as UserEvent | undefined;
  const entries = text.split('\n').map((line) => {
    const space = line.indexOf(' ');
    return { seq: Number(line.slice(0, space)), json: line.slice(space + 1) };
  });
  const isLog = entries.every(({ seq, json }) => Number.isSafeInteger(seq) && seq > 0 && json.startsWith('{'));
  return isLog ? { type: 'log', entries } : undefined;
}

export function decodeNotice(text: string): Notice | undefined {
  return parsed(text, NOTICES) as Notice | undefined;
}

function parsed(text: string, types: ReadonlySet<unknown>): object | undefined {
  try {
    const value = JSON.parse(text) as { type?: unknown } | null;
    return typeof value === 'object' && types.has(value?.type) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
