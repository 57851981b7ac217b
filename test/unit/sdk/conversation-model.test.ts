import fc from 'fast-check';
import { revokedBody, type Conversation, type LogEntry, type Message, type Target } from '@tim-node/protocol';
import { keyOf, type KeptConversation } from '../../../lib/sdk/src/feature/conversation-change.js';
import { ConversationModel, type Changes } from '../../../lib/sdk/src/feature/conversation-model.js';

/* The model beside a server that knows nothing but the list of what has happened, and counts anew each time. */

const ME = 'me';
const OTHERS = ['ann', 'ben', 'cat'];

type Step =
  | {
      readonly type: 'say';
      readonly who: number;
      readonly mine: boolean;
      readonly counted: boolean;
      readonly lasting: boolean;
    }
  | { readonly type: 'read' | 'remove' | 'pin' | 'peerRead' | 'clear' | 'revoke'; readonly who: number }
  | { readonly type: 'group'; readonly who: number; readonly name: string; readonly isIn: boolean }
  | { readonly type: 'dropGroup'; readonly name: string };

const who = fc.nat(OTHERS.length - 1);
const name = fc.constantFrom('work', 'home');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('say' as const),
      who,
      mine: fc.boolean(),
      counted: fc.boolean(),
      lasting: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('read', 'remove', 'pin', 'peerRead', 'clear', 'revoke'), who }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('group' as const), who, name, isIn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dropGroup' as const), name }) },
);

const target = (index: number): Target => ({ type: 'c2c', id: OTHERS[index] ?? '' });

function message(other: string, seq: number, { mine, counted, lasting }: Step & { type: 'say' }): Message {
  return {
    target: { type: 'c2c', id: mine ? other : ME },
    seq,
    sender: mine ? ME : other,
    clientId: `${other}-${seq}`,
    time: 1000 + seq,
    clientTime: 1,
    random: 1,
    platform: 'Linux',
    body: { elems: [], ...(counted ? {} : { uncounted: true }), ...(lasting ? {} : { notLast: true }) },
  };
}

/** Each step that means something, with the entry that it makes. */
class Server {
  readonly entries: LogEntry[] = [];

  perform(what: Step): void {
    const entry = this.entryOf(what, this.entries.length + 1);
    if (entry !== undefined) this.entries.push(entry);
  }

  private entryOf(what: Step, seq: number): LogEntry | undefined {
    const now = this.conversations(seq - 1);
    if (what.type === 'dropGroup') return { kind: 'convGroup', seq, change: 'deleted', name: what.name };
    const at = target(what.who);
    if (what.type === 'say') {
      const count = this.messages(at.id, seq - 1).length;
      return { kind: 'message', seq, message: message(at.id, count + 1, what) };
    }
    const known = now.get(keyOf(at));
    if (known === undefined) return undefined;
    switch (what.type) {
      case 'read':
        return {
          kind: 'conversation',
          seq,
          target: at,
          changes: { unread: 0, readSeq: this.messages(at.id, seq - 1).length },
        };
      case 'pin':
        return { kind: 'conversation', seq, target: at, changes: { pinned: !known.pinned } };
      case 'remove':
        return { kind: 'conversationRemoved', seq, target: at };
      case 'clear':
        return { kind: 'cleared', seq, target: at, upTo: this.messages(at.id, seq - 1).length };
      case 'peerRead':
        return { kind: 'peerRead', seq, target: at, readSeq: this.messages(at.id, seq - 1).length, time: 1 };
      case 'revoke':
        return known.last === null
          ? undefined
          : { kind: 'revoked', seq, target: at, message: known.last, revoked: REVOKED };
      case 'group':
        return { kind: 'convGroup', seq, change: what.isIn ? 'added' : 'removed', name: what.name, targets: [at] };
    }
  }

  private about(id: string, upTo: number): LogEntry[] {
    return this.entries.slice(0, upTo).filter((entry) => {
      if (entry.kind === 'message') return keyOf(conversationOf(entry.message)) === `c2c_${id}`;
      return 'target' in entry && entry.target.id === id;
    });
  }

