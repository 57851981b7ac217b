import { asJson, StringBuilder, TIMInternalOperation, TIMResult, type UnityClient } from 'tim-node';
import { methods, unity as data } from '../../contract/unity/data.js';
import { createUnityClient } from '../../../lib/sdk/src/facade/unity/unity.js';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import { fire, unityWorld } from './world.js';

const APP = 1_400_000_001;

describe('Init', () => {
  test('says which user interface it is, then begins', () => {
    const { unity, client } = unityWorld();
    const calls: unknown[][] = [];
    jest.spyOn(client, 'callExperimentalAPI').mockImplementation((...args) => {
      calls.push(['experimental', ...args]);
      return TIMResult.TIM_SUCC;
    });
    jest.spyOn(client, 'TIMInit').mockImplementation((...args) => {
      calls.push(['init', ...args]);
      return TIMResult.TIM_ERR_JSON;
    });
    const config = { sdk_config_log_file_path: 'logs', sdk_config_config_file_path: null };
    expect(unity.Init(APP, config as object)).toBe(TIMResult.TIM_ERR_JSON);
    const request = {
      request_internal_operation: TIMInternalOperation.internal_operation_set_ui_platform,
      request_set_ui_platform_param: 5,
    };
    expect(calls).toEqual([
      ['experimental', request, null, expect.stringMatching(/^CallExperimentalAPI_KeyString_\d+$/)],
      ['init', APP, { sdk_config_log_file_path: 'logs' }],
    ]);
  });

  test('need_log tells calls in the log, but nothing that was given', async () => {
    const { unity, clock } = unityWorld();
    const log: string[] = [];
    unity.SetLogCallback((_level, line) => log.push(line));
    expect(unity.Init(APP, {}, true)).toBe(0);
    unity.Login('alice', 'a-secret-signature', null);
    await clock.settle();
    expect(log.filter((line) => /unity: Login_KeyString_\d+ returns 0/.test(line))).toHaveLength(1);
    expect(log.join('\n')).not.toContain('a-secret-signature');
    unity.Uninit();
    log.length = 0;
    unity.SetLogCallback((_level, line) => log.push(line));
    unity.Init(APP, {});
    unity.Login('alice', 'a-secret-signature', null);
    await clock.settle();
    expect(log.filter((line) => line.includes('unity:'))).toEqual([]);
    unity.Uninit();
    await clock.settle();
  });
});

test('Uninit removes the handlers of 23 events and no others', () => {
  const { unity, client } = unityWorld();
  const seen: string[] = [];
  for (const { set } of data.events)
    (unity[set as keyof UnityClient] as (cb: () => void) => void)(() => seen.push(set));
  expect(unity.Uninit()).toBe(0);
  for (const { c } of data.events) fire(client, c, '[]');
  const removed = data.removedByUninit;
  expect(removed).toHaveLength(23);
  const staying = data.events.filter(({ remove }) => !removed.includes(remove));
  expect(seen).toEqual(staying.map(({ set }) => set));
});

