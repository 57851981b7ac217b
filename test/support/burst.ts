import type { Message, SendParams, SendResult, Target } from '@tim-node/protocol';
import { logIn, message, messageOf, textOf, type Home, type RawClient } from './raw-client.js';
import { inTime } from './wait.js';

/** Less than what a server lets one client leave waiting. */
const MAX_WINDOW = 900;
/** What all senders leave waiting together is at most this part of everything. */
const WAITING = 1 / 3;
const PAGE = { history: 100, log: 200 };

/** One send of a burst. */
interface Send {
  readonly sender: string;
  readonly params: SendParams;
  readonly text: string;
  answer?: SendResult;
}

/** A message on a line, as far as its reader can tell it from others. */
export const lineOf = (seq: number, text: string | undefined): string => `${seq} ${text ?? '(tip)'}`;

/** Names a conversation for everybody in it. */
export function conversationOf(user: string, { type, id }: Target): string {
  return type === 'group' ? id : [user, id].sort().join('/');
}

/** Many sends of several users to several others, which a server may not survive. */
export class Burst {
  readonly sends: readonly Send[];
  /** Messages that each sender has on their way at the same time. */
  readonly window: number;
  private readonly clients = new Map<string, RawClient>();
  private readonly milestones: { readonly count: number; readonly resolve: () => void }[] = [];
  private answers = 0;

  constructor(
    readonly senders: readonly string[],
    targets: readonly Target[],
    count: number,
  ) {
    const { length } = senders;
    this.window = Math.min(MAX_WINDOW, Math.floor((count * WAITING) / length));
    this.sends = Array.from({ length: count }, (_, at) => {
      const sender = senders[at % length] ?? '';
      const target = targets[Math.floor(at / length) % targets.length] ?? { type: 'c2c', id: sender };
      const text = `${sender} ${at}`;
      return { sender, text, params: message('', text, { target }) };
    });
  }

  get answered(): number {
    return this.answers;
  }

  /** Ends as soon as so many are answered: before more answers are read than have come together with the last one. */
  async untilAnswered(count: number, patience: number): Promise<void> {
    const reached = new Promise<void>((resolve) => this.milestones.push({ count, resolve }));
    this.passMilestones();
    await inTime(`${count} sends to be answered`, reached, patience);
  }

  private passMilestones(): void {
    for (const { count, resolve } of this.milestones) if (this.answers >= count) resolve();
  }

  /** Each sender sends, in order, what he has no answer to; ends with the last answer, or with the connections. */
  async fire(home: Home): Promise<void> {
    await Promise.all(
      this.senders.map(async (sender) => {
        const { client } = await logIn(home, sender);
        this.clients.set(sender, client);
        const waiting = this.sends.filter((send) => send.sender === sender && send.answer === undefined);
        await Promise.all(Array.from({ length: this.window }, () => this.sendOneByOne(client, waiting)));
        client.socket.terminate();
      }),
    );
  }

  private async sendOneByOne(client: RawClient, waiting: Send[]): Promise<void> {
    try {
      for (let send = waiting.shift(); send !== undefined; send = waiting.shift()) {
        send.answer = await client.ask('msg.send', send.params);
        this.answers += 1;
        this.passMilestones();
      }
    } catch {
      // The server is gone: nothing more is sent over this connection.
      waiting.length = 0;
    }
  }

  /** From now on answers to a sender get lost. */
  deafen(sender: string): void {
    this.clients.get(sender)?.socket.pause();
  }

  /** The senders' connections end, and with them what they were about to hear. */
  hangUp(): void {
    for (const { socket } of this.clients.values()) socket.terminate();
  }

  /**
   * What a reader's history holds of these conversations, by their names, checked against what was answered.
   */
  async histories(home: Home, reader: string, targets: readonly Target[]): Promise<Map<string, string[]>> {
    const { client } = await logIn(home, reader, { platform: 'Web' });
    const histories = new Map<string, string[]>();
    for (const target of targets) {
      const name = conversationOf(reader, target);
      const messages = await historyOf(client, target);
      this.check(name, messages);
      for (const each of messages) addLine(histories, name, lineOf(each.seq, textOf(each)));
    }
    await client.close();
    return histories;
  }

  /** No gaps, nothing twice, what was answered in its place, and of every sender the first so many in their order. */
  private check(conversation: string, messages: readonly Message[]): void {
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    const sends = this.sends.filter(({ sender, params }) => conversationOf(sender, params.target) === conversation);
    const places = new Map(messages.map((each) => [textOf(each), each.seq]));
    const acknowledged = sends.filter(({ answer }) => answer !== undefined);
    expect(acknowledged.map(({ text }) => [text, places.get(text)])).toEqual(
      acknowledged.map(({ text, answer }) => [text, answer?.seq]),
    );
    for (const sender of this.senders) {
      const stored = messages.filter((each) => each.sender === sender && textOf(each) !== undefined).map(textOf);
      const sent = sends.filter((each) => each.sender === sender).map(({ text }) => text);
      expect(stored).toEqual(sent.slice(0, stored.length));
    }
  }

  /** Sends that were stored by now, as far as histories tell. */
  stored(histories: ReadonlyMap<string, readonly string[]>): Map<string, number> {
    const places = new Map<string, number>();
    for (const line of [...histories.values()].flat()) {
      const [, seq, text] = /^(\d+) (.*)$/.exec(line) ?? [];
      if (text !== undefined && text !== '(tip)') places.set(text, Number(seq));
    }
    return places;
  }
}

/** All messages of a conversation, oldest first. */
export async function historyOf(client: RawClient, target: Target): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const from = messages.at(-1)?.seq;
    const more = from === undefined ? {} : { from };
    const page = await client.ask('msg.list', { target, forward: true, limit: PAGE.history, ...more });
    messages.push(...page.messages);
    if (page.finished) return messages;
  }
}

/** The messages of a user's log by their conversations, in the order of the log, which has no gaps. */
export async function logOf(home: Home, user: string): Promise<Map<string, string[]>> {
  const { client, session } = await logIn(home, user, { platform: 'Web' });
  const found = new Map<string, string[]>();
  for (let after = 0, end = session.head; after < end;) {
    const { entries, head } = await client.ask('sync.pull', { epoch: session.epoch, after, limit: PAGE.log });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => after + at + 1));
    for (const entry of entries) {
      if (entry.kind !== 'message') continue;
      const { seq, target, sender, ...content } = messageOf(entry);
      const peer: Target = target.type === 'group' || sender === user ? target : { type: 'c2c', id: sender };
      addLine(found, conversationOf(user, peer), lineOf(seq, textOf(content)));
    }
    after += entries.length;
    end = head;
  }
  await client.close();
  return found;
}

export function addLine(to: Map<string, string[]>, conversation: string, line: string): void {
  const lines = to.get(conversation);
  if (lines === undefined) to.set(conversation, [line]);
  else lines.push(line);
}
