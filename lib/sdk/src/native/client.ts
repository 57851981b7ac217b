import type { Host } from '../host/host.js';
import { nodeHost } from '../host/node.js';
import { baseApi } from './api/base.js';
import { communityApi } from './api/community.js';
import { conversationApi } from './api/conversation.js';
import { experimentalApi } from './api/experimental.js';
import { followApi } from './api/follow.js';
import { friendshipApi } from './api/friendship.js';
import { groupMembersApi } from './api/group-members.js';
import { groupApi } from './api/group.js';
import { messageEvents } from './api/message-events.js';
import { messageHistoryApi } from './api/message-history.js';
import { messageMarksApi } from './api/message-marks.js';
import { messageOptionsApi } from './api/message-options.js';
import { messageSendApi } from './api/message-send.js';
import { offlinePushApi } from './api/offline-push.js';
import { signalingApi } from './api/signaling.js';
import { ClientCore } from './client-core.js';

type BaseApi = typeof baseApi;
type CommunityApi = typeof communityApi;
type ConversationApi = typeof conversationApi;
type ExperimentalApi = typeof experimentalApi;
type FollowApi = typeof followApi;
type FriendshipApi = typeof friendshipApi;
type GroupApi = typeof groupApi;
type GroupMembersApi = typeof groupMembersApi;
type MessageEvents = typeof messageEvents;
type MessageHistoryApi = typeof messageHistoryApi;
type MessageMarksApi = typeof messageMarksApi;
type MessageOptionsApi = typeof messageOptionsApi;
type MessageSendApi = typeof messageSendApi;
type OfflinePushApi = typeof offlinePushApi;
type SignalingApi = typeof signalingApi;

/** The whole C-style API for one account. */
export interface TimClient
  extends
    ClientCore,
    BaseApi,
    MessageEvents,
    MessageSendApi,
    MessageHistoryApi,
    MessageOptionsApi,
    MessageMarksApi,
    ConversationApi,
    GroupApi,
    GroupMembersApi,
    CommunityApi,
    FriendshipApi,
    FollowApi,
    OfflinePushApi,
    SignalingApi,
    ExperimentalApi {}

/** All functions of the API. Adding them to the prototype of a class one by one would take forty times as long. */
const api = {
  ...baseApi,
  ...messageEvents,
  ...messageSendApi,
  ...messageHistoryApi,
  ...messageOptionsApi,
  ...messageMarksApi,
  ...conversationApi,
  ...groupApi,
  ...groupMembersApi,
  ...communityApi,
  ...friendshipApi,
  ...followApi,
  ...offlinePushApi,
  ...signalingApi,
  ...experimentalApi,
};

/** Functions sit on the prototype, so that a further account costs no further functions. */
class ApiClient extends ClientCore {}
Object.setPrototypeOf(ApiClient.prototype, Object.setPrototypeOf(api, ClientCore.prototype) as object);

export interface CreateClientOptions {
  /**
   * What the client runs on: clock, sockets, files. For tests with a clock of their own.
   * @defaultValue this Node process
   */
  readonly host?: Host;
}

/** Makes a client for one more account. Any number of them can live in one process. */
export function createClient(options: CreateClientOptions = {}): TimClient {
  return new ApiClient(options.host ?? nodeHost) as TimClient;
}

let shared: TimClient | undefined;

/** The client behind the functions that are exported by name; made when the first of them is called. */
export function defaultClient(): TimClient {
  return (shared ??= createClient());
}
