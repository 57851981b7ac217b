import { comment } from './comments.mjs';
import { typeImports } from './imports.mjs';
import { HEADER } from './typescript.mjs';

/** The functions of the C style on one shared client. */
export function functions(rows, data) {
  const types = rows.flatMap(({ params, returns }) => [...params.map(({ type }) => type), returns]);
  return `${HEADER}${typeImports(types, data, { native: '..', generated: '.' })}import { defaultClient } from '../client.js';

${rows.map(oneFunction).join('\n')}`;
}

function oneFunction({ name, params, returns, fullDoc }) {
  const call = `defaultClient().${name}(${params.map((param) => param.name).join(', ')})`;
  return `${comment(fullDoc)}export function ${name}(${parameterList(params)}): ${returns} {
  ${returns === 'void' ? '' : 'return '}${call};
}
`;
}

export function parameterList(params) {
  return params.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type}`).join(', ');
}
