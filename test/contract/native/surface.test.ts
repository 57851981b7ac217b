import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as sdk from 'tim-node';
import * as promises from 'tim-node/promises';
import { structs as tables } from '../../../lib/sdk/src/native/generated/codec.js';

/** The SDK has everything that the data about the native API names, under the same names. */

interface Api {
  readonly functions: readonly { name: string; returns: string; params: readonly { name: string; type: string }[] }[];
  readonly callbacks: readonly { name: string; params: readonly { name: string }[] }[];
  readonly enums: readonly { name: string; members: readonly { name: string; value: number | string }[] }[];
  readonly structs: readonly { name: string; fields: readonly { key: string; type?: string }[] }[];
  readonly errors: readonly { name: string; code: number }[];
  readonly aliases: readonly { alias: string; of: string }[];
}

const SDK = join(__dirname, '../../../lib/sdk');
const api = JSON.parse(readFileSync(join(SDK, 'api-data/native-api.json'), 'utf8')) as Api;
const exported: Readonly<Record<string, unknown>> = { ...sdk };

/** Names of parameters in a source file, by function. */
function parametersIn(file: string): Map<string, string[]> {
  const source = ts.createSourceFile(file, readFileSync(join(SDK, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, string[]>();
  source.forEachChild((node) => {
    if (!ts.isFunctionDeclaration(node) || node.name === undefined) return;
    const names = node.parameters.map((parameter) => parameter.name.getText(source));
    found.set(node.name.text, names);
  });
  return found;
}

/** Names that a file gives away. */
function exportsOf(file: string): Set<string> {
  const text = readFileSync(join(SDK, file), 'utf8');
  return new Set(text.match(/\b[A-Za-z_]\w*\b/g));
}

describe('functions', () => {
  const client = sdk.createClient();
  const signatures = parametersIn('src/native/generated/functions.ts');

  test('there are 240', () => {
    expect(api.functions).toHaveLength(240);
    expect(
      Object.keys(exported).filter((name) => /^(TIM|call)/.test(name) && typeof exported[name] === 'function'),
    ).toHaveLength(241);
  });

  test.each(api.functions.map(({ name, params }) => [name, params.map((each) => each.name)] as const))(
    '%s',
    (name, params) => {
      expect(typeof exported[name]).toBe('function');
      expect(typeof client[name as keyof typeof client]).toBe('function');
      expect(Object.getOwnPropertyNames(client)).not.toContain(name);
      expect(typeof (promises as Readonly<Record<string, unknown>>)[name]).toBe('function');
      expect(signatures.get(name)).toEqual(params);
    },
  );

  test('promises take the same parameters without callbacks and buffers', () => {
    const found = parametersIn('src/facade/promises/generated/functions.ts');
    for (const { name, params, returns } of api.functions) {
      if (returns === 'void') continue;
      const own = params.map((each) => each.name).filter((each) => !/(^|_)cb$|^user_data$|_buffer$/.test(each));
      expect([name, found.get(name)]).toEqual([name, own]);
    }
  });
});

describe('enums and codes', () => {
  const numberOf = (value: number | string): number => {
    if (typeof value === 'number') return value;
    const [, base = '0', shift = '0'] = /^(0x[0-9a-f]+)L* << (\d+)$/.exec(value) ?? [];
    return Number(base) * 2 ** Number(shift);
  };

  test.each(api.enums.map(({ name, members }) => [name, members] as const))('%s', (name, members) => {
    const values = exported[name] as Readonly<Record<string, number>>;
    for (const member of members)
      expect([member.name, values[member.name]]).toEqual([member.name, numberOf(member.value)]);
  });

  test('error codes', () => {
    expect(sdk.TIMErrCode).toEqual(Object.fromEntries(api.errors.map(({ name, code }) => [name, code])));
  });

  test('old spellings of enum members', () => {
    const members = new Map(
      api.enums.flatMap(({ name, members: list }) => list.map((member) => [member.name, name] as const)),
    );
    for (const { alias, of } of api.aliases) {
      const owner = members.get(of);
      if (owner === undefined) continue;
      const values = exported[owner] as Readonly<Record<string, number>>;
      expect([alias, values[alias]]).toEqual([alias, values[of]]);
    }
  });
});

describe('types', () => {
  const index = exportsOf('src/index.ts');

  test('all callbacks', () => {
    for (const { name } of api.callbacks) expect([name, index.has(name)]).toEqual([name, true]);
  });

  test('all structures that have a meaning for a caller', () => {
    // Lists of names rather than structures; SdkConfig is ours.
    const others = ['SdKConfig', 'ElemType', 'GroupMessageAtALL', 'IOSOfflinePushConfigSoundConfig'];
    const missing = api.structs.map(({ name }) => name).filter((name) => !index.has(name));
    expect(missing.sort()).toEqual(others.sort());
  });

  test('both entry points name all functions', () => {
    const promised = exportsOf('src/promises.ts');
    for (const { name } of api.functions)
      expect([name, index.has(name), promised.has(name)]).toEqual([name, true, true]);
  });
});

describe('codec tables', () => {
  const keys = new Map(api.structs.flatMap(({ fields }) => fields.map(({ key, type }) => [key, type ?? ''] as const)));
  /** What the headers call a type, and what it may be read as. */
  const READ_AS: Readonly<Record<string, readonly string[]>> = {
    string: ['string', 'hex'],
    bool: ['bool'],
    int: ['int32', 'enum'],
    uint: ['uint32', 'enum'],
    int32: ['int32'],
    uint32: ['uint32'],
    uint64: ['uint64'],
    double: ['double'],
    object: ['object'],
    'array string': ['strings', 'names'],
    'array elem': ['elems'],
    array: ['objects', 'messages', 'customInfo', 'strings'],
  };
  /** Where the headers say something else than the library does. */
  const RECORDED: Readonly<Record<string, string>> = {
    group_member_info_is_online: 'bool',
    group_tips_elem_pinned_message_list: 'object',
    ios_offline_push_config_push_type: 'int32',
    message_custom_int: 'int32',
    message_group_receipt_read_count: 'uint32',
    message_risk_type_identified: 'uint32',
    video_elem_image_height: 'int32',
    video_elem_image_size: 'int32',
    video_elem_image_width: 'int32',
    video_elem_video_duration: 'int32',
    video_elem_video_size: 'int32',
  };

  test.each(Object.entries(tables))('%s', (_name, table: Readonly<Record<string, { type: string }>>) => {
    for (const [key, { type }] of Object.entries(table)) {
      const header = keys.get(key);
      expect([key, typeof header]).toEqual([key, 'string']);
      if (key in RECORDED) expect([key, type]).toEqual([key, RECORDED[key]]);
      else expect([key, READ_AS[header ?? '']]).toEqual([key, expect.arrayContaining([type])]);
    }
    expect(Object.keys(table)).toEqual(Object.keys(table).sort());
  });
});
