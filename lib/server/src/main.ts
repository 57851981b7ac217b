import { parseCommandLine, UsageError } from './cli/flags.js';
import { helpText } from './cli/help.js';
import { serve } from './cli/serve.js';
import { signUserSig } from './cli/usersig.js';
import { OptionError } from './options.js';
import { VERSION } from './version.js';

const FAILED = 1;
const WRONG_USAGE = 2;

/** The command `tim-node-server`. Resolves with the exit code. */
export async function run(args: readonly string[] = process.argv.slice(2)): Promise<number> {
  try {
    return await carryOut(args);
  } catch (error) {
    const usage = error instanceof UsageError || error instanceof OptionError;
    process.stderr.write(`tim-node-server: ${explain(error)}\n`);
    return usage ? WRONG_USAGE : FAILED;
  }
}

async function carryOut(args: readonly string[]): Promise<number> {
  const line = parseCommandLine(args, process.env);
  if (line.help) print(helpText());
  else if (line.version) print(`${VERSION}\n`);
  else if (line.command === 'usersig') print(`${signUserSig(line)}\n`);
  else return serve(line, print);
  return 0;
}

function print(text: string): void {
  process.stdout.write(text);
}

interface SystemError extends NodeJS.ErrnoException {
  readonly address?: string;
  readonly port?: number;
}

/** What the usual failures of a start mean, by the code of the system. */
const EXPLANATIONS: Readonly<Record<string, (place: string, message: string) => string>> = {
  EADDRINUSE: (place) => `${place} is in use by another program; choose another --port`,
  EADDRNOTAVAIL: (place) => `${place} is not an address of this machine; check --host`,
  EACCES: (_place, message) => `no permission: ${message}`,
  EPERM: (_place, message) => `no permission: ${message}`,
  EROFS: (_place, message) => `the data folder cannot be written: ${message}`,
};

/** One line for whoever has typed the command. */
function explain(error: unknown): string {
  const { code = '', message, address = '', port = 0 } = error as SystemError;
  return EXPLANATIONS[code]?.(`${address}:${port}`, message) ?? message;
}
