import {
  ERRORS,
  isRecord,
  TIMError,
  type GroupFields,
  type GroupOutcomes,
  type GroupRef,
  type JoinOption,
} from '@tim-node/protocol';
import type { Groups } from '../../../feature/groups.js';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { webError } from '../codes.js';
import { INVITE_OPTIONS, JOIN_OPTIONS, named, ROLES, toGroup } from '../content/group.js';
import { TYPES } from '../generated/constants.js';
import type {
  ChangeGroupOwnerOptions,
  CreateGroupOptions,
  GetGroupProfileOptions,
  JoinGroupOptions,
  UpdateGroupProfileOptions,
} from '../generated/structs.js';
import type { Group } from '../shapes/group.js';

const KINDS = [TYPES.GRP_PUBLIC, TYPES.GRP_WORK, TYPES.GRP_MEETING, TYPES.GRP_AVCHATROOM, TYPES.GRP_COMMUNITY] as const;

/** Groups: what they are, who makes, joins and leaves them. */
export function groupProfileRows(calls: Calls) {
  return { ...reading(calls), ...making(calls), ...belonging(calls) };
}

/** @throws TIMError when there is no such group, or it is not to be seen */
export async function groupNamed(groups: Groups, groupID: string): Promise<Group> {
  const { results } = await answer<GroupOutcomes>((settle) => groups.info([groupID], settle));
  const [found] = results;
  if (found?.group === undefined) throw new TIMError(found?.code ?? ERRORS.groupUnknown.code, found?.desc ?? '');
  return toGroup(found.group, found);
}

function reading(calls: Calls) {
  const { groups } = calls.client.desk;
  return {
    /** Lists the groups that the user has joined. */
    getGroupList: calls.promise(
      'getGroupList',
      () => undefined,
      async () => ({ groupList: await calls.client.desk.joinedGroups(), isSyncCompleted: true }),
    ),
    /** Reads the profile of a group. */
    getGroupProfile: calls.promise(
      'getGroupProfile',
      (options: GetGroupProfileOptions) => groupIdIn('getGroupProfile', options),
      async (groupID) => ({ group: await groupNamed(groups, groupID) }),
    ),
    /** Finds a group by its id. */
    searchGroupByID: calls.promise(
      'searchGroupByID',
      (groupID: string) => checkGroupId('searchGroupByID', groupID),
      async (groupID) => ({ group: await groupNamed(groups, groupID) }),
    ),
  };
}

function making(calls: Calls) {
  const { groups } = calls.client.desk;
  return {
    /** Makes a group. This version has `GRP_WORK`, `GRP_PUBLIC` and `GRP_MEETING`. */
    createGroup: calls.promise(
      'createGroup',
      (options: CreateGroupOptions) => {
        check(isRecord(options), 'createGroup: options must be an object');
        const { name, groupID, memberList = [] } = options;
        const { type = TYPES.GRP_WORK } = options as Partial<CreateGroupOptions>;
        check(isText(name), 'createGroup: name must be a non-empty string');
        check(Array.isArray(memberList), 'createGroup: memberList must be a list');
        const kind = KINDS.find((each) => each === type);
        const id = isText(groupID) ? { id: groupID } : {};
        return { kind, params: { ...fieldsOf('createGroup', options), ...id, members: memberList.map(memberOf) } };
      },
      async ({ kind, params }) => {
        if (kind === undefined) throw webError('ILLEGAL_GRP_TYPE', 'createGroup');
        const { groupId } = await answer<GroupRef>((settle) => groups.create({ ...params, type: kind }, settle));
        return { group: await groupNamed(groups, groupId), overLimitUserIDList: [] as string[] };
      },
    ),
    /** Changes the profile of a group. */
    updateGroupProfile: calls.promise(
      'updateGroupProfile',
      (options: UpdateGroupProfileOptions) => {
        const groupId = groupIdIn('updateGroupProfile', options);
        check(options.muteAllMembers === undefined, 'updateGroupProfile: muteAllMembers is not in this version');
        return { groupId, ...fieldsOf('updateGroupProfile', options) };
      },
      async (params) => {
        await answer((settle) => groups.modify(params, settle));
        return { group: await groupNamed(groups, params.groupId) };
      },
    ),
    /** Gives a group to another member. */
    changeGroupOwner: calls.promise(
      'changeGroupOwner',
      (options: ChangeGroupOwnerOptions) => {
        const groupId = groupIdIn('changeGroupOwner', options);
        const { newOwnerID } = options;
        check(typeof newOwnerID === 'string' && newOwnerID !== '', 'changeGroupOwner: newOwnerID must be a string');
        return { groupId, owner: newOwnerID };
      },
      async (params) => {
        await answer((settle) => groups.modify(params, settle));
        return { group: await groupNamed(groups, params.groupId) };
      },
    ),
    /** Ends a group. */
    dismissGroup: calls.promise(
      'dismissGroup',
      (groupID: string) => checkGroupId('dismissGroup', groupID),
      async (groupID) => {
        await answer((settle) => groups.dismiss(groupID, settle));
        return { groupID };
      },
    ),
  };
}

