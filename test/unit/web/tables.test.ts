import { TencentCloudChat, TIM } from '../../../lib/sdk/src/web.js';
import DefaultExport from '../../../lib/sdk/src/web.js';

describe('Web tables', () => {
  test('the default export is TencentCloudChat', () => {
    expect(DefaultExport).toBe(TencentCloudChat);
    expect(Object.keys(TencentCloudChat).toSorted()).toEqual([
      ...['EVENT', 'TSignaling', 'TYPES', 'VERSION', 'create', 'createClient'],
    ]);
  });

  test('TencentCloudChat has the values of today', () => {
    const { EVENT, TYPES, TSignaling, VERSION } = TencentCloudChat;
    expect([Object.keys(EVENT).length, Object.keys(TYPES).length, Object.keys(TSignaling).length]).toEqual([
      37, 115, 12,
    ]);
    expect(EVENT).toMatchObject({
      SDK_READY: 'sdkStateReady',
      SDK_NOT_READY: 'sdkStateNotReady',
      SDK_DESTROY: 'sdkDestroy',
      MESSAGE_RECEIVED: 'onMessageReceived',
      KICKED_OUT: 'kickedOut',
      NET_STATE_CHANGE: 'netStateChange',
      ERROR: 'error',
    });
    expect(TYPES).toMatchObject({
      KICKED_OUT_MULT_ACCOUNT: 'multipleAccount',
      KICKED_OUT_MULT_DEVICE: 'multipleDevice',
      KICKED_OUT_USERSIG_EXPIRED: 'userSigExpired',
      KICKED_OUT_REST_API: 'REST_API_Kick',
      NET_STATE_CONNECTED: 'connected',
      NET_STATE_CONNECTING: 'connecting',
      NET_STATE_DISCONNECTED: 'disconnected',
      CONV_MARK_TYPE_FOLD: 4,
      MSG_AT_ALL: '__kImSDK_MesssageAtALL__',
    });
    expect(TSignaling.INVITEE_ACCEPTED).toBe('ts_invitee_accepted');
    expect(VERSION).toBe('3.6.6');
  });

  test('TIM has the values of its time', () => {
    const { EVENT, TYPES, VERSION } = TIM;
    expect(Object.keys(TIM).toSorted()).toEqual(['EVENT', 'TYPES', 'VERSION', 'create', 'createClient']);
    expect([Object.keys(EVENT).length, Object.keys(TYPES).length]).toEqual([31, 108]);
    expect(EVENT.GROUP_SYSTEM_NOTICE_RECEIVED).toBe('receiveGroupSystemNotice');
    expect(EVENT).not.toHaveProperty('MESSAGE_REACTIONS_UPDATED');
    expect(TYPES.KICKED_OUT_MULT_ACCOUNT).toBe('mutipleAccount');
    expect(TYPES.KICKED_OUT_MULT_DEVICE).toBe('mutipleDevice');
    expect(TYPES).not.toHaveProperty('GRP_LIVE');
    expect(VERSION).toBe('2.27.6');
  });
});
