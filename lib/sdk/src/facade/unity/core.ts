import type { TimClient } from '../../native/client.js';
import type { TIMResult } from '../../native/generated/enums.js';
import { toArgument } from './arguments.js';
import { resultCallback } from './callbacks.js';
import { EventHandlers, handlersIn, type EventShape } from './events.js';
import { newerApi } from './newer.js';
import type { CallRow, EventRow, NativeName, PlainRow } from './rows.js';

let keys = 0;

/** The user data that a call is known by. The number counts through the whole process. */
export function keyOf(method: string): string {
  keys += 1;
  return `${method}_KeyString_${keys}`;
}

/** The arguments before the callback; those that were left out are there, too. */
export function argumentsOf(args: readonly unknown[], parameters: number): unknown[] {
  return Array.from({ length: parameters }, (_nothing, at) => toArgument(args[at]));
}

/** What the functions of the Unity style work on: one account of the C style, and the handlers of its events. */
export class UnityCore {
  /** Whether every call is told in the log. */
  needLog = false;
  private readonly events = new Map<string, EventHandlers>();

  /** @param open gives the account; it is not asked for before the first call */
  constructor(private readonly open: () => TimClient) {}

  get client(): TimClient {
    return this.open();
  }

  /** Calls a function of the C style. */
  native(name: NativeName, args: readonly unknown[]): unknown {
    const { client } = this;
    const run: (...args: never[]) => unknown = name in newerApi ? newerApi[name as never] : client[name as never];
    return Reflect.apply(run, client, args);
  }

  /** Calls a function without a callback. */
  plain([name, parameters]: PlainRow, args: readonly unknown[]): unknown {
    return this.native(name, argumentsOf(args, parameters));
  }

  /** Calls a function that answers by a callback. */
  call(method: string, [name, parameters, data]: CallRow, args: readonly unknown[], suffix = ''): TIMResult {
    const own = argumentsOf(args, parameters);
    return this.begin(name, own, resultCallback(args[parameters], data), keyOf(method) + suffix);
  }

  /** The same, with everything made ready. */
  begin(name: NativeName, args: readonly unknown[], callback: unknown, userData: string): TIMResult {
    const result = this.native(name, [...args, callback, userData]) as TIMResult;
    // What was given may be secret; that it was called is not.
    if (this.needLog) this.client.engine.logger.info(`unity: ${userData} returns ${result}`);
    return result;
  }

  /** `method` is the function that sets, here and in `removeHandlers`. Nothing to add means that all are removed. */
  addHandlers(method: string, row: EventRow, given: readonly unknown[]): void {
    const [native, kinds, json, order] = row;
    const [typed, text] = handlersIn(given, kinds);
    if (typed === undefined && text === undefined) {
      this.removeHandlers(method, row, []);
      return;
    }
    const handlers = this.handlersOf(method, order === undefined ? { json } : { json, order });
    handlers.add(typed, text);
    this.native(native, [handlers.tell, keyOf(method)]);
  }

  /** As long as there is no handler here, one that the app has set in the C style on the same client stays. */
  removeHandlers(method: string, [native, kinds]: EventRow, given: readonly unknown[]): void {
    const handlers = this.events.get(method);
    handlers?.remove(...handlersIn(given, kinds));
    if (handlers?.isEmpty !== true) return;
    this.events.delete(method);
    if (native === 'TIMAddRecvNewMsgCallback') this.client.TIMRemoveRecvNewMsgCallback(handlers.tell);
    else this.native(native, [null]);
  }

  private handlersOf(method: string, shape: EventShape): EventHandlers {
    const handlers = this.events.get(method) ?? new EventHandlers(shape);
    this.events.set(method, handlers);
    return handlers;
  }
}
