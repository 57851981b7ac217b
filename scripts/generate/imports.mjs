import { posix } from 'node:path';

/**
 * Import lines for the types of the native API that some type texts mention.
 * `native` and `generated` lead to lib/sdk/src/native and to the generated files in it.
 */
export function typeImports(types, data, { native, generated }) {
  const used = new Set(types.flatMap((type) => type.match(/\b[A-Za-z_]\w*\b/g) ?? []));
  const sources = [
    [posix.join(native, '../core/options.js'), ['SdkConfig']],
    [`${generated}/callbacks.js`, data.callbacks.map(({ name }) => name)],
    [`${generated}/enums.js`, data.enums.map(({ name }) => name)],
    [`${generated}/structs.js`, data.structs.map(({ name }) => name)],
    [`${native}/params.js`, ['Json']],
    [`${native}/string-builder.js`, ['OutBuffer']],
  ];
  return sources
    .map(([from, names]) => [from, names.filter((name) => used.has(name)).sort()])
    .filter(([, names]) => names.length > 0)
    .map(([from, names]) => `import type { ${names.join(', ')} } from '${from}';\n`)
    .join('');
}
