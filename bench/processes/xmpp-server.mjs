// A peer: Prosody, archiving every message for both sides (XEP-0313). Its archive is files that nobody syncs.
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLauncher } from '../programs.mjs';
import { serve } from '../tools.mjs';

const { findProgram, freePort, Program, UNPRIVILEGED } = await loadLauncher();
const folder = mkdtempSync(join(tmpdir(), 'tim-node-bench-'));
const port = await freePort();
const config = join(folder, 'prosody.cfg.lua');
writeFileSync(
  config,
  `
data_path = "${folder}"
pidfile = "${folder}/prosody.pid"
log = { error = "*console" }
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
modules_enabled = { "saslauth", "roster", "mam" }
modules_disabled = { "s2s" }
storage = "internal"
default_archive_policy = true
archive_expires_after = "never"
storage_archive_item_limit = 1000000
-- Nobody else can connect, so there is no need for passwords and TLS.
authentication = "insecure"
insecure_open_authentication = "Yes please, I know what I'm doing!"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
VirtualHost "localhost"
`,
);
if (UNPRIVILEGED.uid !== undefined) chownSync(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
const program = new Program(findProgram('prosody', 'prosody'), ['--config', config, '-F']);
await program.start(() => answers());
console.log(JSON.stringify({ port }));

function answers() {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    for (const [event, yes] of [
      ['connect', true],
      ['error', false],
    ]) {
      socket.once(event, () => {
        socket.destroy();
        resolve(yes);
      });
    }
  });
}

/** Messages that were archived, once for each side. */
function archived() {
  const archive = join(folder, 'localhost', 'archive');
  const texts = readdirSync(archive).map((name) => readFileSync(join(archive, name), 'utf8'));
  return texts.reduce((sum, text) => sum + (text.match(/^item\(/gm)?.length ?? 0), 0);
}

await serve(() => ({ archived: archived() }));
// Asked politely it may wait for its connections for ever, and what it leaves behind is thrown away.
await program.stop('SIGKILL');
rmSync(folder, { recursive: true, force: true });
process.exit(0);
