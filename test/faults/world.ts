import { rm } from 'node:fs/promises';
import { genUserSig } from '@tim-node/protocol/usersig';
import { createServer } from '@tim-node/server';
import { FastClock, fastNow } from '../support/fast-time.js';
import { scratchFolder } from '../support/scratch.js';
import { ServerProcess } from '../support/server-process.js';

/** The servers of a simulation, wherever they run. */
export interface World {
  /** Addresses of all nodes. */
  readonly nodes: readonly string[];
  readonly sdkAppId: number;
  /** Whether `crash` does something. */
  readonly canCrash: boolean;
  /** A UserSig that is valid for some seconds from its issue, which may lie in the past. */
  sign(userId: string, seconds: number, issuedAgo?: number): string;
  /** An administrator ends all sessions of a user. */
  kick(userId: string): Promise<void>;
  /** A node stops without warning and starts again on the same data, perhaps at another address. */
  crash(node: number): Promise<void>;
  /** A node is stopped as it should be, and started again. */
  restart(node: number): Promise<void>;
  /** Nodes lose their connections to what they share, where they share something, and make new ones. */
  cutOff(what: 'database' | 'bus'): void;
  close(): Promise<void>;
}

export const LIMITS = { kicksPerMinute: 100_000 };

/** A server in this process: quick, but it cannot crash. */
export async function quickWorld(): Promise<World> {
  const server = await createServer({ clock: new FastClock(), limits: LIMITS });
  return {
    nodes: [server.url],
    sdkAppId: server.sdkAppId,
    canCrash: false,
    sign: (userId, seconds, issuedAgo) => signFor(server, userId, seconds, issuedAgo),
    kick: async (userId) => {
      await server.kick(userId);
    },
    crash: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    cutOff: () => undefined,
    close: () => server.close(),
  };
}

/** A server in a process of its own, on a data folder that outlives it. */
export async function crashingWorld(): Promise<World> {
  const dataDir = scratchFolder('faults');
  const server = new ServerProcess({ dataDir, limits: LIMITS });
  await server.start();
  return {
    get nodes() {
      return [server.url];
    },
    sdkAppId: server.sdkAppId,
    canCrash: true,
    sign: (userId, seconds, issuedAgo) => signFor(server, userId, seconds, issuedAgo),
    kick: (userId) => server.kick(userId),
    crash: async () => {
      await server.kill();
      await server.start();
    },
    restart: async () => {
      await server.close();
      await server.start();
    },
    cutOff: () => undefined,
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function signFor(
  { sdkAppId, secretKey }: { readonly sdkAppId: number; readonly secretKey: string },
  userId: string,
  expire: number,
  issuedAgo = 0,
): string {
  return genUserSig({ sdkAppId, secretKey, userId, expire, time: Math.floor(fastNow() / 1000) - issuedAgo });
}
