import type { Host } from '../../host/host.js';
import { chatFactory, type ChatFactory } from './factory.js';
import { EVENT, TIM_EVENT, TIM_TYPES, TIM_VERSION, TSignaling, TYPES, VERSION } from './generated/constants.js';
import type { KickType } from './phases.js';

/** `TencentCloudChat`: the Web style of today. */
export interface TencentCloudChatNamespace extends ChatFactory {
  /** Names of events, for `on`. */
  readonly EVENT: typeof EVENT;
  /** Values of options, message types, reasons and states. */
  readonly TYPES: typeof TYPES;
  /** Names of signaling events, and kinds of signaling messages. */
  readonly TSignaling: typeof TSignaling;
  /** The version of the API that is followed; not the version of this package. */
  readonly VERSION: typeof VERSION;
}

/** `TIM`: the Web style of 2020. Its reasons of KICKED_OUT are spelt as they were then. */
export interface TIMNamespace extends ChatFactory {
  /** Names of events, for `on`. */
  readonly EVENT: typeof TIM_EVENT;
  /** Values of options, message types, reasons and states. */
  readonly TYPES: typeof TIM_TYPES;
  /** The version of the API that is followed; not the version of this package. */
  readonly VERSION: typeof TIM_VERSION;
}

/** Makes a `TencentCloudChat` whose clients live on a host. */
export function tencentCloudChatOn(host: Host): TencentCloudChatNamespace {
  return { ...chatFactory(host, { kickTypes: kickTypes(TYPES) }), EVENT, TYPES, TSignaling, VERSION };
}

/** Makes a `TIM` whose clients live on a host. */
export function timOn(host: Host): TIMNamespace {
  return {
    ...chatFactory(host, { kickTypes: kickTypes(TIM_TYPES) }),
    EVENT: TIM_EVENT,
    TYPES: TIM_TYPES,
    VERSION: TIM_VERSION,
  };
}

function kickTypes(types: typeof TYPES | typeof TIM_TYPES): Readonly<Record<KickType, string>> {
  return {
    multipleAccount: types.KICKED_OUT_MULT_ACCOUNT,
    multipleDevice: types.KICKED_OUT_MULT_DEVICE,
    userSigExpired: types.KICKED_OUT_USERSIG_EXPIRED,
    REST_API_Kick: types.KICKED_OUT_REST_API,
  };
}
