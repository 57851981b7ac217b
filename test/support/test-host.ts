import { inflateSync } from 'node:zlib';
import type { Host } from '../../lib/sdk/src/host/host.js';
import { ManualClock } from './manual-clock.js';
import { ScriptedServer } from './scripted-server.js';

export interface TestHost extends Host {
  readonly clock: ManualClock;
}

/** A host without a machine: manual clock, in-memory server, no files. */
export function testHost(): { host: TestHost; clock: ManualClock; server: ScriptedServer } {
  const clock = new ManualClock();
  const server = new ScriptedServer(() => clock.now());
  const host: TestHost = {
    clock,
    dial: server.dial,
    inflate: (packed, limit) => inflateSync(packed, { maxOutputLength: limit }).toString(),
    platform: 'Linux',
    env: () => undefined,
    instanceId: () => 'instance-1',
    openLog: () => undefined,
    print: () => undefined,
  };
  return { host, clock, server };
}