  private messages(id: string, upTo: number): Message[] {
    return this.about(id, upTo).flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  }

  /** The list as of an entry, found by looking through everything again. */
  conversations(upTo: number): Map<string, Conversation> {
    const found = new Map<string, Conversation>();
    for (const id of OTHERS) {
      const conversation = this.conversation(id, upTo);
      if (conversation !== undefined) found.set(`c2c_${id}`, conversation);
    }
    return found;
  }

  private conversation(id: string, upTo: number): Conversation | undefined {
    const all = this.about(id, upTo);
    const since = all.slice(all.findLastIndex(({ kind }) => kind === 'conversationRemoved') + 1);
    if (!since.some(({ kind }) => kind === 'message')) return undefined;
    const born = since.find(({ kind }) => kind === 'message')?.seq ?? 0;
    const read = since.findLastIndex(
      (entry) => (entry.kind === 'conversation' && entry.changes.unread === 0) || entry.kind === 'cleared',
    );
    const cleared = since.findLast((entry) => entry.kind === 'cleared')?.upTo ?? 0;
    const ofMessages = (entries: LogEntry[]): Message[] =>
      entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
    const unread = ofMessages(since.slice(read + 1)).filter(
      (each) => each.sender !== ME && each.body.uncounted !== true,
    ).length;
    const lasting =
      ofMessages(since)
        .filter((each) => each.body.notLast !== true && each.seq > cleared)
        .at(-1) ?? null;
    const revoked = all.some((entry) => entry.kind === 'revoked' && entry.message.seq === lasting?.seq);
    return {
      target: { type: 'c2c', id },
      face: { name: '', faceUrl: '' },
      unread,
      readSeq:
        since.findLast((entry) => entry.kind === 'conversation' && entry.changes.readSeq !== undefined) === undefined
          ? 0
          : lastRead(since),
      readTime: 0,
      peerReadSeq: Math.max(0, ...since.flatMap((entry) => (entry.kind === 'peerRead' ? [entry.readSeq] : []))),
      active: 0,
      last: lasting !== null && revoked ? { ...lasting, body: revokedBody(lasting.body), revoked: REVOKED } : lasting,
      pinned:
        since.filter((entry) => entry.kind === 'conversation' && entry.changes.pinned !== undefined).length % 2 === 1,
      marks: '0',
      custom: '',
      option: 0,
      mentions: [],
      groups: this.groupsOf(id, born, upTo),
      at: upTo,
    };
  }

  private groupsOf(id: string, born: number, upTo: number): string[] {
    return ['work', 'home'].filter((each) => {
      const last = this.entries
        .slice(born, upTo)
        .findLast(
          (entry) =>
            entry.kind === 'convGroup' &&
            entry.name === each &&
            (entry.targets === undefined || entry.targets.some((one) => one.id === id)),
        );
      return last?.kind === 'convGroup' && last.change === 'added';
    });
  }
}

const REVOKED = { by: 'ann', reason: '', time: 1 };

function lastRead(entries: LogEntry[]): number {
  const read = entries.findLast((entry) => entry.kind === 'conversation' && entry.changes.readSeq !== undefined);
  return read?.kind === 'conversation' ? (read.changes.readSeq ?? 0) : 0;
}

function conversationOf({ sender, target: to }: Message): Target {
  return { type: 'c2c', id: sender === ME ? to.id : sender };
}

/** What is compared: everything but the place in the log and the time of the last message, which no recount knows. */
function plain(conversations: readonly Conversation[]): object {
  const sorted = [...conversations].sort((a, b) => (a.target.id < b.target.id ? -1 : 1));
  return sorted.map((each) => ({ ...each, at: 0, active: 0, groups: [...each.groups].sort() }));
}

function serverWith(steps: readonly Step[]): Server {
  const server = new Server();
  for (const each of steps) server.perform(each);
  return server;
}

const steps = fc.array(step, { maxLength: 40 });

