import type {
  CreateGroupParam,
  GetGroupInfoResult,
  GroupBaseInfo,
  GroupGetMemberInfoListResult,
  GroupMemberInfo,
  GroupTipsElem,
  Message,
} from 'tim-node';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TimServer } from '@tim-node/server';
import { waitFor } from '../../support/wait.js';
import { textMessage, type Answer, type App } from './app.js';
import { world } from './world.js';

const { start, app } = world();

const PUBLIC = 0;
const PRIVATE = 1;
const CHAT_ROOM = 2;
const ANY = 2;

/** An app with its tips, logged in. */
interface Person {
  readonly app: App;
  readonly tips: GroupTipsElem[];
}

async function person(server: TimServer, user: string, more = {}): Promise<Person> {
  const one = app(server, more);
  const tips: GroupTipsElem[] = [];
  one.client.TIMSetGroupTipsEventCallback((json) => tips.push(readJson(json) as GroupTipsElem));
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return { app: one, tips };
}

function create({ app: one }: Person, more: Partial<CreateGroupParam> = {}): Promise<Answer> {
  const param: CreateGroupParam = {
    create_group_param_group_name: 'Friends',
    create_group_param_group_type: PUBLIC,
    create_group_param_group_id: 'club',
    create_group_param_add_option: ANY,
    ...more,
  };
  return one.ask((client, cb) => client.TIMGroupCreate(param, cb));
}

const DONE: Answer = { code: 0, desc: '', json: undefined };

const sendToGroup = ({ app: one }: Person, group: string, text: string): Promise<Answer> =>
  one.ask((client, cb) => client.TIMMsgSendMessage(group, 2, textMessage(text), null, cb));

const join = ({ app: one }: Person, group: string): Promise<Answer> =>
  one.ask((client, cb) => client.TIMGroupJoin(group, 'hello', cb));

async function untilTips(one: Person, count: number): Promise<GroupTipsElem[]> {
  await waitFor(`${count} tips`, () => one.tips.length >= count);
  return one.tips;
}

async function infoOf({ app: one }: Person, group: string): Promise<GetGroupInfoResult> {
  const { code, json } = await one.ask((client, cb) => client.TIMGroupGetGroupInfoList([group], cb));
  expect(code).toBe(0);
  return (json as [GetGroupInfoResult])[0];
}

async function membersOf({ app: one }: Person, group: string): Promise<GroupMemberInfo[]> {
  const param = { group_get_members_info_list_param_group_id: group };
  const { code, json } = await one.ask((client, cb) => client.TIMGroupGetMemberInfoList(param, cb));
  expect(code).toBe(0);
  const { group_get_member_info_list_result_info_array: members = [] } = json as GroupGetMemberInfoListResult;
  return members;
}

test('a group is made and joined; all instances of its members are told and get its messages', async () => {
  const server = await start();
  const alice = await person(server, 'alice');
  const bob = await person(server, 'bob');
  const bobAgain = await person(server, 'bob', { sdk_config_platform: 'Web' });
  expect(await create(alice)).toEqual({ ...DONE, json: { create_group_result_groupid: 'club' } });
  expect(await join(bob, 'club')).toEqual(DONE);
  for (const one of [alice, bob, bobAgain]) {
    expect((await untilTips(one, 1))[0]).toMatchObject({
      group_tips_elem_tip_type: 1,
      group_tips_elem_join_type: 1,
      group_tips_elem_group_id: 'club',
      group_tips_elem_op_user: 'bob',
      group_tips_elem_user_array: ['bob'],
      group_tips_elem_member_num: 2,
    });
  }
  const { code, json } = await sendToGroup(bob, 'club', 'hi all');
  expect([code, (json as Message).message_seq]).toEqual([0, 2]);
  for (const one of [alice, bobAgain]) {
    await one.app.untilReceived(2);
    const [tip, text] = one.app.received;
    expect(tip).toMatchObject({ message_conv_id: 'club', message_conv_type: 2, message_seq: 1 });
    expect(tip?.message_elem_array).toEqual([{ elem_type: 5, ...one.tips[0] }]);
    expect(text).toMatchObject({ message_conv_id: 'club', message_conv_type: 2, message_sender: 'bob' });
  }
  expect(bob.app.texts).toEqual([undefined]);
});

