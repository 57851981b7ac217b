import { randomBytes, randomUUID } from 'node:crypto';
import {
  LIMITS,
  timError,
  type ApplicationsPage,
  type ApplicationsParams,
  type CreateGroupParams,
  type ErrorName,
  type GroupOutcome as ToldGroup,
  type GroupOutcomes,
  type GroupRef,
  type HandleApplicationParams,
  type InviteParams,
  type JoinedPage,
  type JoinedParams,
  type JoinResult,
  type MembersPage,
  type MembersParams,
  type ModifyGroupParams,
  type ModifyMemberParams,
  type UserOutcomes,
} from '@tim-node/protocol';
import { unixSeconds, type Clock } from '../clock.js';
import { kindOf } from '../rules/group-rules.js';
import type { Session } from '../session/session.js';
import type { FoundGroup, GroupAct, GroupOutcome, GroupRefusal } from '../store/calls/groups.js';
import type { Store } from '../store/store.js';
import { checkedFields, checkNameCard } from './group-fields.js';
import { isNewGroupId, makeGroupId } from './group-id.js';
import type { Messages } from './messages.js';
import type { Publisher } from './publisher.js';

const REFUSALS: Readonly<Record<GroupRefusal, ErrorName>> = {
  invalid: 'groupInvalid',
  taken: 'groupIdTaken',
  noAccount: 'groupAccountUnknown',
  noGroup: 'groupUnknown',
  denied: 'groupDenied',
  ownerStays: 'groupOwnerStays',
  alreadyMember: 'groupAlreadyMember',
  full: 'groupFull',
  handled: 'groupHandled',
};

/** Longest time that somebody can be kept from speaking; seconds. */
const MAX_MUTE = 0xffff_ffff;

