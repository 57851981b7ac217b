import { timError, type Message, type ReadMarks, type Target, type TIMError } from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';
import { toKept } from '../local/rules.js';
import type { KeptMessage } from '../local/store.js';
import { typeBits } from '../local/words.js';
import type { Archive } from './archive.js';
import type { History, Wanted } from './history.js';

/** The message that a list goes on from. */
export interface Cursor {
  /** Its place; 0 for a message that the server does not have. */
  readonly place: number;
  /** Unix seconds, or 0 when the app does not say. */
  readonly time: number;
  readonly id: string;
}

export interface ListQuery {
  readonly wanted: Wanted;
  readonly cursor?: Cursor;
}

/** Messages in the order asked for. How far the conversation was read is there when the server has been asked. */
export interface Listed extends Partial<ReadMarks> {
  readonly messages: readonly KeptMessage[];
  /** There are no further ones in this direction. */
  readonly finished: boolean;
}

/** Messages that the server has. */
type Placed = Listed;

const OFFLINE: ReadonlySet<number> = new Set(
  (['disconnected', 'connectTimeout', 'sendTimeout', 'answerTimeout'] as const).map((name) => timError(name).code),
);

/** Lists of messages: those of the server and those that only this machine has, and without the server what is kept. */
export class MessageLists {
  constructor(
    private readonly engine: Engine,
    private readonly archive: Archive,
    private readonly history: History,
  ) {}

  /** @param isStored the server is not to be asked */
  list(query: ListQuery, isStored: boolean, settle: Settle<Listed>): void {
    const answer = (placed: Placed): void => {
      settle({ value: { ...placed, ...this.merged(query, placed) } });
    };
    const { wanted } = query;
    if (isStored || !this.isAsked) {
      answer(this.storedPage(wanted));
      return;
    }
    this.history.list(wanted, (outcome) => {
      if (!('error' in outcome)) {
        const { messages, ...told } = outcome.value;
        answer({ ...told, messages: this.keep(wanted.target, messages) });
      } else if (this.canDoWithout(outcome.error)) answer(this.storedPage(wanted));
      else settle(outcome);
    });
  }

  /** Messages by their places; the newest first, like a list. */
  findAt(target: Target, seqs: readonly number[], isStored: boolean, settle: Settle<Listed>): void {
    const valid = [...new Set(seqs)].filter((seq) => seq > 0);
    const answer = (found: readonly KeptMessage[], told: Partial<ReadMarks> = {}): void => {
      settle({ value: { ...told, messages: [...found].sort((a, b) => b.seq - a.seq), finished: true } });
    };
    if (valid.length === 0) answer([]);
    else if (isStored || !this.isAsked) answer(this.storedAt(target, valid));
    else {
      this.history.find({ target, seqs: valid }, (outcome) => {
        if (!('error' in outcome)) {
          const { messages, ...told } = outcome.value;
          answer(this.keep(target, messages), told);
        } else if (this.canDoWithout(outcome.error)) answer(this.storedAt(target, valid));
        else settle(outcome);
      });
    }
  }

  /** Whether to ask the server: a request without a network would wait for it, so what is on disk is quicker. */
  private get isAsked(): boolean {
    return this.engine.state === 'Logined' && (this.engine.isOnline || !this.archive.lasting);
  }

  /** Whether the local store answers because the server does not. */
  private canDoWithout({ code }: TIMError): boolean {
    return OFFLINE.has(code) && this.archive.lasting;
  }

  private storedPage({ target, count, types = [], ...query }: Wanted): Placed {
    const messages = this.archive.page({ ...query, conv: target, limit: count, types: typeBits(types) });
    return { messages, finished: messages.length < count };
  }

  private storedAt(target: Target, seqs: readonly number[]): KeptMessage[] {
    return seqs.flatMap((seq) => this.archive.at(target, seq) ?? []).filter(({ status }) => status !== 'deleted');
  }

  /** Keeps what the server has told. What is known here to be newer goes before it, and so does what the app has put to it. */
  keep(conv: Target, messages: readonly Message[]): KeptMessage[] {
    const { archive } = this;
    archive.remember(messages);
    return messages
      .map((message) => archive.at(conv, message.seq) ?? toKept(message, archive.ownerId))
      .filter(({ status }) => status !== 'deleted');
  }

  /** The messages with those of this machine among them; of two of the same second, the one that the server has is older. */
  private merged(query: ListQuery, placed: Placed): Pick<Listed, 'messages' | 'finished'> {
    const { count, forward = false } = query.wanted;
    const own = this.ownOnes(query, placed);
    const list: KeptMessage[] = [];
    let next = 0;
    for (const message of placed.messages) {
      for (let each = own[next]; each !== undefined && isBefore(each, message, forward); each = own[next]) {
        list.push(each);
        next += 1;
      }
      list.push(message);
    }
    // What stands beyond the last one belongs to this page only when there is nothing else to come.
    if (placed.finished) list.push(...own.slice(next));
    return { messages: list.slice(0, count), finished: placed.finished && list.length <= count };
  }

  private ownOnes({ wanted, cursor }: ListQuery, { messages }: Placed): KeptMessage[] {
    const { target, forward = false, since = 0, until = Infinity, types = [] } = wanted;
    const { archive } = this;
    const bits = typeBits(types);
    const time = cursor === undefined ? 0 : timeOf(archive.at(target, cursor.place), cursor, messages);
    const lower = cursor?.place === 0 && forward ? 0 : since;
    const own = archive
      .own(target)
      .filter((each) => each.time >= lower && each.time <= until && (bits === 0 || (each.types & bits) !== 0))
      .filter((each) => cursor === undefined || isBeyond(each, { ...cursor, time }, forward));
    return forward ? own : own.reverse();
  }
}

function isBefore(own: KeptMessage, placed: KeptMessage, forward: boolean): boolean {
  return forward ? own.time < placed.time : own.time >= placed.time;
}

/** When the message was sent that a list goes on from. */
function timeOf(known: KeptMessage | undefined, { time }: Cursor, [first]: readonly KeptMessage[]): number {
  return known?.time ?? (time === 0 ? (first?.time ?? 0) : time);
}

function isBeyond({ time, id }: KeptMessage, cursor: Cursor, forward: boolean): boolean {
  if (time !== cursor.time) return forward ? time > cursor.time : time < cursor.time;
  if (cursor.place > 0) return forward;
  return forward ? id > cursor.id : id < cursor.id;
}
