// The Unity style: PascalCase names over the C style, typed from the tables of both.
import { comment } from './comments.mjs';
import { parameterList } from './functions.mjs';
import { typeImports } from './imports.mjs';
import { HEADER } from './typescript.mjs';

const FOLDERS = { native: '../../../native', generated: '../../../native/generated' };

/** Functions that are written by hand: their types and comments, as far as they do not follow from the C style. */
const SPECIAL = {
  Init: {
    types: { need_log: 'boolean' },
    tags: ['@param need_log whether every call is told in the log, without what it was given'],
  },
  Uninit: {
    doc: [
      'Ends: removes the callbacks of 23 events, those that the Unity SDK removes, and closes the connection. Calls that',
      'still wait get 7009.',
    ],
  },
  GetLoginUserIDWeb: {
    doc: ['Tells who is logged in, by a callback: the UserID as it is, empty when nobody is. From the WebGL version.'],
    result: 'string',
  },
  GroupSearchCloudGroups: { doc: ['Searches groups on the server.'], result: 'GroupSearchResult' },
  GroupSearchCloudGroupMembers: { doc: ['Searches group members on the server.'], result: 'GroupMemberSearchResult' },
  SearchUsers: { doc: ['Searches users on the server.'], result: 'UserSearchResult' },
  CommunitySetTopicInheritMessageReceiveOptionFromCommunity: {
    doc: ['Sets whether a topic takes over from its community which messages are received and disturb.'],
    result: 'void',
  },
  GetMsgGroupMessageReadMemberList: {
    tags: [
      '@param callback gets the members, where to go on, and whether that was all; it has no error code, so that a',
      'failure looks like an empty list',
      '@param stringCallback gets the same with the members as JSON text',
    ],
  },
  MsgGetGroupMessageReadMemberListWeb: {
    doc: ['As {@link UnityClient.GetMsgGroupMessageReadMemberList}, with texts for numbers. From the WebGL version.'],
    types: { next_seq: 'string' },
  },
  MsgDeleteMessageExtensions: { types: { extensions: 'Json<string[] | MessageExtension[]>' } },
  AddRecvNewMsgCallback: {
    doc: [
      'Adds a callback for new messages, those that other instances of this account have sent included. Each gets every',
      'message exactly once and in order, also after a lost connection.',
      '@param callback gets an array of `Message`',
    ],
  },
};

const LATER = 'Not in this version: after login the callback gets 7013.';

/** Parameters of the Unity types that only later versions of the C style have. */
const NEWER_PARAMS = {
  GroupSearchParam: 'Json<GroupSearchParam>',
  GroupMemberSearchParam: 'Json<GroupMemberSearchParam>',
  UserSearchParam: 'Json<UserSearchParam>',
  Message: 'Json<Message>',
};

const SCALARS = { int: 'number', uint: 'number', long: 'number', ulong: 'number | bigint', bool: 'boolean' };

/** A type of C# in TypeScript. */
function typeOf(type) {
  const [, item] = /^List<(.*)>$/.exec(type) ?? [];
  if (item !== undefined) return `${typeOf(item)}[]`;
  const known = type.replace(/\?$/, '');
  return SCALARS[known] ?? known;
}

/** What this SDK passes after the parameters of the Unity SDK. */
const EXTRA = {
  KickedOfflineCallback: ['kick: Kick'],
  ConvConversationsDeletedFromGroupCallback: ['reason: number'],
  ConvConversationsDeletedFromGroupStringCallback: ['reason: number'],
};

/** Parameters whose JSON holds something else than C# says, which fails to read it there. */
const REAL_TYPES = { conversation_array: 'List<ConvInfo>' };

const GENERIC = ['ValueCallback<T>', 'NullValueCallback'];

/** The delegates as function types. */
export function unityDelegates(unity, data) {
  const delegates = unity.delegates.filter(({ name }) => !GENERIC.includes(name));
  const types = delegates.map(({ name, params }) => {
    const list = params.map((param) => `${param.name}: ${typeOf(realType(param))}`);
    return `export type ${name} = (${[...list, ...(EXTRA[name] ?? [])].join(', ')}) => void;`;
  });
  return `${HEADER}import type { Kick } from '../../../session/session.js';
${typeImports(types, data, FOLDERS)}${importsFrom('./types.js', typeNames(unity), types)}
${types.join('\n')}
`;
}

function realType({ name, type }) {
  return type.startsWith('List<') ? (REAL_TYPES[name] ?? type) : type;
}

function typeNames({ aliases, structs }) {
  return [...Object.keys(aliases), ...Object.keys(structs)];
}

function importsFrom(path, names, texts) {
  const used = new Set(texts.flatMap((text) => text.match(/\b[A-Za-z_]\w*\b/g) ?? []));
  const found = names.filter((name) => used.has(name)).sort();
  return found.length === 0 ? '' : `import type { ${found.join(', ')} } from '${path}';\n`;
}

