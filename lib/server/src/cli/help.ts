import { VERSION } from '../version.js';
import { environmentName, FLAGS, type Flag } from './flags.js';

const WIDTH = 100;

export function helpText(): string {
  return [
    `tim-node-server ${VERSION}: a chat server of one's own for tim-node`,
    '',
    'Usage:',
    '  tim-node-server [options]                 starts the server',
    '  tim-node-server usersig <userId> [options]  signs a UserSig with the key of the data folder',
    '',
    'Options (or the environment variable named in brackets; the command line counts more):',
    ...FLAGS.flatMap(describe),
    ...entry('--help, -h', 'shows this text'),
    ...entry('--version, -v', 'shows the version'),
    '',
    'Options of usersig:',
    ...entry('--expire <seconds>', 'how long it is valid (default 15552000, 180 days)'),
    ...entry('--data-dir, --app-id, --secret-key', 'as above'),
    '',
    'The server stops at SIGINT or SIGTERM: clients are told to come back later. A second signal stops it at once.',
    'Exit code: 0 stopped by a signal, 1 failed, 2 wrong usage.',
    '',
  ].join('\n');
}

function describe(flag: Flag): string[] {
  const { name, value, help, fallback } = flag;
  const [environment, initial] = [environmentName(flag), fallback === undefined ? '' : ` (default ${fallback})`];
  return entry(`--${name}${value === undefined ? '' : ` <${value}>`}`, `${help}${initial} [${environment}]`);
}

/** One option on a line of its own, its text below, broken between words. */
function entry(option: string, text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > WIDTH - 10) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return [`  ${option}`, ...lines.map((line) => `        ${line}`)];
}