test('entry by entry the model is what a recount finds', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (program, batch) => {
      const server = serverWith(program);
      const { entries } = server;
      const model = new ConversationModel(ME);
      for (let at = 0; at < entries.length; at += batch) {
        model.apply(entries.slice(at, at + batch));
        const seen = Math.min(entries.length, at + batch);
        expect(plain(model.all())).toEqual(plain([...server.conversations(seen).values()]));
      }
    }),
    { numRuns: 300 },
  );
});

test('what is loaded meets what has happened before and after, in whatever order both arrive', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (program, a, b, c, d) => {
      const server = serverWith(program);
      const { entries } = server;
      const within = (low: number, pick: number): number => low + (pick % (entries.length - low + 1));
      // Asked for when `asked` entries were known here; each of the pages is as of a later moment, and arrives at another.
      const asked = within(0, a);
      const first = within(asked, b);
      const second = within(first, c);
      const arrived = within(asked, d);
      const model = new ConversationModel(ME);
      model.apply(entries.slice(0, asked));
      model.journal.begin();
      model.beginList();
      model.apply(entries.slice(asked, arrived));
      const pageOf = (at: number, ids: readonly string[]): Conversation[] =>
        [...server.conversations(at).values()].filter(({ target: { id } }) => ids.includes(id));
      model.takePage({ conversations: pageOf(first, OTHERS.slice(0, 1)), groups: [], at: first, next: 'x' });
      model.takePage({ conversations: pageOf(second, OTHERS.slice(1)) });
      model.endList();
      model.journal.end();
      model.apply(entries.slice(arrived));
      const expected = server.conversations(entries.length);
      expect(plain(model.all().filter(({ target: { id } }) => id === OTHERS[0]))).toEqual(
        plain([...expected.values()].filter(({ target: { id } }) => id === OTHERS[0])),
      );
      expect(
        model
          .all()
          .map(({ target: { id } }) => id)
          .sort(),
      ).toEqual([...expected.values()].map(({ target: { id } }) => id).sort());
    }),
    { numRuns: 500 },
  );
});

test('an entry that is older than what was loaded changes nothing', () => {
  fc.assert(
    fc.property(steps, (program) => {
      const server = serverWith(program);
      const { entries } = server;
      const model = new ConversationModel(ME);
      model.journal.begin();
      model.beginList();
      model.takePage({
        conversations: [...server.conversations(entries.length).values()],
        groups: [],
        at: entries.length,
      });
      model.endList();
      model.journal.end();
      const before = model.all();
      const { added, changed, removed } = model.apply(entries);
      expect([added, changed, removed]).toEqual([[], [], []]);
      expect(model.all()).toEqual(before);
    }),
  );
});

test('what is told to have changed is the difference', () => {
  fc.assert(
    fc.property(steps, (program) => {
      const { entries } = serverWith(program);
      const model = new ConversationModel(ME);
      const copy = new Map<string, KeptConversation>();
      const take = ({ added, changed, removed }: Changes): void => {
        for (const each of added) expect(copy.has(keyOf(each.target))).toBe(false);
        for (const each of [...added, ...changed]) copy.set(keyOf(each.target), each);
        for (const each of removed) expect(copy.delete(keyOf(each.target))).toBe(true);
      };
      for (const entry of entries) {
        take(model.apply([entry]));
        expect(plain([...copy.values()])).toEqual(plain(model.all()));
      }
    }),
  );
});

