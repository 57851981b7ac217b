import { ELEM_TYPES, type GroupTipElem, type LogEntry } from '@tim-node/protocol';
import { kindOf, type GroupKind } from '../../rules/group-rules.js';
import type { GroupAct, GroupDone, GroupRefusal, GroupRefused, StoredTip } from '../calls/groups.js';
import type { Send } from '../calls/messages.js';
import { conversationId } from '../conversation-id.js';
import { makeAndLockConversation, type Standing } from './conversation-lock.js';
import { addToConversation, takeFromConversation } from './group-places.js';
import { lockGroup, type GroupRow } from './groups.js';
import { lockLogs, log, type NewEntry } from './log.js';
import { membersOf } from './members.js';
import { append } from './messages.js';
import type { Db } from './tables.js';

type Change = Extract<LogEntry, { kind: 'membership' }>['change'];
type Tip = Omit<GroupTipElem, 'type' | 'by' | 'memberCount'>;

interface Movement {
  readonly user: string;
  readonly change: Change;
}

const CAME: ReadonlySet<Change> = new Set(['joined', 'invited']);

export function refused(why: GroupRefusal): GroupRefused {
  return { type: 'refused', why };
}

/**
 * One change of one group, from the lock of its row to what its members are told. Rows are locked in the order
 * group, conversation, logs, conversations of users, as everywhere.
 */
export class GroupChange {
  private readonly movements: Movement[] = [];
  private readonly tips: Tip[] = [];
  private readonly notes: NewEntry[] = [];
  readonly convId: string;

  private constructor(
    private readonly db: Db,
    readonly act: GroupAct,
    /** As it will be; whoever changes it saves it. */
    readonly group: GroupRow,
    readonly kind: GroupKind,
    private readonly standing: Standing,
  ) {
    this.convId = groupConversation(act);
  }

  /** Nothing when there is no such group. */
  static async begin(db: Db, act: GroupAct): Promise<GroupChange | undefined> {
    const group = await lockGroup(db, act);
    return group === undefined ? undefined : GroupChange.of(db, act, group);
  }

  /** @param group a row that is locked */
  static async of(db: Db, act: GroupAct, group: GroupRow): Promise<GroupChange | undefined> {
    const kind = kindOf(group.type);
    if (kind === undefined) return undefined;
    const standing = await makeAndLockConversation(db, { app: act.app, convId: groupConversation(act) });
    return new GroupChange(db, act, group, kind, standing);
  }

  /** Somebody came or left. */
  moved(user: string, change: Change): void {
    this.movements.push({ user, change });
  }

  /** Something that one user is told. */
  note(user: string, change: NewEntry['change']): void {
    this.notes.push({ user, change });
  }

  /** Something that all members are told. */
  tell(tip: Tip): void {
    this.tips.push(tip);
  }

  /** Tells everybody. All other rows have been written before. */
  async finish<T>(result: T): Promise<GroupDone<T>> {
    const { db, act } = this;
    const members = this.tips.length === 0 ? [] : await membersOf(db, act.app, act.group);
    const named = [...this.movements, ...this.notes].map(({ user }) => user);
    const people = [...named, ...members.map((member) => member.user_id)];
    await lockLogs(db, act.app, people);
    const entries: NewEntry[] = [...this.notes];
    for (const movement of this.movements) entries.push(...(await this.move(movement)));
    const logged = await log(db, act.app, entries);
    return { type: 'done', result, logged, tips: await this.writeTips() };
  }

  private async move({ user, change }: Movement): Promise<NewEntry[]> {
    const { db, act, convId, standing, kind } = this;
    const target = { type: 'group', id: act.group } as const;
    const membership = { kind: 'membership', target, change, by: act.user } as const;
    if (CAME.has(change)) {
      const floor = kind.earlierHistory ? 0 : standing.head;
      await addToConversation(db, { app: act.app, convId, user, target: act.group, floor, ...standing });
      const { name, face_url: faceUrl, type: groupType, owner } = this.group;
      const face = { name, faceUrl, groupType, ...(owner === '' ? {} : { owner }) };
      return [{ user, change: { ...membership, face } }];
    }
    await takeFromConversation(db, { app: act.app, convId, user });
    const removed = { kind: 'conversationRemoved', target } as const;
    return [
      { user, change: membership },
      { user, change: removed },
    ];
  }

  private async writeTips(): Promise<StoredTip[]> {
    const sends = this.tips.map((tip, at) => this.toSend(tip, at));
    const appended = await append(this.db, sends);
    return sends.flatMap((send, at) => {
      const mine = appended[at];
      return mine === undefined ? [] : [{ send, appended: mine }];
    });
  }

  private toSend(tip: Tip, at: number): Send {
    const { app, user, group, platform, now, tipId, random } = this.act;
    const elem: GroupTipElem = { type: 'groupTip', by: user, memberCount: this.group.member_count, ...tip };
    return {
      app,
      sender: user,
      clientId: `${tipId}-${at}`,
      convId: this.convId,
      target: { type: 'group', id: group },
      time: now,
      clientTime: now,
      random,
      platform,
      body: JSON.stringify({ elems: [elem], uncounted: true }),
      types: 1 << ELEM_TYPES.indexOf('groupTip'),
      counted: false,
      lasting: true,
      needReceipt: false,
      mentions: [],
      bySystem: true,
    };
  }
}

function groupConversation({ user, group }: GroupAct): string {
  return conversationId(user, { type: 'group', id: group });
}
