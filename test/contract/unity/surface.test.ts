import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as sdk from 'tim-node';
import { createUnityClient, TencentIMSDK } from 'tim-node';
import { methods, native, SDK, unity } from './data.js';

/** The Unity style has everything that the data about the Unity SDK names, under the same names. */

const exported: Readonly<Record<string, unknown>> = { ...sdk };
const index = new Set(readFileSync(join(SDK, 'src/index.ts'), 'utf8').match(/\b[A-Za-z_]\w*\b/g));

/** Names of the parameters in the types, by function. */
function declared(): Map<string, string[]> {
  const file = join(SDK, 'src/facade/unity/generated/api.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.type !== undefined && ts.isFunctionTypeNode(node.type)) {
      const names = node.type.parameters.map((parameter) => parameter.name.getText(source));
      found.set(node.name.getText(source), names);
    }
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return found;
}

describe('functions', () => {
  const signatures = declared();
  const another = createUnityClient();

  test('there are 312', () => {
    expect(methods.size).toBe(312);
    expect([...signatures.keys()].sort()).toEqual([...methods.keys()].sort());
    const found: string[] = [];
    for (const name in TencentIMSDK) found.push(name);
    expect(found.sort()).toEqual([...methods.keys()].sort());
  });

  test.each([...methods])('%s', (name, parameters) => {
    for (const one of [TencentIMSDK, another]) {
      expect(name in one).toBe(true);
      const method = one[name as keyof typeof one];
      expect(typeof method).toBe('function');
      expect([method.name, method.length]).toEqual([name, parameters.length]);
      expect(one[name as keyof typeof one]).toBe(method);
    }
    expect(signatures.get(name)).toEqual(parameters);
  });

  test('and no other', () => {
    for (const name of ['TIMLogin', 'login', 'then', 'RemoveLogin', 'Remove', 'RemoveSetLogCallback', '__proto__x']) {
      expect([name, name in TencentIMSDK, (TencentIMSDK as object as Record<string, unknown>)[name]]).toEqual([
        name,
        false,
        undefined,
      ]);
    }
  });
});

describe('names beside the functions', () => {
  test('delegates and structures', () => {
    const delegates = unity.delegates.map(({ name }) => name.replace('<T>', ''));
    for (const name of [...delegates, ...Object.keys(unity.aliases), ...Object.keys(unity.structs)]) {
      expect([name, index.has(name)]).toEqual([name, true]);
    }
  });

  test('members of enums that have other names in C', () => {
    for (const { alias, of } of unity.memberNames) {
      const owner = native.enums.find(({ members }) => members.some(({ name }) => name === of))?.name ?? '';
      const values = exported[owner] as Readonly<Record<string, number>>;
      expect([alias, typeof values[alias], values[alias]]).toEqual([alias, 'number', values[of]]);
    }
  });

  test('enums that C does not have', () => {
    for (const [name, members] of Object.entries(unity.enums)) {
      expect(Object.keys(exported[name] as object)).toEqual(Object.keys(members));
    }
  });
});
