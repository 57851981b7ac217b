import { HEADER } from './typescript.mjs';

const constant = (doc, name, value) =>
  `/** ${doc} */\nexport const ${name} = ${JSON.stringify(value)}${typeof value === 'object' ? ' as const' : ''};\n`;

/** A table of the 2020 style: that of today without what is newer, and with what has gone or was spelt differently. */
function older(table, { without, with: more }) {
  const rest = Object.entries(table).filter(([name]) => !without.includes(name));
  return { ...Object.fromEntries(rest), ...more };
}

/** Tables of the Web style and of the TIM style. */
export function webConstants({ EVENT, TYPES, TSignaling, VERSION, TIM }) {
  const tables = [
    constant('Names of events.', 'EVENT', EVENT),
    constant('Values of options, message types, reasons and states.', 'TYPES', TYPES),
    constant('Names of signaling events, and kinds of signaling messages.', 'TSignaling', TSignaling),
    constant('The version of the API that the Web style follows.', 'VERSION', VERSION),
    constant('Names of events in the 2020 style.', 'TIM_EVENT', older(EVENT, TIM.EVENT)),
    constant('Values in the 2020 style, with the spelling of that time.', 'TIM_TYPES', older(TYPES, TIM.TYPES)),
    constant('The version of the API that the 2020 style follows.', 'TIM_VERSION', TIM.VERSION),
  ];
  return HEADER + tables.join('\n');
}

const TYPE_NAMES = {
  any: 'unknown',
  TYPES: 'string | number',
  TSignaling: 'string | number',
  Function: '((...args: never[]) => unknown)',
};

function typeOf(text) {
  const known = text.replace(/\b(any|TYPES|TSignaling|Function)\b/g, (name) => TYPE_NAMES[name]);
  return known.replace(/^Array<(.*)>$/, '$1[]').replace(/Array<(\w+)>/g, '$1[]');
}

/** Options and results of the Web style. */
export function webStructs({ structs }) {
  const interfaces = Object.entries(structs).map(([name, fields]) => {
    const lines = Object.entries(fields).map(([field, type]) => {
      const known = typeOf(type);
      return `  ${field}: ${known}${field.endsWith('?') && known !== 'unknown' ? ' | undefined' : ''};`;
    });
    return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
  });
  return HEADER + interfaces.join('\n');
}
