import { HEADER } from './typescript.mjs';

const NUMBERS = new Set(['int', 'uint', 'uint8', 'uint32', 'uint32_t', 'int32', 'double']);
/** 64-bit numbers: a JavaScript number cannot hold all of them, so bigint and digits are taken too. */
const LONG_NUMBERS = new Set(['int64', 'uint64']);

/** Lists of names rather than structures; and TIMInit's settings, which are extended by hand. */
const LEFT_OUT = [
  'ElemType',
  'GroupMessageAtALL',
  'IOSOfflinePushConfigSoundConfig',
  'SdKConfig',
  'TIMInternalOperation',
];

/** The JSON structures as interfaces. All fields are optional: the native SDK fills in defaults. */
export function structs({ structs: all, enums }) {
  const known = { structs: new Set(all.map(({ name }) => name)), enums: new Set(enums.map(({ name }) => name)) };
  const used = new Set();
  const body = all
    .filter(({ name }) => !LEFT_OUT.includes(name))
    .map((struct) => oneStruct(struct, known, used))
    .join('\n');
  return `${HEADER}import type { ${[...used].sort().join(', ')} } from './enums.js';

/** A 64-bit number: a bigint or decimal digits where a JavaScript number is not exact. */
export type Long = number | bigint | string;

/** One element of a message; \`elem_type\` says which fields it has. */
export type Elem = { elem_type: number } & Record<string, unknown>;

${body}`;
}

function oneStruct({ name, module, fields }, known, used) {
  const rows = fields.map((field) => `  ${JSON.stringify(field.key)}?: ${typeOf(field, known, used)};`);
  return `/** JSON of the native SDK (${module}). */\nexport interface ${name} {\n${rows.join('\n')}\n}\n`;
}

function typeOf({ type = '', ref }, known, used) {
  const [kind, item] = type.split(' ');
  if (kind === 'array') return `${itemType(item, ref, known, used)}[]`;
  if (kind === 'object' || kind === 'value' || kind === 'elem')
    return named(ref, known, used) ?? 'Record<string, unknown>';
  return scalar(kind, ref, known, used);
}

function itemType(item, ref, known, used) {
  if (item === 'elem') return 'Elem';
  return named(ref, known, used) ?? (item === undefined ? 'unknown' : scalar(item, undefined, known, used));
}

function named(ref, known, used) {
  if (ref === undefined) return undefined;
  if (known.structs.has(ref)) return ref;
  if (!known.enums.has(ref)) return undefined;
  used.add(ref);
  return ref;
}

function scalar(kind, ref, known, used) {
  if (kind === 'string') return 'string';
  if (kind === 'bool') return 'boolean';
  if (LONG_NUMBERS.has(kind)) return 'Long';
  if (NUMBERS.has(kind))
    return ref !== undefined && known.enums.has(ref) && !/Flag$|Permission/.test(ref)
      ? named(ref, known, used)
      : 'number';
  return 'unknown';
}
