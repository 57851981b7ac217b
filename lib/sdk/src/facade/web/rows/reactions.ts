import { isRecord, LIMITS, type ReactionsResult, type UsersResult } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { toReaction, toUserInfo } from '../content/marks.js';
import { placeOf, placesOf } from '../content/places.js';
import type {
  GetMessageReactionsOptions,
  GetUserListMessageReactionsOptions,
  Message as MessageFields,
} from '../generated/structs.js';
import type { MessageReactions } from '../shapes/marks.js';
import { pageOf } from './receipts.js';

/** Users named with each reaction, unless the app says how many. */
const USERS_PER_REACTION = 10;

/** Reactions to messages. */
export function reactionRows(calls: Calls) {
  return { ...writing(calls), ...reading(calls) };
}

function writing(calls: Calls) {
  const { marks } = calls.client.desk;
  return {
    /** Adds a reaction to a message. */
    addMessageReaction: calls.promise(
      'addMessageReaction',
      (message: MessageFields, reactionID: string) => reactionTo('addMessageReaction', message, reactionID),
      async (params) => {
        await answer((settle) => marks.addReaction(params, settle));
        return {};
      },
    ),
    /** Removes a reaction from a message. */
    removeMessageReaction: calls.promise(
      'removeMessageReaction',
      (message: MessageFields, reactionID: string) => reactionTo('removeMessageReaction', message, reactionID),
      async (params) => {
        await answer((settle) => marks.removeReaction(params, settle));
        return {};
      },
    ),
  };
}

function reading(calls: Calls) {
  const { marks } = calls.client.desk;
  return {
    /** Reads the reactions to messages of one conversation. */
    getMessageReactions: calls.promise(
      'getMessageReactions',
      (options: GetMessageReactionsOptions) => {
        check(isRecord(options), 'getMessageReactions: options must be an object');
        const { messageList, maxUserCountPerReaction: users = USERS_PER_REACTION } = options;
        const places = placesOf('getMessageReactions', messageList);
        const isCount = Number.isInteger(users) && users >= 0;
        check(isCount, 'getMessageReactions: maxUserCountPerReaction must be a whole number');
        return { messageList, params: { ...places, users: Math.min(users, LIMITS.usersPage) } };
      },
      async ({ messageList, params }) => {
        const { results } = await answer<ReactionsResult>((settle) => marks.getReactions(params, settle));
        const bySeq = new Map(results.map(({ seq, reactions }) => [seq, reactions.map(toReaction)]));
        const resultList: MessageReactions[] = messageList.map(({ ID, sequence }) => ({
          messageID: ID,
          reactionList: bySeq.get(sequence) ?? [],
        }));
        return { resultList };
      },
    ),
    /** Lists the users of one reaction; `nextSeq` is for the next page. */
    getAllUserListOfMessageReaction: calls.promise(
      'getAllUserListOfMessageReaction',
      (options: GetUserListMessageReactionsOptions) => {
        check(isRecord(options), 'getAllUserListOfMessageReaction: options must be an object');
        const { message, reactionID, nextSeq, count } = options;
        const skip = Number.isInteger(nextSeq) && nextSeq > 0 ? nextSeq : 0;
        return {
          ...reactionTo('getAllUserListOfMessageReaction', message, reactionID),
          skip,
          limit: pageOf(count),
        };
      },
      async (params) => {
        const { users, finished } = await answer<UsersResult>((settle) => marks.listReactors(params, settle));
        return {
          userList: users.map(toUserInfo),
          nextSeq: finished ? 0 : params.skip + users.length,
          isCompleted: finished,
        };
      },
    ),
  };
}

function reactionTo(api: string, message: MessageFields, reactionID: unknown) {
  const place = placeOf(api, message);
  check(typeof reactionID === 'string' && reactionID !== '', `${api}: reactionID must be a non-empty string`);
  return { ...place, reaction: reactionID };
}
