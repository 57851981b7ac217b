import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = 'chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--mute-audio'],
];

/** Why there is no browser here; nothing when there is one. */
export function whyNoBrowser(): string | undefined {
  if (process.platform !== 'linux') return 'the browser of this test is that of Debian';
  const { error } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  if (error === undefined) return undefined;
  // Where nobody reads along, nothing that can be installed is left out.
  if (process.env['CI'] === 'true') throw new Error('chromium is missing: install the Debian package chromium');
  return 'chromium is missing: install the Debian package chromium';
}

/** A page in a real browser. It runs a script and sends what this gives to the function `report`. */
export class BrowserPage {
  private readonly profile = mkdtempSync(join(tmpdir(), 'tim-browser-test-'));
  private readonly server: Server;
  private browser: ChildProcess | undefined;
  private errors = '';
  private settle: (report: unknown) => void = () => undefined;
  /** What the page has reported. */
  readonly report = new Promise<unknown>((resolve) => {
    this.settle = resolve;
  });

  /** @param scripts run one after the other, the last one as a module */
  constructor(private readonly scripts: readonly string[]) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
    const browser = spawn(PROGRAM, [...FLAGS, `--user-data-dir=${this.profile}`, url], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    browser.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.browser = browser;
  }

  /** What the browser has complained about. */
  get complaints(): string {
    return this.errors;
  }

  async close(): Promise<void> {
    const { browser } = this;
    if (browser?.pid !== undefined && browser.exitCode === null) {
      // With all of its helpers.
      process.kill(-browser.pid, 'SIGKILL');
      await once(browser, 'exit');
    }
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.end();
      this.settle(JSON.parse(Buffer.concat(chunks).toString()));
      return;
    }
    const at = Number(/^\/script-(\d+)\.js$/.exec(request.url ?? '')?.[1] ?? -1);
    const script = this.scripts[at];
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else if (request.url === '/') response.setHeader('content-type', 'text/html').end(this.html());
    else response.writeHead(404).end();
  }

  private html(): string {
    const tags = this.scripts.map((_script, at) => {
      const type = at === this.scripts.length - 1 ? ' type="module"' : '';
      return `<script${type} src="/script-${at}.js"></script>`;
    });
    return `<!doctype html><meta charset="utf-8"><title>test</title>
<script>const report = (result) => fetch('/report', { method: 'POST', body: JSON.stringify(result) });
addEventListener('error', ({ message }) => report({ error: message }));
addEventListener('unhandledrejection', ({ reason }) => report({ error: String(reason) }));</script>
${tags.join('\n')}`;
  }
}
