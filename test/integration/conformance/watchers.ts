import type { TimServer } from '@tim-node/server';
import { createUnityClient, TIMConvEvent, TIMConvType, type ConvInfo, type UnityClient } from 'tim-node';
import { TencentImSDKPlugin, type V2TimConversation } from 'tim-node/v2tim';
import { App } from '../native/app.js';
import { inTime } from '../../support/wait.js';

/** Somebody who watches his conversations, in some style. What he does gives a code. */
export interface Watcher {
  /** What he was told, such as `new c2c_alice 1`; groups by their names. */
  readonly told: string[];
  read(id: string): Promise<number>;
  pin(id: string): Promise<number>;
  createGroup(name: string, id: string): Promise<number>;
  renameGroup(name: string, newName: string): Promise<number>;
  removeFromGroup(name: string, id: string): Promise<number>;
  addToGroup(name: string, id: string): Promise<number>;
  deleteGroup(name: string): Promise<number>;
  remove(id: string): Promise<number>;
  end(): Promise<void>;
}

export type Watch = (server: TimServer, self: string) => Promise<Watcher>;

const { kTIMConv_C2C: C2C } = TIMConvType;
const KINDS: Readonly<Record<number, string>> = {
  [TIMConvEvent.kTIMConvEvent_Add]: 'new',
  [TIMConvEvent.kTIMConvEvent_Del]: 'deleted',
  [TIMConvEvent.kTIMConvEvent_Update]: 'changed',
};

const keyOf = ({ conv_id: id = '', conv_type: type }: ConvInfo): string => `${type === C2C ? 'c2c' : 'group'}_${id}`;
const userOf = (id: string): string => id.replace(/^c2c_/, '');

function listChange(event: number, infos: readonly ConvInfo[]): string[] {
  const kind = KINDS[event];
  if (kind === undefined) return [];
  return infos.map((info) =>
    kind === 'deleted' ? `deleted ${keyOf(info)}` : `${kind} ${keyOf(info)} ${info.conv_unread_num ?? 0}`,
  );
}

export const c: Watch = async (server, self) => {
  const app = new App(server.sdkAppId, { sdk_config_server_url: server.url });
  const told: string[] = [];
  const { client } = app;
  const all = (json: string): ConvInfo[] => (json === '' ? [] : (JSON.parse(json) as ConvInfo[]));
  client.TIMSetConvEventCallback((event, json) => told.push(...listChange(event, all(json))));
  client.TIMSetConvTotalUnreadMessageCountChangedCallback((count) => told.push(`unread ${count}`));
  client.TIMSetConvConversationGroupCreatedCallback((name, json) =>
    told.push(`group ${name} of ${all(json).map(keyOf).join()}`),
  );
  client.TIMSetConvConversationGroupDeletedCallback((name) => told.push(`no group ${name}`));
  client.TIMSetConvConversationGroupNameChangedCallback((then, now) => told.push(`group ${then} is ${now}`));
  client.TIMSetConvConversationsAddedToGroupCallback((name, json) =>
    told.push(`${all(json).map(keyOf).join()} into ${name}`),
  );
  client.TIMSetConvConversationsDeletedFromGroupCallback((name, json) =>
    told.push(`${all(json).map(keyOf).join()} out of ${name}`),
  );
  expect(await app.login(self, server.genUserSig(self))).toBe(0);
  const code = async (call: Parameters<App['ask']>[0]): Promise<number> => (await app.ask(call)).code;
  expect(await code((each, cb) => each.TIMConvGetTotalUnreadMessageCount(cb))).toBe(0);
  return {
    told,
    read: (id) => code((each, cb) => each.TIMConvCleanConversationUnreadMessageCount(id, 0, 0, cb)),
    pin: (id) => code((each, cb) => each.TIMConvPinConversation(userOf(id), C2C, true, cb)),
    createGroup: (name, id) => code((each, cb) => each.TIMConvCreateConversationGroup(name, [id], cb)),
    renameGroup: (name, newName) => code((each, cb) => each.TIMConvRenameConversationGroup(name, newName, cb)),
    removeFromGroup: (name, id) => code((each, cb) => each.TIMConvDeleteConversationsFromGroup(name, [id], cb)),
    addToGroup: (name, id) => code((each, cb) => each.TIMConvAddConversationsToGroup(name, [id], cb)),
    deleteGroup: (name) => code((each, cb) => each.TIMConvDeleteConversationGroup(name, cb)),
    remove: (id) => code((each, cb) => each.TIMConvDelete(userOf(id), C2C, cb)),
    end: () => Promise.resolve(void client.TIMUninit()),
  };
};

/** A call in the Unity style; the code is the first argument of every callback. */
function code(sdk: UnityClient, call: (sdk: UnityClient, cb: (code: number) => void) => number): Promise<number> {
  const outcome = new Promise<number>((resolve) => {
    expect(call(sdk, resolve)).toBe(0);
  });
  return inTime('a callback', outcome);
}

