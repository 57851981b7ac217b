import { play } from './play.js';
import { fits, lines, STATES, type Row, type State } from './recorded.js';

/**
 * How the native library reads a message and writes it back: `echo.jsonl` holds, for a thousand messages, what differs
 * from the answer to a plain one. `-` names keys that are missing.
 */
interface Echo {
  readonly conv_id: string;
  readonly conv_type: number;
  readonly message: string;
  readonly before_init: Difference;
  /** The same as before Init when it is not there. */
  readonly before_login?: Difference;
}

type Json = Readonly<Record<string, unknown>>;
type Difference = Json & { readonly '-'?: readonly string[] };

interface Base {
  readonly base: { readonly conv_type: number; readonly state: State };
  readonly message: Json;
}

/** Made anew for every message once there is a clock and a random number. */
const MADE = ['message_client_time', 'message_rand', 'message_msg_id', 'message_unique_id'];

const all = lines('echo.jsonl') as (Echo | Base)[];
const bases = new Map(
  all.filter((line) => 'base' in line).map(({ base, message }) => [`${base.conv_type} ${base.state}`, message]),
);
const echoes = all.filter((line) => 'conv_id' in line);

/** What the callback of the call must say. */
function wanted(echo: Echo, state: State): Json {
  const { '-': missing = [], ...differs } = echo[state] ?? echo.before_init;
  const whole: Json = { ...bases.get(`${echo.conv_type} ${state}`), ...differs };
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !missing.includes(key)));
}

async function echoed({ conv_id: id, conv_type: type, message }: Echo, state: State): Promise<Json> {
  const row: Row = {
    id: 'echo',
    function: 'TIMMsgSendMessage',
    variant: message,
    args: [{ string: id }, { int: type }, { string: message }, { null: true }, { callback: true }, { user_data: true }],
    before_init: {},
    before_login: {},
  };
  const { callbacks } = await play(row, state);
  const json = (callbacks[0]?.['json'] ?? {}) as Json;
  return state === 'before_init'
    ? json
    : Object.fromEntries(Object.entries(json).filter(([key]) => !MADE.includes(key)));
}

/** A thousand calls, one after the other; milliseconds. */
const PATIENCE = 60_000;

test.each(STATES)(
  `${echoes.length} messages %s`,
  async (state) => {
    const problems: string[] = [];
    for (const echo of echoes) {
      const got = await echoed(echo, state);
      const want = wanted(echo, state);
      const keys = [...new Set([...Object.keys(want), ...Object.keys(got)])];
      const different = keys.filter((key) => !(key in want) || !fits(want[key], got[key]));
      if (different.length > 0) problems.push(`${echo.message}: ${different.join(', ')}`);
    }
    expect(problems).toEqual([]);
  },
  PATIENCE,
);

test('keys are written in alphabetical order', async () => {
  for (const { message, ...rest } of echoes.slice(0, 20)) {
    const keys = Object.keys(await echoed({ message, ...rest }, 'before_init'));
    expect(keys).toEqual([...keys].sort());
  }
});
