import {
  isUserId,
  timError,
  type AccountReceiveOption,
  type ConversationsPage,
  type ConversationsParams,
  type ConversationsResult,
  type CustomDataParams,
  type ErrorName,
  type MarkParams,
  type Nothing,
  type OptionParams,
  type OptionsResult,
  type Outcomes,
  type PinConversationParams,
  type ReadParams,
  type RemoveParams,
  type Target,
  type TargetsParams,
} from '@tim-node/protocol';
import type { Session } from '../session/session.js';
import type {
  Change,
  ChangeOutcome,
  ConversationRef,
  GroupChange,
  GroupChanged,
} from '../store/calls/conversations.js';
import type { Store } from '../store/store.js';
import { conversationId } from './conversation-id.js';
import { toAccountOption, toConversation } from './conversation-view.js';
import type { Publisher } from './publisher.js';

const FAILURES: Readonly<Record<Exclude<ChangeOutcome, 'done'>, ErrorName>> = {
  unknown: 'conversationUnknown',
  unknownUser: 'conversationAccount',
  noGroup: 'groupUnknown',
  notMember: 'groupDenied',
  tooManyMarked: 'tooManyMarked',
};

const GROUP_FAILURES: Readonly<Record<Exclude<GroupChanged['type'], 'done'>, ErrorName>> = {
  noSuchGroup: 'convGroupUnknown',
  tooManyGroups: 'tooManyConvGroups',
  nameTaken: 'convGroupFailed',
};

/** The largest set of marks. */
const ALL_MARKS = 2n ** 64n - 1n;

/** Each user's own view of conversations. */
export class Conversations {
  constructor(
    private readonly store: Store,
    private readonly publisher: Publisher,
  ) {}

  async list({ app, user }: Session, { after, limit }: ConversationsParams): Promise<ConversationsPage> {
    const first = after === undefined ? await this.account({ app, user }) : {};
    const { conversations, next } = await this.store.listConversations({ app, user, after: after ?? '', limit });
    return {
      conversations: conversations.map(toConversation),
      ...(next === undefined ? {} : { next }),
      ...first,
    };
  }

  /** What belongs to no conversation. */
  private async account(
    user: Pick<Session, 'app' | 'user'>,
  ): Promise<Pick<ConversationsPage, 'groups' | 'accountOption' | 'at'>> {
    const { convGroups, receiveOption, at } = await this.store.loadUserSettings(user);
    return {
      groups: JSON.parse(convGroups ?? '[]') as string[],
      accountOption: toAccountOption(receiveOption),
      at,
    };
  }

  async get({ app, user }: Session, { targets }: TargetsParams): Promise<ConversationsResult> {
    const conversations = await this.store.findConversations({ app, user, refs: refsOf(user, targets) });
    return { conversations: conversations.map(toConversation) };
  }

  /** What is not there is not unread. */
  async read({ app, user }: Session, { target, kind, upTo, upToTime }: ReadParams): Promise<Nothing> {
    const logged = await this.store.readConversations({
      app,
      user,
      ...(target === undefined ? {} : { ref: refOf(user, target) }),
      ...(kind === undefined ? {} : { kind }),
      ...(upTo === undefined ? {} : { upTo }),
      ...(upToTime === undefined ? {} : { upToTime }),
    });
    this.publisher.logged(app, logged);
    return {};
  }

  async remove({ app, user }: Session, { targets, clear }: RemoveParams): Promise<Outcomes> {
    const refs = refsOf(user, targets);
    const { outcomes, logged } = await this.store.removeConversations({ app, user, refs, clear });
    this.publisher.logged(app, logged);
    return toOutcomes(refs, outcomes);
  }

  async pin(session: Session, { target, pinned }: PinConversationParams): Promise<Nothing> {
    const [outcome = 'unknown'] = await this.change(session, [refOf(session.user, target)], { type: 'pin', pinned });
    if (outcome !== 'done') throw timError(FAILURES[outcome]);
    return {};
  }

  mark(session: Session, { targets, mark, on }: MarkParams): Promise<Outcomes> {
    if (BigInt(mark) > ALL_MARKS) throw timError('invalidParameters', 'params.mark must be a number of 64 bits');
    return this.changeAll(session, targets, { type: 'mark', mark, on });
  }

  setCustom(session: Session, { targets, custom }: CustomDataParams): Promise<Outcomes> {
    return this.changeAll(session, targets, { type: 'custom', custom });
  }

  setOption(session: Session, { targets, option }: OptionParams): Promise<Outcomes> {
    return this.changeAll(session, targets, { type: 'option', option });
  }

  async options({ app, user }: Session, { targets }: TargetsParams): Promise<OptionsResult> {
    const options = await this.store.findOptions({ app, user, refs: refsOf(user, targets) });
    return { options: [...options] };
  }

  async accountOption({ app, user }: Session): Promise<AccountReceiveOption> {
    return toAccountOption((await this.store.loadUserSettings({ app, user })).receiveOption);
  }

  async setAccountOption(
    { app, user }: Session,
    { option, daily, from, duration }: AccountReceiveOption,
  ): Promise<Nothing> {
    const known: AccountReceiveOption = {
      option,
      ...(daily === undefined ? {} : { daily }),
      ...(from === undefined ? {} : { from }),
      duration,
    };
    this.publisher.logged(app, await this.store.saveReceiveOption({ app, user, value: JSON.stringify(known) }));
    return {};
  }

  async changeMembers(
    session: Session,
    type: 'create' | 'add' | 'remove',
    name: string,
    targets: readonly Target[],
  ): Promise<Outcomes> {
    const refs = refsOf(session.user, targets);
    return toOutcomes(refs, await this.changeGroup(session, { type, name, refs }));
  }

  async changeGroup({ app, user }: Session, change: GroupChange): Promise<readonly ChangeOutcome[]> {
    const changed = await this.store.changeConvGroups({ app, user, change });
    if (changed.type !== 'done') throw timError(GROUP_FAILURES[changed.type]);
    this.publisher.logged(app, changed.logged);
    return changed.outcomes;
  }

  private async changeAll(session: Session, targets: readonly Target[], change: Change): Promise<Outcomes> {
    const refs = refsOf(session.user, targets);
    return toOutcomes(refs, await this.change(session, refs, change));
  }

  private async change(
    { app, user }: Session,
    refs: readonly ConversationRef[],
    change: Change,
  ): Promise<readonly ChangeOutcome[]> {
    const { outcomes, logged } = await this.store.changeConversations({ app, user, refs, change });
    this.publisher.logged(app, logged);
    return outcomes;
  }
}

/** A name that no user has leads to no conversation, whatever the ids of others are made of. */
function refOf(user: string, { type, id }: Target): ConversationRef {
  const convId = type === 'c2c' && !isUserId(id) ? '' : conversationId(user, { type, id });
  return { convId, target: { type, id } };
}

function refsOf(user: string, targets: readonly Target[]): ConversationRef[] {
  return targets.map((target) => refOf(user, target));
}

function toOutcomes(refs: readonly ConversationRef[], outcomes: readonly ChangeOutcome[]): Outcomes {
  return {
    results: refs.map(({ target }, at) => {
      const outcome = outcomes[at] ?? 'unknown';
      const { code, desc } = outcome === 'done' ? { code: 0, desc: '' } : timError(FAILURES[outcome]);
      return { target, code, desc };
    }),
  };
}
