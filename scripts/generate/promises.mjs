import { comment, withoutTags, withParagraph } from './comments.mjs';
import { parameterList } from './functions.mjs';
import { typeImports } from './imports.mjs';
import { HEADER } from './typescript.mjs';

const FOLDERS = { native: '../../../native', generated: '../../../native/generated' };

/** Parameters of the C style that promises do without, and what is given for them. */
const DROPPED = {
  cb: 'cb',
  json_signaling_info_cb: 'cb',
  msgid_cb: 'null',
  res_cb: 'cb',
  user_data: undefined,
  user_id_buffer: 'buffer',
  message_id_buffer: 'null',
  invite_id_buffer: 'buffer',
};

/** Functions without a callback: what they give, and what makes it of the call. */
const SYNCHRONOUS = {
  TIMInit: ['void', (call) => `accepted(${call});`],
  TIMUninit: ['void', (call) => `accepted(${call});`],
  TIMGetSDKVersion: ['string', (call) => `return ${call};`],
  TIMGetServerTime: ['number', (call) => `return ${call};`],
  TIMGetLoginStatus: ['TIMLoginStatus', (call) => `return ${call};`],
  TIMGetLoginUserID: ['string', (call) => `return textOf((buffer) => ${call});`],
};

const INVITE_ID = 'Resolves with the invite id.';

/** Functions whose result is more than the JSON of their callback, and what is to be said about it. */
const ASYNCHRONOUS = {
  TIMMsgSendNewMsgEx: ['Message', (call) => `return promised((cb) => ${call});`],
  TIMMsgGetGroupMessageReadMemberList: [
    'ReadMembers',
    (call) => `return promisedPage((cb) => ${call});`,
    'Resolves with a page of members.',
  ],
  TIMSignalingInvite: ['string', (call) => `return promisedText((buffer, cb) => ${call});`, INVITE_ID],
  TIMSignalingInviteInGroup: ['string', (call) => `return promisedText((buffer, cb) => ${call});`, INVITE_ID],
};

/** The C style with promises, for one client: a class. */
export function promiseClient(rows, data) {
  const functions = rows.map(toPromise);
  const helpers = new Set(functions.flatMap(({ body }) => body.match(/\b(promised\w*|accepted|textOf)\b/g) ?? []));
  const methods = functions.map(
    (each) => `${comment(each.doc, '  ')}  ${each.name}(${parameterList(each.params)}): ${each.returns} {
    ${each.body}
  }
`,
  );
  return `${HEADER}import type { TimClient } from '../../../native/client.js';
${importsOf(functions, data)}import { ${[...helpers].sort().join(', ')}, type ReadMembers } from '../promised.js';

/**
 * The C-style API of one account with promises instead of callbacks. They resolve with what the JSON of the callback
 * says (64-bit numbers that a number cannot hold are bigints) and reject with a TIMError \`{ code, desc }\`; the code of a
 * call that is refused at once is its \`TIMResult\`.
 */
export class PromiseClient {
  constructor(private readonly client: TimClient) {}

${methods.join('\n')}}
`;
}

/** The same as functions on the shared client. */
export function promiseFunctions(rows, data) {
  const functions = rows.filter((row) => !isEvent(row)).map(toPromise);
  const events = rows.filter(isEvent).map(({ name }) => name);
  return `${HEADER}${importsOf(functions, data)}import { defaultPromises } from '../default.js';
import type { ReadMembers } from '../promised.js';

export { ${events.join(', ')} } from '../../../native/generated/functions.js';

${functions.map(oneFunction).join('\n')}`;
}

function oneFunction({ name, params, returns, doc }) {
  const call = `defaultPromises().${name}(${params.map((param) => param.name).join(', ')})`;
  return `${comment(doc)}export function ${name}(${parameterList(params)}): ${returns} {
  ${returns === 'void' ? '' : 'return '}${call};
}
`;
}

function importsOf(functions, data) {
  return typeImports(
    functions.flatMap(({ params, returns }) => [...params.map(({ type }) => type), returns]),
    data,
    FOLDERS,
  );
}

function isEvent({ returns }) {
  return returns === 'void';
}

function toPromise(row) {
  const { name, fullDoc } = row;
  if (isEvent(row)) return eventOf(row);
  const isDropped = (param) => Object.hasOwn(DROPPED, param.name);
  const args = row.params.map((param) => (isDropped(param) ? DROPPED[param.name] : param.name));
  const call = `this.client.${name}(${args.filter((argument) => argument !== undefined).join(', ')})`;
  const params = row.params.filter((param) => !isDropped(param));
  const [, , resolves] = ASYNCHRONOUS[name] ?? [];
  const told = resolves === undefined ? fullDoc : withParagraph(fullDoc, resolves);
  const doc = withoutTags(told, Object.keys(DROPPED)).map(inPromises);
  return { name, doc, params, ...outcomeOf(row, call) };
}

function outcomeOf({ name, kind, result }, call) {
  if (kind === 'command') return { returns: 'void', body: `accepted(${call});` };
  const [given, make] = SYNCHRONOUS[name] ?? [];
  if (make !== undefined) return { returns: given, body: make(call) };
  const [resolved, wrap] = ASYNCHRONOUS[name] ?? [result, (inner) => `return promised((cb) => ${inner});`];
  return { returns: `Promise<${resolved}>`, body: wrap(call) };
}

function eventOf({ name, params, fullDoc }) {
  const call = `this.client.${name}(${params.map((param) => param.name).join(', ')});`;
  return { name, doc: fullDoc, params, returns: 'void', body: call };
}

function inPromises(line) {
  return line
    .replace('Callback:', 'Resolves with')
    .replace('the callback gets 7013', 'it rejects with 7013')
    .replace('a logged-in caller gets `TIM_ERR_CONV`', 'it throws for a logged-in caller');
}
