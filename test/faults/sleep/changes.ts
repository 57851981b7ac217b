import type { Message } from 'tim-node';
import type { Puppet } from './puppet.js';

const C2C = 1;
const GROUP = 2;
const MEMBER = 200;

/** Who takes part. The first three are instances of alice. */
export interface Cast {
  /** Who sleeps while everything changes. */
  readonly sleeper: Puppet;
  /** Stays awake and does nothing: what it is told, the sleeper must be told too. */
  readonly witness: Puppet;
  /** The instance with which alice acts. */
  readonly acting: Puppet;
  readonly bob: Puppet;
  readonly carol: Puppet;
  readonly dave: Puppet;
}

const text = (content: string, more: Message = {}): Message => ({
  message_elem_array: [{ elem_type: 0, text_elem_content: content }],
  ...more,
});

async function send(from: Puppet, to: string, content: string, more: Message = {}): Promise<Message> {
  return (await from.ok('TIMMsgSendMessage', to, C2C, text(content, more), null)) as Message;
}

async function sendGroup(from: Puppet, to: string, content: string, more: Message = {}): Promise<Message> {
  return (await from.ok('TIMMsgSendMessage', to, GROUP, text(content, more), null)) as Message;
}

async function makeGroup(owner: Puppet, id: string, members: readonly string[]): Promise<void> {
  await owner.ok('TIMGroupCreate', {
    create_group_param_group_id: id,
    create_group_param_group_name: id,
    create_group_param_group_type: 0,
    create_group_param_add_option: 2,
    create_group_param_group_member_array: members.map((user) => ({
      group_member_info_identifier: user,
      group_member_info_member_role: MEMBER,
    })),
  });
}

const BEFORE = [
  'edit me',
  'take me back',
  'delete me',
  'mark me',
  'carol is here',
  'in the club',
  'pin me',
  'in the old one',
];

/** What is there before. */
export async function prepare({ sleeper, witness, acting, bob, carol }: Cast): Promise<void> {
  await makeGroup(bob, 'club', ['alice', 'carol']);
  await makeGroup(bob, 'old', ['alice']);
  await makeGroup(bob, 'gone', ['alice']);
  await makeGroup(bob, 'open', []);
  for (const content of ['edit me', 'take me back', 'delete me']) await send(bob, 'alice', content);
  await send(bob, 'alice', 'mark me', { message_support_message_extension: true });
  await send(acting, 'bob', 'confirm me', { message_need_read_receipt: true });
  await send(carol, 'alice', 'carol is here');
  for (const content of ['in the club', 'edit me in the club', 'take me back in the club', 'pin me']) {
    await sendGroup(bob, 'club', content);
  }
  await sendGroup(acting, 'club', 'confirm me in the club', { message_need_read_receipt: true });
  await sendGroup(bob, 'old', 'in the old one');
  await sendGroup(bob, 'gone', 'in the one that goes');
  for (const one of [sleeper, witness, acting]) {
    // From now on it is told of changes.
    await one.ok('TIMConvGetTotalUnreadMessageCount');
    for (const content of BEFORE) await one.message(content);
  }
}

/** Everything that can change while somebody is away. */
export async function changeEverything(cast: Cast): Promise<void> {
  await othersWrite(cast);
  await othersChange(cast);
  await othersMark(cast);
  await ownMessages(cast);
  await ownSettings(cast);
  await groupsChange(cast);
  await send(cast.bob, 'alice', LAST);
}

/** What is sent last. */
export const LAST = 'that was all';

async function othersWrite({ bob, carol }: Cast): Promise<void> {
  for (let number = 1; number <= 5; number += 1) {
    await send(bob, 'alice', `news ${String(number)}`);
    await sendGroup(carol, 'club', `news ${String(number)} in the club`);
  }
  await sendGroup(bob, 'club', 'look, alice', { message_group_at_user_array: ['alice'] });
  await sendGroup(bob, 'club', 'look, all', { message_group_at_user_array: ['__kImSDK_MesssageAtALL__'] });
}

async function othersChange({ bob }: Cast): Promise<void> {
  // What he has sent is told to himself as well, on his other instance.
  const sent = async (content: string): Promise<Message> => found(bob, content);
  await bob.ok('TIMMsgModifyMessage', { ...(await sent('edit me')), ...text('edited') });
  await bob.ok('TIMMsgModifyMessage', { ...(await sent('edit me in the club')), ...text('edited in the club') });
  await bob.ok('TIMMsgRevoke', 'alice', C2C, await sent('take me back'));
  await bob.ok('TIMMsgRevoke', 'club', GROUP, await sent('take me back in the club'));
}