test('what was kept comes back, and a draft outlives all but the removal of its conversation', () => {
  const server = serverWith([
    { type: 'say', who: 0, mine: false, counted: true, lasting: true },
    { type: 'say', who: 1, mine: false, counted: true, lasting: true },
  ]);
  const draft = { message: '{}', custom: 'x', time: 5 };
  const first = new ConversationModel(ME);
  first.apply(server.entries);
  first.setDraft(target(0), draft);
  first.setDraft(target(2), draft);
  const kept = JSON.parse(JSON.stringify(first.all())) as KeptConversation[];
  const second = new ConversationModel(ME);
  second.restore(kept);
  expect(second.all()).toEqual(first.all());
  server.perform({ type: 'say', who: 2, mine: false, counted: true, lasting: true });
  const { added, changed } = second.apply(server.entries);
  expect([added, changed.map(({ target: { id }, unread }) => [id, unread])]).toEqual([[], [['cat', 1]]]);
  second.journal.begin();
  second.beginList();
  const listed = [...server.conversations(3).values()].filter(({ target: { id } }) => id !== 'ben');
  second.takePage({ conversations: listed, groups: [], at: 3 });
  expect(second.endList().removed.map(({ target: { id } }) => id)).toEqual(['ben']);
  second.journal.end();
  expect(second.all().map(({ draft: each }) => each)).toEqual([draft, draft]);
  server.perform({ type: 'remove', who: 0 });
  expect(second.apply(server.entries).removed).toMatchObject([{ target: target(0), draft }]);
  expect(second.setDraft(target(2), undefined).changed).toMatchObject([{ target: target(2) }]);
  expect(second.get('c2c_cat')?.draft).toBeUndefined();
});

test('a message that becomes the last one again comes with the entry', () => {
  const say = { type: 'say', who: 0, mine: false, counted: true, lasting: true } as const;
  const { entries } = serverWith([say, say]);
  const model = new ConversationModel(ME);
  model.apply(entries);
  const { reload } = model.apply([{ kind: 'deleted', seq: 3, target: target(0), seqs: [2] }]);
  expect([reload, model.get('c2c_ann')?.last]).toEqual([[target(0)], null]);
  const last = message('ann', 1, say);
  model.apply([{ kind: 'conversation', seq: 4, target: target(0), changes: { unread: 1 }, message: last }]);
  expect(model.get('c2c_ann')).toMatchObject({ last, unread: 1, active: last.time });
});

test('a message that comes taken back counts as it did', () => {
  const say = { type: 'say', who: 0, mine: false, counted: true, lasting: true } as const;
  const { entries } = serverWith([say, { ...say, counted: false }, { ...say, lasting: false }]);
  const model = new ConversationModel(ME);
  model.apply(entries.slice(0, 1));
  const gone = entries.slice(1).map((entry) => {
    const { message: was } = entry as Extract<LogEntry, { kind: 'message' }>;
    return { ...entry, message: { ...was, body: revokedBody(was.body), revoked: REVOKED } } as LogEntry;
  });
  expect(model.apply(gone).reload).toEqual([]);
  expect(model.get('c2c_ann')).toMatchObject({ unread: 2, last: { seq: 2 } });
});

test('the last message tells how far it was read', () => {
  const at = target(0);
  const { entries } = serverWith([{ type: 'say', who: 0, mine: true, counted: true, lasting: true }]);
  const [first] = entries as [Extract<LogEntry, { kind: 'message' }>];
  const model = new ConversationModel(ME);
  const last = { ...first.message, receiptTotal: 2 };
  model.apply([{ ...first, message: last }]);
  const name = { seq: 1, unread: 1, time: 5, clientTime: 1, random: 1 };
  const receipts = (seq: number, read: number): LogEntry => ({
    kind: 'receipts',
    seq,
    target: at,
    by: 'x',
    time: 5,
    receipts: [{ ...name, read }],
  });
  model.apply([receipts(2, 2), receipts(3, 1)]);
  expect(model.get('c2c_ann')?.last).toEqual({ ...last, receiptRead: 2 });
  model.apply([{ kind: 'modified', seq: 4, by: ME, message: { ...last, version: 1 } }]);
  expect(model.get('c2c_ann')?.last).toEqual({ ...last, version: 1, receiptRead: 2 });
  model.apply([{ kind: 'receiptsSent', seq: 5, target: at, seqs: [1, 2] }]);
  expect(model.get('c2c_ann')?.last).toMatchObject({ receiptSent: true });
  // The log does not say how far another last message was read.
  expect(model.apply([{ kind: 'conversation', seq: 6, target: at, changes: { last } }]).reload).toEqual([at]);
});
