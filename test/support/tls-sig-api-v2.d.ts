/** The signer that Tencent publishes, as far as tests use it. */
declare module 'tls-sig-api-v2/TLSSigAPIv2.js' {
  export class Api {
    constructor(sdkAppId: number, key: string);
    genUserSig(userId: string, expire: number): string;
    genPrivateMapKey(userId: string, expire: number, roomId: number, privileges: number): string;
  }
}
