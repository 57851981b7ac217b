import { createUnityClient } from '../../../lib/sdk/src/facade/unity/unity.js';
import { createClient, type TimClient } from '../../../lib/sdk/src/native/client.js';
import type { ClientCore } from '../../../lib/sdk/src/native/client-core.js';
import type { UnityClient } from 'tim-node';
import type { ManualClock } from '../../support/manual-clock.js';
import { testHost } from '../../support/test-host.js';

/** The Unity style on a client without a machine, and that client. */
export function unityWorld(): { unity: UnityClient; client: TimClient; clock: ManualClock } {
  const { host, clock } = testHost();
  const client = createClient({ host });
  return { unity: createUnityClient(client), client, clock };
}

/** Lets an event happen, with what the native side passes before the user data. */
export function fire(client: TimClient, event: string, ...args: unknown[]): void {
  (client as unknown as ClientCore).notify(event, (cb: (...all: unknown[]) => void, userData) => {
    cb(...args, userData);
  });
}