test('the list of joined groups and what is known of one', async () => {
  const server = await start();
  const [alice, bob] = [await person(server, 'alice'), await person(server, 'bob')];
  const custom = [{ group_info_custom_string_info_key: 'k', group_info_custom_string_info_value: 'v' }];
  await create(alice, {
    create_group_param_notification: 'note',
    create_group_param_introduction: 'intro',
    create_group_param_face_url: 'https://face',
    create_group_param_max_member_num: 7,
    create_group_param_custom_info: custom,
  });
  await join(bob, 'club');
  await sendToGroup(alice, 'club', 'one');
  const joined = await bob.app.ask((client, cb) => client.TIMGroupGetJoinedGroupList(cb));
  expect(joined.json).toEqual([
    {
      group_base_info_group_id: 'club',
      group_base_info_group_name: 'Friends',
      group_base_info_group_type: PUBLIC,
      group_base_info_face_url: 'https://face',
      group_base_info_info_seq: expect.any(Number) as number,
      group_base_info_latest_seq: 2,
      group_base_info_readed_seq: 0,
      group_base_info_msg_flag: 0,
      group_base_info_is_shutup_all: false,
      group_base_info_self_info: {
        group_self_info_join_time: expect.any(Number) as number,
        group_self_info_role: 200,
        group_self_info_unread_num: 1,
        group_self_info_msg_flag: 0,
      },
    },
  ] satisfies GroupBaseInfo[]);
  const { get_groups_info_result_info: info, ...result } = await infoOf(bob, 'club');
  expect(result).toEqual({ get_groups_info_result_code: 0, get_groups_info_result_desc: '' });
  expect(info).toMatchObject({
    group_detail_info_owner_identifier: 'alice',
    group_detail_info_notification: 'note',
    group_detail_info_introduction: 'intro',
    group_detail_info_member_num: 2,
    group_detail_info_max_member_num: 7,
    group_detail_info_add_option: ANY,
    group_detail_info_next_msg_seq: 2,
    group_detail_info_custom_info: custom,
  });
  expect((await infoOf(bob, 'nowhere')).get_groups_info_result_code).toBe(10010);
});

test('members come by invitation and are sent away', async () => {
  const server = await start();
  const [alice, bob] = [await person(server, 'alice'), await person(server, 'bob')];
  await create(alice, { create_group_param_group_type: PRIVATE });
  const invited = await alice.app.ask((client, cb) =>
    client.TIMGroupInviteMember(
      {
        group_invite_member_param_group_id: 'club',
        group_invite_member_param_identifier_array: ['bob', 'nobody', 'no user', 'alice'],
      },
      cb,
    ),
  );
  expect(invited.json).toEqual(
    [
      ['bob', 1],
      ['nobody', 0],
      ['no user', 0],
      ['alice', 2],
    ].map(([user, result]) => ({
      group_invite_member_result_identifier: user,
      group_invite_member_result_result: result,
    })),
  );
  expect((await untilTips(bob, 1))[0]).toMatchObject({ group_tips_elem_tip_type: 1, group_tips_elem_join_type: 2 });
  expect((await membersOf(bob, 'club')).map((member) => member.group_member_info_identifier)).toEqual(['alice', 'bob']);
  const removed = await alice.app.ask((client, cb) =>
    client.TIMGroupDeleteMember(
      { group_delete_member_param_group_id: 'club', group_delete_member_param_identifier_array: ['bob'] },
      cb,
    ),
  );
  expect(removed.json).toEqual([
    { group_delete_member_result_identifier: 'bob', group_delete_member_result_result: 1 },
  ]);
  expect((await untilTips(alice, 2))[1]).toMatchObject({
    group_tips_elem_tip_type: 3,
    group_tips_elem_user_array: ['bob'],
    group_tips_elem_member_num: 1,
  });
  expect((await sendToGroup(bob, 'club', 'x')).code).toBe(10007);
});