export const unity: Watch = async (server, self) => {
  const sdk = createUnityClient();
  const told: string[] = [];
  const ids = (infos: readonly ConvInfo[]): string => infos.map(keyOf).join();
  sdk.SetConvEventCallback((event, json) =>
    told.push(...listChange(event, json === '' ? [] : (JSON.parse(json) as ConvInfo[]))),
  );
  sdk.SetConvTotalUnreadMessageCountChangedCallback((count) => told.push(`unread ${count}`));
  sdk.SetConvConversationGroupCreatedCallback((name, infos) => told.push(`group ${name} of ${ids(infos)}`));
  sdk.SetConvConversationGroupDeletedCallback((name) => told.push(`no group ${name}`));
  sdk.SetConvConversationGroupNameChangedCallback((then, now) => told.push(`group ${then} is ${now}`));
  sdk.SetConvConversationsAddedToGroupCallback((name, infos) => told.push(`${ids(infos)} into ${name}`));
  sdk.SetConvConversationsDeletedFromGroupCallback((name, infos) => told.push(`${ids(infos)} out of ${name}`));
  expect(sdk.Init(server.sdkAppId, { sdk_config_server_url: server.url })).toBe(0);
  expect(await code(sdk, (each, cb) => each.Login(self, server.genUserSig(self), cb))).toBe(0);
  expect(await code(sdk, (each, cb) => each.ConvGetTotalUnreadMessageCount(cb))).toBe(0);
  return {
    told,
    read: (id) => code(sdk, (each, cb) => each.ConvCleanConversationUnreadMessageCount(id, 0, 0, cb)),
    pin: (id) => code(sdk, (each, cb) => each.ConvPinConversation(userOf(id), C2C, true, cb)),
    createGroup: (name, id) => code(sdk, (each, cb) => each.ConvCreateConversationGroup(name, [id], cb)),
    renameGroup: (name, newName) => code(sdk, (each, cb) => each.ConvRenameConversationGroup(name, newName, cb)),
    removeFromGroup: (name, id) => code(sdk, (each, cb) => each.ConvDeleteConversationsFromGroup(name, [id], cb)),
    addToGroup: (name, id) => code(sdk, (each, cb) => each.ConvAddConversationsToGroup(name, [id], cb)),
    deleteGroup: (name) => code(sdk, (each, cb) => each.ConvDeleteConversationGroup(name, cb)),
    remove: (id) => code(sdk, (each, cb) => each.ConvDelete(userOf(id), C2C, cb)),
    end: () => Promise.resolve(void sdk.Uninit()),
  };
};

export const flutter: Watch = async (server, self) => {
  const manager = TencentImSDKPlugin.createManager();
  const conversations = manager.getConversationManager();
  const told: string[] = [];
  const listed = (kind: string, list: readonly V2TimConversation[]): string[] =>
    list.map(({ conversationID, unreadCount }) => `${kind} ${conversationID} ${unreadCount}`);
  const ids = (list: readonly V2TimConversation[]): string => list.map(({ conversationID }) => conversationID).join();
  await manager.initSDK({ sdkAppID: server.sdkAppId, serverURL: server.url });
  conversations.addConversationListener({
    onNewConversation: (list) => told.push(...listed('new', list)),
    onConversationChanged: (list) => told.push(...listed('changed', list)),
    onConversationDeleted: (list) => told.push(...list.map((id) => `deleted ${id}`)),
    onTotalUnreadMessageCountChanged: (count) => told.push(`unread ${count}`),
    onConversationGroupCreated: (name, list) => told.push(`group ${name} of ${ids(list)}`),
    onConversationGroupDeleted: (name) => told.push(`no group ${name}`),
    onConversationGroupNameChanged: (then, now) => told.push(`group ${then} is ${now}`),
    onConversationsAddedToGroup: (name, list) => told.push(`${ids(list)} into ${name}`),
    onConversationsDeletedFromGroup: (name, list) => told.push(`${ids(list)} out of ${name}`),
  });
  expect((await manager.login({ userID: self, userSig: server.genUserSig(self) })).code).toBe(0);
  expect((await conversations.getTotalUnreadMessageCount()).code).toBe(0);
  const of = async (call: Promise<{ code: number }>): Promise<number> => (await inTime('a call', call)).code;
  const many = (groupName: string, id: string) => ({ groupName, conversationIDList: [id] });
  return {
    told,
    read: (id) =>
      of(
        conversations.cleanConversationUnreadMessageCount({ conversationID: id, cleanTimestamp: 0, cleanSequence: 0 }),
      ),
    pin: (id) => of(conversations.pinConversation({ conversationID: id, isPinned: true })),
    createGroup: (name, id) => of(conversations.createConversationGroup(many(name, id))),
    renameGroup: (oldName, newName) => of(conversations.renameConversationGroup({ oldName, newName })),
    removeFromGroup: (name, id) => of(conversations.deleteConversationsFromGroup(many(name, id))),
    addToGroup: (name, id) => of(conversations.addConversationsToGroup(many(name, id))),
    deleteGroup: (groupName) => of(conversations.deleteConversationGroup({ groupName })),
    remove: (id) => of(conversations.deleteConversation({ conversationID: id })),
    end: async () => {
      await manager.unInitSDK();
    },
  };
};
