import { LIMITS } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import {
  TIMConvEvent,
  TIMConvType,
  TIMElemType,
  TIMGroupAddOption,
  TIMGroupReportType,
  TIMGroupType,
  type ConvInfo,
  type GroupPendency,
  type GroupPendencyResult,
  type Message,
} from 'tim-node';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { Answer, App } from './app.js';
import { fails, ok } from './conversation-app.js';
import { world } from './world.js';

const { start, app } = world();
const { kTIMConv_Group: GROUP, kTIMConv_System: SYSTEM } = TIMConvType;

async function online(server: TimServer, user: string, platform: 'Linux' | 'Web' = 'Linux'): Promise<App> {
  const one = app(server, { sdk_config_platform: platform });
  expect(await one.login(user, server.genUserSig(user))).toBe(0);
  return one;
}

interface Reported {
  readonly type: unknown;
  readonly group: unknown;
  readonly by: unknown;
  readonly msg: unknown;
}

/** What the system has reported to an app, in order. */
function reports({ received }: App): Reported[] {
  return received
    .filter(({ message_conv_type: type }) => type === SYSTEM)
    .flatMap(({ message_elem_array: elems = [] }) => elems)
    .map((elem) => {
      expect(elem).toMatchObject({ elem_type: TIMElemType.kTIMElem_GroupReport });
      return {
        type: elem['group_report_elem_report_type'],
        group: elem['group_report_elem_group_id'],
        by: elem['group_report_elem_op_user'],
        msg: elem['group_report_elem_msg'],
      };
    });
}

const untilReports = (one: App, count: number): Promise<void> =>
  one.until(`${count} reports`, () => reports(one).length >= count);

async function pendencies(one: App, start = 0, count = 10): Promise<Required<GroupPendencyResult>> {
  const option = { group_pendency_option_start_time: start, group_pendency_option_max_limited: count };
  return (await ok(one, (client, cb) => client.TIMGroupGetPendencyList(option, cb))) as Required<GroupPendencyResult>;
}

const handle = (one: App, pendency: GroupPendency, accept: boolean, words = ''): Promise<Answer> =>
  one.ask((client, cb) =>
    client.TIMGroupHandlePendency(
      {
        group_handle_pendency_param_is_accept: accept,
        group_handle_pendency_param_handle_msg: words,
        group_handle_pendency_param_pendency: pendency,
      },
      cb,
    ),
  );

const join = (one: App, words: string): Promise<unknown> =>
  ok(one, (client, cb) => client.TIMGroupJoin('team', words, cb));

async function membersOf(one: App): Promise<unknown[]> {
  const param = { group_get_members_info_list_param_group_id: 'team' };
  const result = (await ok(one, (client, cb) => client.TIMGroupGetMemberInfoList(param, cb))) as {
    group_get_member_info_list_result_info_array: { group_member_info_identifier: string }[];
  };
  return result.group_get_member_info_list_result_info_array.map((each) => each.group_member_info_identifier).sort();
}

/** Alice owns a public group with its usual options, and has two instances; dave leads it with her. */
async function scene() {
  const server = await start();
  const dave = await online(server, 'dave');
  const [bob, bobWeb] = [await online(server, 'bob'), await online(server, 'bob', 'Web')];
  const [alice, aliceWeb] = [await online(server, 'alice'), await online(server, 'alice', 'Web')];
  await ok(alice, (client, cb) =>
    client.TIMGroupCreate(
      {
        create_group_param_group_id: 'team',
        create_group_param_group_name: 'The team',
        create_group_param_face_url: 'https://example.com/team.png',
        create_group_param_group_type: TIMGroupType.kTIMGroup_Public,
        create_group_param_approve_option: TIMGroupAddOption.kTIMGroupAddOpt_Auth,
        create_group_param_group_member_array: [{ group_member_info_identifier: 'dave' }],
      },
      cb,
    ),
  );
  return { server, alice, aliceWeb, bob, bobWeb, dave };
}