/** Structures under their Unity names, and those that only the Unity SDK has. */
export function unityTypes({ aliases, structs }, data) {
  const others = Object.entries(aliases).map(
    ([name, of]) => `/** {@link ${of.split(' ')[0]}} by its Unity name. */\nexport type ${name} = ${of};\n`,
  );
  const own = Object.entries(structs).map(([name, fields]) => {
    const rows = Object.entries(fields).map(([key, type]) => `  ${key}?: ${typeOf(type)};`);
    return `/** JSON of the native SDK since 8.6. */\nexport interface ${name} {\n${rows.join('\n')}\n}\n`;
  });
  const texts = [...others, ...own].map((text) => text.replace(/\/\*\*.*\*\//g, ''));
  return `${HEADER}${typeImports(texts, data, FOLDERS)}\n${[...others, ...own].join('\n')}`;
}

/** Enums that only the Unity SDK has. Their members are names there, so they are here. */
export function unityEnums({ enums }) {
  const all = Object.entries(enums).map(([name, members]) => {
    const rows = Object.keys(members).map((member) => `  ${member}: '${member}',`);
    return `export const ${name} = {\n${rows.join('\n')}\n} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
  });
  return HEADER + all.join('\n');
}

/** What the methods do at run time. */
export function unityTable(unity, data) {
  const native = new Map(data.callbacks.map((callback) => [callback.name, callback]));
  const delegates = new Map(unity.delegates.map((delegate) => [delegate.name, delegate]));
  const named = (list, row) => list.map((each) => `  ${row(each)},`).join('\n');
  const withCallback = unity.calls.filter(({ callbacks, only }) => callbacks !== undefined && only === undefined);
  const without = unity.calls.filter(({ name, callbacks, params }) => {
    const isSpecial = name in SPECIAL || params.some(({ type }) => type.endsWith('Callback'));
    return callbacks === undefined && !isSpecial;
  });
  return `${HEADER}import type { CallRow, EventRow, PlainRow } from '../rows.js';

/** Functions without a callback. */
export const plain = {
${named(without, ({ name, c, params }) => `${name}: ['${c}', ${params.length}]`)}
} as const satisfies Record<string, PlainRow>;

/** Functions that answer by a callback. */
export const calls = {
${named(withCallback, ({ name, c, params, callbacks }) => `${name}: ['${c}', ${params.length}, '${dataKind(callbacks)}']`)}
} as const satisfies Record<string, CallRow>;

/** Events, by the function that sets. */
export const events = {
${named(unity.events, (event) => `${event.set}: [${eventRow(event, native, delegates)}]`)}
} as const satisfies Record<string, EventRow>;

/** Events whose handlers Uninit removes. */
export const removedByUninit = [
${named(
  unity.events.filter(({ remove }) => unity.removedByUninit.includes(remove)),
  ({ set }) => `'${set}'`,
)}
] as const satisfies readonly (keyof typeof events)[];
`;
}

function dataKind(callbacks) {
  if (callbacks.includes('NullValueCallback')) return 'none';
  return callbacks.length > 1 ? 'typed' : 'text';
}

function eventRow({ c, cCallback, delegates: [typed, ...others] }, native, delegates) {
  const params = delegates.get(typed).params;
  const given = native.get(cCallback).params;
  // What the delegate leaves out goes behind its last parameter, the user data.
  const extra = given.length - params.length;
  const last = given.length - 1;
  const order = params.map((_param, at) => (at === params.length - 1 ? last : at));
  for (let more = 0; more < extra; more += 1) order.push(params.length - 1 + more);
  const json = params.flatMap(({ name, type }, at) => {
    const isText = given[at].type.includes('char') && !(type in SCALARS) && type !== 'string' && name !== 'user_data';
    return isText ? [at] : [];
  });
  const reordered = extra > 0 ? `, [${order.join(', ')}]` : '';
  return `'${c}', ${1 + others.length}, [${json.join(', ')}]${reordered}`;
}

/** The methods with their types and comments. */
export function unityApi(unity, rows, data) {
  const table = new Map(rows.map((row) => [row.name, row]));
  const names = new Map([
    ...unity.calls.map(({ name, c }) => [c, name]),
    ...unity.events.map(({ set, c }) => [c, set]),
  ]);
  const methods = [
    ...unity.calls.map((call) => callMethod(call, table.get(call.c))),
    ...unity.events.flatMap((event) => eventMethods(event, table.get(event.c))),
  ].map((method) => ({ ...method, doc: method.doc.map((line) => inUnity(line, names)) }));
  const texts = methods.flatMap(({ params, returns }) => [...params.map(({ type }) => type), returns]);
  const body = methods.map(
    ({ name, doc, params, returns }) =>
      `${comment(doc, '  ')}  readonly ${name}: (${parameterList(params)}) => ${returns};\n`,
  );
  const own = ['JsonCallback', 'NullOrStringCallback', 'StringValueCallback', 'ValueCallback'];
  const delegates = unity.delegates.map(({ name }) => name).filter((name) => !GENERIC.includes(name));
  return `${HEADER}${typeImports(texts, data, FOLDERS)}${importsFrom('../callbacks.js', own, texts)}${importsFrom('./delegates.js', delegates, texts)}${importsFrom('./types.js', typeNames(unity), texts)}
/**
 * The functions of Tencent's Unity SDK for one account. Every function gives a \`TIMResult\` at once; 0 means that its
 * callback will be called exactly once. They need no \`this\`, so each can be passed on by itself.
 */
export interface UnityClient {
${body.join('\n')}}
`;
}

/** Names of the C style in a comment, as they are called here. */
function inUnity(line, names) {
  return line.replace(/\b(TIM|call)\w+\b/g, (name) => names.get(name) ?? name);
}

function callMethod({ name, c, params, callbacks, returns }, row) {
  const special = SPECIAL[name] ?? {};
  const own = params.map((param, at) => {
    const [type, optional] = paramType(param, row?.params[at], special);
    return { name: param.name, type, optional };
  });
  const callback = callbacks === undefined ? [] : [callbackParam(callbacks, special.result ?? row?.result)];
  const source = special.doc ?? row?.fullDoc ?? [];
  const doc = [
    ...renamed(source, row?.params ?? [], params),
    ...(row === undefined && special.doc && !c.endsWith('Web') ? ['', LATER] : []),
    ...(special.tags ?? []),
  ];
  return { name, doc, params: [...own, ...callback], returns: typeOf(returns) };
}

function paramType({ name, type }, nativeParam, { types = {} }) {
  if (types[name] !== undefined) return [types[name], name === 'need_log'];
  if (type.endsWith('Callback')) return [`${type} | null`, true];
  if (nativeParam !== undefined) return [nativeParam.type, nativeParam.optional];
  return [NEWER_PARAMS[type] ?? typeOf(type), false];
}

function callbackParam(callbacks, result) {
  const types = {
    none: 'NullOrStringCallback | JsonCallback | null',
    text: 'StringValueCallback | JsonCallback | null',
    typed: `ValueCallback<${result}> | JsonCallback | null`,
  };
  const kind = result === 'string' && callbacks.length === 1 ? 'text' : dataKind(callbacks);
  return { name: 'callback', type: types[kind], optional: true };
}

/** The comment of a C function with the names that its parameters have here. */
function renamed(lines, nativeParams, params) {
  const names = new Map(nativeParams.map(({ name }, at) => [name, params[at]?.name]));
  let keep = true;
  return lines
    .filter((line) => {
      const [, tag, name] = /^@(\w+) ?(\w*)/.exec(line) ?? [];
      if (tag !== undefined)
        keep = tag !== 'param' || !names.has(name) || (names.get(name) !== undefined && !/cb$/.test(name));
      return keep;
    })
    .map((line) => line.replace(/^@param (\w+)/, (_whole, name) => `@param ${names.get(name) ?? name}`));
}

function eventMethods({ set, remove, delegates }, row) {
  // The code at run time relies on it.
  if (remove !== set.replace(/^.../, 'Remove')) throw new Error(`${remove} does not belong to ${set}`);
  const [typed, text] = delegates;
  const params = [
    { name: 'callback', type: `${typed} | null`, optional: true },
    ...(text === undefined ? [] : [{ name: 'stringCallback', type: `${text} | null`, optional: true }]),
  ];
  const source = SPECIAL[set]?.doc ?? row.fullDoc.map(asHandler);
  const doc = [
    ...addedUp(source),
    ...(text === undefined ? [] : ['@param stringCallback gets the same, with JSON as text']),
  ];
  const removal = [
    `Removes callbacks that {@link UnityClient.${set}} has added, the last of equal ones; without any, all of them.`,
  ];
  return [
    { name: set, doc, params, returns: 'void' },
    { name: remove, doc: removal, params, returns: 'void' },
  ];
}

function asHandler(line) {
  return line
    .replace(/^Sets the callback for/, 'Adds a callback for')
    .replace(/^@param cb\b/, '@param callback')
    .replace('a JSON array of', 'an array of');
}

const ADDED_UP = 'Callbacks add up; null removes all of them.';

/** Says so before the tags. */
function addedUp(lines) {
  const tags = lines.findIndex((line) => line.startsWith('@'));
  const end = tags === -1 ? lines.length : tags;
  return [...lines.slice(0, end), '', ADDED_UP, ...lines.slice(end)];
}
