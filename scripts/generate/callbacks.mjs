import { HEADER } from './typescript.mjs';

/** What this SDK passes beyond the native parameters. */
const EXTRA = {
  TIMKickedOfflineCallback: ['kick: Kick'],
};

const NUMBER = /^(u?int\d*(_t)?|int|TIMNetworkStatus|TIMLogLevel)$/;

/** The callback types, with their parameters in the order of the C headers. */
export function callbacks({ callbacks: all, enums }) {
  const known = new Set(enums.map(({ name }) => name));
  const used = new Set();
  const types = all.map((callback) => oneCallback(callback, known, used));
  return `${HEADER}import type { Kick } from '../../session/session.js';
import type { ${[...used].sort().join(', ')} } from './enums.js';

${types.join('\n')}`;
}

function oneCallback({ name, params }, known, used) {
  const list = params.map((param) => `${param.name}: ${typeOf(param, known, used)}`);
  return `export type ${name} = (${[...list, ...(EXTRA[name] ?? [])].join(', ')}) => void;`;
}

function typeOf({ name, type, enum: enumName }, known, used) {
  if (name === 'user_data') return 'unknown';
  const ref = enumName ?? (known.has(type) ? type : undefined);
  if (ref !== undefined && known.has(ref)) {
    used.add(ref);
    return ref;
  }
  if (type === 'bool') return 'boolean';
  if (type.includes('char')) return 'string';
  if (type.startsWith('uint64')) return 'number | bigint';
  if (NUMBER.test(type)) return 'number';
  throw new Error(`${name}: unknown type ${type}`);
}