test('a group is changed, handed over, left and dissolved', async () => {
  const server = await start();
  const [alice, bob] = [await person(server, 'alice'), await person(server, 'bob')];
  await create(alice, { create_group_param_group_type: CHAT_ROOM });
  await join(bob, 'club');
  const modify = (one: Person, flag: number, more: object) =>
    one.app.ask((client, cb) =>
      client.TIMGroupModifyGroupInfo(
        { group_modify_info_param_group_id: 'club', group_modify_info_param_modify_flag: flag, ...more },
        cb,
      ),
    );
  const names = { group_modify_info_param_group_name: 'New', group_modify_info_param_notification: 'read this' };
  expect(await modify(alice, 3, names)).toEqual(DONE);
  expect((await modify(bob, 1, names)).code).toBe(10007);
  expect((await modify(alice, 1 << 8, {})).code).toBe(7013);
  expect((await untilTips(bob, 2))[1]).toMatchObject({
    group_tips_elem_tip_type: 6,
    group_tips_elem_op_user: 'alice',
    group_tips_elem_group_change_info_array: [
      { group_tips_group_change_info_flag: 1, group_tips_group_change_info_value: 'New' },
      { group_tips_group_change_info_flag: 3, group_tips_group_change_info_value: 'read this' },
    ],
  });
  const quit = ({ app: one }: Person) => one.ask((client, cb) => client.TIMGroupQuit('club', cb));
  expect((await quit(alice)).code).toBe(10009);
  expect(await modify(alice, -2147483648, { group_modify_info_param_owner: 'bob' })).toEqual(DONE);
  expect(await quit(alice)).toEqual(DONE);
  expect((await untilTips(bob, 4)).map((tip) => tip.group_tips_elem_tip_type)).toEqual([1, 6, 6, 2]);
  expect((await infoOf(bob, 'club')).get_groups_info_result_info).toMatchObject({
    group_detail_info_group_name: 'New',
    group_detail_info_owner_identifier: 'bob',
    group_detail_info_member_num: 1,
  });
  expect(await bob.app.ask((client, cb) => client.TIMGroupDelete('club', cb))).toEqual(DONE);
  expect((await join(alice, 'club')).code).toBe(10010);
});

test('members get roles, name cards and silence', async () => {
  const server = await start();
  const [alice, bob] = [await person(server, 'alice'), await person(server, 'bob')];
  await create(alice);
  await join(bob, 'club');
  const modify = (one: Person, user: string, flag: number, more: object) =>
    one.app.ask((client, cb) =>
      client.TIMGroupModifyMemberInfo(
        {
          group_modify_member_info_group_id: 'club',
          group_modify_member_info_identifier: user,
          group_modify_member_info_modify_flag: flag,
          ...more,
        },
        cb,
      ),
    );
  expect(await modify(bob, 'bob', 8, { group_modify_member_info_name_card: 'Bobby' })).toEqual(DONE);
  expect(await modify(alice, 'bob', 2 | 4, roleAndMute)).toEqual(DONE);
  expect((await untilTips(bob, 3)).map((tip) => tip.group_tips_elem_tip_type)).toEqual([1, 4, 7]);
  expect(bob.tips[2]?.group_tips_elem_member_change_info_array).toEqual([
    { group_tips_member_change_info_identifier: 'bob', group_tips_member_change_info_shutupTime: 60 },
  ]);
  expect((await sendToGroup(bob, 'club', 'mmh')).code).toBe(10017);
  expect((await membersOf(alice, 'club'))[1]).toMatchObject({
    group_member_info_identifier: 'bob',
    group_member_info_member_role: 300,
    group_member_info_name_card: 'Bobby',
    group_member_info_group_id: 'club',
  });
  expect(await modify(bob, 'bob', 1, { group_modify_member_info_msg_flag: 2 })).toEqual(DONE);
  expect((await modify(alice, 'bob', 1, { group_modify_member_info_msg_flag: 2 })).code).toBe(6017);
  const joined = await bob.app.ask((client, cb) => client.TIMGroupGetJoinedGroupList(cb));
  expect((joined.json as GroupBaseInfo[])[0]?.group_base_info_msg_flag).toBe(2);
});

const roleAndMute = { group_modify_member_info_member_role: 300, group_modify_member_info_shutup_time: 60 };
