/** How the value under a key is read. */
export type FieldType =
  | 'string'
  | 'bool'
  | 'double'
  | 'int32'
  | 'uint32'
  | 'uint64'
  | 'enum'
  /** Bytes as hexadecimal text. */
  | 'hex'
  | 'strings'
  /** Texts that are not empty. */
  | 'names'
  | 'object'
  | 'objects'
  /** Elements of a message, told apart by `elem_type`. */
  | 'elems'
  /** Messages inside a message. */
  | 'messages'
  /** Custom fields of a group member. */
  | 'customInfo';

/** How one key of a native structure is read and written. */
export interface Field {
  readonly type: FieldType;
  /** Instead of a missing or useless value; without it `""`, 0, false, an empty list or a structure of defaults. */
  readonly default?: string | number | boolean;
  /** Structure of an object or of the objects in a list. */
  readonly of?: string;
  /** Which numbers an enum takes, and as what. */
  readonly values?: Readonly<Record<string, number>>;
  /** What other numbers become; without it the default. */
  readonly otherwise?: number;
  /** False when what the app says is not taken: the SDK fills it in. */
  readonly given?: boolean;
  /** Left out when there is nothing in it, when nothing was given, or outside messages of groups. */
  readonly optional?: 'empty' | 'absent' | 'group';
}

/** The keys of a structure, in the order in which they are written. */
export type Struct = Readonly<Record<string, Field>>;
