import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the Unity SDK has, and what of the native API its functions and events go to. */

export interface Parameter {
  readonly name: string;
  readonly type: string;
}

interface Call {
  readonly name: string;
  /** The C function. */
  readonly c: string;
  readonly params: readonly Parameter[];
  /** Delegates of the overloads; the last parameter. */
  readonly callbacks?: readonly string[];
  readonly only?: string;
}

interface Event {
  readonly set: string;
  readonly remove: string;
  readonly c: string;
  readonly cCallback: string;
  /** One with data and, for most events, one with JSON text. */
  readonly delegates: readonly string[];
}

interface Delegate {
  readonly name: string;
  readonly params: readonly Parameter[];
}

interface UnityApi {
  readonly calls: readonly Call[];
  readonly events: readonly Event[];
  readonly removedByUninit: readonly string[];
  readonly delegates: readonly Delegate[];
  readonly memberNames: readonly { readonly alias: string; readonly of: string }[];
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly structs: Readonly<Record<string, unknown>>;
}

interface NativeApi {
  readonly callbacks: readonly Delegate[];
  readonly enums: readonly { readonly name: string; readonly members: readonly { readonly name: string }[] }[];
}

export const SDK = join(__dirname, '../../../lib/sdk');

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(SDK, 'api-data', file), 'utf8'));
}

export const unity = read('unity-api.json') as UnityApi;
export const native = read('native-api.json') as NativeApi;

/** Parameters of every function, by its name. */
export const methods: ReadonlyMap<string, readonly string[]> = new Map([
  ...unity.calls.map(({ name, params, callbacks }) => {
    const names = params.map((param) => param.name);
    return [name, callbacks === undefined ? names : [...names, 'callback']] as const;
  }),
  ...unity.events.flatMap(({ set, remove, delegates }) => {
    const names = ['callback', 'stringCallback'].slice(0, delegates.length);
    return [[set, names] as const, [remove, names] as const];
  }),
]);

/** The Unity function for a C function. */
export const byNative: ReadonlyMap<string, string> = new Map([
  ...unity.calls.filter(({ only }) => only === undefined).map(({ c, name }) => [c, name] as const),
  ...unity.events.map(({ c, set }) => [c, set] as const),
  ['TIMRemoveRecvNewMsgCallback', 'RemoveRecvNewMsgCallback'],
]);