describe('functions that differ from C', () => {
  test('the members who have read a message: data and text', () => {
    const { unity, client } = unityWorld();
    const seen: unknown[][] = [];
    const calls: unknown[][] = [];
    jest.spyOn(client, 'TIMMsgGetGroupMessageReadMemberList').mockImplementation((...args) => {
      calls.push(args.slice(0, 4));
      args[4]?.('[{"group_member_info_identifier":"bob"}]', 18446744073709551615n, true, args[5]);
      return TIMResult.TIM_SUCC;
    });
    const note = (...args: unknown[]): void => void seen.push(args);
    unity.GetMsgGroupMessageReadMemberList({}, 1, 5n, 10, note, note);
    unity.MsgGetGroupMessageReadMemberListWeb({}, 1, '18446744073709551615', 10, note);
    unity.MsgGetGroupMessageReadMemberListWeb({}, 1, 'no number', 10, note);
    expect(calls).toEqual([
      [{}, 1, 5n, 10],
      [{}, 1, 18446744073709551615n, 10],
      [{}, 1, 'no number', 10],
    ]);
    const text = '[{"group_member_info_identifier":"bob"}]';
    const key = (name: string): unknown => expect.stringMatching(new RegExp(`^${name}_KeyString_\\d+$`));
    const web = [text, '18446744073709551615', true, key('MsgGetGroupMessageReadMemberListWeb')];
    expect(seen).toEqual([
      [[{ group_member_info_identifier: 'bob' }], 18446744073709551615n, true, key('GetMsgGroupMessageReadMemberList')],
      [text, 18446744073709551615n, true, key('GetMsgGroupMessageReadMemberList')],
      web,
      web,
    ]);
  });

  test('extensions to delete: their keys', () => {
    const { unity, client } = unityWorld();
    const calls: unknown[] = [];
    jest.spyOn(client, 'TIMMsgDeleteMessageExtensions').mockImplementation((...args) => {
      calls.push(args[1]);
      return TIMResult.TIM_SUCC;
    });
    const extensions = [{ message_extension_key: 'a', message_extension_value: '1' }, { message_extension_key: 'b' }];
    for (const given of [extensions, JSON.stringify(extensions), ['a', 'b'], '["a","b"]']) {
      unity.MsgDeleteMessageExtensions({}, given);
    }
    unity.MsgDeleteMessageExtensions({}, '{bad');
    expect(calls).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'b'], '{bad']);
  });

  test('a download has a key of its own', async () => {
    const { unity, clock } = unityWorld();
    const seen: unknown[] = [];
    unity.MsgDownloadElemToPath({}, 'path', (code, _desc, _data, userData) => seen.push(code, userData));
    await clock.settle();
    expect(seen).toEqual([6013, expect.stringMatching(/^MsgDownloadElemToPath_KeyString_\d+_downloadElem$/)]);
  });

  test('who is logged in, by a callback: the UserID as it is', async () => {
    const { unity, client, clock } = unityWorld();
    const seen: unknown[][] = [];
    unity.GetLoginUserIDWeb((code, _desc, userId) => seen.push([code, userId]));
    unity.Init(APP, {});
    await clock.settle();
    unity.GetLoginUserIDWeb((code, _desc, userId) => seen.push([code, userId]));
    jest.spyOn(client.engine, 'userId', 'get').mockReturnValue('alice');
    unity.GetLoginUserIDWeb((code, _desc, userId) => seen.push([code, userId]));
    unity.GetLoginUserIDWeb(asJson((code, _desc, userId) => seen.push([code, userId])));
    await clock.settle();
    expect(seen).toEqual([
      [6013, ''],
      [0, ''],
      [0, 'alice'],
      [0, 'alice'],
    ]);
    unity.Uninit();
    await clock.settle();
  });
});

describe('functions of later native versions', () => {
  test.each<[string, (unity: UnityClient, cb: (code: number) => void) => number, (unity: UnityClient) => number]>([
    [
      'GroupSearchCloudGroups',
      (unity, cb) => unity.GroupSearchCloudGroups({}, cb),
      (u) => u.GroupSearchCloudGroups('['),
    ],
    [
      'GroupSearchCloudGroupMembers',
      (unity, cb) => unity.GroupSearchCloudGroupMembers({}, cb),
      (u) => u.GroupSearchCloudGroupMembers('['),
    ],
    ['SearchUsers', (unity, cb) => unity.SearchUsers({}, cb), (u) => u.SearchUsers('[')],
    [
      'CommunitySetTopicInheritMessageReceiveOptionFromCommunity',
      (unity, cb) => unity.CommunitySetTopicInheritMessageReceiveOptionFromCommunity('topic', true, cb),
      (u) => u.CommunitySetTopicInheritMessageReceiveOptionFromCommunity('', true),
    ],
  ])('%s', async (_name, call, refused) => {
    const { unity, clock } = unityWorld();
    const codes: number[] = [];
    expect(call(unity, (code) => codes.push(code))).toBe(0);
    expect(unity.Init(APP, {})).toBe(0);
    await clock.settle();
    expect(call(unity, (code) => codes.push(code))).toBe(0);
    expect(refused(unity)).toBeLessThan(0);
    await clock.settle();
    expect(codes).toEqual([6013, 6014]);
    unity.Uninit();
    await clock.settle();
  });
});

describe('functions are made when they are first asked for', () => {
  test('and need no object', () => {
    const { unity } = unityWorld();
    expect(Object.keys(unity)).toEqual([]);
    const { GetLoginStatus, GetLoginUserID } = unity;
    expect(Object.keys(unity)).toEqual(['GetLoginStatus', 'GetLoginUserID']);
    const buffer = new StringBuilder(128).Append('old');
    expect([GetLoginStatus(), GetLoginUserID(buffer), buffer.ToString()]).toEqual([3, 0, '']);
  });

  test('can be listed, looked for, replaced and watched', () => {
    const { unity } = unityWorld();
    const names: string[] = [];
    for (const name in unity) names.push(name);
    expect(names.sort()).toEqual([...methods.keys()].sort());
    const watched = jest.spyOn(unity, 'GetLoginStatus');
    expect(unity.GetLoginStatus()).toBe(3);
    expect(watched).toHaveBeenCalledTimes(1);
    expect(Object.getPrototypeOf(unity)).not.toHaveProperty('nothing');
  });

  test('each account has its own', () => {
    const [one, two] = [createUnityClient(createClient()), createUnityClient()];
    expect(one.Login).not.toBe(two.Login);
    expect(Object.create(one)).toHaveProperty('Login');
  });
});
