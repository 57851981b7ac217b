import { isRecord } from '@tim-node/protocol';
import { toArgument } from './arguments.js';
import { JsonCallback, parsed } from './callbacks.js';
import { argumentsOf, keyOf, type UnityCore } from './core.js';
import { EventHandlers, handlerOf } from './events.js';
import { calls, events, removedByUninit } from './generated/table.js';

/** A function of the Unity style: how many arguments it takes, and what it does for one account. */
export interface Method {
  readonly length: number;
  readonly run: (core: UnityCore, name: string, args: readonly unknown[]) => unknown;
}

/** What the Unity SDK counts as among the platforms of user interfaces. */
const UI_PLATFORM = 5;

/** How many arguments go before the callbacks of GetMsgGroupMessageReadMemberList. */
const READ_MEMBERS = 4;

const READ_MEMBERS_NAME = 'TIMMsgGetGroupMessageReadMemberList';

const init: Method['run'] = (core, _name, [appId, config, needLog]) => {
  core.needLog = Boolean(needLog);
  const request = {
    request_internal_operation: 'internal_operation_set_ui_platform',
    request_set_ui_platform_param: UI_PLATFORM,
  };
  core.call('CallExperimentalAPI', calls.CallExperimentalAPI, [request, null]);
  return core.native('TIMInit', [appId, toArgument(config)]);
};

const uninit: Method['run'] = (core) => {
  for (const method of removedByUninit) core.removeHandlers(method, events[method], []);
  return core.native('TIMUninit', []);
};

// The WebGL version passes the UserID as it is, not as JSON.
const getLoginUserIDWeb: Method['run'] = (core, name, [given]) => {
  const callback = given instanceof JsonCallback ? given.callback : handlerOf(given);
  const tell = (code: number, desc: string, json: string, userData: string): void => {
    const userId = parsed(json);
    callback?.(code, desc, typeof userId === 'string' ? userId : '', userData);
  };
  return core.begin('TIMGetLoginUserIDWeb', [], callback ? tell : given, keyOf(name));
};

// One callback in C, two in C#, of which both may be given.
const readMembers: Method['run'] = (core, name, args) => {
  const [typed, text] = args.slice(READ_MEMBERS);
  const handlers = new EventHandlers({ json: [0] });
  handlers.add(handlerOf(typed), handlerOf(text));
  const own = argumentsOf(args, READ_MEMBERS);
  return core.begin(READ_MEMBERS_NAME, own, handlers.isEmpty ? (typed ?? text) : handlers.tell, keyOf(name));
};

// The WebGL version has texts for 64-bit numbers.
const readMembersWeb: Method['run'] = (core, name, args) => {
  const [message, filter, sequence, count] = argumentsOf(args, READ_MEMBERS);
  const callback = handlerOf(args[READ_MEMBERS]);
  const tell = (json: string, next: number | bigint, ...rest: unknown[]): void => {
    callback?.(json, String(next), ...rest);
  };
  const own = [message, filter, toLong(sequence), count];
  return core.begin(READ_MEMBERS_NAME, own, callback ? tell : args[READ_MEMBERS], keyOf(name));
};

const downloadElem: Method['run'] = (core, name, args) =>
  core.call(name, calls.MsgDownloadElemToPath, args, '_downloadElem');

// C wants the keys, C# has the whole extensions.
const deleteExtensions: Method['run'] = (core, name, [message, extensions, callback]) =>
  core.call(name, calls.MsgDeleteMessageExtensions, [message, keysOf(extensions), callback]);

/** The functions that do more than pass on what they are given. */
export const specialMethods: Readonly<Record<string, Method>> = {
  Init: { length: 3, run: init },
  Uninit: { length: 0, run: uninit },
  GetLoginUserIDWeb: { length: 1, run: getLoginUserIDWeb },
  GetMsgGroupMessageReadMemberList: { length: READ_MEMBERS + 2, run: readMembers },
  MsgGetGroupMessageReadMemberListWeb: { length: READ_MEMBERS + 1, run: readMembersWeb },
  MsgDownloadElemToPath: { length: 3, run: downloadElem },
  MsgDeleteMessageExtensions: { length: 3, run: deleteExtensions },
};

/** What is no number is left to the C style to refuse. */
function toLong(text: unknown): unknown {
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? BigInt(text) : text;
}

function keysOf(given: unknown): unknown {
  const extensions = typeof given === 'string' ? parsed(given) : given;
  if (!Array.isArray(extensions)) return given;
  return extensions.map((each: unknown) => (isRecord(each) ? each['message_extension_key'] : each));
}
