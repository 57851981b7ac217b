import { isRecord } from '@tim-node/protocol';

/** How an offline push is to look. It is carried along. */
export interface V2TimOfflinePushInfo {
  title?: string | undefined;
  desc?: string | undefined;
  ext?: string | undefined;
  disablePush?: boolean | undefined;
  iOSSound?: string | undefined;
  ignoreIOSBadge?: boolean | undefined;
  androidOPPOChannelID?: string | undefined;
  androidVIVOClassification?: number | undefined;
  androidSound?: string | undefined;
  androidFCMChannelID?: string | undefined;
  androidXiaoMiChannelID?: string | undefined;
  androidHuaWeiCategory?: string | undefined;
}

type Names = Readonly<Record<string, string>>;

/* What these options are called in the native API, by whose names they travel. */
const COMMON: Names = { desc: 'offline_push_config_desc', ext: 'offline_push_config_ext' };
const ANDROID: Names = {
  title: 'android_offline_push_config_title',
  androidSound: 'android_offline_push_config_sound',
  androidXiaoMiChannelID: 'android_offline_push_config_xiaomi_channel_id',
  androidOPPOChannelID: 'android_offline_push_config_oppo_channel_id',
  androidFCMChannelID: 'android_offline_push_config_fcm_channel_id',
  androidVIVOClassification: 'android_offline_push_config_vivo_classification',
  androidHuaWeiCategory: 'android_offline_push_config_huawei_category',
};
const IOS: Names = {
  title: 'ios_offline_push_config_title',
  iOSSound: 'ios_offline_push_config_sound',
  ignoreIOSBadge: 'ios_offline_push_config_ignore_badge',
};

/** `offline_push_config_flag` of the native API: no push. */
const NO_PUSH = 1;

/** The text of `MessageBody.push`; nothing when the app has not said how a push is to look. */
export function pushOf(info: unknown): string | undefined {
  if (!isRecord(info)) return undefined;
  return JSON.stringify({
    ...renamed(info, COMMON),
    ...(info['disablePush'] === true ? { offline_push_config_flag: NO_PUSH } : {}),
    offline_push_config_ios_config: renamed(info, IOS),
    offline_push_config_android_config: renamed(info, ANDROID),
  });
}

function renamed(given: Record<string, unknown>, names: Names): Record<string, unknown> {
  const known = Object.entries(names).map(([name, native]) => [native, given[name]] as const);
  return Object.fromEntries(known.filter(([, value]) => ['string', 'boolean', 'number'].includes(typeof value)));
}
