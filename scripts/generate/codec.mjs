import { HEADER, numberOf } from './typescript.mjs';

/** Types of the headers, and what they are read as. */
const TYPES = { string: 'string', bool: 'bool', double: 'double', int: 'int32', uint: 'uint32' };
const NUMBERS = ['int32', 'uint32', 'uint64'];

/** Tables that say how each key of a native structure is read and written; from the API data and what was recorded. */
export function codec(data, recorded) {
  const structs = new Map(data.structs.map((struct) => [struct.name, struct]));
  const enums = new Map(data.enums.map((each) => [each.name, each]));
  const tables = Object.entries(recorded.structs).map(([name, rule]) => {
    const struct = structs.get(rule.take ?? name);
    return `  ${name}: {\n${fieldsOf(struct, rule, enums).join('\n')}\n  },`;
  });
  return `${HEADER}import type { Struct } from '../codec/field.js';

export const structs = {
${tables.join('\n')}
} satisfies Record<string, Struct>;
`;
}

function fieldsOf({ fields }, { only, never = [], fields: special = {} }, enums) {
  for (const key of [...never, ...(only ?? []), ...Object.keys(special)]) {
    if (!fields.some((field) => field.key === key)) throw new Error(`native-codec.json: no key ${key}`);
  }
  return fields
    .filter(({ key }) => (only?.includes(key) ?? true) && !never.includes(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((field) => `    ${field.key}: ${write({ ...fieldOf(field, enums, special[field.key]) })},`);
}

/** What follows from the headers, with what was recorded on top. */
function fieldOf({ type = '', ref }, enums, special = {}) {
  const [kind, item] = type.split(' ');
  const plain =
    special.type ?? (kind === 'array' ? (item === 'string' ? 'strings' : 'objects') : (TYPES[kind] ?? kind));
  const field = { type: plain };
  if (special.type === undefined && NUMBERS.includes(plain) && enums.has(ref)) {
    field.type = 'enum';
    field.values = Object.fromEntries(enums.get(ref).members.map(({ value }) => [numberOf(value), numberOf(value)]));
  }
  if (plain === 'object' || plain === 'objects') field.of = ref;
  return { ...field, ...special };
}

function write(field) {
  return JSON.stringify(field);
}
