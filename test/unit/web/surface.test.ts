import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chat } from '../../../lib/sdk/src/facade/web/chat.js';
import { IMError } from '../../../lib/sdk/src/facade/web/im-error.js';
import { APP, loggedIn, record, thrown, watch, webHarness, type WebHarness } from './harness.js';

const api = JSON.parse(readFileSync(join(__dirname, '../../../lib/sdk/api-data/web-api.json'), 'utf8')) as {
  methods: string[];
};

type AnyFunction = (...args: unknown[]) => unknown;

/** These do their work, or answer, in every state. */
const working = new Set([
  ...['login', 'logout', 'destroy', 'getLoginUser', 'getServerTime', 'isReady', 'on', 'once', 'off'],
  ...['setLogLevel', 'registerPlugin', 'addSignalingListener', 'removeSignalingListener', 'callExperimentalAPI'],
]);
/** These do their work once somebody is logged in. */
const ready = new Set([
  ...['createTextMessage', 'createTextAtMessage', 'createCustomMessage', 'createFaceMessage', 'createLocationMessage'],
  ...['createImageMessage', 'createAudioMessage', 'createVideoMessage', 'createFileMessage'],
  ...['translateText', 'convertVoiceToText', 'searchCloudMessages'],
  ...['createMergerMessage', 'createForwardMessage', 'sendMessage', 'resendMessage', 'findMessage'],
  ...['getMessageList', 'getMessageListHopping', 'revokeMessage', 'modifyMessage', 'deleteMessage'],
  ...['clearHistoryMessage', 'downloadMergerMessage', 'setMessageRead', 'setAllMessageRead'],
  ...['getConversationList', 'getConversationProfile', 'deleteConversation', 'pinConversation'],
  ...['setConversationDraft', 'setConversationCustomData', 'markConversation', 'getTotalUnreadMessageCount'],
  ...['getConversationGroupList', 'createConversationGroup', 'deleteConversationGroup', 'renameConversationGroup'],
  ...['addConversationsToGroup', 'deleteConversationsFromGroup'],
  ...['setMessageRemindType', 'setAllReceiveMessageOpt', 'getAllReceiveMessageOpt'],
  ...['getGroupList', 'getGroupProfile', 'searchGroupByID', 'createGroup', 'updateGroupProfile', 'changeGroupOwner'],
  ...['dismissGroup', 'joinGroup', 'quitGroup', 'getGroupMemberList', 'getGroupMemberProfile', 'addGroupMember'],
  ...['deleteGroupMember', 'setGroupMemberMuteTime', 'setGroupMemberRole', 'setGroupMemberNameCard'],
  ...['pinGroupMessage', 'getPinnedGroupMessageList'],
  ...['sendMessageReadReceipt', 'getMessageReadReceiptList', 'getGroupMessageReadMemberList'],
  ...['setMessageExtensions', 'getMessageExtensions', 'deleteMessageExtensions'],
  ...['addMessageReaction', 'removeMessageReaction', 'getMessageReactions', 'getAllUserListOfMessageReaction'],
]);
/** These give their result at once, so they throw. */
const immediate = new Set([
  ...['createTextMessage', 'createTextAtMessage', 'createImageMessage', 'createAudioMessage', 'createVideoMessage'],
  ...['createCustomMessage', 'createFaceMessage', 'createFileMessage', 'createLocationMessage', 'createMergerMessage'],
  ...['createForwardMessage', 'findMessage', 'getTotalUnreadMessageCount', 'getSignalingInfo'],
]);
/** These tell their result by their third argument. */
const calling = new Set(['inviteSync', 'inviteInGroupSync']);
/** These look at their first argument, even before a login. */
const checking: Record<string, unknown> = {
  joinGroup: { groupID: 'g' },
  quitGroup: 'g',
  getGroupOnlineMemberCount: 'g',
};