test('who asks to join a public group is let in by its owner, and everybody hears of it', async () => {
  const { alice, aliceWeb, bob, bobWeb, dave } = await scene();
  const titles: unknown[] = [];
  bobWeb.client.TIMSetConvEventCallback((event, json) => {
    if (event !== TIMConvEvent.kTIMConvEvent_Add && event !== TIMConvEvent.kTIMConvEvent_Update) return;
    const shown = (readJson(json) as ConvInfo[]).filter(({ conv_id: id }) => id === 'team');
    titles.push(
      ...shown.map((each) => [each.conv_show_name, each.conv_face_url, each.conv_group_type, each.conv_owner]),
    );
  });
  await join(bob, 'let me in');
  await join(bob, 'let me in, please');
  for (const one of [alice, aliceWeb]) {
    await untilReports(one, 1);
    expect(reports(one)).toEqual([
      {
        type: TIMGroupReportType.kTIMGroupReport_AddRequest,
        group: 'team',
        by: 'bob',
        msg: 'let me in',
      },
    ]);
  }
  const list = await pendencies(aliceWeb);
  expect(list).toMatchObject({ group_pendency_result_next_start_time: 0, group_pendency_result_unread_num: 1 });
  const [pendency = {}] = list.group_pendency_result_pendency_array;
  expect(pendency).toEqual({
    group_pendency_add_time: expect.any(Number) as number,
    group_pendency_apply_invite_msg: 'let me in, please',
    group_pendency_approval_msg: '',
    group_pendency_authentication: '',
    group_pendency_form_identifier: 'bob',
    group_pendency_form_user_defined_data: '',
    group_pendency_from_face_url: '',
    group_pendency_from_nick_name: '',
    group_pendency_group_id: 'team',
    group_pendency_handle_result: 0,
    group_pendency_handled: 0,
    group_pendency_key: expect.any(String) as string,
    group_pendency_pendency_type: 0,
    group_pendency_self_identifier: 'alice',
    group_pendency_to_identifier: '',
    group_pendency_to_user_defined_data: '',
  });
  // A plain member decides nothing and sees nothing; nor does the one who asks.
  expect((await pendencies(dave)).group_pendency_result_pendency_array).toEqual([]);
  expect((await handle(dave, pendency, true)).code).toBe(10007);
  expect((await handle(bob, pendency, true)).code).toBe(10007);
  expect(await membersOf(alice)).toEqual(['alice', 'dave']);

  expect(await handle(aliceWeb, pendency, true, 'welcome')).toMatchObject({ code: 0, desc: '' });
  for (const one of [bob, bobWeb]) {
    await untilReports(one, 1);
    expect(reports(one)).toEqual([
      {
        type: TIMGroupReportType.kTIMGroupReport_AddAccept,
        group: 'team',
        by: 'alice',
        msg: 'welcome',
      },
    ]);
  }
  expect(await membersOf(dave)).toEqual(['alice', 'bob', 'dave']);
  expect((await handle(alice, pendency, false)).code).toBe(10024);
  expect((await pendencies(alice)).group_pendency_result_pendency_array).toMatchObject([
    { group_pendency_handled: 2, group_pendency_handle_result: 1, group_pendency_approval_msg: 'welcome' },
  ]);
  expect(await fails(bob, (client, cb) => client.TIMGroupJoin('team', '', cb))).toBe(10013);
  // The group is shown with its name from the first moment on.
  await bobWeb.until('the conversation', () => titles.length > 0);
  await ok(bobWeb, (client, cb) => client.TIMConvGetConvList(cb));
  const title = ['The team', 'https://example.com/team.png', TIMGroupType.kTIMGroup_Public, 'alice'];
  expect(titles).toEqual(titles.map(() => title));
  const tip = ({ received }: App): Message | undefined =>
    received.find(({ message_conv_id: id, message_elem_array: elems = [] }) => {
      return id === 'team' && elems[0]?.['group_tips_elem_member_num'] === 3;
    });
  await dave.until('the tip', () => tip(dave) !== undefined);
  expect(tip(dave)?.message_elem_array?.[0]).toMatchObject({ group_tips_elem_user_array: ['bob'] });
});

test('who is refused hears why, and may ask again; a later wish is another one', async () => {
  const { alice, bob } = await scene();
  await join(bob, 'first');
  await untilReports(alice, 1);
  const [first = {}] = (await pendencies(alice)).group_pendency_result_pendency_array;
  expect((await handle(alice, first, false, 'not today')).code).toBe(0);
  await untilReports(bob, 1);
  expect(reports(bob)).toMatchObject([{ type: TIMGroupReportType.kTIMGroupReport_AddRefuse, msg: 'not today' }]);
  await join(bob, 'second');
  await untilReports(alice, 2);
  expect(reports(alice).map(({ msg }) => msg)).toEqual(['first', 'second']);
  const stale = { ...first, group_pendency_add_time: Number(first.group_pendency_add_time) - 1 };
  expect((await handle(alice, stale, true)).code).toBe(10024);
  const [second = {}] = (await pendencies(alice)).group_pendency_result_pendency_array;
  expect(second).toMatchObject({ group_pendency_handled: 0, group_pendency_apply_invite_msg: 'second' });
  expect((await handle(alice, second, true)).code).toBe(0);
  expect(await membersOf(bob)).toEqual(['alice', 'bob', 'dave']);
});

test('a member invites, the owner agrees: the invited one is in, and whoever has invited hears of it', async () => {
  const { server, alice, dave } = await scene();
  const carol = await online(server, 'carol');
  const param = {
    group_invite_member_param_group_id: 'team',
    group_invite_member_param_identifier_array: ['carol', 'alice'],
  };
  const result = await ok(dave, (client, cb) => client.TIMGroupInviteMember(param, cb));
  expect(result).toMatchObject([
    { group_invite_member_result_identifier: 'carol', group_invite_member_result_result: 3 },
    { group_invite_member_result_identifier: 'alice', group_invite_member_result_result: 2 },
  ]);
  await untilReports(alice, 1);
  expect(reports(alice)).toMatchObject([{ type: TIMGroupReportType.kTIMGroupReport_InviteReqToAdmin, by: 'dave' }]);
  const [pendency = {}] = (await pendencies(alice)).group_pendency_result_pendency_array;
  expect(pendency).toMatchObject({
    group_pendency_pendency_type: 2,
    group_pendency_form_identifier: 'dave',
    group_pendency_to_identifier: 'carol',
  });
  expect((await handle(alice, pendency, true)).code).toBe(0);
  await untilReports(dave, 1);
  expect(reports(dave)).toMatchObject([{ type: TIMGroupReportType.kTIMGroupReport_InviteAccept, by: 'alice' }]);
  expect(await membersOf(carol)).toEqual(['alice', 'carol', 'dave']);
  expect(reports(carol)).toEqual([]);
});

