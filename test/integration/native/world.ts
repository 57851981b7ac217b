import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genUserSig } from 'tim-node/usersig';
import { createClient, type SdkConfig, type TimClient } from 'tim-node';
import type { ServerOptions, TimServer } from '@tim-node/server';
import { FaultProxy } from '../../support/fault-proxy.js';
import { servers } from '../../support/server.js';
import { App } from './app.js';

/** A real server and apps that use it; all of them end with their test. Call it at the top level of a test file. */
export function world(): World {
  const { start } = servers();
  const apps: App[] = [];
  const wires: FaultProxy[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    const ended = apps.splice(0);
    for (const app of ended) app.client.TIMUninit();
    await Promise.all(wires.splice(0).map((wire) => wire.close()));
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
  });
  return {
    start,
    app: ({ url, sdkAppId }, more = {}, client = createClient()) => {
      const app = new App(sdkAppId, { sdk_config_server_url: url, ...more }, client);
      apps.push(app);
      return app;
    },
    wire: async ({ url }) => {
      const wire = await FaultProxy.start(url);
      wires.push(wire);
      return wire;
    },
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'tim-node-'));
      folders.push(folder);
      return folder;
    },
  };
}

/** Where a client finds a server. */
export type Reachable = Pick<TimServer, 'url' | 'sdkAppId'>;

export interface World {
  start(options?: ServerOptions): Promise<TimServer>;
  /** An app that has called TIMInit. */
  app(server: Reachable, config?: SdkConfig, client?: TimClient): App;
  /** A wire in front of a server, with faults on command. */
  wire(server: { url: string }): Promise<FaultProxy>;
  /** An empty folder. */
  folder(): string;
}

/** A UserSig for alice with something about it changed. */
export function sigFor(server: TimServer, more: Partial<Parameters<typeof genUserSig>[0]> = {}): string {
  return genUserSig({ sdkAppId: server.sdkAppId, secretKey: server.secretKey, userId: 'alice', ...more });
}

export function now(): number {
  return Math.floor(Date.now() / 1000);
}
