import type {
  ApplicationEntry,
  ApplicationsPage,
  ApplicationsParams,
  CreateGroupParams,
  GroupOutcome,
  GroupOutcomes,
  GroupRef,
  GroupTipElem,
  HandleApplicationParams,
  InviteParams,
  JoinResult,
  KickMembersParams,
  MembersPage,
  MembersParams,
  Message,
  ModifyGroupParams,
  ModifyMemberParams,
  Nothing,
  OptionParams,
  Outcomes,
  UserOutcomes,
} from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';

/** Groups: making, joining and leaving them, their information and their members. */
export class Groups {
  constructor(private readonly engine: Engine) {}

  /**
   * Listens to what happens in the groups of the user who is named, whoever has done it.
   * Returns the function that stops it.
   */
  onTip(listener: (tip: GroupTipElem, message: Message, userId: string) => void): () => void {
    return this.engine.on('entries', (entries, userId) => {
      for (const entry of entries) {
        if (entry.kind !== 'message') continue;
        for (const elem of entry.message.body.elems) {
          if (elem.type === 'groupTip') listener(elem, entry.message, userId);
        }
      }
    });
  }

  /** Listens to wishes to come into groups: to those that a leader of them hears of, and to what became of one's own. */
  onApplication(listener: (entry: ApplicationEntry, userId: string) => void): () => void {
    return this.engine.on('entries', (entries, userId) => {
      for (const entry of entries) if (entry.kind === 'application') listener(entry, userId);
    });
  }

  create(params: CreateGroupParams, settle: Settle<GroupRef>): void {
    this.engine.call('group.create', params, settle);
  }

  dismiss(groupId: string, settle: Settle<Nothing>): void {
    this.engine.call('group.dismiss', { groupId }, settle);
  }

  join(groupId: string, words: string, settle: Settle<JoinResult>): void {
    this.engine.call('group.join', { groupId, words }, settle);
  }

  quit(groupId: string, settle: Settle<Nothing>): void {
    this.engine.call('group.quit', { groupId }, settle);
  }

  invite(params: InviteParams, settle: Settle<UserOutcomes>): void {
    this.engine.call('group.invite', params, settle);
  }

  kick(params: KickMembersParams, settle: Settle<UserOutcomes>): void {
    this.engine.call('group.kick', params, settle);
  }

  /** All groups that this account is in, however many pages they are. */
  joined(settle: Settle<readonly GroupOutcome[]>): void {
    const found: GroupOutcome[] = [];
    const fetch = (after: string | undefined): void => {
      this.engine.call('group.joined', after === undefined ? {} : { after }, (outcome) => {
        if ('error' in outcome) {
          settle(outcome);
          return;
        }
        const { results, next } = outcome.value;
        found.push(...results);
        if (next === undefined || results.length === 0) settle({ value: found });
        else fetch(next);
      });
    };
    fetch(undefined);
  }

  info(groups: string[], settle: Settle<GroupOutcomes>): void {
    this.engine.call('group.info', { groups }, settle);
  }

  modify(params: ModifyGroupParams, settle: Settle<Nothing>): void {
    this.engine.call('group.modify', params, settle);
  }

  members(params: MembersParams, settle: Settle<MembersPage>): void {
    this.engine.call('group.members', params, settle);
  }

  modifyMember(params: ModifyMemberParams, settle: Settle<Nothing>): void {
    this.engine.call('group.member.modify', params, settle);
  }

  applications(params: ApplicationsParams, settle: Settle<ApplicationsPage>): void {
    this.engine.call('group.application.list', params, settle);
  }

  handleApplication(params: HandleApplicationParams, settle: Settle<Nothing>): void {
    this.engine.call('group.application.handle', params, settle);
  }

  readApplications(time: number, settle: Settle<Nothing>): void {
    this.engine.call('group.application.read', { time }, settle);
  }

  /** Whether this account wants to be told of messages to a group. */
  setOption(groupId: string, option: OptionParams['option'], settle: Settle<Outcomes>): void {
    this.engine.call('conv.option.set', { targets: [{ type: 'group', id: groupId }], option }, settle);
  }
}
