import { isRecord, LIMITS, utf8Length, type Outcomes } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { targetsOf } from '../content/targets.js';
import type {
  AddConversationsToGroupOptions,
  CreateConversationGroupOptions,
  DeleteConversationsFromGroupOptions,
  RenameConversationGroupOptions,
} from '../generated/structs.js';
import { forEach } from './conversation-settings.js';

/** Groups to sort conversations into. */
export function conversationGroupRows(calls: Calls) {
  const { engine, shelf } = calls.client;
  const filing = <O extends CreateConversationGroupOptions>(
    api: string,
    op: 'conv.group.create' | 'conv.group.add' | 'conv.group.remove',
  ) =>
    calls.promise(
      api,
      (options: O) => {
        check(isRecord(options), `${api}: options must be an object`);
        const { conversationIDList, groupName } = options;
        return { ...targetsOf(api, conversationIDList), name: nameOf(api, groupName) };
      },
      ({ name, ...named }) =>
        forEach(named, (targets) => answer<Outcomes>((settle) => engine.call(op, { targets, name }, settle))),
    );
  return {
    /** Lists the groups that conversations are sorted into. */
    getConversationGroupList: calls.promise(
      'getConversationGroupList',
      () => undefined,
      async () => {
        await answer((settle) => shelf.conversations.whenReady(settle));
        return [...shelf.conversations.groups];
      },
    ),
    /** Makes a group to sort conversations into, with some of them. */
    createConversationGroup: filing<CreateConversationGroupOptions>('createConversationGroup', 'conv.group.create'),
    /** Deletes a group of conversations; the conversations stay. */
    deleteConversationGroup: calls.promise(
      'deleteConversationGroup',
      (groupName: string) => nameOf('deleteConversationGroup', groupName),
      async (name) => {
        await answer((settle) => engine.call('conv.group.delete', { name }, settle));
        return {};
      },
    ),
    /** Renames a group of conversations. */
    renameConversationGroup: calls.promise(
      'renameConversationGroup',
      (options: RenameConversationGroupOptions) => {
        check(isRecord(options), 'renameConversationGroup: options must be an object');
        const { oldName, newName } = options;
        return {
          name: nameOf('renameConversationGroup', oldName),
          newName: nameOf('renameConversationGroup', newName),
        };
      },
      async (params) => {
        await answer((settle) => engine.call('conv.group.rename', params, settle));
        return {};
      },
    ),
    /** Puts conversations into a group. */
    addConversationsToGroup: filing<AddConversationsToGroupOptions>('addConversationsToGroup', 'conv.group.add'),
    /** Takes conversations out of a group. */
    deleteConversationsFromGroup: filing<DeleteConversationsFromGroupOptions>(
      'deleteConversationsFromGroup',
      'conv.group.remove',
    ),
  };
}

function nameOf(api: string, name: unknown): string {
  const isName = typeof name === 'string' && name !== '' && utf8Length(name) <= LIMITS.convGroupNameBytes;
  check(isName, `${api}: the name of a group must be a string of 1 to 32 bytes`);
  return name;
}
