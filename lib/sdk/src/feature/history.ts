import {
  LIMITS,
  mediaOf,
  mergersOf,
  message as messageSchema,
  type HistoryParams,
  type HistoryResult,
  type Message,
  type MessagesResult,
  type ModifyParams,
  type ModifyResult,
  type PlacesParams,
  type ReadMarks,
  type RevokedEntry,
  type RevokeParams,
  type SearchParams,
  type SearchResult,
  type Target,
} from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';

/** Which messages of a conversation are wanted; any number of them. */
export interface Wanted extends Omit<HistoryParams, 'limit'> {
  readonly count: number;
}

/** Requests for one list: a search for rare kinds of messages gives up after them. */
const MAX_PAGES = 50;
/** Messages that are asked for by their places in one request: as many as fit even when they are long. */
const FIND_PAGE = 20;

/** Messages that the server has: reading, changing and deleting them. */
export class History {
  /** Messages that are being taken back from here: the app hears of them by the answer. */
  private readonly revoking = new Set<string>();

  constructor(private readonly engine: Engine) {}

  /** Reads messages of a conversation, in the order that is asked for. Errors: 10010 no such group, 10007 not a member. */
  list({ count, ...wanted }: Wanted, settle: Settle<HistoryResult>): void {
    const found: Message[] = [];
    let pages = 0;
    const ask = (from: number | undefined): void => {
      pages += 1;
      const limit = Math.min(LIMITS.historyPage, count - found.length);
      this.engine.call('msg.list', { ...wanted, limit, ...(from === undefined ? {} : { from }) }, (outcome) => {
        if ('error' in outcome) {
          settle(outcome);
          return;
        }
        const { value } = outcome;
        found.push(...value.messages);
        const isEnough = value.finished || value.next === undefined || found.length >= count || pages >= MAX_PAGES;
        if (isEnough) settle({ value: { ...value, messages: found } });
        else ask(value.next);
      });
    };
    ask(wanted.from);
  }

  /** Reads messages by their places, in the order of the conversation. */
  find({ target, seqs }: PlacesParams, settle: Settle<Pick<MessagesResult, 'messages'> & ReadMarks>): void {
    const found: Message[] = [];
    const waiting = [...new Set(seqs)].sort((a, b) => a - b);
    const ask = (): void => {
      const asked = waiting.splice(0, FIND_PAGE);
      this.engine.call('msg.find', { target, seqs: asked }, (outcome) => {
        if ('error' in outcome) {
          settle(outcome);
          return;
        }
        const { messages, rest = [], readSeq, peerReadSeq } = outcome.value;
        found.push(...messages);
        // An answer holds at least one message, so that this comes to an end.
        if (messages.length > 0) waiting.unshift(...rest);
        if (waiting.length === 0) settle({ value: { messages: found, readSeq, peerReadSeq } });
        else ask();
      });
    };
    ask();
  }

  /** Searches the messages of the server. Errors: 7013 it cannot, 20005 the search has failed. */
  search(params: SearchParams, settle: Settle<SearchResult>): void {
    this.engine.call('msg.search', params, settle);
  }

  /** Takes a message back. Errors: 20016 and 10031 too late, 20022, 10030 and 10032 not there or not allowed. */
  revoke(params: RevokeParams, settle: Settle<object>): void {
    const key = revokeKey(params.target, params.seq);
    this.revoking.add(key);
    this.engine.call('msg.revoke', params, (outcome) => {
      this.revoking.delete(key);
      settle(outcome);
    });
  }

  /** Changes the content of a message. */
  modify(params: ModifyParams, settle: Settle<ModifyResult>): void {
    this.engine.call('msg.modify', params, settle);
  }

  /** Deletes messages for this account. */
  delete(params: PlacesParams, settle: Settle<object>): void {
    this.engine.call('msg.delete', params, settle);
  }

  /** Deletes all messages of a conversation for this account. */
  clear(target: Target, settle: Settle<object>): void {
    this.engine.call('msg.clear', { target }, settle);
  }

  /** Keeps merged messages and gives the key under which they can be read. */
  putMerger(messages: readonly Message[], settle: Settle<string>): void {
    const elems = messages.flatMap(({ body }) => body.elems);
    const params = {
      messages: JSON.stringify(messages),
      media: mediaOf(elems).slice(0, LIMITS.mergedFiles),
      mergers: mergersOf(elems).slice(0, LIMITS.mergedMessages),
    };
    this.engine.call('msg.merger.put', params, (outcome) => {
      settle('error' in outcome ? outcome : { value: outcome.value.key });
    });
  }

  /** Reads merged messages. What does not look like a message is left out: the server has not looked at them. */
  getMerger(key: string, settle: Settle<Message[]>): void {
    this.engine.call('msg.merger.get', { key }, (outcome) => {
      settle('error' in outcome ? outcome : { value: readMerged(outcome.value.messages) });
    });
  }

  /** Listens to messages that were taken back elsewhere. */
  onRevoked(listener: (entries: readonly RevokedEntry[], userId: string) => void): () => void {
    return this.engine.on('entries', (entries, userId) => {
      const revoked = entries
        .filter((entry) => entry.kind === 'revoked')
        .filter(
          ({ target, message, revoked: { by } }) => by !== userId || !this.revoking.has(revokeKey(target, message.seq)),
        );
      if (revoked.length > 0) listener(revoked, userId);
    });
  }

  /** Listens to messages whose content was changed, here or elsewhere. */
  onModified(listener: (messages: readonly Message[], userId: string) => void): () => void {
    return this.engine.on('entries', (entries, userId) => {
      const modified = entries.filter((entry) => entry.kind === 'modified').map(({ message }) => message);
      if (modified.length > 0) listener(modified, userId);
    });
  }
}

function revokeKey({ type, id }: Target, seq: number): string {
  return `${type}/${seq}/${id}`;
}

/** The merged messages of a text that another client has written. */
function readMerged(text: string): Message[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const items: unknown[] = Array.isArray(parsed) ? parsed.slice(0, LIMITS.mergedMessages) : [];
  return items.filter((item): item is Message => messageSchema.check(item, 'message') === undefined);
}
