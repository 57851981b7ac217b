import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Metafile } from 'esbuild';
import type { TencentCloudChatNamespace } from '../../../lib/sdk/src/facade/web/namespace.js';

const root = join(__dirname, '../../..');

/** Bundles the Web style as a bundler for browsers would, from the sources. */
export async function bundleForBrowsers(): Promise<{ code: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/sdk/src/web.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'tim',
    platform: 'browser',
    target: 'es2022',
    conditions: ['browser', '@tim-node/source'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return { code: outputFiles[0]?.text ?? '', metafile };
}

/** Runs a bundle in a global scope of its own, as a page would, and gives its TencentCloudChat. */
export function loadInBrowser(code: string, WebSocket: unknown): TencentCloudChatNamespace {
  return runInContext(`${code};tim.default`, createContext(browserGlobals(WebSocket))) as TencentCloudChatNamespace;
}

/** A global scope with what every browser has, and nothing of Node: no process, no Buffer, no require, no setImmediate. */
function browserGlobals(WebSocket: unknown): object {
  const { setTimeout, clearTimeout, queueMicrotask, performance, crypto, URL, TextEncoder, TextDecoder } = globalThis;
  const { AbortController, AbortSignal, MessageChannel, Blob, DecompressionStream, atob, console } = globalThis;
  return {
    ...{ setTimeout, clearTimeout, queueMicrotask, performance, crypto, URL, TextEncoder, TextDecoder },
    ...{ AbortController, AbortSignal, MessageChannel, Blob, DecompressionStream, atob, console, Uint8Array },
    WebSocket,
  };
}
