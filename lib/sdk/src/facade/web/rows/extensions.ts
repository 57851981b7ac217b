import { isRecord, LIMITS, type Extension, type ExtensionOutcomes } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { toExtension, toExtensionResult } from '../content/marks.js';
import { placeOf } from '../content/places.js';
import type { Message as MessageFields } from '../generated/structs.js';
import type { MessageExtension } from '../shapes/marks.js';

/** Key-value pairs that hang on messages. */
export function extensionRows(calls: Calls) {
  const { marks } = calls.client.desk;
  return {
    /** Sets key-value pairs that hang on a message. Each pair has a `code` of its own. */
    setMessageExtensions: calls.promise(
      'setMessageExtensions',
      (message: MessageFields, extensions: MessageExtension[]) => ({
        ...placeOf('setMessageExtensions', message),
        set: extensionsOf(extensions),
      }),
      async (params) => {
        const { results } = await answer<ExtensionOutcomes>((settle) => marks.setExtensions(params, settle));
        return { extensions: results.map(toExtensionResult) };
      },
    ),
    /** Reads the key-value pairs of a message, or those with some keys. */
    getMessageExtensions: calls.promise(
      'getMessageExtensions',
      (message: MessageFields, keyList?: string[]) => ({
        place: placeOf('getMessageExtensions', message),
        keys: keysOf('getMessageExtensions', keyList),
      }),
      async ({ place, keys }) => {
        const { extensions } = await answer<{ readonly extensions: Extension[] }>((settle) =>
          marks.getExtensions(place, settle),
        );
        const wanted = extensions.filter(({ key }) => keys.length === 0 || keys.includes(key));
        return { extensions: wanted.map(toExtension) };
      },
    ),
    /** Deletes key-value pairs of a message: all, or those with some keys. */
    deleteMessageExtensions: calls.promise(
      'deleteMessageExtensions',
      (message: MessageFields, keyList?: string[]) => ({
        ...placeOf('deleteMessageExtensions', message),
        keys: keysOf('deleteMessageExtensions', keyList),
      }),
      async (params) => {
        const { results } = await answer<ExtensionOutcomes>((settle) => marks.deleteExtensions(params, settle));
        return { extensions: results.map(toExtensionResult) };
      },
    ),
  };
}

function extensionsOf(extensions: unknown): Extension[] {
  const isList = Array.isArray(extensions) && extensions.length > 0;
  check(isList, 'setMessageExtensions: extensions must be a non-empty list');
  return extensions.slice(0, LIMITS.extensionsPerRequest).map((each: unknown) => {
    const { key, value } = isRecord(each) ? each : {};
    const isPair = typeof key === 'string' && typeof value === 'string';
    check(isPair, 'setMessageExtensions: an extension must have a key and a value');
    return { key, value };
  });
}

function keysOf(api: string, keyList: unknown): string[] {
  if (keyList === undefined || keyList === null) return [];
  check(isTexts(keyList), `${api}: keyList must be a list of strings`);
  return keyList;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
