// Compiled, never run: what an app in TypeScript may write, and what the compiler must refuse.
import { LoginStatus, LogLevelEnum, TencentImSDKPlugin, type V2TIMManager } from 'tim-node/v2tim';

const manager: V2TIMManager = TencentImSDKPlugin.v2TIMManager;

export async function story(): Promise<boolean> {
  const init = await manager.initSDK({
    sdkAppID: 1,
    loglevel: LogLevelEnum.V2TIM_LOG_INFO,
    listener: {
      onConnectFailed: (code: number, error: string) => [code, error],
      // An app that takes no argument, as in the original.
      onKickedOffline: () => undefined,
    },
  });
  const started: boolean | undefined = init.data;
  const { code, desc } = await manager.login({ userID: 'alice', userSig: '' });
  const { data: status } = await manager.getLoginStatus();
  const words: string = desc;
  return started === true && code === 0 && words !== '' && status === LoginStatus.V2TIM_STATUS_LOGINED;
}

// @ts-expect-error an app id is needed
void manager.initSDK({});
// @ts-expect-error named parameters make one object
void manager.login('alice', '');
// @ts-expect-error there is no such listener
manager.addIMSDKListener({ onSomething: () => undefined });
export const bot: V2TIMManager = TencentImSDKPlugin.createManager();
