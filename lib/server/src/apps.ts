import { timError } from '@tim-node/protocol';
import type { AppOptions } from './options.js';

/** The apps that the server serves, and their keys. */
export class Apps {
  private readonly keys: ReadonlyMap<number, string | undefined>;

  constructor(apps: readonly AppOptions[]) {
    this.keys = new Map(apps.map(({ sdkAppId, secretKey }) => [sdkAppId, secretKey]));
  }

  get ids(): readonly number[] {
    return [...this.keys.keys()];
  }

  has(sdkAppId: number): boolean {
    return this.keys.has(sdkAppId);
  }

  /** @throws TIMError 70020 for an unknown app, 70016 for one without a key */
  secretKey(sdkAppId: number): string {
    if (!this.keys.has(sdkAppId)) throw timError('appUnknown');
    const key = this.keys.get(sdkAppId);
    if (key === undefined) throw timError('appWithoutKey');
    return key;
  }
}
