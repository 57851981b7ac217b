import { isRecord } from '@tim-node/protocol';
import { structs } from '../generated/codec.js';
import type { Field, FieldType, Struct } from './field.js';
import { isNumeric, scalars, toInt32, type Reader } from './scalars.js';

type StructName = keyof typeof structs;

/** JSON of a native structure with every key in place. */
export type Complete = Record<string, unknown>;

/** Fills in what is not a matter of tables, such as ids made of other fields. */
export type Finish = (message: Complete) => void;

const byName: Readonly<Record<string, Struct>> = structs;

/** What is known of a structure before any of it is read. */
interface Shape {
  /** Fields that are taken and become the same value whenever they are missing. */
  readonly constant: ReadonlyMap<string, Field>;
  /** The other ones, in order. */
  readonly varying: readonly (readonly [key: string, field: Field])[];
  /** Every key in its place: copying it costs less than adding the keys one by one. */
  readonly template: Complete;
}

const shapes = new Map<string, Shape>();

function shapeOf(name: string): Shape {
  let shape = shapes.get(name);
  if (shape === undefined) shapes.set(name, (shape = makeShape(byName[name] ?? {})));
  return shape;
}

function makeShape(struct: Struct): Shape {
  const rows = Object.entries(struct);
  const template = Object.fromEntries(
    rows.map(([key, field]) => [
      key,
      isConstant(field) ? readers[field.type](undefined, field, () => undefined) : undefined,
    ]),
  );
  return {
    constant: new Map(rows.filter(([, field]) => isConstant(field) && field.given !== false)),
    varying: rows.filter(([, field]) => !isConstant(field)),
    template,
  };
}

/** Whether a missing value always becomes the same text, number or truth value. */
function isConstant({ type, optional }: Field): boolean {
  return optional === undefined && type in scalars && type !== 'strings' && type !== 'names';
}

/** Structure of the elements of a message, by `elem_type`; others are dropped. */
const ELEMENTS: Readonly<Record<number, StructName>> = {
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

/**
 * Reads a structure as the native library does: keys that it does not know are dropped, missing ones and those of
 * the wrong type get their default, numbers wrap around. The result has every key, in alphabetical order; what is
 * left out is undefined. What is known already goes before what is given.
 */
function complete(name: string, given: unknown, finish: Finish, known: readonly Complete[] = []): Complete {
  const source = isRecord(given) ? given : {};
  const { constant, varying, template } = shapeOf(name);
  const result = { ...template };
  for (const fields of [source, ...known]) {
    for (const key of Object.keys(fields)) {
      const field = constant.get(key);
      if (field !== undefined) result[key] = readers[field.type](fields[key], field, finish);
    }
  }
  for (const [key, field] of varying) {
    const value = field.given !== false && Object.hasOwn(source, key) ? source[key] : undefined;
    if (isUnwanted(field, value, result)) continue;
    const read = readers[field.type](value, field, finish);
    if (field.optional !== 'empty' || !isEmpty(read)) result[key] = read;
  }
  return result;
}

const GROUP = 2;

function isUnwanted(field: Field, value: unknown, soFar: Complete): boolean {
  if (field.optional === 'group') return soFar['message_conv_type'] !== GROUP;
  return field.optional === 'absent' && !fits(field, value);
}

type DeepReader = (value: unknown, field: Field, finish: Finish) => unknown;

const readers: Readonly<Record<FieldType, DeepReader>> = {
  ...(scalars satisfies Partial<Record<FieldType, Reader>>),
  object: (value, { of = '' }, finish) => complete(of, value, finish),
  objects: (value, { of = '' }, finish) => list(value).map((item) => complete(of, item, finish)),
  elems: (value, _field, finish) => list(value).flatMap((item) => (isRecord(item) ? element(item, finish) : [])),
  messages: (value, _field, finish) =>
    list(value)
      .filter(isRecord)
      .map((item) => completeMessage(item, finish)),
  customInfo: (value) => customInfo(value),
};

/** A structure that holds no messages. */
export function completeStruct(name: StructName, given: object): Complete {
  return complete(name, given, () => undefined);
}

/** A message, with the messages inside it; `known` holds texts, numbers and truth values only. */
export function completeMessage(
  given: Record<string, unknown>,
  finish: Finish,
  known: readonly Complete[] = [],
): Complete {
  const message = complete('Message', given, finish, known);
  finish(message);
  return message;
}

function element(given: Record<string, unknown>, finish: Finish): Complete[] {
  const { elem_type: type } = given;
  const number = isNumeric(type) ? toInt32(type) : 0;
  const name = ELEMENTS[number];
  return name === undefined ? [] : [{ elem_type: number, ...complete(name, given, finish) }];
}

const CUSTOM_KEY = 'group_member_info_custom_string_info_key';
const CUSTOM_VALUE = 'group_member_info_custom_string_info_value';

/** Custom fields sorted by key, the last of equal ones; the keys that hold them really have another name on the way out. */
function customInfo(value: unknown): object[] {
  const fields = new Map<string, string>();
  for (const item of list(value)) {
    if (!isRecord(item)) continue;
    const { [CUSTOM_KEY]: key, [CUSTOM_VALUE]: text } = item;
    if (typeof key === 'string' && typeof text === 'string') fields.set(key, text);
  }
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => ({
      group_info_custom_string_info_key: key,
      group_info_custom_string_info_value: text,
    }));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((item) => item !== null) : [];
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether a value is of the kind that its field wants. */
function fits({ type }: Field, value: unknown): boolean {
  if (type === 'object') return isRecord(value);
  return type === 'string' ? typeof value === 'string' : isNumeric(value);
}
