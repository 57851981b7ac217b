// Reads the tables of the C style (lib/sdk/src/native/api/*.ts) without running them: names, parameters, comments.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../setup.mjs';
import { withParagraph } from './comments.mjs';

const FOLDER = join(root, 'lib/sdk/src/native/api');
const NATIVE = join(root, 'lib/sdk/src/native');
const EVENT_FILES = /^events(-.+)?\.ts$/;

/**
 * All functions in the order of the API data. Each has `name`, `module`, `kind` (`call`, `event`, `command`, `method`),
 * `params` (`{ name, type, optional }`), `returns`, `result` (what the callback's JSON is), `doc` (lines of its comment)
 * and `fullDoc`, and `state` (`works`, `partly`, `later`, `event`) with a `note`.
 */
export function rows(data) {
  const found = new Map(readTables().map((row) => [row.name, row]));
  const forwarded = readForwarded();
  return data.functions.map((fn) => {
    const row = found.get(fn.name);
    if (row === undefined) throw new Error(`no row for ${fn.name}`);
    const state = stateOf(row, forwarded);
    return { ...row, ...state, module: fn.module, params: paramsOf(row, fn), fullDoc: fullDocOf({ ...row, ...state }) };
  });
}

const LATER_EVENT = 'Not in this version: nothing calls it.';
const LATER_CALL = 'Not in this version: after login the callback gets 7013.';

/** The comment of a row; what cannot be done yet is told. */
function fullDocOf({ doc, kind, state }) {
  if (state === 'event') return withParagraph(doc, LATER_EVENT);
  return state === 'later' && kind === 'call' ? withParagraph(doc, LATER_CALL) : doc;
}

function readTables() {
  return readdirSync(FOLDER).flatMap((file) => {
    const source = parse(join(FOLDER, file));
    return tablesIn(source).flatMap((table) => table.properties.map((property) => rowOf(property, source)));
  });
}

function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Object literals that a file exports. */
function tablesIn(source) {
  return source.statements
    .filter(
      (statement) => ts.isVariableStatement(statement) && statement.modifiers?.[0].kind === ts.SyntaxKind.ExportKeyword,
    )
    .flatMap((statement) => statement.declarationList.declarations.map(({ initializer }) => initializer))
    .filter((initializer) => ts.isObjectLiteralExpression(initializer));
}

/** Told by what does the work, not by an event of the engine. */
const TOLD_DIRECTLY = ['TIMSetMsgElemUploadProgressCallback'];

/** The events that something is forwarded to: keys of the tables in the files of events. */
function readForwarded() {
  const forwarded = readdirSync(NATIVE)
    .filter((file) => EVENT_FILES.test(file))
    .flatMap((file) => tablesIn(parse(join(NATIVE, file))))
    .flatMap((table) => table.properties.filter(ts.isPropertyAssignment).map(({ name }) => name.text));
  return [...TOLD_DIRECTLY, ...forwarded];
}

function rowOf(property, source) {
  const name = property.name.text;
  const doc = docOf(property);
  if (ts.isMethodDeclaration(property)) return methodRow(property, name, doc, source);
  const { expression, typeArguments, arguments: args } = property.initializer;
  const kind = expression.text;
  const named = kind !== 'command';
  if (named && args[0].text !== name) throw new Error(`the row of ${name} says ${args[0].text}`);
  const spec = args[named ? 1 : 0];
  if (kind === 'event') {
    const params = [param('cb', `${typeArguments[0].getText(source)} | null`), USER_DATA];
    return { name, kind, doc, params, returns: 'void' };
  }
  const own = typeArguments[0].elements.map((member) => param(member.name.text, text(member.type, source)));
  const has = (option) => spec.properties.some((each) => each.name.text === option);
  const result = typeArguments[1] === undefined ? 'void' : text(typeArguments[1], source);
  return {
    name,
    kind,
    doc,
    params: own,
    returns: 'TIMResult',
    result,
    runs: has('run'),
    needsCallback: has('callbackRequired'),
  };
}

function methodRow(method, name, doc, source) {
  const params = method.parameters
    .filter((each) => each.name.text !== 'this')
    .map((each) => param(each.name.text, text(each.type, source), each.questionToken !== undefined));
  return { name, kind: 'method', doc, params, returns: text(method.type, source), runs: true };
}

const USER_DATA = param('user_data', 'unknown', true);

function param(name, type, optional = false) {
  return { name, type, optional };
}

function text(node, source) {
  return node.getText(source).replace(/\s+/g, ' ');
}

/** A call takes its callback and the user data after its own parameters, under the names that the headers give them. */
function paramsOf({ kind, params, needsCallback }, fn) {
  if (kind !== 'call') return params;
  const callback = fn.params.at(-2).name;
  const type = needsCallback ? 'TIMCommCallback' : 'TIMCommCallback | null';
  return [...params, param(callback, type, !needsCallback), USER_DATA];
}

/** The lines of a comment, without its frame. */
function docOf(node) {
  const comment = node.jsDoc?.at(-1)?.getText();
  if (comment === undefined) throw new Error(`no comment on ${node.name.text}`);
  return comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .filter((line, at) => at > 0 || line !== '');
}

const PARTLY = /^In this version: ([^]*?)\.?$/;
const LATER = /^Not in this version: ([^]*?)\.?$/;

function stateOf({ name, kind, doc, runs }, forwarded) {
  if (kind === 'event' || name.endsWith('RecvNewMsgCallback')) {
    return forwarded.includes(name.replace('Remove', 'Add')) ? { state: 'works' } : { state: 'event' };
  }
  const paragraphs = doc.join('\n').split(/\n\n|\n(?=@)/);
  const note = (pattern) => paragraphs.map((each) => pattern.exec(each)?.[1]).find((each) => each !== undefined);
  const later = note(LATER);
  if (later !== undefined || !runs) return { state: 'later', note: later?.replace(/\s+/g, ' ') };
  const partly = note(PARTLY)?.replace(/\s+/g, ' ');
  return partly === undefined ? { state: 'works' } : { state: 'partly', note: partly };
}