/** Groups: who is in them, what is written of them, and what their members are told. */
export class Groups {
  constructor(
    private readonly store: Store,
    private readonly publisher: Publisher,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  async create(session: Session, params: CreateGroupParams): Promise<GroupRef> {
    const { id = makeGroupId(), type, members } = params;
    if (kindOf(type) === undefined) throw timError('notSupported', `groups of the kind ${type} are not supported yet`);
    if (params.id !== undefined && !isNewGroupId(id)) throw timError('groupIdInvalid');
    const roles = new Map(members.map(({ user, role }) => [user, role]));
    roles.delete(session.user);
    const people = [...roles].map(([user, role]) => ({ user, role }));
    const act = this.act(session, id);
    this.done(session, await this.store.createGroup({ ...act, type, fields: checkedFields(params), members: people }));
    return { groupId: id };
  }

  async dismiss(session: Session, { groupId }: GroupRef): Promise<void> {
    this.done(session, await this.store.dismissGroup(this.act(session, groupId)));
  }

  async join(session: Session, { groupId, words }: GroupRef & { readonly words: string }): Promise<JoinResult> {
    return { joined: this.done(session, await this.store.joinGroup({ ...this.act(session, groupId), words })) };
  }

  async handle(session: Session, params: HandleApplicationParams): Promise<void> {
    const { groupId, user: applicant, accept, reply, time } = params;
    const act = { ...this.act(session, groupId), applicant, accept, reply };
    this.done(session, await this.store.handleApplication({ ...act, ...(time === undefined ? {} : { time }) }));
  }

  applications({ app, user }: Session, { after, limit }: ApplicationsParams): Promise<ApplicationsPage> {
    return this.store.listApplications({ app, user, limit, ...(after === undefined ? {} : { after }) });
  }

  readApplications({ app, user }: Session, time: number): Promise<void> {
    return this.store.readApplications({ app, user, time });
  }

  async quit(session: Session, { groupId }: GroupRef): Promise<void> {
    this.done(session, await this.store.quitGroup(this.act(session, groupId)));
  }

  async invite(session: Session, { groupId, users }: InviteParams): Promise<UserOutcomes> {
    const act = { ...this.act(session, groupId), users: [...new Set(users)] };
    return { results: [...this.done(session, await this.store.invite(act))] };
  }

  async kick(session: Session, { groupId, users }: InviteParams): Promise<UserOutcomes> {
    const act = { ...this.act(session, groupId), users: [...new Set(users)] };
    return { results: [...this.done(session, await this.store.kickMembers(act))] };
  }

  async modify(session: Session, params: ModifyGroupParams): Promise<void> {
    const { groupId, owner } = params;
    const act = { ...this.act(session, groupId), fields: checkedFields(params) };
    this.done(session, await this.store.modifyGroup({ ...act, ...(owner === undefined ? {} : { owner }) }));
  }

  async modifyMember(session: Session, params: ModifyMemberParams): Promise<void> {
    const { groupId, user: member, role, nameCard, muteFor } = params;
    if (nameCard !== undefined) checkNameCard(nameCard);
    const act = this.act(session, groupId);
    const mutedUntil = muteFor === undefined || muteFor === 0 ? muteFor : act.now + Math.min(muteFor, MAX_MUTE);
    const wish = {
      ...(role === undefined ? {} : { role }),
      ...(nameCard === undefined ? {} : { nameCard }),
      ...(mutedUntil === undefined ? {} : { mutedUntil }),
    };
    this.done(session, await this.store.modifyMember({ ...act, member, ...wish }));
  }

  async info({ app, user }: Session, groups: readonly string[]): Promise<GroupOutcomes> {
    const found = await this.store.findGroups({ app, user, groups });
    const byId = new Map(found.map((each) => [each.group.id, each]));
    return { results: groups.map((groupId) => tellGroup(groupId, byId.get(groupId))) };
  }

  async joined({ app, user }: Session, { after = '' }: JoinedParams): Promise<JoinedPage> {
    const limit = LIMITS.groupsPerRequest;
    const found = await this.store.joinedGroups({ app, user, after, limit });
    const last = found.length < limit ? undefined : found.at(-1);
    const results = found.map((each) => tellGroup(each.group.id, each));
    return { results, ...(last === undefined ? {} : { next: last.group.id }) };
  }

  async members({ app, user }: Session, params: MembersParams): Promise<MembersPage> {
    const { groupId: group, users, role, after = '', limit } = params;
    const filter = { ...(users === undefined ? {} : { users }), ...(role === undefined ? {} : { role }) };
    const found = await this.store.groupMembers({ app, user, group, after, limit, ...filter });
    if ('why' in found) throw timError(REFUSALS[found.why]);
    const last = users !== undefined || found.length < limit ? undefined : found.at(-1);
    return { members: [...found], ...(last === undefined ? {} : { next: last.user }) };
  }

  private act({ app, user, platform }: Session, group: string): GroupAct {
    const random = randomBytes(4).readUInt32BE();
    return { app, user, group, platform, now: unixSeconds(this.clock), tipId: `tip-${randomUUID()}`, random };
  }

  /** Tells everybody before the one who did it has his answer. */
  private done<T>({ app }: Session, outcome: GroupOutcome<T>): T {
    if (outcome.type === 'refused') throw timError(REFUSALS[outcome.why]);
    this.publisher.logged(app, outcome.logged);
    this.messages.publish(outcome.tips);
    return outcome.result;
  }
}

function tellGroup(groupId: string, found: FoundGroup | undefined): ToldGroup {
  if (found === undefined) return outcome(groupId, 'groupUnknown');
  // Of a group that nobody can join by himself only its members hear.
  if (found.self === undefined && kindOf(found.group.type)?.open === false) return outcome(groupId, 'groupDenied');
  return { groupId, code: 0, desc: '', ...found };
}

function outcome(groupId: string, name: ErrorName): ToldGroup {
  const { code, desc } = timError(name);
  return { groupId, code, desc };
}