/** A message in one's own history. */
async function found(one: Puppet, content: string): Promise<Message> {
  for (const [id, type] of PLACES) {
    const peer = type === C2C && id === one.user ? 'bob' : id;
    const page = await one.call('TIMMsgGetMsgList', peer, type, { msg_getmsglist_param_count: 50 });
    const all = page.code === 0 ? (page.json as Message[]) : [];
    const match = all.find(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content'] === content);
    if (match !== undefined) return match;
  }
  throw new Error(`${one.user} does not have "${content}"`);
}

const PLACES: readonly (readonly [id: string, type: number])[] = [
  ['alice', C2C],
  ['club', GROUP],
];

async function othersMark({ acting, bob, carol }: Cast): Promise<void> {
  const extension = (key: string) => ({ message_extension_key: key, message_extension_value: `of ${key}` });
  const mine = await found(bob, 'mark me');
  await bob.ok('TIMMsgSetMessageExtensions', mine, [extension('one'), extension('two')]);
  await bob.ok('TIMMsgDeleteMessageExtensions', mine, ['two']);
  await bob.ok('TIMMsgAddMessageReaction', mine, 'like');
  await acting.ok('TIMMsgAddMessageReaction', await acting.message('mark me'), 'laugh');
  await carol.ok('TIMMsgAddMessageReaction', await carol.message('in the club'), 'like');
  await bob.ok('TIMMsgSendMessageReadReceipts', [await bob.message('confirm me')]);
  for (const one of [bob, carol]) {
    await one.ok('TIMMsgSendMessageReadReceipts', [await one.message('confirm me in the club')]);
  }
  await bob.ok('TIMMsgReportReaded', 'alice', C2C, null);
  await bob.ok('TIMPinGroupMessage', 'club', await found(bob, 'pin me'), true);
}

async function ownMessages({ acting }: Cast): Promise<void> {
  await send(acting, 'bob', 'by myself');
  await sendGroup(acting, 'club', 'by myself in the club');
  await acting.ok('TIMMsgListDelete', 'bob', C2C, [await acting.message('delete me')]);
  await acting.ok('TIMMsgClearHistoryMessage', 'old', GROUP);
  await acting.ok('TIMConvDelete', 'carol', C2C);
  await acting.ok('TIMMsgReportReaded', 'bob', C2C, await acting.message('news 3'));
  await acting.ok('TIMConvCleanConversationUnreadMessageCount', 'group_club', 0, 0);
}

async function ownSettings({ acting }: Cast): Promise<void> {
  await acting.ok('TIMConvPinConversation', 'bob', C2C, true);
  await acting.ok('TIMConvMarkConversation', ['group_club'], 1, true);
  await acting.ok('TIMConvSetConversationCustomData', ['c2c_bob'], 'custom');
  await acting.ok('TIMConvCreateConversationGroup', 'work', ['c2c_bob']);
  await acting.ok('TIMConvAddConversationsToGroup', 'work', ['group_club']);
  await acting.ok('TIMConvRenameConversationGroup', 'work', 'office');
  await acting.ok('TIMConvDeleteConversationsFromGroup', 'office', ['c2c_bob']);
  await acting.ok('TIMConvCreateConversationGroup', 'short', ['c2c_bob']);
  await acting.ok('TIMConvDeleteConversationGroup', 'short');
  await acting.ok('TIMMsgSetC2CReceiveMessageOpt', ['bob'], 2);
  await acting.ok('TIMMsgSetGroupReceiveMessageOpt', 'club', 2);
  await acting.ok('TIMMsgSetAllReceiveMessageOpt', 2, 22, 30, 5, 7200);
}

async function groupsChange({ acting, bob, dave }: Cast): Promise<void> {
  await dave.ok('TIMGroupJoin', 'club', 'hello');
  await bob.ok('TIMGroupModifyGroupInfo', {
    group_modify_info_param_group_id: 'club',
    group_modify_info_param_modify_flag: 1,
    group_modify_info_param_group_name: 'The Club',
  });
  await bob.ok('TIMGroupDeleteMember', {
    group_delete_member_param_group_id: 'club',
    group_delete_member_param_identifier_array: ['dave'],
  });
  await bob.ok('TIMGroupDeleteMember', {
    group_delete_member_param_group_id: 'old',
    group_delete_member_param_identifier_array: ['alice'],
  });
  await bob.ok('TIMGroupDelete', 'gone');
  await acting.ok('TIMGroupJoin', 'open', 'hello');
  await sendGroup(bob, 'open', 'welcome');
}