test('applications come in pages, the newest first, and are read up to a time', async () => {
  const { server, alice, aliceWeb } = await scene();
  for (const user of ['u1', 'u2', 'u3']) await join(await online(server, user), user);
  await untilReports(alice, 3);
  const seen: unknown[] = [];
  let next = 0;
  for (let page = 0; page < 3; page += 1) {
    const result = await pendencies(alice, next, 1);
    seen.push(...result.group_pendency_result_pendency_array.map((each) => each.group_pendency_form_identifier));
    next = Number(result.group_pendency_result_next_start_time);
    expect(result.group_pendency_result_unread_num).toBe(3);
  }
  expect([...seen].sort()).toEqual(['u1', 'u2', 'u3']);
  expect((await pendencies(alice, next, 1)).group_pendency_result_pendency_array).toEqual([]);
  const all = await pendencies(alice);
  const newest = Math.max(
    ...all.group_pendency_result_pendency_array.map((each) => Number(each.group_pendency_add_time)),
  );
  await ok(alice, (client, cb) => client.TIMGroupReportPendencyReaded(newest, cb));
  await ok(alice, (client, cb) => client.TIMGroupReportPendencyReaded(1, cb));
  expect(await pendencies(aliceWeb)).toMatchObject({
    group_pendency_result_unread_num: 0,
    group_pendency_result_read_time_seq: newest,
  });
});

test('what is missed while away comes with the next login; nobody waits for a group that is gone', async () => {
  const { server, alice, aliceWeb, bob } = await scene();
  await alice.logout();
  await join(bob, 'knock');
  await untilReports(aliceWeb, 1);
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  await untilReports(alice, 1);
  await ok(aliceWeb, (client, cb) => client.TIMGroupDelete('team', cb));
  expect((await pendencies(alice)).group_pendency_result_pendency_array).toEqual([]);
  expect(await fails(bob, (client, cb) => client.TIMGroupJoin('team', '', cb))).toBe(10010);
});

test('a new name and face of a group are shown at once', async () => {
  const { alice, dave } = await scene();
  const shown: unknown[] = [];
  dave.client.TIMSetConvEventCallback((_event, json) => {
    if (json !== '') shown.push(...(readJson(json) as ConvInfo[]).map((each) => each.conv_show_name));
  });
  const param = {
    group_modify_info_param_group_id: 'team',
    group_modify_info_param_modify_flag: 1,
    group_modify_info_param_group_name: 'Renamed',
  };
  await ok(alice, (client, cb) => client.TIMGroupModifyGroupInfo(param, cb));
  await dave.until('the new name', () => shown.includes('Renamed'));
  expect(shown.slice(shown.indexOf('Renamed'))).toEqual(['Renamed']);
});

test('words that are too long, and pendencies that say too little, are refused', async () => {
  const { alice, bob } = await scene();
  const long = 'x'.repeat(LIMITS.groupWordsBytes + 1);
  expect(await fails(bob, (client, cb) => client.TIMGroupJoin('team', long, cb))).toBe(6017);
  const kick = {
    group_delete_member_param_group_id: 'team',
    group_delete_member_param_identifier_array: ['dave'],
    group_delete_member_param_user_data: long,
  };
  expect(await fails(alice, (client, cb) => client.TIMGroupDeleteMember(kick, cb))).toBe(6017);
  expect(await membersOf(alice)).toEqual(['alice', 'dave']);
  await join(bob, long.slice(1));
  await untilReports(alice, 1);
  const [pendency = {}] = (await pendencies(alice)).group_pendency_result_pendency_array;
  expect((await handle(alice, pendency, true, long)).code).toBe(6017);
  expect((await handle(alice, { ...pendency, group_pendency_form_identifier: '' }, true)).code).toBe(6017);
  expect((await handle(alice, { ...pendency, group_pendency_group_id: '' }, true)).code).toBe(6017);
  expect((await handle(alice, { ...pendency, group_pendency_form_identifier: 'nobody' }, true)).code).toBe(10024);
  expect((await handle(alice, { ...pendency, group_pendency_group_id: 'other' }, true)).code).toBe(10010);
  const { code } = await bob.ask((client, cb) =>
    client.TIMMsgGetMsgList('team', GROUP, { msg_getmsglist_param_count: 1 }, cb),
  );
  expect(code).toBe(10007);
});