function belonging(calls: Calls) {
  const { desk } = calls.client;
  const { groups } = desk;
  const join = calls.promise(
    'joinGroup',
    ({ groupID, applyMessage = '' }: JoinGroupOptions) => {
      check(typeof applyMessage === 'string', 'joinGroup: applyMessage must be a string');
      return { groupID, words: applyMessage };
    },
    async ({ groupID, words }) => {
      const already = (await desk.joinedGroups()).find((group) => group.groupID === groupID);
      if (already !== undefined) return { status: TYPES.JOIN_STATUS_ALREADY_IN_GROUP, group: already };
      const { joined } = await answer<{ readonly joined: boolean }>((settle) => groups.join(groupID, words, settle));
      if (!joined) return { status: TYPES.JOIN_STATUS_WAIT_APPROVAL };
      return { status: TYPES.JOIN_STATUS_SUCCESS, group: await groupNamed(groups, groupID) };
    },
  );
  const quit = calls.promise(
    'quitGroup',
    (groupID: string) => groupID,
    async (groupID) => {
      await answer((settle) => groups.quit(groupID, settle));
      return { groupID };
    },
  );
  // As in the original, these two look at their argument even before a login.
  return {
    /** Joins a group, or asks to. */
    joinGroup: (options: JoinGroupOptions): ReturnType<typeof join> => {
      groupIdIn('joinGroup', options);
      return join(options);
    },
    /** Leaves a group. */
    quitGroup: (groupID: string): ReturnType<typeof quit> => quit(checkGroupId('quitGroup', groupID)),
  };
}

export function groupIdIn(api: string, options: unknown): string {
  check(isRecord(options), `${api}: options must be an object`);
  return checkGroupId(api, options['groupID']);
}

export function checkGroupId(api: string, groupID: unknown): string {
  check(typeof groupID === 'string' && groupID !== '', `${api}: groupID must be a non-empty string`);
  return groupID;
}

/** What of a group is written, in the names of the protocol. */
const TEXTS = { name: 'name', avatar: 'faceUrl', introduction: 'introduction', notification: 'notification' } as const;

function fieldsOf(api: string, options: CreateGroupOptions | UpdateGroupProfileOptions): GroupFields {
  const given = options as unknown as Readonly<Record<string, unknown>>;
  const texts = Object.entries(TEXTS).filter(([name]) => given[name] !== undefined);
  for (const [name] of texts) check(typeof given[name] === 'string', `${api}: ${name} must be a string`);
  const { joinOption, inviteOption, maxMemberNum, groupCustomField } = given;
  return {
    ...Object.fromEntries(texts.map(([name, field]) => [field, given[name]])),
    ...optionIn(api, 'joinOption', JOIN_OPTIONS, joinOption),
    ...optionIn(api, 'approveOption', INVITE_OPTIONS, inviteOption),
    ...(typeof maxMemberNum === 'number' ? { maxMembers: maxMemberNum } : {}),
    ...(Array.isArray(groupCustomField) ? { custom: groupCustomField.map((field) => customField(api, field)) } : {}),
  };
}

function optionIn(
  api: string,
  field: 'joinOption' | 'approveOption',
  names: Readonly<Record<JoinOption, string>>,
  given: unknown,
): GroupFields {
  if (given === undefined) return {};
  const option = named(names, given);
  check(option !== undefined, `${api}: ${field} must be one of TYPES`);
  return { [field]: option };
}

function customField(api: string, field: unknown): { key: string; value: string } {
  const { key, value } = isRecord(field) ? field : {};
  check(typeof key === 'string' && typeof value === 'string', `${api}: groupCustomField must be keys and values`);
  return { key, value };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function memberOf(member: unknown) {
  const { userID, role } = isRecord(member) ? member : {};
  check(isText(userID), 'createGroup: a member must have a userID');
  return { user: userID, role: named(ROLES, role) ?? 'member' } as const;
}
