import { V2TIMManager } from './facade/v2tim/manager.js';
import { nodeHost } from './host/node.js';

/** The SDK in the style of Flutter. */
export const TencentImSDKPlugin = {
  /** The manager that a process with one account needs. */
  v2TIMManager: new V2TIMManager(nodeHost),
  /** Makes a further manager, for a further account; any number of them live side by side. */
  createManager: (): V2TIMManager => new V2TIMManager(nodeHost),
};

export type { V2TimCallback, V2TimValueCallback } from './facade/v2tim/callbacks.js';
export type { KickInfo, V2TimSDKListener } from './facade/v2tim/listener.js';
export {
  LoginStatus,
  LogLevelEnum,
  type InitSDKOptions,
  type V2LoginOptions,
  type V2TIMManager,
} from './facade/v2tim/manager.js';
