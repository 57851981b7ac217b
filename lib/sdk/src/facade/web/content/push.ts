import { isRecord } from '@tim-node/protocol';

/** Texts are carried, everything else of the original's options means nothing to this version. */
type Names = Readonly<Record<string, string>>;

/* What the options of an offline push are called in the native API, by whose names they travel. */
const COMMON: Names = { description: 'offline_push_config_desc', extension: 'offline_push_config_ext' };
const ANDROID: Names = {
  title: 'android_offline_push_config_title',
  sound: 'android_offline_push_config_sound',
  XiaoMiChannelID: 'android_offline_push_config_xiaomi_channel_id',
  OPPOChannelID: 'android_offline_push_config_oppo_channel_id',
  FCMChannelID: 'android_offline_push_config_fcm_channel_id',
  VIVOCategory: 'android_offline_push_config_vivo_category',
  HuaWeiCategory: 'android_offline_push_config_huawei_category',
};
const IOS: Names = {
  title: 'ios_offline_push_config_title',
  sound: 'ios_offline_push_config_sound',
  ignoreIOSBadge: 'ios_offline_push_config_ignore_badge',
};

/** `offline_push_config_flag` of the native API: no push. */
const NO_PUSH = 1;

/** The text of `MessageBody.push`; nothing when the app has not said how a push is to look. */
export function pushText(info: unknown): string | undefined {
  if (!isRecord(info)) return undefined;
  const title = { title: info['title'] };
  return JSON.stringify({
    ...renamed(info, COMMON),
    ...(info['disablePush'] === true ? { offline_push_config_flag: NO_PUSH } : {}),
    offline_push_config_ios_config: renamed({ ...title, ...recordOf(info['apnsInfo']) }, IOS),
    offline_push_config_android_config: renamed({ ...title, ...recordOf(info['androidInfo']) }, ANDROID),
  });
}

function renamed(given: Record<string, unknown>, names: Names): Record<string, unknown> {
  const known = Object.entries(names).map(([name, native]) => [native, given[name]] as const);
  return Object.fromEntries(known.filter(([, value]) => typeof value === 'string' || typeof value === 'boolean'));
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
