import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether JSON is what the data about the native API says: every key of its structure, each with the native type.
 * `native-api.json` comes from the headers, `native-codec.json` tells where the library was seen to do otherwise.
 */

interface Field {
  readonly key: string;
  readonly type?: string;
  readonly ref?: string;
}

interface Rule {
  readonly take?: string;
  readonly only?: readonly string[];
  readonly never?: readonly string[];
  readonly fields?: Readonly<Record<string, Special>>;
}

interface Special {
  readonly type?: string;
  readonly of?: string;
  readonly default?: number;
  readonly optional?: 'empty' | 'absent' | 'group';
}

interface Api {
  readonly structs: readonly { readonly name: string; readonly fields: readonly Field[] }[];
  readonly enums: readonly { readonly name: string; readonly members: readonly { value: number | string }[] }[];
}

const DATA = join(__dirname, '../../lib/sdk/api-data');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(DATA, file), 'utf8')) as T;
const api = read<Api>('native-api.json');
const headers = new Map(api.structs.map(({ name, fields }) => [name, fields]));
const enums = new Map(
  api.enums.map(({ name, members }) => [
    name,
    members.flatMap(({ value }) => (typeof value === 'number' ? value : [])),
  ]),
);

const FACES = { of: 'Face' };

/** Where the headers say too little, or what cannot be. */
const RULES: Readonly<Record<string, Rule>> = {
  ...read<{ structs: Record<string, Rule> }>('native-codec.json').structs,
  // A truth value, say the headers; their example reads texts and numbers.
  MsgLocator: { fields: { message_locator_conv_id: { type: 'string' }, message_locator_conv_type: { type: 'uint' } } },
  MessageExtensionResult: { fields: { message_extension_item: { of: 'MessageExtension' } } },
  // As in the example of the headers.
  Face: {
    take: 'UserProfile',
    only: ['user_profile_face_url', 'user_profile_identifier', 'user_profile_nick_name'],
  },
  MessageReaction: { fields: { message_reaction_partial_user_info_array: FACES } },
  MessageReactionUserResult: { fields: { message_reaction_user_result_user_info_array: FACES } },
  ConvInfo: { fields: { conv_last_msg: { of: 'MessageIfAny' } } },
  Draft: { fields: { draft_msg: { of: 'MessageIfAny' } } },
};

/** Keys that a structure has beside its own. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  // An element, outside its message too.
  GroupTipsElem: ['elem_type'],
  // Who took the message back, and why: the headers name both structures for it.
  MsgLocator: [
    'message_msg_id',
    'message_revoke_reason',
    'message_revoker_face_url',
    'message_revoker_nick_name',
    'message_revoker_user_id',
  ],
};

/** Structures of elements, by `elem_type`. */
const ELEMENTS: Readonly<Record<number, string>> = {
  0: 'TextElem',
  1: 'ImageElem',
  2: 'SoundElem',
  3: 'CustomElem',
  4: 'FileElem',
  5: 'GroupTipsElem',
  6: 'FaceElem',
  7: 'LocationElem',
  8: 'GroupReportElem',
  9: 'VideoElem',
  11: 'ProfileChangeElem',
  12: 'MergerElem',
};

type Json = Readonly<Record<string, unknown>>;

/** Tells what is wrong, and where. */
type Check = (value: unknown, at: string) => string[];

const holds =
  (what: string, test: (value: unknown) => boolean): Check =>
  (value, at) =>
    test(value) ? [] : [`${at} is no ${what}: ${show(value)}`];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const whole = (least: bigint, most: bigint) => (value: unknown) => {
  const exact = typeof value === 'bigint' || Number.isSafeInteger(value);
  return exact && BigInt(value as number) >= least && BigInt(value as number) <= most;
};

const ofString = holds('text', (value) => typeof value === 'string');
const ofInt = holds('int32', whole(-(2n ** 31n), 2n ** 31n - 1n));
const ofUint = holds('uint32', whole(0n, 2n ** 32n - 1n));
const SCALARS: Readonly<Record<string, Check>> = {
  string: ofString,
  hex: ofString,
  bool: holds('bool', (value) => typeof value === 'boolean'),
  double: holds('double', (value) => Number.isFinite(value)),
  int: ofInt,
  int32: ofInt,
  uint: ofUint,
  uint32: ofUint,
  uint64: holds('uint64', whole(0n, 2n ** 64n - 1n)),
};