describe('Web surface', () => {
  let harness: WebHarness;
  let chat: Chat;
  let log: string[];

  beforeEach(() => {
    harness = webHarness();
    log = [];
  });

  afterEach(async () => {
    void chat.destroy();
    await harness.clock.settle();
  });

  const functionOf = (name: string): AnyFunction => chat[name as keyof Chat] as AnyFunction;

  /** Calls a function that cannot do its work and gives the error, however it comes. */
  async function refusal(name: string): Promise<IMError> {
    const call = functionOf(name);
    if (immediate.has(name)) return thrown(() => call({}));
    if (calling.has(name)) {
      const told = new Promise<IMError>((resolve) => {
        call({}, () => log.push('success'), resolve);
      });
      await harness.clock.settle();
      return told;
    }
    const outcome = (call(checking[name] ?? {}) as Promise<unknown>).then(
      () => new Error('resolved'),
      (error: unknown) => error,
    );
    await harness.clock.settle();
    return (await outcome) as IMError;
  }

  test('has the functions of the original, and no others', () => {
    chat = harness.web.create({ SDKAppID: APP });
    expect(Object.keys(chat).toSorted()).toEqual(api.methods.toSorted());
    expect(Object.values(chat).filter((value) => typeof value !== 'function')).toEqual([]);
    expect(api.methods).toHaveLength(149);
  });

  const needy = api.methods.filter((name) => !working.has(name));
  const later = needy.filter((name) => !ready.has(name));

  test('before a login each one is refused with 2024 and by an ERROR event', async () => {
    chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    for (const name of needy) {
      const error = await refusal(name);
      await harness.clock.settle();
      expect([name, error.constructor, error.code]).toEqual([name, IMError, 2024]);
      expect(error.message).toBe(`${name}: nobody is logged in`);
      expect([name, log]).toEqual([name, ['error:2024']]);
      log.length = 0;
    }
  });

  test('after a login each one that is not there yet says so: 7013 and an ERROR event', async () => {
    chat = await loggedIn(harness, log);
    for (const name of later) {
      const error = await refusal(name);
      await harness.clock.settle();
      expect([name, error.code]).toEqual([name, 7013]);
      expect(error.message).toContain(`${name} is not supported in this version`);
      expect([name, log]).toEqual([name, ['error:7013']]);
      log.length = 0;
    }
  });

  test('the ERROR event comes before the promise is rejected, and after the call', async () => {
    chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    watch('api', chat.getMyProfile(), log);
    await Promise.resolve();
    expect(log).toEqual([]);
    await harness.clock.settle();
    expect(log).toEqual(['error:2024', 'api:2024']);
  });

  test('getServerTime throws before a login, and tells it by an ERROR event', async () => {
    chat = harness.web.create({ SDKAppID: APP });
    record(chat, harness.web, log);
    expect(thrown(() => chat.getServerTime()).code).toBe(2024);
    await harness.clock.settle();
    expect(log).toEqual(['error:2024']);
  });

  test.each(Object.keys(checking))('%s looks at its argument at once', (name) => {
    chat = harness.web.create({ SDKAppID: APP });
    for (const argument of [undefined, null, 1, '', {}, { groupID: '' }, { groupID: 1 }]) {
      const error = thrown(() => functionOf(name)(argument));
      expect(error.code).toBe(2905);
      expect(error.message).toMatch(/^Params validate failed\./);
    }
  });

  test('registerPlugin takes an object', () => {
    chat = harness.web.create({ SDKAppID: APP });
    chat.registerPlugin({ 'tim-push': {} });
    expect(thrown(() => functionOf('registerPlugin')()).message).toMatch(/^Params validate failed\./);
  });

  test('callExperimentalAPI always rejects with 2905, without an ERROR event', async () => {
    chat = await loggedIn(harness, log);
    watch('experiment', chat.callExperimentalAPI('x', {}), log);
    watch('nothing', functionOf('callExperimentalAPI')() as Promise<never>, log);
    await harness.clock.settle();
    expect(log).toEqual(['experiment:2905', 'nothing:2905']);
  });
});