function listOf(check: Check): Check {
  return (value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${at}[${index}]`))
      : [`${at} is no list: ${show(value)}`];
}

function oneOf(name: string, fallback = 0): Check {
  const values = enums.get(name) ?? [];
  return holds(name, (value) => value === fallback || values.includes(value as number));
}

function checkElem(value: unknown, at: string): string[] {
  const { elem_type: type, ...elem } = isObject(value) ? value : {};
  const struct = ELEMENTS[type as number];
  return struct === undefined ? [`${at}.elem_type is ${show(type)}`] : checkStruct(struct, elem, `${at} (${struct})`);
}

/** Checks that need more than a name of the table of scalars. */
const LISTS: Readonly<Record<string, Check>> = {
  elems: listOf(checkElem),
  messages: listOf((value, at) => checkStruct('Message', value, at)),
  customInfo: listOf((value, at) => checkStruct('GroupInfoCustomString', value, at)),
  strings: listOf(ofString),
  names: listOf(ofString),
};

function checkOf({ type = '', ref = '' }: Field, special: Special = {}): Check {
  const [kind = '', item = ''] = (special.type ?? type).split(' ');
  const struct = special.of ?? ref;
  const inner: Check = (value, at) => checkStruct(struct, value, at);
  if (kind === 'array') return listOf(item === 'elem' ? checkElem : (SCALARS[item] ?? inner));
  if (kind === 'object') return inner;
  if (enums.has(ref)) return oneOf(ref, special.default);
  return LISTS[kind] ?? SCALARS[kind] ?? holds(`known type of ${kind}`, () => false);
}

interface Part {
  readonly field: Field;
  readonly check: Check;
  readonly optional: Special['optional'];
}

const known = new Map<string, readonly Part[]>();

function partsOf(name: string): readonly Part[] {
  let parts = known.get(name);
  if (parts === undefined) known.set(name, (parts = makeParts(name)));
  return parts;
}

function makeParts(name: string): Part[] {
  const { take = name, only, never = [], fields: special = {} } = RULES[name] ?? {};
  const all = headers.get(take);
  if (all === undefined) throw new Error(`no structure ${name}`);
  return all
    .filter(({ key }) => (only?.includes(key) ?? true) && !never.includes(key))
    .map((field) => ({
      field,
      check: checkOf(field, special[field.key]),
      optional: special[field.key]?.optional,
    }));
}

const GROUP = 2;

function isMissed({ field, optional }: Part, value: Json): boolean {
  if (Object.hasOwn(value, field.key)) return false;
  return optional === undefined || (optional === 'group' && value['message_conv_type'] === GROUP);
}

function checkStruct(name: string, value: unknown, at: string): string[] {
  if (name === 'MessageIfAny') return isObject(value) && show(value) === '{}' ? [] : checkStruct('Message', value, at);
  if (!isObject(value)) return [`${at} is no ${name}: ${show(value)}`];
  const missing = partsOf(name).filter((part) => isMissed(part, value));
  return [...missing.map(({ field }) => `${at}.${field.key} is missing`), ...checkPresent(name, value, at)];
}

/** What is there must be known and of the right type. */
function checkPresent(name: string, value: Json, at: string): string[] {
  const parts = new Map(partsOf(name).map(({ field, check }) => [field.key, check]));
  return Object.entries(value).flatMap(([key, inner]) => {
    const check = parts.get(key);
    if (check !== undefined) return check(inner, `${at}.${key}`);
    return MORE[name]?.includes(key) === true ? [] : [`${at}.${key} belongs to no ${name}`];
  });
}

/** A structure, a list of them (`Message[]`), `string`, `string[]`; `nothing` for the empty text. */
export type Shape = string;

/**
 * What is wrong with JSON of a shape; undefined stands for the empty text.
 * @param partial keys may be missing, and all of it: as in the answer of a call that has failed
 */
export function problemsOf(shape: Shape, value: unknown, partial = false): string[] {
  if (value === undefined) return shape === 'nothing' || partial ? [] : [`the empty text is no ${shape}`];
  if (shape === 'nothing') return [`${show(value)} instead of the empty text`];
  const name = shape.replace('[]', '');
  const check =
    SCALARS[name] ?? ((item, at) => (partial && isObject(item) ? checkPresent : checkStruct)(name, item as Json, at));
  return (name === shape ? check : listOf(check))(value, name);
}

function show(value: unknown): string {
  const plain = (_key: string, inner: unknown): unknown => (typeof inner === 'bigint' ? inner.toString() : inner);
  return ((JSON.stringify(value, plain) as string | undefined) ?? 'undefined').slice(0, 200);
}
